// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/bit_kernels.h>
#include <bitsets/row_set.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline::bitsets {

/// A set that several keep as the one they have counted; never changed once it is shared.
using SharedRows = std::shared_ptr<const RowSet>;

/// The events by which a set differs from one before, in any order.
struct ChangedRows
{
    std::span<const events::Row> came;
    std::span<const events::Row> gone;
};

/// The events in which two sets differ, kept for the next one who asks about the same two: facets,
/// bins of time and symbols follow the same steps. Not thread-safe.
class RowChanges
{
public:
    /// Two lists of which an event in which two sets differ is in one, once. Others may be in any.
    using Candidates = std::array<std::span<const events::Row>, 2>;

    /// Says where to look for the events in which two sets differ, which have the same size: that
    /// is quicker than looking through both of them. The lists outlive this object, or the next
    /// call.
    void expect(const SharedRows &before, const SharedRows &after, const Candidates &candidates);

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
    /// The same where they were listed before, else nothing.
    [[nodiscard]] std::optional<ChangedRows> listed(const SharedRows &before,
                                                    const SharedRows &after) const;

private:
    void begin(const SharedRows &before, const SharedRows &after);
    [[nodiscard]] bool listCandidates();
    void makeRoom(std::size_t changed);

    SharedRows m_sized;
    std::size_t m_size = 0;
    SharedRows m_expectedBefore;
    SharedRows m_expectedAfter;
    Candidates m_candidates; ///< of those two
    // The last two that were asked about:
    SharedRows m_before;
    SharedRows m_after;
    std::optional<std::size_t> m_count;
    std::optional<BitKernels::Collected> m_collected;
    std::vector<events::Row> m_came; ///< begins with them
    std::vector<events::Row> m_gone;
};

/// A set that others follow from step to step, and where they find how it differs from before.
struct FollowedRows
{
    SharedRows rows; ///< not null
    RowChanges &changes;
};

} // namespace dateline::bitsets
