// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace dateline::workspace {

/// Where a turning point stands on a line of time: in the middle of when it may begin. Nothing when
/// that is open.
[[nodiscard]] std::optional<events::Instant> turningMoment(const events::TurningPoint &point);

/// Those of all turning points that have one, ascending, each once.
[[nodiscard]] std::vector<events::Instant> turningMoments(const events::PackageInfo &info);

/// The turning point that may begin at a moment, the one whose date says most when there are
/// several: an index of PackageInfo::turningPoints, or nothing.
[[nodiscard]] std::optional<std::size_t> turningPointOn(const events::PackageInfo &info,
                                                        events::Instant at);

/// "12 September 2022: Safeguard Defenders: 54 stations (according to A; denied by B)". Who states
/// it is left out where the point names no event.
[[nodiscard]] QString turningPointPhrase(const events::Dataset &dataset, std::size_t point,
                                         const QLocale &locale = QLocale());

} // namespace dateline::workspace
