// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/record_report.h>

namespace dateline::readers {

/// Whether what is stated holds together: events that somebody states, answers that answer
/// somebody else's earlier claim, duplicates, the ledger, kinds that can be told apart.
void checkContent(const events::Dataset &dataset, RecordReport &report);

} // namespace dateline::readers
