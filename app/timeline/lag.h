// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>

#include <QLocale>
#include <QString>

namespace dateline::timeline {

/// How long after something happened, or began, it was reported, in calendar units and no more
/// exactly than both dates allow: "2 years 3 months after", "5 to 17 months after", "the same day",
/// "up to 4 months after it began". Empty when either beginning is open.
[[nodiscard]] QString lagPhrase(const events::Edtf &happened, const events::Edtf &reported,
                                const QLocale &locale = QLocale());

} // namespace dateline::timeline
