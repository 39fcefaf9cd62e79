// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include "synthetic_events.h"

namespace dateline::tests {

/// The events as tables that a reader would hand over: each at a moment and at a place of its own
/// (or a country's), with one claim, a bureau and a tag, without text. An event's kind is its
/// kind's row; bureaus are named "bureau-N", standings follow SyntheticEvent::standing.
[[nodiscard]] events::DatasetTables syntheticTables(const std::vector<SyntheticEvent> &synthetic);

/// SyntheticEvent::standing as the program knows it.
inline constexpr std::array<events::Standing, syntheticStandings> syntheticStandingList{
    events::Standing::SingleClaim, events::Standing::OfficiallyConfirmed,
    events::Standing::Denied,      events::Standing::Disputed,
    events::Standing::Closed,      events::Standing::ConcludedWithoutFinding,
};

} // namespace dateline::tests
