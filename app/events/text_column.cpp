// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/text_column.h>

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
    result.m_bytes.reserve(m_bytes.size());
    result.m_offsets.reserve(order.size() + 1);
    for (const std::uint32_t row : order)
        result.append(utf8(row));
    return result;
}

} // namespace dateline::events
