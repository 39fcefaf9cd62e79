// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <panels/event_table_model.h>

#include <QStringList>

#include <vector>

namespace dateline::panels {

/// For each event where it comes when ordered by a column of the table: less comes first, equal
/// ones tie, events::noRow is "not stated". Text is compared as readers of the language expect.
[[nodiscard]] std::vector<std::uint32_t> eventRanks(const events::Dataset &dataset,
                                                    EventTableModel::Column column);

/// The names of those who state or confirm an event, each once, in the order of the claims.
[[nodiscard]] QStringList claimantNames(const events::Dataset &dataset, events::Row event);

/// How many claims of an event answer another claim.
[[nodiscard]] std::uint32_t replyCount(const events::Dataset &dataset, events::Row event);

} // namespace dateline::panels
