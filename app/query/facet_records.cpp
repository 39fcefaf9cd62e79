// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_records.h>

#include <bit>

namespace dateline::query {

std::optional<FacetRecords::Field> FacetRecords::add(std::span<const std::uint32_t> numbers,
                                                     std::size_t count)
{
    const auto bits = unsigned(std::bit_width(count > 0 ? count - 1 : 0));
    if (count > bound || m_used + bits > 64)
        return std::nullopt;
    const Field field{bits > 0 ? m_used : 0, (std::uint32_t(1) << bits) - 1};
    m_used += bits;
    if (isShort() && m_used > 32) {
        m_long.assign(m_short.begin(), m_short.end());
        m_short = {};
    }
    const auto fill = [&](auto &words) {
        using Word = std::remove_reference_t<decltype(words[0])>;
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] |= Word(numbers[i]) << field.shift;
    };
    if (isShort())
        fill(m_short);
    else
        fill(m_long);
    return field;
}

} // namespace dateline::query
