// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/row_changes.h>

#include <query/bit_kernels.h>

namespace dateline::query {

using events::Row;

const RowChanges::Lists &RowChanges::between(const SharedRows &before, const SharedRows &after)
{
    if (before == m_before && after == m_after)
        return m_lists;
    m_before = before;
    m_after = after;
    const std::size_t room = before->countDifference(*after) + BitKernels::collectSpare;
    const auto collect = [room](const RowSet &in, const RowSet &notIn, std::vector<Row> &rows) {
        rows.resize(room);
        rows.resize(bitKernels().collect(in.words().data(), notIn.words().data(), in.words().size(),
                                         0, rows.data()));
    };
    collect(*after, *before, m_lists.entered);
    collect(*before, *after, m_lists.left);
    return m_lists;
}

} // namespace dateline::query
