// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timescale.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline::timeline {

/// The windows of a brush: in order, not overlapping, none empty (query::Filters::windows).
using Windows = std::vector<events::TimeSpan>;

enum class BrushPart : std::uint8_t { From, To, Middle };

/// What of a brush lies under the pointer.
struct BrushHit
{
    std::size_t window = 0;
    BrushPart part = BrushPart::Middle;

    friend bool operator==(const BrushHit &, const BrushHit &) = default;
};

/// The part of a brush at a pixel: an edge within `tolerance` pixels of it, the nearest one, else
/// the middle of a window; nothing outside. Of two edges at one pixel the one that can move
/// towards the pixel.
[[nodiscard]] std::optional<BrushHit> hitBrush(std::span<const events::TimeSpan> windows,
                                               const TimeScale &scale, double pixel,
                                               double tolerance);

/// The one of `edges` (ascending, not empty) that is nearest to a moment.
[[nodiscard]] events::Instant nearestEdge(events::Instant at,
                                          std::span<const events::Instant> edges);

/// A drag on a brush: what it began with and where. Values of a gesture, not of a widget.
struct BrushDrag
{
    Windows before; ///< the windows that stay as they are
    events::TimeSpan dragged; ///< the window under the pointer when the drag began
    std::optional<BrushPart> part; ///< nothing for a new window
    events::Instant pressed = 0; ///< the moment under the pointer when the drag began

    /// All windows with the pointer at `at`. Edges land on the nearest of `edges`, unless there
    /// are none; a moved window keeps its length, or, from edge to edge, its months or weeks. An
    /// edge dragged over the other one turns the window around. A new window that is still empty
    /// is left out.
    [[nodiscard]] Windows at(events::Instant at, std::span<const events::Instant> edges) const;
};

/// Begins a drag at a pixel. `add` starts a new window beside the others wherever it begins;
/// otherwise a new window replaces them.
[[nodiscard]] BrushDrag beginDrag(std::span<const events::TimeSpan> windows, const TimeScale &scale,
                                  double pixel, double tolerance, bool add);

} // namespace dateline::timeline
