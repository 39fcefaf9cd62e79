// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lanes.h>

#include <events/fetch.h>
#include <workspace/wording.h>

#include <algorithm>
#include <numeric>

namespace dateline::timeline {

using events::Row;

Lane::Slice Lane::touching(const events::TimeSpan &span, const ClockDates &dates) const
{
    const auto reaching = std::ranges::upper_bound(reach, span.from);
    const auto end = std::ranges::lower_bound(
        rows, span.to, {}, [&dates](Row row) { return dates.bounds(row).earliestStart; });
    const std::size_t first
        = std::min(std::size_t(reaching - reach.begin()) * rowsToReach, rows.size());
    return {first, std::max(first, std::size_t(end - rows.begin()))};
}

void Lane::append(Row row, events::Instant latestEnd)
{
    if (rows.size() % rowsToReach == 0)
        reach.push_back(reach.empty() ? events::distantPast : reach.back());
    reach.back() = std::max(reach.back(), latestEnd);
    rows.push_back(row);
}

query::Facet facetOf(workspace::Lens lens)
{
    switch (lens) {
    case workspace::Lens::Claimant:
        return query::Facet::Claimant;
    case workspace::Lens::Country:
        return query::Facet::Country;
    case workspace::Lens::Bureau:
        return query::Facet::Bureau;
    case workspace::Lens::Kind:
        break;
    }
    return query::Facet::Kind;
}

std::vector<Lane> lanesOf(const query::Crossfilter &crossfilter, workspace::Lens lens,
                          const ClockDates &dates)
{
    const events::Dataset &dataset = crossfilter.dataset();
    const query::Facet facet = facetOf(lens);
    const query::FacetIndex &index = crossfilter.facet(facet);

    std::vector<Lane> lanes(index.values().size());
    const std::vector<std::uint32_t> sizes = index.eventsWithValues();
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i].rows.reserve(sizes[i]);
    const std::span<const Row> rows = dates.byTime();
    events::forEachFetched(
        rows.size(),
        [&](std::size_t i) {
            dates.fetchBounds(rows[i]);
            index.fetchCodes(rows[i]);
        },
        [&](std::size_t i) {
            const events::FuzzyInterval bounds = dates.bounds(rows[i]);
            for (const std::uint32_t code : index.codesOf(rows[i])) {
                if (bounds.isUnbounded())
                    lanes[code].undated.push_back(rows[i]);
                else
                    lanes[code].append(rows[i], bounds.latestEnd);
            }
        });
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        Lane &lane = lanes[i];
        lane.value = index.values()[i];
        lane.code = std::uint32_t(i);
        lane.label = workspace::facetValueLabel(dataset, facet, lane.value);
        if (lens == workspace::Lens::Kind)
            lane.kind = dataset.kindIndex(lane.value);
    }
    std::erase_if(lanes, [](const Lane &lane) { return lane.size() == 0; });
    return lanes;
}

std::vector<bool> openLanes(std::span<const Lane> lanes, const bitsets::RowSet &packed)
{
    std::vector<bool> open(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto isPacked = [&packed](Row row) { return packed.contains(row); };
        open[i] = std::ranges::any_of(lanes[i].rows, isPacked)
            || std::ranges::any_of(lanes[i].undated, isPacked);
    }
    if (std::ranges::find(open, true) == open.end())
        open.assign(lanes.size(), true);
    return open;
}

std::vector<std::size_t> shareRows(std::span<const Lane> lanes, const std::vector<bool> &open,
                                   const std::vector<bool> &folded, std::size_t available)
{
    std::vector<std::size_t> rows(open.begin(), open.end());
    const auto given = std::size_t(std::ranges::count(open, true));
    for (std::size_t left = available - std::min(available, given); left > 0; --left) {
        std::size_t fullest = 0;
        double most = 0;
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            if (!open[i] || folded[i] || rows[i] >= lanes[i].rows.size())
                continue;
            const double share = double(lanes[i].rows.size()) / double(rows[i]);
            if (share > most) {
                most = share;
                fullest = i;
            }
        }
        if (most <= 1)
            break;
        ++rows[fullest];
    }
    return rows;
}

} // namespace dateline::timeline
