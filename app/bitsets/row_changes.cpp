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

std::size_t RowChanges::count(const SharedRows &before, const SharedRows &after)
{
    if (before != m_before || after != m_after) {
        m_before = before;
        m_after = after;
        m_count = before->countDifference(*after);
        m_isCollected = false;
    }
    return m_count;
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
    if (!m_isCollected) {
        for (std::vector<events::Row> *list : {&m_came, &m_gone})
            list->resize(std::max(list->size(), changed + BitKernels::collectSpare));
        m_collected = bitKernels().collect(before->words().data(), after->words().data(),
                                           before->words().size(), 0, m_came.data(), m_gone.data());
        m_isCollected = true;
    }
    return {std::span(m_came).first(m_collected.came), std::span(m_gone).first(m_collected.gone)};
}

} // namespace dateline::bitsets
