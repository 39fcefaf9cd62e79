// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/id_order.h>

#include <events/keyed_rows.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace dateline::events {

namespace {

/// How many bytes all ids begin with.
std::size_t sharedBytes(std::span<const Row> rows, const TextColumn &ids)
{
    std::string_view shared = ids.utf8(rows.front());
    for (const Row row : rows) {
        const std::string_view id = ids.utf8(row);
        const auto end = std::ranges::mismatch(shared, id).in1;
        shared = shared.substr(0, std::size_t(end - shared.begin()));
    }
    return shared.size();
}

/// The next eight bytes of an id, 0 beyond its end.
std::uint64_t keyAt(std::string_view id, std::size_t skipped)
{
    std::array<char, 8> bytes{};
    const std::string_view rest = id.substr(std::min(skipped, id.size()));
    std::memcpy(bytes.data(), rest.data(), std::min(rest.size(), bytes.size()));
    return qFromBigEndian<quint64>(bytes.data());
}

void sortByText(std::span<Row> rows, const TextColumn &ids)
{
    std::ranges::sort(rows, {}, [&ids](Row row) { return ids.utf8(row); });
}

} // namespace

/// Ids are alike: what they share is left out, and the next eight bytes tell nearly all apart.
void sortById(std::span<Row> rows, const TextColumn &ids)
{
    constexpr std::size_t few = 64;
    if (rows.size() <= few) {
        sortByText(rows, ids);
        return;
    }
    const std::size_t shared = sharedBytes(rows, ids);
    std::vector<KeyedRow> keyed;
    keyed.reserve(rows.size());
    for (const Row row : rows)
        keyed.push_back({keyAt(ids.utf8(row), shared), row});
    sortByKey(keyed);
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
    for (std::size_t from = 0; from < rows.size();) {
        const std::uint64_t key = keyed[from].key;
        std::size_t to = from + 1;
        while (to < rows.size() && keyed[to].key == key)
            ++to;
        const std::span<Row> alike = rows.subspan(from, to - from);
        // A key that ends in 0 is that of an id that ends, after which there is nothing to sort by.
        if (alike.size() > 1 && (key & 0xFFU) == 0)
            sortByText(alike, ids);
        else if (alike.size() > 1)
            sortById(alike, ids);
        from = to;
    }
}

} // namespace dateline::events
