// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>

namespace dateline::timeline {

/// Maps a span of time onto pixels [left, left + width). Pure; nothing is clamped.
///
/// Degenerate when the span or the width is not greater than 0: then every finite moment is at
/// `left` and every pixel is at the beginning of the span.
struct TimeScale
{
    events::TimeSpan span{0, 1};
    double left = 0;
    double width = 0;

    [[nodiscard]] double right() const { return left + width; }
    [[nodiscard]] bool isDegenerate() const { return !(width > 0) || span.from >= span.to; }

    /// Pixels for a duration of one millisecond; 0 when degenerate.
    [[nodiscard]] double pixelsPerMillisecond() const;

    /// The pixel of a moment. distantPast and distantFuture are at minus and plus infinity.
    [[nodiscard]] double toPixel(events::Instant at) const;

    /// The moment at a pixel, rounded to a millisecond; moments beyond what an Instant tells
    /// become its last finite ones. toInstant(toPixel(t)) is t where a pixel is at least 1 ms.
    [[nodiscard]] events::Instant toInstant(double pixel) const;

    friend bool operator==(const TimeScale &, const TimeScale &) = default;
};

/// What a person can see at most and at least. `widest` is finite; 0 < shortest ≤ its length.
struct ZoomLimits
{
    events::TimeSpan widest;
    events::Instant shortest = events::millisecondsPerSecond;

    friend bool operator==(const ZoomLimits &, const ZoomLimits &) = default;
};

/// The length of a span in milliseconds; that of an unbounded or very long one is the largest
/// finite Instant.
[[nodiscard]] events::Instant lengthOf(const events::TimeSpan &span);

/// `at` + `by`, staying finite.
[[nodiscard]] events::Instant shifted(events::Instant at, events::Instant by);

/// Whether a span begins or ends nowhere.
[[nodiscard]] bool isOpenEnded(const events::TimeSpan &span);

/// `span` moved by `by` milliseconds; its length stays except at the ends of what can be told, and
/// an open end stays open.
[[nodiscard]] events::TimeSpan shifted(const events::TimeSpan &span, events::Instant by);

/// `span` moved, and shortened only when it is longer than `bounds`, to lie within `bounds`.
[[nodiscard]] events::TimeSpan movedInto(const events::TimeSpan &span,
                                         const events::TimeSpan &bounds);

/// `span` with its length multiplied by `factor` > 0 (less than 1 zooms in) so that `moment`
/// keeps its place in it; then within the limits, where the place can change at their edges.
/// Gives `span` back when it is already at the limit.
[[nodiscard]] events::TimeSpan zoomedAbout(const events::TimeSpan &span, events::Instant moment,
                                           double factor, const ZoomLimits &limits);

/// `span` with `share` of its length added at both sides, at least `least` milliseconds; finite.
[[nodiscard]] events::TimeSpan padded(const events::TimeSpan &span, double share,
                                      events::Instant least = 0);

} // namespace dateline::timeline
