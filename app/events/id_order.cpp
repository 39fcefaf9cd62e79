// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/id_order.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace dateline::events {

namespace {

/// The beginning of an id beside its row, so that few comparisons have to look for the text.
struct Key
{
    quint64 first = 0;
    quint64 second = 0;
    Row row = 0;
};

Key keyOf(Row row, std::string_view id)
{
    std::array<char, 16> begin{};
    std::memcpy(begin.data(), id.data(), std::min(id.size(), begin.size()));
    return {qFromBigEndian<quint64>(begin.data()), qFromBigEndian<quint64>(begin.data() + 8), row};
}

} // namespace

void sortById(std::span<Row> rows, const TextColumn &ids)
{
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const Row row : rows)
        keys.push_back(keyOf(row, ids.utf8(row)));
    std::ranges::sort(keys, [&ids](const Key &a, const Key &b) {
        if (a.first != b.first)
            return a.first < b.first;
        if (a.second != b.second)
            return a.second < b.second;
        return ids.utf8(a.row) < ids.utf8(b.row);
    });
    std::ranges::transform(keys, rows.begin(), &Key::row);
}

} // namespace dateline::events
