// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace dateline::timeline {

/// What a mark takes up along the time axis, in pixels; from ≤ to.
struct Extent
{
    double from = 0;
    double to = 0;

    [[nodiscard]] double width() const { return to - from; }
    [[nodiscard]] double centre() const { return (from + to) / 2; }

    friend bool operator==(const Extent &, const Extent &) = default;
};

/// What two extents reach over; one that is empty adds nothing.
[[nodiscard]] inline Extent united(const Extent &a, const Extent &b)
{
    if (a.width() <= 0 || b.width() <= 0)
        return a.width() <= 0 ? b : a;
    return {std::min(a.from, b.from), std::max(a.to, b.to)};
}

/// A mark that has a place of its own: the index of its extent and its sub-row from the top.
struct PackedMark
{
    std::size_t index = 0;
    std::size_t subRow = 0;

    friend bool operator==(const PackedMark &, const PackedMark &) = default;
};

/// Marks shown together with their number.
struct Pile
{
    Extent extent; ///< of the middles of all its marks, and of a symbol at least
    std::vector<std::size_t> indices; ///< ascending

    friend bool operator==(const Pile &, const Pile &) = default;
};

struct PackedLane
{
    std::vector<PackedMark> marks;
    std::vector<Pile> piles; ///< over all sub-rows, two marks or more each, from left to right
    std::vector<Pile> under; ///< thin lines below the sub-rows, one mark or more each
    std::size_t rowsUsed = 0; ///< 0 for an empty lane; all of them where there is a pile
};

struct PackingRules
{
    std::size_t rows = 1; ///< sub-rows of the lane, at least 1
    double gap = 1; ///< least distance between marks in one sub-row
    double pileLabel = 0; ///< what a pile takes up to the right of its extent, for its number
};

/// Packs marks into the sub-rows of a lane, so that each mark is in exactly one of three places
/// and nothing overlaps: alone in its part of a sub-row while marks are few; in a pile where
/// more meet than there are sub-rows (marks elsewhere are not concerned); or, for marks more
/// than `longFactor` times as long as the shortest that find no sub-row, on the line below,
/// where long ones that meet are one pile: days never vanish behind a year, nor a year among days.
/// Pure and deterministic; `extents` in any order, as long as they are finite.
[[nodiscard]] PackedLane packLane(std::span<const Extent> extents, const PackingRules &rules);

inline constexpr double longFactor = 3;

} // namespace dateline::timeline
