// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/row_set.h>

#include <memory>
#include <span>
#include <vector>

namespace dateline::query {

/// A set that several keep as the one they have counted; never changed once it is shared.
using SharedRows = std::shared_ptr<const RowSet>;

/// The events in which two sets differ, kept for the next one who asks about the same two: facets
/// and bins of time follow the same steps. Not thread-safe.
class RowChanges
{
public:
    struct Lists
    {
        std::vector<events::Row> entered; ///< in `after` only, ascending
        std::vector<events::Row> left; ///< in `before` only, ascending
    };

    /// Valid until the next call. The sets have the same size.
    [[nodiscard]] const Lists &between(const SharedRows &before, const SharedRows &after);

private:
    SharedRows m_before;
    SharedRows m_after;
    Lists m_lists;
};

/// Calls `use(row)` for rows whose records lie anywhere in memory, and `fetch(row)` some rows
/// earlier, which is to prefetch them.
template<typename Fetch, typename Use>
void forEachPrefetched(std::span<const events::Row> rows, const Fetch &fetch, const Use &use)
{
    constexpr std::size_t ahead = 24;
    const std::size_t fetched = rows.size() > ahead ? rows.size() - ahead : 0;
    for (std::size_t i = 0; i < fetched; ++i) {
        fetch(rows[i + ahead]);
        use(rows[i]);
    }
    for (std::size_t i = fetched; i < rows.size(); ++i)
        use(rows[i]);
}

} // namespace dateline::query
