// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/filters.h>
#include <workspace/view_state.h>

#include <vector>

/// How far windows of time move so that an event which is chosen elsewhere is seen. All
/// milliseconds UTC; pure functions, for any thread.
namespace dateline::workspace {

/// Windows in order, those that overlap or touch as one, empty ones left out.
[[nodiscard]] std::vector<events::TimeSpan> normalized(std::vector<events::TimeSpan> windows);

/// `window` moved by the least that lets `interval` touch it. Its width stays; an open end of it
/// stays open. An open bound of the interval decides nothing, and one without any bound moves
/// nothing.
[[nodiscard]] events::TimeSpan movedToShow(events::TimeSpan window,
                                           const events::FuzzyInterval &interval);

/// The windows with the nearest of them moved by the least that lets `interval` pass them: touch
/// one, or, for Containment::Within, lie inside of one, which grows where it is too narrow. Where
/// that cannot be, because a bound of the interval is open, and where it passes already, they stay
/// as they are; else they are normalized. No windows stay none.
[[nodiscard]] std::vector<events::TimeSpan> movedToShow(std::vector<events::TimeSpan> windows,
                                                        query::Containment containment,
                                                        const events::FuzzyInterval &interval);

/// The head moved to where the interval may begin, unless it shows it already. What has no date is
/// shown by no head.
[[nodiscard]] PlayHead movedToShow(PlayHead head, const events::FuzzyInterval &interval);

} // namespace dateline::workspace
