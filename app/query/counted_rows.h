// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <query/time_index.h>

#include <optional>

namespace dateline::query {

/// A set of events, and what is known of it that spares whoever counts it some work.
struct CountedRows
{
    bitsets::SharedRows rows;
    std::optional<TimeSlice> slice; ///< of time, where the set is no more than that
    /// This very set is used again and again, and there are few like it: what was counted of it is
    /// worth keeping.
    bool isLasting = false;
};

} // namespace dateline::query
