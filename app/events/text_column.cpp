// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/text_column.h>

#include <events/fetch.h>

#include <algorithm>

namespace dateline::events {

void TextColumn::reserve(std::size_t rows)
{
    m_offsets.reserve(rows + 1);
    // Text grows longer in the course of a table, as ids with numbers do. Memory that is not
    // written to costs nothing, as opposed to a column that has to move.
    constexpr double growth = 1.25;
    if (size() > 0) {
        const double perRow = growth * double(m_bytes.size()) / double(size());
        m_bytes.reserve(std::size_t(std::min(perRow * double(rows), double(maximumBytes))));
    }
}

void TextColumn::append(std::string_view utf8)
{
    m_bytes.append(utf8);
    m_offsets.push_back(std::uint32_t(m_bytes.size()));
}

std::string_view TextColumn::utf8(std::size_t row) const
{
    const std::uint32_t begin = m_offsets.at(row);
    return {m_bytes.data() + begin, m_offsets.at(row + 1) - begin};
}

QString TextColumn::at(std::size_t row) const
{
    const std::string_view bytes = utf8(row);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

TextColumn TextColumn::reordered(const std::vector<std::uint32_t> &order) const
{
    // Rows that follow each other in the new order lie anywhere in the old one: their offsets, then
    // their bytes are fetched well before they are needed.
    constexpr std::size_t bytesAhead = 12;
    constexpr std::size_t offsetsAhead = 2 * bytesAhead;
    TextColumn result;
    result.m_offsets.resize(order.size() + 1);
    if (m_bytes.empty())
        return result;
    // Enough when each row comes once, as nearly always.
    result.m_bytes.resize(m_bytes.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i + offsetsAhead < order.size())
            fetch(&m_offsets[order[i + offsetsAhead]]);
        if (i + bytesAhead < order.size())
            fetch(m_bytes.data() + m_offsets[order[i + bytesAhead]]);
        const std::string_view text = utf8(order[i]);
        if (result.m_bytes.size() - size < text.size())
            result.m_bytes.resize(2 * (size + text.size()));
        std::ranges::copy(text, result.m_bytes.data() + size);
        size += text.size();
        result.m_offsets[i + 1] = std::uint32_t(size);
    }
    result.m_bytes.resize(size);
    return result;
}

} // namespace dateline::events
