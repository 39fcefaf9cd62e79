// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/bit_kernels.h>
#include <bitsets/row_set.h>

#include <memory>
#include <span>
#include <vector>

namespace dateline::bitsets {

/// A set that several keep as the one they have counted; never changed once it is shared.
using SharedRows = std::shared_ptr<const RowSet>;

/// The events by which a set differs from one before, each list by ascending row.
struct ChangedRows
{
    std::span<const events::Row> came;
    std::span<const events::Row> gone;
};

/// The events in which two sets differ, kept for the next one who asks about the same two: facets
/// and bins of time follow the same steps. Not thread-safe.
class RowChanges
{
public:
    /// How many events are in a set.
    [[nodiscard]] std::size_t sizeOf(const SharedRows &rows);

    // The sets have the same size.

    /// In how many events two sets differ.
    [[nodiscard]] std::size_t count(const SharedRows &before, const SharedRows &after);
    /// Which of `before`, `none` and `all`, the sets of no and of all events, differs from `after`
    /// in about the fewest events. Looks at the last two only where that costs less than it may
    /// save.
    [[nodiscard]] SharedRows nearest(const SharedRows &before, const SharedRows &none,
                                     const SharedRows &all, const SharedRows &after);
    /// Valid until the next call that is not about the same sets.
    [[nodiscard]] ChangedRows between(const SharedRows &before, const SharedRows &after);

private:
    SharedRows m_sized;
    std::size_t m_size = 0;
    SharedRows m_before;
    SharedRows m_after;
    std::size_t m_count = 0;
    bool m_isCollected = false;
    BitKernels::Collected m_collected;
    std::vector<events::Row> m_came; ///< begins with them
    std::vector<events::Row> m_gone;
};

} // namespace dateline::bitsets
