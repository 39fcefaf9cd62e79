// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_packing.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

namespace dateline::timeline {

namespace {

using Indices = std::vector<std::size_t>;

// A mark in a pile is drawn as part of a strip at its middle, half of this to each side.
constexpr double sliverWidth = 2;

class LanePacker
{
public:
    LanePacker(std::span<const Extent> extents, const PackingRules &rules)
        : m_extents(extents)
        , m_rules(rules)
        , m_rows(rules.rows)
    {}

    PackedLane pack();

private:
    bool place(std::size_t index);
    bool meets(const Extent &a, const Extent &b, double label) const;
    void swallow();
    void mergePiles(std::vector<Pile> &piles, double label) const;
    [[nodiscard]] bool meetsPile(const Extent &extent) const;
    void addUnder(std::size_t index);

    std::span<const Extent> m_extents;
    PackingRules m_rules;
    std::vector<Indices> m_rows; ///< indices in each sub-row, from left to right
    PackedLane m_lane;
};

PackedLane LanePacker::pack()
{
    Indices order(m_extents.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_extents[i].from; });
    double shortest = 0;
    for (const Extent &extent : m_extents)
        shortest = shortest > 0 ? std::min(shortest, extent.width()) : extent.width();
    const auto isLong
        = [this, shortest](std::size_t i) { return m_extents[i].width() > longFactor * shortest; };
    const auto firstLong = std::ranges::stable_partition(order, std::not_fn(isLong)).begin();

    for (auto it = order.begin(); it != firstLong; ++it) {
        if (!place(*it))
            m_lane.piles.push_back({m_extents[*it], {*it}});
    }
    swallow();
    for (auto it = firstLong; it != order.end(); ++it) {
        if (meetsPile(m_extents[*it]) || !place(*it))
            addUnder(*it);
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        for (const std::size_t index : m_rows[row])
            m_lane.marks.push_back({index, row});
        if (!m_rows[row].empty() || !m_lane.piles.empty())
            m_lane.rowsUsed = row + 1;
    }
    return std::move(m_lane);
}

bool LanePacker::meets(const Extent &a, const Extent &b, double label) const
{
    return a.from < b.to + m_rules.gap + label && b.from < a.to + m_rules.gap;
}

/// First fit. A sub-row stays sorted, so only its neighbours can be in the way; most marks come
/// from left to right and go to its end.
bool LanePacker::place(std::size_t index)
{
    const Extent &extent = m_extents[index];
    const auto fromOf = [this](std::size_t i) { return m_extents[i].from; };
    for (Indices &row : m_rows) {
        const bool isLast = row.empty() || fromOf(row.back()) <= extent.from;
        const auto next
            = isLast ? row.end() : std::ranges::upper_bound(row, extent.from, {}, fromOf);
        if (next != row.end() && meets(extent, m_extents[*next], 0))
            continue;
        if (next != row.begin() && meets(extent, m_extents[*std::prev(next)], 0))
            continue;
        row.insert(next, index);
        return true;
    }
    return false;
}

/// Takes the placed marks that a pile covers into it, until piles and marks are apart.
void LanePacker::swallow()
{
    mergePiles(m_lane.piles, m_rules.pileLabel);
    bool grown = !m_lane.piles.empty();
    while (grown) {
        grown = false;
        for (Indices &row : m_rows) {
            std::erase_if(row, [this, &grown](std::size_t index) {
                const Extent &extent = m_extents[index];
                const auto pile = std::ranges::find_if(m_lane.piles, [&](const Pile &p) {
                    return meets(extent, p.extent, m_rules.pileLabel);
                });
                if (pile == m_lane.piles.end())
                    return false;
                pile->indices.push_back(index);
                const double middle = extent.centre();
                pile->extent.from = std::min(pile->extent.from, middle - sliverWidth / 2);
                pile->extent.to = std::max(pile->extent.to, middle + sliverWidth / 2);
                grown = true;
                return true;
            });
        }
        mergePiles(m_lane.piles, m_rules.pileLabel);
    }
    // What was in the way of a mark can have gone into another pile.
    std::erase_if(m_lane.piles, [this](const Pile &pile) {
        return pile.indices.size() == 1 && place(pile.indices.front());
    });
    for (Pile &pile : m_lane.piles)
        std::ranges::sort(pile.indices);
}

void LanePacker::mergePiles(std::vector<Pile> &piles, double label) const
{
    std::ranges::sort(piles, {}, [](const Pile &pile) { return pile.extent.from; });
    std::vector<Pile> merged;
    for (Pile &pile : piles) {
        if (merged.empty() || !meets(pile.extent, merged.back().extent, label)) {
            merged.push_back(std::move(pile));
            continue;
        }
        Pile &last = merged.back();
        last.extent.to = std::max(last.extent.to, pile.extent.to);
        last.indices.insert(last.indices.end(), pile.indices.begin(), pile.indices.end());
    }
    piles = std::move(merged);
}

bool LanePacker::meetsPile(const Extent &extent) const
{
    return std::ranges::any_of(m_lane.piles, [&](const Pile &pile) {
        return meets(extent, pile.extent, m_rules.pileLabel);
    });
}

/// Long marks come from left to right, so only the last line can meet the new one.
void LanePacker::addUnder(std::size_t index)
{
    const Extent &extent = m_extents[index];
    if (m_lane.under.empty() || !meets(extent, m_lane.under.back().extent, 0)) {
        m_lane.under.push_back({extent, {index}});
        return;
    }
    Pile &last = m_lane.under.back();
    last.extent.to = std::max(last.extent.to, extent.to);
    last.indices.insert(std::ranges::lower_bound(last.indices, index), index);
}

} // namespace

PackedLane packLane(std::span<const Extent> extents, const PackingRules &rules)
{
    return LanePacker(extents, rules).pack();
}

} // namespace dateline::timeline
