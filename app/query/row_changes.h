// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/bit_kernels.h>
#include <query/row_set.h>

#include <memory>
#include <span>
#include <vector>

namespace dateline::query {

/// A set that several keep as the one they have counted; never changed once it is shared.
using SharedRows = std::shared_ptr<const RowSet>;

/// An event that came into a set or went from it, in one word.
class RowChange
{
public:
    explicit RowChange(std::uint32_t bits)
        : m_bits(bits)
    {}

    [[nodiscard]] events::Row row() const { return m_bits & ~BitKernels::goneBit; }
    /// 1 where it came, −1 where it went.
    [[nodiscard]] std::int32_t step() const { return 1 - std::int32_t((m_bits >> 31U) << 1U); }

private:
    std::uint32_t m_bits; ///< as BitKernels::collect() writes them
};

/// The changes of a set, by ascending row.
using ChangedRows = std::span<const std::uint32_t>;

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
    /// Valid until the next call that is not about the same sets.
    [[nodiscard]] ChangedRows between(const SharedRows &before, const SharedRows &after);

private:
    SharedRows m_sized;
    std::size_t m_size = 0;
    SharedRows m_before;
    SharedRows m_after;
    std::size_t m_count = 0;
    bool m_isCollected = false;
    std::vector<std::uint32_t> m_rows;
};

/// Calls `use(change)` for events whose records lie anywhere in memory, and `fetch(row)` some
/// events earlier, which is to prefetch them.
template<typename Fetch, typename Use>
void forEachPrefetched(ChangedRows changes, const Fetch &fetch, const Use &use)
{
    constexpr std::size_t ahead = 24;
    const std::size_t fetched = changes.size() > ahead ? changes.size() - ahead : 0;
    for (std::size_t i = 0; i < fetched; ++i) {
        fetch(RowChange(changes[i + ahead]).row());
        use(RowChange(changes[i]));
    }
    for (std::size_t i = fetched; i < changes.size(); ++i)
        use(RowChange(changes[i]));
}

} // namespace dateline::query
