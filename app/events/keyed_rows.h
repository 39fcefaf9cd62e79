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

/// The moment of such a key.
[[nodiscard]] constexpr Instant momentOf(std::uint64_t key)
{
    return Instant(key ^ (std::uint64_t(1) << 63U));
}

/// Sorts by key and keeps the order of ties, in a time that grows with the number of rows only.
void sortByKey(std::vector<KeyedRow> &rows);

/// The same for rows whose keys lie beside them: rows[i] has keys[i], before and after. Takes half
/// the memory, for most keys.
void sortByKey(std::vector<Row> &rows, std::vector<std::uint64_t> &keys);

} // namespace dateline::events
