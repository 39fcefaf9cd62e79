// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <workspace/view_state.h>

#include <optional>

namespace dateline::workspace {

/// The date that places an event on a clock: its own; that of the claim about it that may have been
/// the first; or that of the source of its claims that may have come out first. Of several the one
/// that can be earliest, then the one that must be over earliest. Nothing when none is dated.
[[nodiscard]] std::optional<events::Edtf> placingDate(const events::Dataset &dataset,
                                                      events::Row event, Clock clock);

/// The same without a copy, for loops over all events: null when none is dated. Not for the clock
/// Happened, whose dates are columns of the dataset. Valid as long as the dataset.
[[nodiscard]] const events::Edtf *reportingDate(const events::Dataset &dataset, events::Row event,
                                                Clock clock);

} // namespace dateline::workspace
