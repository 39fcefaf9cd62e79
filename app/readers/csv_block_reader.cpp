// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/csv_block_reader.h>

#include <algorithm>
#include <utility>

namespace dateline::readers {

namespace {

/// How far behind a block its last row is expected to end.
constexpr qsizetype lookAhead = 4 << 10;

/// Whether a quote is open behind these bytes. One thread looks for the blocks that all others
/// read, so it takes steps of a size that compilers turn into vectors.
bool hasOddQuotes(QByteArrayView bytes)
{
    constexpr qsizetype step = 64;
    unsigned char odd = 0;
    qsizetype at = 0;
    for (; at + step <= bytes.size(); at += step) {
        const char *const from = bytes.data() + at;
        for (qsizetype i = 0; i < step; ++i)
            odd ^= static_cast<unsigned char>(from[i] == '"');
    }
    for (; at < bytes.size(); ++at)
        odd ^= static_cast<unsigned char>(bytes[at] == '"');
    return odd != 0;
}

} // namespace

CsvBlockReader::CsvBlockReader(FileBytes &file, qsizetype blockBytes)
    : m_file(file)
    , m_blockBytes(blockBytes)
{}

bool CsvBlockReader::next(QByteArray &block)
{
    const qsizetype usual = m_blockBytes + lookAhead;
    if (block.capacity() > 4 * usual) // of a long row
        block = QByteArray();
    block.resize(0);
    readUpTo(block, usual);
    if (!std::exchange(m_hasBegun, true))
        block.remove(0, block.size() - withoutByteOrderMark(block).size());
    qsizetype end = 0;
    while (!block.isEmpty()) {
        end = csvBlockEnd(block, 0, m_blockBytes);
        // Where the bytes end so far, no row need end.
        if (end < block.size() || (m_isAtEnd && m_taken == m_ahead.size()))
            break;
        readUpTo(block, 2 * block.size());
    }
    if (!m_file.fault().isEmpty()) {
        block.resize(0);
        return false;
    }
    putBack(QByteArrayView(block).sliced(end));
    block.truncate(end);
    m_position += end;
    return end > 0;
}

/// Reads on until there are so many bytes, or all.
void CsvBlockReader::readUpTo(QByteArray &block, qsizetype size)
{
    const auto again = QByteArrayView(m_ahead).sliced(m_taken).first(
        std::min(size - block.size(), m_ahead.size() - m_taken));
    block.append(again);
    m_taken += again.size();
    qsizetype filled = block.size();
    block.resizeForOverwrite(size);
    while (filled < size && !m_isAtEnd) {
        const qsizetype got = m_file.read(block.data() + filled, size - filled);
        m_isAtEnd = got == 0;
        filled += got;
    }
    block.truncate(filled);
}

/// The last bytes that were read, which will be read again. Behind a long row they may be many, so
/// they are only copied when not all of them come from there.
void CsvBlockReader::putBack(QByteArrayView bytes)
{
    if (m_taken < m_ahead.size()) { // Nothing was read of the file.
        m_taken -= bytes.size();
        return;
    }
    m_ahead = bytes.toByteArray();
    m_taken = 0;
}

qsizetype csvBlockEnd(QByteArrayView bytes, qsizetype begin, qsizetype size)
{
    if (size >= bytes.size() - begin)
        return bytes.size();
    qsizetype at = begin + size;
    bool isQuoted = hasOddQuotes(bytes.sliced(begin, size));
    for (; at < bytes.size(); ++at) {
        const char byte = bytes[at];
        if (byte == '"')
            isQuoted = !isQuoted;
        const bool endsRow
            = byte == '\n' || (byte == '\r' && at + 1 < bytes.size() && bytes[at + 1] != '\n');
        if (endsRow && !isQuoted)
            return at + 1;
    }
    return bytes.size();
}

QByteArrayView withoutByteOrderMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
}

} // namespace dateline::readers
