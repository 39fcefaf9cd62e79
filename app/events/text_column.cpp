// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/text_column.h>

#include <cstring>

namespace dateline::events {

void TextColumn::append(std::string_view utf8)
{
    m_bytes.append(utf8.data(), qsizetype(utf8.size()));
    m_offsets.push_back(std::uint32_t(m_bytes.size()));
}

void TextColumn::append(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    append(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

std::string_view TextColumn::utf8(std::size_t row) const
{
    const std::uint32_t begin = m_offsets.at(row);
    return {m_bytes.constData() + begin, m_offsets.at(row + 1) - begin};
}

QString TextColumn::at(std::size_t row) const
{
    const std::string_view bytes = utf8(row);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

TextColumn TextColumn::reordered(const std::vector<std::uint32_t> &order) const
{
    TextColumn result;
    result.m_offsets.reserve(order.size() + 1);
    if (m_bytes.isEmpty()) {
        result.m_offsets.resize(order.size() + 1, 0);
        return result;
    }
    std::vector<std::uint32_t> begins(order.size());
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        begins[i] = m_offsets[order[i]];
        length += m_offsets[order[i] + 1] - begins[i];
        result.m_offsets.push_back(length);
    }
    // Rows lie anywhere in the buffer: the beginning of each is asked for some rows before.
    constexpr std::size_t ahead = 24;
    result.m_bytes = QByteArray(qsizetype(length), Qt::Uninitialized);
    char *const into = result.m_bytes.data();
    for (std::size_t i = 0; i < begins.size(); ++i) {
        if (i + ahead < begins.size())
            __builtin_prefetch(m_bytes.constData() + begins[i + ahead]);
        const std::uint32_t begin = result.m_offsets[i];
        std::memcpy(into + begin, m_bytes.constData() + begins[i], result.m_offsets[i + 1] - begin);
    }
    return result;
}

} // namespace dateline::events
