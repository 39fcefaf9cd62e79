// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dateline::events {

/// How to mend an expression that is not EDTF, guessed from the usual ways to write a date
/// otherwise ("2015-2019", "May 2016", "c. 2016", "201u", "now"). Never empty.
[[nodiscard]] QString edtfHint(QStringView expression);

} // namespace dateline::events
