// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>

#include <Qt>

#include <cstdint>

namespace dateline::workspace {

/// By what a step of the play head goes.
enum class StepUnit : std::uint8_t { Event, Day, Week, Month, Quarter, Year };
inline constexpr std::size_t stepUnitCount = 6;

/// The day, week, month, quarter or year (UTC) that a finite moment lies in; for Event the moment
/// itself. Weeks begin on `firstDay`.
[[nodiscard]] events::TimeSpan unitAround(events::Instant at, StepUnit unit,
                                          Qt::DayOfWeek firstDay = Qt::Monday);

/// How many days the unit has on average; 1 for Event.
[[nodiscard]] double daysOf(StepUnit unit);

} // namespace dateline::workspace
