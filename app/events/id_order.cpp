// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/id_order.h>

#include <events/keyed_rows.h>

#include <algorithm>
#include <span>
#include <vector>

namespace dateline::events {

namespace {

/// How many bytes all ids begin with.
std::size_t sharedBytes(std::span<const Row> rows, const TextColumn &ids)
{
    std::string_view shared = ids.utf8(rows.front());
    for (const Row row : rows) {
        const std::string_view id = ids.utf8(row);
        if (id.starts_with(shared))
            continue;
        const auto end = std::ranges::mismatch(shared, id).in1;
        shared = shared.substr(0, std::size_t(end - shared.begin()));
    }
    return shared.size();
}

/// The next eight bytes of an id, 0 beyond its end.
std::uint64_t keyAt(std::string_view id, std::size_t skipped)
{
    constexpr std::size_t keyBytes = 8;
    const std::string_view rest = id.substr(std::min(skipped, id.size()), keyBytes);
    std::uint64_t key = 0;
    for (const char byte : rest)
        key = key << 8U | std::uint8_t(byte);
    for (std::size_t missing = rest.size(); missing < keyBytes; ++missing)
        key <<= 8U;
    return key;
}

/// A single row costs nothing.
void sortByText(std::span<Row> rows, const TextColumn &ids)
{
    if (rows.size() > 1)
        std::ranges::sort(rows, {}, [&ids](Row row) { return ids.utf8(row); });
}

} // namespace

/// Ids are alike: what they share is left out, and the next eight bytes tell nearly all apart.
void sortById(std::vector<Row> &rows, const TextColumn &ids)
{
    constexpr std::size_t few = 64;
    if (rows.size() <= few) {
        sortByText(rows, ids);
        return;
    }
    const std::size_t shared = sharedBytes(rows, ids);
    std::vector<std::uint64_t> keys(rows.size());
    std::ranges::transform(rows, keys.begin(),
                           [&](Row row) { return keyAt(ids.utf8(row), shared); });
    sortByKey(rows, keys);
    for (std::size_t from = 0; from < rows.size();) {
        const std::uint64_t key = keys[from];
        std::size_t to = from + 1;
        while (to < rows.size() && keys[to] == key)
            ++to;
        const std::span<Row> alike = std::span(rows).subspan(from, to - from);
        // A key that ends in 0 is that of an id that ends, after which there is nothing to sort by.
        if (alike.size() <= few || (key & 0xFFU) == 0) {
            sortByText(alike, ids);
        } else {
            std::vector<Row> apart(alike.begin(), alike.end());
            sortById(apart, ids);
            std::ranges::copy(apart, alike.begin());
        }
        from = to;
    }
}

} // namespace dateline::events
