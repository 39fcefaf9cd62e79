// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/instant_column.h>

#include <algorithm>

namespace dateline::events {

namespace {

constexpr Instant millisecondsPerMinute = 60 * millisecondsPerSecond;

/// Fewer moments that lie elsewhere say little about those to come.
constexpr std::size_t fewRareMoments = 64;

} // namespace

void InstantColumn::reserve(std::size_t rows)
{
    m_reserved = rows;
    isShort() ? m_short.reserve(rows) : m_long.reserve(rows);
}

void InstantColumn::append(Instant moment)
{
    if (!isShort()) {
        m_long.push_back(moment);
        return;
    }
    const Instant steps = moment / m_step;
    const bool isExact = steps * m_step == moment && steps > past
        && steps <= std::numeric_limits<std::int32_t>::max();
    if (!isExact && moment != distantPast)
        m_rare.emplace_back(Row(m_short.size()), moment);
    m_short.push_back(isExact ? std::int32_t(steps) : moment == distantPast ? past : elsewhere);
    // What 4 bytes more for each row would take.
    const std::size_t gain = std::max(m_short.size(), m_reserved) * sizeof(m_short[0]);
    if (m_rare.size() > fewRareMoments && m_rare.size() * sizeof(Rare) > gain)
        widen();
}

void InstantColumn::widen()
{
    InstantColumn wider(m_step == millisecondsPerSecond ? millisecondsPerMinute : 0);
    wider.reserve(std::max(m_short.size(), m_reserved));
    for (std::size_t row = 0; row < m_short.size(); ++row)
        wider.append((*this)[row]);
    *this = std::move(wider);
}

InstantColumn InstantColumn::reordered(const std::vector<Row> &order) const
{
    InstantColumn result(m_step);
    result.reserve(order.size());
    forEachFetched(
        order.size(), [&](std::size_t i) { fetchAt(order[i]); },
        [&](std::size_t i) { result.append((*this)[order[i]]); });
    return result;
}

Instant InstantColumn::rare(Row row) const
{
    return std::ranges::lower_bound(m_rare, row, {}, &Rare::first)->second;
}

} // namespace dateline::events
