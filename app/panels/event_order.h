// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <panels/event_table_model.h>

#include <QStringList>

#include <stop_token>
#include <vector>

namespace dateline::panels {

/// All events in the order of a column of the table; those that tie follow in the order of time,
/// those of which it is not stated come last in both directions. Text is compared as readers of the
/// language expect, which takes seconds for a million titles; means nothing when it was stopped.
/// Any thread.
[[nodiscard]] std::vector<events::Row> eventOrder(const events::Dataset &dataset,
                                                  EventTableModel::Column column,
                                                  Qt::SortOrder direction,
                                                  const std::stop_token &stop = {});

/// The names of those who state or confirm an event, each once, in the order of the claims.
[[nodiscard]] QStringList claimantNames(const events::Dataset &dataset, events::Row event);

/// How many claims of an event answer another claim.
[[nodiscard]] std::uint32_t replyCount(const events::Dataset &dataset, events::Row event);

} // namespace dateline::panels
