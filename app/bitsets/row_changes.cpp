// SPDX-License-Identifier: GPL-3.0-or-later
#include <bitsets/row_changes.h>

#include <algorithm>

namespace dateline::bitsets {

std::size_t RowChanges::sizeOf(const SharedRows &rows)
{
    if (rows != m_sized) {
        m_sized = rows;
        m_size = rows->count();
    }
    return m_size;
}

void RowChanges::begin(const SharedRows &before, const SharedRows &after)
{
    m_before = before;
    m_after = after;
    m_count.reset();
    m_collected.reset();
}

void RowChanges::expect(const SharedRows &before, const SharedRows &after,
                        const Candidates &candidates)
{
    begin(before, after);
    m_expectedBefore = before;
    m_expectedAfter = after;
    m_candidates = candidates;
}

std::size_t RowChanges::count(const SharedRows &before, const SharedRows &after)
{
    if (before != m_before || after != m_after)
        begin(before, after);
    if (!m_count && !listCandidates())
        m_count = before->countDifference(*after);
    return *m_count;
}

/// Room for so many events in both lists.
void RowChanges::makeRoom(std::size_t changed)
{
    for (std::vector<events::Row> *list : {&m_came, &m_gone})
        list->resize(std::max(list->size(), changed + BitKernels::collectSpare));
}

/// Lists the changes among the candidates, if these are few.
bool RowChanges::listCandidates()
{
    if (m_before != m_expectedBefore || m_after != m_expectedAfter)
        return false;
    const std::size_t candidates = m_candidates[0].size() + m_candidates[1].size();
    // To look at one costs about as much as to look at a word.
    if (candidates == 0 || candidates > m_after->words().size())
        return false;
    makeRoom(candidates);
    BitKernels::Collected collected;
    for (const std::span<const events::Row> rows : m_candidates) {
        // Nobody can guess which of them changed: no branch.
        for (const events::Row row : rows) {
            const bool was = m_before->contains(row);
            const bool is = m_after->contains(row);
            m_came[collected.came] = row;
            m_gone[collected.gone] = row;
            collected.came += std::size_t(is && !was);
            collected.gone += std::size_t(was && !is);
        }
    }
    m_count = collected.came + collected.gone;
    m_collected = collected;
    return true;
}

SharedRows RowChanges::nearest(const SharedRows &before, const SharedRows &none,
                               const SharedRows &all, const SharedRows &after)
{
    const std::size_t changed = count(before, after);
    // To know how many are in the set costs about as much as so many events.
    if (changed <= after->words().size() / 2)
        return before;
    const std::size_t inSet = sizeOf(after);
    const std::size_t outside = after->size() - inSet;
    if (outside < std::min(changed, inSet))
        return all;
    return inSet < changed ? none : before;
}

ChangedRows RowChanges::between(const SharedRows &before, const SharedRows &after)
{
    const std::size_t changed = count(before, after);
    if (!m_collected) {
        makeRoom(changed);
        m_collected = bitKernels().collect(before->words().data(), after->words().data(),
                                           before->words().size(), 0, m_came.data(), m_gone.data());
    }
    return *listed(before, after);
}

std::optional<ChangedRows> RowChanges::listed(const SharedRows &before,
                                              const SharedRows &after) const
{
    if (before != m_before || after != m_after || !m_collected)
        return std::nullopt;
    return ChangedRows{std::span(m_came).first(m_collected->came),
                       std::span(m_gone).first(m_collected->gone)};
}

} // namespace dateline::bitsets
