// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/time_index.h>

#include <events/keyed_rows.h>

#include <algorithm>

namespace dateline::query {

using bitsets::RowSet;
using events::Instant;
using events::Row;
using events::TimeSpan;

namespace {

/// In the order of the dataset, which has those without a date last.
std::span<const Row> datedRows(const events::Dataset &dataset)
{
    const auto isDated
        = [&dataset](Row row) { return !dataset.columns().bounds(row).isUnbounded(); };
    const auto end = std::ranges::partition_point(dataset.byTime(), isDated);
    return {dataset.byTime().begin(), end};
}

} // namespace

TimeIndex::TimeIndex(const events::Dataset &dataset)
    : m_columns(dataset.columns())
    , m_byStart(datedRows(dataset), dataset.size())
{
    std::vector<events::KeyedRow> keys;
    keys.reserve(m_byStart.rows().size());
    for (const Row row : m_byStart.rows())
        keys.push_back({events::keyOf(m_columns.bounds(row).latestEnd), row});
    if (std::ranges::is_sorted(keys, {}, &events::KeyedRow::key))
        return;
    events::sortByKey(keys);
    m_rowsByEnd.resize(keys.size());
    std::ranges::transform(keys, m_rowsByEnd.begin(), &events::KeyedRow::row);
    m_ownByEnd.emplace(m_rowsByEnd, dataset.size());
}

std::size_t TimeIndex::begunBefore(Instant moment) const
{
    const std::span<const Row> rows = byStart();
    const auto begun = [&](Row row) { return m_columns.earliestStart[row] < moment; };
    return std::size_t(std::ranges::partition_point(rows, begun) - rows.begin());
}

std::size_t TimeIndex::endedBy(Instant moment) const
{
    const std::span<const Row> rows = byEnd();
    const auto ended = [&](Row row) { return m_columns.bounds(row).latestEnd <= moment; };
    return std::size_t(std::ranges::partition_point(rows, ended) - rows.begin());
}

TimeIndex::Meeting TimeIndex::meeting(std::span<const TimeSpan> windows, Containment containment,
                                      std::vector<WindowEdges> &edges) const
{
    // An event that begins and ends between old edges and new ones, and so is listed twice, meets
    // neither window as long as any moment is enough to meet one.
    const bool isFollowed = containment == Containment::Touches && windows.size() == 1
        && edges.size() == 1 && edges[0].begun.rows.size() == m_columns.size()
        && windows[0].from < windows[0].to;
    edges.resize(windows.size());
    Meeting all;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const TimeSpan &window = windows[i];
        auto &[begun, ended] = edges[i];
        if (window.from >= window.to) {
            edges[i] = {};
            continue;
        }
        RowSet one;
        if (containment == Containment::Touches) {
            // possiblyTouches: begun before the window's end, and not ended at its beginning.
            all.moved = {m_byStart.resize(begun, begunBefore(window.to)),
                         orderOfEnd().resize(ended, endedBy(window.from))};
            one.setDifference(begun.rows, ended.rows);
            all.slice = {begun.length, ended.length};
        } else {
            // certainlyWithin: ended at the window's end, and not begun before its beginning.
            orderOfEnd().resize(ended, endedBy(window.to));
            m_byStart.resize(begun, begunBefore(window.from));
            one.setDifference(ended.rows, begun.rows);
            all.slice = {std::max(ended.length, begun.length), begun.length};
        }
        if (all.rows.size() == 0)
            all.rows = std::move(one);
        else
            all.rows |= one;
    }
    if (all.rows.size() == 0)
        all.rows = RowSet(m_columns.size());
    if (windows.size() != 1 || (containment == Containment::Within && !isOneOrder()))
        all.slice.reset();
    if (!isFollowed)
        all.moved = {};
    return all;
}

} // namespace dateline::query
