// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/compact_column.h>
#include <events/fuzzy_interval.h>

#include <unordered_map>
#include <vector>

namespace dateline::events {

/// The bounds of events but the first, the earliest start, as one of few shapes: how far the other
/// three lie behind it. A million events that are known to the day share one shape, those known to
/// the month four. Rows are only appended.
class IntervalShapes
{
public:
    void reserve(std::size_t rows) { m_shapeOf.reserve(rows); }
    void append(const FuzzyInterval &bounds);

    [[nodiscard]] std::size_t size() const { return m_shapeOf.size(); }

    /// The bounds of `row` < size(), which begins at `earliestStart`.
    [[nodiscard]] FuzzyInterval at(Row row, Instant earliestStart) const
    {
        const Shape &shape = m_shapes[m_shapeOf[row]];
        const auto behind = [earliestStart](std::uint64_t distance) {
            return Instant(std::uint64_t(earliestStart) + distance);
        };
        return {earliestStart, behind(shape.latestStart), behind(shape.earliestEnd),
                behind(shape.latestEnd)};
    }

    /// Asks for the memory that at() begins with; see events::fetch().
    void fetchAt(Row row) const { m_shapeOf.fetchAt(row); }

    /// The same shapes with rows in the order given: row i is this one's row order[i]. Nothing can
    /// be appended to them.
    [[nodiscard]] IntervalShapes reordered(const std::vector<Row> &order) const;

    /// The memory that they take.
    [[nodiscard]] std::size_t bytes() const
    {
        return m_shapeOf.bytes() + m_shapes.size() * sizeof(Shape);
    }

private:
    /// Distances from the earliest start, modulo 2^64, so that infinities need no other rule.
    struct Shape
    {
        std::uint64_t latestStart = 0;
        std::uint64_t earliestEnd = 0;
        std::uint64_t latestEnd = 0;

        friend bool operator==(const Shape &, const Shape &) = default;
    };
    struct Hash
    {
        std::size_t operator()(const Shape &shape) const;
    };

    std::vector<Shape> m_shapes;
    CompactColumn m_shapeOf;
    std::unordered_map<Shape, std::uint32_t, Hash> m_numbers; ///< of the first shapes, to find them
};

} // namespace dateline::events
