// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>
#include <events/records.h>

#include <vector>

namespace dateline::events {

/// A row and the number that it is sorted by.
struct KeyedRow
{
    std::uint64_t key = 0;
    Row row = 0;
};

/// A key that orders moments as they follow one another.
[[nodiscard]] constexpr std::uint64_t keyOf(Instant moment)
{
    return std::uint64_t(moment) ^ (std::uint64_t(1) << 63U);
}

/// Sorts by key and keeps the order of ties, in a time that grows with the number of rows only.
void sortByKey(std::vector<KeyedRow> &rows);

} // namespace dateline::events
