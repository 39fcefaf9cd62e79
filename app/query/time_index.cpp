// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/time_index.h>

namespace dateline::query {

using events::Row;
using events::TimeSpan;

namespace {

std::vector<Row> datedRows(const events::Dataset &dataset)
{
    std::vector<Row> rows;
    rows.reserve(dataset.size());
    for (Row row = 0; row < dataset.size(); ++row) {
        if (!dataset.columns().bounds(row).isUnbounded())
            rows.push_back(row);
    }
    return rows;
}

} // namespace

TimeIndex::TimeIndex(const events::Dataset &dataset)
    : m_size(dataset.size())
    , m_byStart(datedRows(dataset), dataset.columns().earliestStart, m_size)
    , m_byEnd(datedRows(dataset), dataset.columns().latestEnd, m_size)
{}

RowSet TimeIndex::meeting(std::span<const TimeSpan> windows, Containment containment,
                          std::vector<WindowEdges> &edges) const
{
    edges.resize(windows.size());
    RowSet rows;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const TimeSpan &window = windows[i];
        auto &[begun, ended] = edges[i];
        if (window.from >= window.to)
            continue;
        RowSet one;
        if (containment == Containment::Touches) {
            // possiblyTouches: begun before the window's end, and not ended at its beginning.
            m_byStart.resize(begun, m_byStart.before(window.to));
            m_byEnd.resize(ended, m_byEnd.upTo(window.from));
            one.setDifference(begun.rows, ended.rows);
        } else {
            // certainlyWithin: ended at the window's end, and not begun before its beginning.
            m_byEnd.resize(ended, m_byEnd.upTo(window.to));
            m_byStart.resize(begun, m_byStart.before(window.from));
            one.setDifference(ended.rows, begun.rows);
        }
        if (rows.size() == 0)
            rows = std::move(one);
        else
            rows |= one;
    }
    return rows.size() == 0 ? RowSet(m_size) : rows;
}

} // namespace dateline::query
