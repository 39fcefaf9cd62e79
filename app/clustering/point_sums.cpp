// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/point_sums.h>

#include <bitsets/bit_kernels.h>

#include <array>
#include <bit>

namespace dateline::clustering {

using bitsets::BitKernels;
using bitsets::bitKernels;
using bitsets::RowSet;
using events::Row;

PointSums::PointSums(const events::Dataset &dataset)
    : m_columns(dataset.columns())
    , m_wordCount((firstKinds + (dataset.kinds().size() + 1) / 2 + 3) / 4 * 4)
    , m_stride(dataset.kinds().size() + 1)
{
    if (dataset.kinds().size() > mostPlanes)
        return;
    m_planes.assign((m_columns.pointCount + 63) / 64 * m_stride, 0);
    for (std::size_t row = 0; row < m_columns.pointCount; ++row) {
        std::uint64_t *const planes = &m_planes[row / 64 * m_stride];
        const std::uint64_t bit = std::uint64_t(1) << (row % 64);
        planes[0] |= m_columns.isDenied(Row(row)) ? bit : 0;
        planes[1 + m_columns.kind[row]] |= bit;
    }
}

void PointSums::addPlaces(Row begin, Row end, Word *sums) const
{
    for (Row row = begin; row < end; ++row) {
        sums[0] += m_columns.position[row].stepsX();
        sums[1] += m_columns.position[row].stepsY();
    }
    sums[2] += end - begin;
}

void PointSums::addRun(const RowSet &rows, Row begin, Row end, Word *sums) const
{
    const BitKernels &kernels = bitKernels();
    Word x = 0;
    Word y = 0;
    std::array<std::uint32_t, 2 + mostPlanes + 1>
        numbers{}; // all, denied, kinds, and a pair for the last
    for (std::size_t word = begin / 64; word * 64 < end; ++word) {
        std::uint64_t bits = rows.words()[word];
        if (word * 64 < begin)
            bits &= ~std::uint64_t(0) << (begin % 64);
        if ((word + 1) * 64 > end)
            bits &= ~(~std::uint64_t(0) << (end % 64));
        if (bits == 0)
            continue;
        const auto count = unsigned(std::popcount(bits));
        numbers[0] += count;
        kernels.addCommon(bits, &m_planes[word * m_stride], m_stride, &numbers[1]);
        constexpr unsigned fewPoints = 16;
        if (count > fewPoints && (word + 1) * 64 <= m_columns.pointCount) {
            kernels.addPoints(&m_columns.position[Row(word * 64)], bits, &x, &y);
            continue;
        }
        for (; bits != 0; bits &= bits - 1) {
            const auto row = Row(word * 64 + std::size_t(std::countr_zero(bits)));
            x += m_columns.position[row].stepsX();
            y += m_columns.position[row].stepsY();
        }
    }
    sums[0] += x;
    sums[1] += y;
    for (std::size_t i = 2; i < firstKinds + m_stride / 2; ++i)
        sums[i] += numbers[2 * i - 4] + (Word(numbers[2 * i - 3]) << 32U);
}

} // namespace dateline::clustering
