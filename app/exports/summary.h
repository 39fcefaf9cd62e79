// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <QByteArray>
#include <QLocale>
#include <QString>

namespace dateline::exports {

/// What a dataset holds, as JSON: `dataset`, `events` (how many), `by_kind`, `by_country`,
/// `no_country`, `by_standing`, `totals`; and, when the package counts a kind, how the counted
/// things are located, under the package's plural for them: {located, country_only, unlocated,
/// by_country}. by_country is keyed by ISO 3166-1 alpha-2 and counts events; inside the counted
/// things it counts those. by_country and no_country add up to events. Indented, UTF-8.
[[nodiscard]] QByteArray summaryJson(const events::Dataset &dataset);

/// The same for people: aligned lines of text, each ends with '\n'.
[[nodiscard]] QString summaryText(const events::Dataset &dataset,
                                  const QLocale &locale = QLocale());

} // namespace dateline::exports
