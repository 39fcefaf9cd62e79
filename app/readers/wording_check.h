// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/record_report.h>

namespace dateline::readers {

/// Lints what the dataset says (TextLint). In its own voice a finding is an error. A claim speaks
/// for its claimant: there it is a warning, since what looks like the editors' word may be the
/// claimant's. Titles of sources and names of actors are theirs and are left alone.
void checkWording(const events::Dataset &dataset, RecordReport &report);

} // namespace dateline::readers
