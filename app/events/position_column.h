// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fetch.h>
#include <events/point_group.h>
#include <events/records.h>
#include <events/web_mercator.h>

#include <vector>

namespace dateline::events {

/// Where events are, in Mercator units [0, 1], for one row after another. The x of eight rows lie
/// beside their y, in one line of a processor's cache, so that whoever needs an event anywhere in
/// memory waits for it once, while loops over many still find eight numbers to compute with at a
/// time.
class PositionColumn
{
public:
    /// How many rows there are.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Until they are set, rows are anywhere.
    void resize(std::size_t rows)
    {
        m_size = rows;
        m_groups.resize((rows + PointGroup::rows - 1) / PointGroup::rows);
    }

    // Of a row < size():

    [[nodiscard]] float x(Row row) const
    {
        return m_groups[row / PointGroup::rows].x[row % PointGroup::rows];
    }
    [[nodiscard]] float y(Row row) const
    {
        return m_groups[row / PointGroup::rows].y[row % PointGroup::rows];
    }
    [[nodiscard]] MercatorPoint at(Row row) const { return {double(x(row)), double(y(row))}; }
    void set(Row row, float x, float y)
    {
        PointGroup &group = m_groups[row / PointGroup::rows];
        group.x[row % PointGroup::rows] = x;
        group.y[row % PointGroup::rows] = y;
    }
    /// Asks for the memory of a row that will be read soon.
    void fetchAt(Row row) const { fetch(&m_groups[row / PointGroup::rows]); }

    /// The rows from `first` on, a multiple of PointGroup::rows, in groups one after another.
    [[nodiscard]] const PointGroup *groupsFrom(Row first) const
    {
        return m_groups.data() + first / PointGroup::rows;
    }

    /// How much memory it takes.
    [[nodiscard]] std::size_t bytes() const { return m_groups.size() * sizeof(PointGroup); }

private:
    std::size_t m_size = 0;
    std::vector<PointGroup> m_groups;
};

} // namespace dateline::events
