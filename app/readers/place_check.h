// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_check.h>
#include <readers/record_report.h>

namespace dateline::readers {

/// Says which places lie outside the country that they name.
void checkPlaces(const events::Dataset &dataset, const CountryDistance &kilometresOutside,
                 RecordReport &report);

} // namespace dateline::readers
