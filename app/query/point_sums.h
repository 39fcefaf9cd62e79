// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/row_set.h>

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::query {

/// Sums what Clusters need to know over any set of events at a point, 64 rows at a time: positions
/// from the columns, kinds and denials as counts of bits that a set has in common with the rows of
/// each kind. Private to ClusterGrid.
class PointSums
{
public:
    /// With more kinds their bits would take more memory than the columns; isEmpty() then.
    static constexpr std::size_t mostKinds = 16;

    /// The dataset must outlive the sums.
    explicit PointSums(const events::Dataset &dataset);

    [[nodiscard]] bool isEmpty() const { return m_planes.empty(); }

    /// Coordinates are summed as whole numbers of 2^-30 of the world (4 cm), so that adding and
    /// taking away is exact and in any order.
    static constexpr float stepsInWorld = 1U << 30U;
    [[nodiscard]] static std::int32_t stepsOf(float unit)
    {
        return std::int32_t(unit * stepsInWorld);
    }

    struct Sums
    {
        std::int64_t x = 0;
        std::int64_t y = 0;
        std::uint32_t count = 0;
    };

    /// Over the rows [begin, end), at a point, that are in `rows`. `tallies` gets the number of
    /// rows of each kind, then of those that are denied; it has as many elements. Not when
    /// isEmpty().
    [[nodiscard]] Sums sum(const RowSet &rows, events::Row begin, events::Row end,
                           std::span<std::uint32_t> tallies) const;

private:
    const events::EventColumns &m_columns;
    std::size_t m_stride; ///< planes
    std::vector<std::uint64_t>
        m_planes; ///< bits of 64 rows: a plane for each kind, one for denials
};

} // namespace dateline::query
