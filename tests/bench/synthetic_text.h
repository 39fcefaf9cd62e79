// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

#include "synthetic_events.h"

/// The words of synthetic events: about bridges and harbours, so that they take no side.
namespace dateline::tests {

/// Names of the kinds, as tables use them.
inline constexpr std::array<std::string_view, syntheticKinds> syntheticKindNames{
    "survey", "meeting", "market", "ceremony", "repair", "arrival", "departure", "reading"};

inline constexpr std::array<std::string_view, syntheticTags> syntheticTagNames{
    "morning", "evening", "harbour-side", "river",  "annual",    "first-time",
    "public",  "weekend", "rain",         "school", "volunteer", "museum-night"};

/// A title in English, with letters beyond ASCII, in Chinese or in Arabic; one in ten holds a
/// comma, some a quotation mark.
[[nodiscard]] std::string syntheticTitle(const SyntheticEvent &event, SyntheticRandom &random);

/// The event's date as EDTF: days, moments, months, years, seasons, "~", "?", digits that are not
/// known, intervals, open ends; empty for an undated event.
[[nodiscard]] std::string syntheticDate(const SyntheticEvent &event, SyntheticRandom &random);

/// The day `days` after the event began, YYYY-MM-DD.
[[nodiscard]] std::string syntheticDay(const SyntheticEvent &event, std::int64_t days);

} // namespace dateline::tests
