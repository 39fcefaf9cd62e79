// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/file_bytes.h>

#include <algorithm>

namespace dateline::readers {

QByteArray readAll(FileBytes &file)
{
    QByteArray bytes;
    qsizetype filled = 0;
    qsizetype got = 1;
    // A byte more than there should be shows the end without asking for memory again.
    for (qsizetype size = qsizetype(file.size()) + 1; got > 0; size *= 2) {
        bytes.resizeForOverwrite(size);
        for (; filled < size && got > 0; filled += got)
            got = file.read(bytes.data() + filled, size - filled);
    }
    bytes.truncate(file.fault().isEmpty() ? filled : 0);
    return bytes;
}

MemoryBytes::MemoryBytes(QByteArray bytes)
    : m_bytes(std::move(bytes))
{}

qsizetype MemoryBytes::read(char *to, qsizetype most)
{
    const qsizetype count = std::min(most, m_bytes.size() - m_read);
    std::copy_n(m_bytes.constData() + m_read, count, to);
    m_read += count;
    return count;
}

} // namespace dateline::readers
