// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>
#include <query/row_set.h>

#include <span>
#include <vector>

namespace dateline::query {

/// Some events in the order of a bound of theirs, and the set of the first so many of them at any
/// number: from the nearest of a few sets that are kept, by the events between. Immutable after
/// construction and thread-safe; refers to the column of bounds, which must outlive it.
class RowOrder
{
public:
    /// Events that tie stay in the order of `rows`. `size` is that of the dataset.
    RowOrder(std::vector<events::Row> rows, const std::vector<events::Instant> &bound,
             std::size_t size);

    /// How many have a bound before a moment; or before it or at it.
    [[nodiscard]] std::size_t before(events::Instant moment) const;
    [[nodiscard]] std::size_t upTo(events::Instant moment) const;

    /// The first `length` events as a set.
    struct Prefix
    {
        std::size_t length = 0;
        RowSet rows;
    };

    /// Makes a prefix, default-constructed or of this order, one of another length. Costs the
    /// events between, at most a part of all.
    void resize(Prefix &prefix, std::size_t length) const;

private:
    static constexpr std::size_t parts = 16;

    [[nodiscard]] std::size_t startOf(std::size_t part) const
    {
        return m_rows.size() * part / parts;
    }

    const std::vector<events::Instant> *m_bound;
    std::vector<events::Row> m_rows;
    std::vector<RowSet> m_prefixes; ///< those of length startOf(0), startOf(1), ...
};

} // namespace dateline::query
