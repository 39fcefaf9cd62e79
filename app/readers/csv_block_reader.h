// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/file_bytes.h>

namespace dateline::readers {

/// Cuts a CSV file into blocks where rows end, while it is read, so that no more of it than some
/// blocks is in memory at a time. A row is in one block, whatever its length, and so is all that
/// follows an open quote.
class CsvBlockReader
{
public:
    /// Blocks have about so many bytes, more than 0. The file must outlive the reader.
    CsvBlockReader(FileBytes &file, qsizetype blockBytes);

    /// Reads the next block into `block`, whose memory is used again. False, and nothing in it,
    /// behind the last one and at a fault of the file. The first is without a byte order mark.
    [[nodiscard]] bool next(QByteArray &block);

    /// How many bytes are in the blocks so far: where the next one begins.
    [[nodiscard]] qint64 position() const { return m_position; }

private:
    void readUpTo(QByteArray &block, qsizetype size);
    void putBack(QByteArrayView bytes);

    FileBytes &m_file;
    qsizetype m_blockBytes;
    qint64 m_position = 0;
    QByteArray m_ahead; ///< what was read of the file and put back
    qsizetype m_taken = 0; ///< of m_ahead again
    bool m_isAtEnd = false;
    bool m_hasBegun = false;
};

/// The end of a block of `bytes` that starts at the row at `begin` < bytes.size(): the first end of
/// a row from `size` bytes on, or the end of the bytes. Whether a byte is inside quotes can be told
/// from the quotes before it alone, up to the first fault of a file.
[[nodiscard]] qsizetype csvBlockEnd(QByteArrayView bytes, qsizetype begin, qsizetype size);

/// `bytes` without the byte order mark.
[[nodiscard]] QByteArrayView withoutByteOrderMark(QByteArrayView bytes);

} // namespace dateline::readers
