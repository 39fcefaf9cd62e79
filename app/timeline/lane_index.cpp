// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_index.h>

#include <events/keyed_rows.h>
#include <events/side_by_side.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>
#include <ranges>

namespace dateline::timeline {

using events::Instant;
using events::Row;

Instant middleOf(const events::FuzzyInterval &bounds)
{
    if (bounds.earliestStart == events::distantPast)
        return bounds.latestEnd - 1;
    if (bounds.latestEnd == events::distantFuture)
        return bounds.earliestStart;
    return std::midpoint(bounds.earliestStart, bounds.latestEnd);
}

namespace {

/// The farther of the two ways from the middle to an end of a date.
std::uint64_t reachOf(const events::FuzzyInterval &bounds, Instant middle)
{
    // Between the ends of all time lie more milliseconds than a signed number holds.
    return std::max(std::uint64_t(middle) - std::uint64_t(bounds.earliestStart),
                    std::uint64_t(bounds.latestEnd) - std::uint64_t(middle));
}

Instant later(Instant moment, std::uint64_t by)
{
    return std::uint64_t(events::distantFuture) - std::uint64_t(moment) < by
        ? events::distantFuture
        : Instant(std::uint64_t(moment) + by);
}

Instant earlier(Instant moment, std::uint64_t by)
{
    return std::uint64_t(moment) - std::uint64_t(events::distantPast) < by
        ? events::distantPast
        : Instant(std::uint64_t(moment) - by);
}

std::vector<Row> barEndsOf(const LaneIndex &index, const TimeScale &scale, double barWidth)
{
    const LaneIndex::Stretch all = index.within(scale.span);
    std::vector<Row> ends;
    std::size_t end = all.begin;
    for (double x = barWidth; x < scale.width + barWidth; x += barWidth) {
        end = std::min(all.end, index.position(scale.toInstant(scale.left + x), end));
        ends.push_back(Row(end));
    }
    return ends;
}

} // namespace

LaneOrder::LaneOrder(std::span<const Row> dated, std::span<const Row> undated,
                     const ClockDates &dates)
    : rows(dated.begin(), dated.end())
    , denied(dated.size() + undated.size())
{
    std::vector<std::uint64_t> keys(rows.size());
    dates.forEachBounds(rows, [&](std::size_t i, const events::FuzzyInterval &bounds) {
        keys[i] = events::keyOf(middleOf(bounds));
    });
    // Events of one day stay in the order of their starts.
    events::sortByKey(rows, keys);
    middles.reserve(rows.size());
    for (const std::uint64_t key : keys)
        middles.append(events::momentOf(key));
    dates.forEachBounds(rows, [&](std::size_t i, const events::FuzzyInterval &bounds) {
        const auto width = std::size_t(std::bit_width(reachOf(bounds, middles[i])));
        byReach.at(width).push_back(Row(i));
    });
    rows.insert(rows.end(), undated.begin(), undated.end());
    standings.fill(bitsets::RowSet(rows.size()));
    const events::EventColumns &columns = dates.dataset().columns();
    for (std::size_t begin = 0; begin < rows.size(); begin += 64) {
        const std::size_t end = std::min(begin + 64, rows.size());
        std::uint64_t isDenied = 0;
        std::array<std::uint64_t, events::standingCount> has{};
        for (std::size_t at = begin; at < end; ++at) {
            const std::uint64_t bit = std::uint64_t(1) << (at - begin);
            isDenied |= columns.isDenied(rows[at]) ? bit : 0;
            has.at(std::size_t(columns.standing(rows[at]))) |= bit;
        }
        denied.setWord(begin / 64, isDenied);
        for (std::size_t i = 0; i < has.size(); ++i)
            standings.at(i).setWord(begin / 64, has.at(i));
    }
}

LaneIndex::LaneIndex(std::shared_ptr<const LaneOrder> order, const bitsets::RowSet &packed,
                     const bitsets::RowSet &passing)
    : m_order(std::move(order))
    , m_packed(packed.positionsIn(m_order->rows))
    , m_passing(positionsOf(passing))
{}

LaneIndex::LaneIndex(const LaneIndex &other, const bitsets::RowSet &passing)
    : m_order(other.m_order)
    , m_packed(other.m_packed)
    , m_passing(positionsOf(passing))
{}

LaneIndex::Stretch LaneIndex::within(const events::TimeSpan &span) const
{
    const std::size_t begin = position(span.from);
    return {begin, position(span.to, begin)};
}

LaneIndex::Stretch LaneIndex::undated() const
{
    return {m_order->middles.size(), m_order->rows.size()};
}

LaneIndex::Reaching LaneIndex::reaching(const events::TimeSpan &span, const ClockDates &dates) const
{
    const Stretch inside = within(span);
    std::array<std::vector<Row>, 2> found;
    for (std::size_t bits = 0; bits < m_order->byReach.size(); ++bits) {
        const std::vector<Row> &positions = m_order->byReach.at(bits);
        if (positions.empty())
            continue;
        const std::uint64_t most = bits == 64 ? std::uint64_t(-1) : (std::uint64_t(1) << bits) - 1;
        const std::size_t end = position(later(span.to, most), inside.end);
        const std::array stretches{Stretch{position(earlier(span.from, most)), inside.begin},
                                   Stretch{inside.end, end}};
        for (std::size_t side = 0; side < stretches.size(); ++side) {
            auto at = std::ranges::lower_bound(positions, Row(stretches.at(side).begin));
            for (; at != positions.end() && *at < stretches.at(side).end; ++at)
                if (m_packed.contains(*at)
                    && events::possiblyTouches(dates.bounds(m_order->rows[*at]), span))
                    found.at(side).push_back(*at);
        }
    }
    for (std::vector<Row> &positions : found) {
        std::ranges::sort(positions);
        for (Row &position : positions)
            position = m_order->rows[position];
    }
    return {std::move(found[0]), std::move(found[1])};
}

std::size_t LaneIndex::position(Instant moment, std::size_t after) const
{
    const events::InstantColumn &middles = m_order->middles;
    // Mostly it is near, and what lies between is in no cache.
    std::size_t step = 1;
    while (after + step <= middles.size() && middles[after + step - 1] < moment) {
        after += step;
        step *= 2;
    }
    const auto positions
        = std::views::iota(Row(after), Row(std::min(after + step, middles.size())));
    const auto middleAt = [&middles](Row at) { return middles[at]; };
    return after
        + std::size_t(std::ranges::lower_bound(positions, moment, {}, middleAt)
                      - positions.begin());
}

std::size_t LaneIndex::count(Stretch stretch) const
{
    return m_packed.count(Row(stretch.begin), Row(stretch.end));
}

LaneIndex::Summary LaneIndex::summary(Stretch stretch) const
{
    Summary summary;
    const auto begin = Row(stretch.begin);
    const auto end = Row(stretch.end);
    summary.all = std::uint32_t(m_packed.count(begin, end));
    if (summary.all == 0)
        return summary;
    summary.passing = std::uint32_t(m_passing.count(begin, end));
    const std::vector<std::uint64_t> &packed = m_packed.words();
    for (std::size_t word = begin / 64; word * 64 < end; ++word) {
        std::uint64_t bits = packed[word];
        if (word == begin / 64)
            bits &= ~std::uint64_t(0) << (begin % 64);
        if (end - word * 64 < 64)
            bits &= (std::uint64_t(1) << (end % 64)) - 1;
        if (bits == 0)
            continue;
        if (summary.first == events::noRow)
            summary.first = m_order->rows[word * 64 + std::size_t(std::countr_zero(bits))];
        summary.denied += std::uint32_t(std::popcount(bits & m_order->denied.words()[word]));
        for (std::size_t standing = 0; standing < events::standingCount; ++standing)
            if ((bits & m_order->standings.at(standing).words()[word]) != 0)
                summary.standings |= std::uint8_t(1U << standing);
    }
    return summary;
}

bitsets::RowSet LaneIndex::positionsOf(const bitsets::RowSet &rows) const
{
    bitsets::RowSet positions = rows.positionsIn(m_order->rows);
    positions &= m_packed;
    return positions;
}

std::vector<Row> LaneIndex::rows(Stretch stretch) const
{
    std::vector<Row> rows;
    m_packed.forEach(Row(stretch.begin), Row(stretch.end),
                     [&](Row position) { rows.push_back(m_order->rows[position]); });
    return rows;
}

std::optional<std::uint16_t> LaneIndex::commonKind(Stretch stretch,
                                                   std::span<const std::uint8_t> kindOfRow) const
{
    std::optional<std::uint16_t> kind;
    for (std::size_t at = stretch.begin; at < stretch.end; ++at) {
        if (!m_packed.contains(Row(at)))
            continue;
        const std::uint16_t other = kindOfRow[m_order->rows[at]];
        if (kind && *kind != other)
            return std::nullopt;
        kind = other;
    }
    return kind;
}

bool LaneIndex::contains(Row row, Instant middle, Stretch stretch) const
{
    const std::size_t dated = m_order->middles.size();
    const std::size_t from = stretch.begin < dated ? position(middle) : dated;
    for (std::size_t at = std::max(stretch.begin, from);
         at < stretch.end && (at >= dated || m_order->middles[at] == middle); ++at)
        if (m_order->rows[at] == row)
            return m_packed.contains(Row(at));
    return false;
}

void LaneIndexes::dropCounts()
{
    for (Known &lane : m_lanes)
        lane.isCurrent = false;
}

void LaneIndexes::prepare(std::span<const Lane> lanes, const std::vector<bool> &isWanted,
                          const ClockDates &dates)
{
    m_lanes.resize(std::max(m_lanes.size(), lanes.size()));
    std::vector<std::size_t> missing;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        if (m_lanes[i].order || !isWanted[i])
            continue;
        missing.push_back(i);
        rows += lanes[i].size();
    }
    std::ranges::sort(missing, std::greater(), [lanes](std::size_t i) { return lanes[i].size(); });
    std::vector<std::function<void()>> tasks;
    for (const std::size_t i : missing) {
        tasks.emplace_back([&known = m_lanes[i], &lane = lanes[i], &dates] {
            known.order = std::make_shared<LaneOrder>(lane.rows, lane.undated, dates);
        });
    }
    events::sharedOut(rows, tasks);
}

CountedLane LaneIndexes::get(std::size_t at, const Lane &lane, const ClockDates &dates,
                             const bitsets::RowSet &packed, const bitsets::RowSet &passing,
                             const TimeScale &scale, double barWidth)
{
    m_lanes.resize(std::max(m_lanes.size(), at + 1));
    // A brush or a play head changes what passes, and nothing that has a place.
    if (packed != m_packed) {
        m_packed = packed;
        for (Known &known : m_lanes)
            known.index.reset();
    }
    Known &known = m_lanes[at];
    if (!known.order)
        known.order = std::make_shared<LaneOrder>(lane.rows, lane.undated, dates);
    if (!known.index)
        known.index = std::make_shared<LaneIndex>(known.order, packed, passing);
    else if (!known.isCurrent)
        known.index = std::make_shared<LaneIndex>(*known.index, passing);
    known.isCurrent = true;
    if (!known.barEnds || known.scale != scale) {
        known.barEnds
            = std::make_shared<const std::vector<Row>>(barEndsOf(*known.index, scale, barWidth));
        known.scale = scale;
    }
    return {known.index, known.barEnds};
}

} // namespace dateline::timeline
