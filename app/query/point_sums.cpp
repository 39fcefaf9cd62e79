// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/point_sums.h>

#include <query/bit_kernels.h>

#include <algorithm>
#include <bit>

namespace dateline::query {

using events::Row;

PointSums::PointSums(const events::Dataset &dataset)
    : m_columns(dataset.columns())
    , m_stride(dataset.kinds().size() + 1)
{
    if (dataset.kinds().size() > mostKinds)
        return;
    m_planes.assign((m_columns.pointCount + 63) / 64 * m_stride, 0);
    for (std::size_t row = 0; row < m_columns.pointCount; ++row) {
        std::uint64_t *const planes = &m_planes[row / 64 * m_stride];
        const std::uint64_t bit = std::uint64_t(1) << (row % 64);
        planes[m_columns.kind[row]] |= bit;
        planes[m_stride - 1] |= m_columns.denied[row] ? bit : 0;
    }
}

PointSums::Sums PointSums::sum(const RowSet &rows, Row begin, Row end,
                               std::span<std::uint32_t> tallies) const
{
    std::ranges::fill(tallies, 0U);
    const BitKernels &kernels = bitKernels();
    Sums sums;
    for (std::size_t word = begin / 64; word * 64 < end; ++word) {
        std::uint64_t bits = rows.words()[word];
        if (word * 64 < begin)
            bits &= ~std::uint64_t(0) << (begin % 64);
        if ((word + 1) * 64 > end)
            bits &= ~(~std::uint64_t(0) << (end % 64));
        if (bits == 0)
            continue;
        const auto count = unsigned(std::popcount(bits));
        sums.count += count;
        kernels.addCommon(bits, &m_planes[word * m_stride], m_stride, tallies.data());
        constexpr unsigned fewPoints = 16;
        if (count > fewPoints && (word + 1) * 64 <= m_columns.pointCount) {
            kernels.addPoints(&m_columns.x[word * 64], &m_columns.y[word * 64], bits, stepsInWorld,
                              &sums.x, &sums.y);
            continue;
        }
        for (; bits != 0; bits &= bits - 1) {
            const std::size_t row = word * 64 + std::size_t(std::countr_zero(bits));
            sums.x += stepsOf(m_columns.x[row]);
            sums.y += stepsOf(m_columns.y[row]);
        }
    }
    return sums;
}

} // namespace dateline::query
