// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <vector>

namespace dateline::events {

/// Puts claims in the order given: row i becomes the row that was order[i]; each row is there once.
/// In place, because a second table of a million claims would be what a dataset needs most memory
/// for.
void reorderInPlace(std::vector<Claim> &claims, std::vector<Row> order);

} // namespace dateline::events
