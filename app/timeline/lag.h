// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>
#include <timeline/lane_packing.h>
#include <timeline/timescale.h>

#include <QLocale>
#include <QString>

#include <optional>

namespace dateline::timeline {

/// How long after something happened, or began, it was reported, in calendar units and no more
/// exactly than both dates allow: "2 years 3 months after", "5 to 17 months after", "the same day",
/// "up to 4 months after it began". Empty when either beginning is open.
[[nodiscard]] QString lagPhrase(const events::Edtf &happened, const events::Edtf &reported,
                                const QLocale &locale = QLocale());

/// Between which pixels of a scale something may have begun; nothing where that is open. What lasts
/// without an end has a beginning all the same.
[[nodiscard]] std::optional<Extent> beginningOn(const TimeScale &scale,
                                                const events::FuzzyInterval &bounds);

} // namespace dateline::timeline
