// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace dateline::readers {

/// In words why there are no bytes, or no more of them.
struct FileFault
{
    QString message; ///< empty while there is none
    QString hint;

    [[nodiscard]] bool isEmpty() const { return message.isEmpty(); }
};

/// The bytes of one file from the first to the last, as they are asked for. One thread at a time.
class FileBytes
{
public:
    FileBytes() = default;
    virtual ~FileBytes() = default;
    Q_DISABLE_COPY_MOVE(FileBytes)

    /// How many there should be, by the word of whatever holds them.
    [[nodiscard]] virtual qint64 size() const = 0;

    /// Reads the next bytes, `most` > 0 of them or fewer, and returns how many: 0 at the end and at
    /// a fault, behind which nobody asks again. Nothing that was read is good before the end was
    /// seen without one.
    [[nodiscard]] virtual qsizetype read(char *to, qsizetype most) = 0;
    [[nodiscard]] const FileFault &fault() const { return m_fault; }

protected:
    /// Returns 0, for read().
    qsizetype fail(FileFault fault)
    {
        m_fault = std::move(fault);
        return 0;
    }

private:
    FileFault m_fault;
};

/// All bytes of a file that nothing was read of yet, or none with its fault.
[[nodiscard]] QByteArray readAll(FileBytes &file);

/// Bytes in memory.
class MemoryBytes : public FileBytes
{
public:
    explicit MemoryBytes(QByteArray bytes);
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] qsizetype read(char *to, qsizetype most) override;

private:
    QByteArray m_bytes;
    qsizetype m_read = 0;
};

} // namespace dateline::readers
