// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/record_report.h>

namespace dateline::readers {

/// Whether everything is reached and everything that is named exists: actors, sources and places
/// that no claim, total or event leads to, stories without steps, ids in datapackage.json and in
/// the views of stories that the tables do not have.
void checkUse(const events::Dataset &dataset, RecordReport &report);

} // namespace dateline::readers
