// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>
#include <events/text_column.h>

#include <vector>

namespace dateline::events {

/// Sorts `rows` by their ids, as bytes. Every row is < ids.size(). Rows with the same id keep no
/// particular order.
void sortById(std::vector<Row> &rows, const TextColumn &ids);

} // namespace dateline::events
