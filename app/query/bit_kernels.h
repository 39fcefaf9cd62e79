// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/point_group.h>

#include <cstddef>
#include <cstdint>

namespace dateline::query {

/// The loops over words of bits, and over points, that decide how fast a filter answers, once for
/// any processor of the architecture and once for the vectors of newer ones. All are pure; arrays
/// have `words` elements and do not overlap.
struct BitKernels
{
    /// How many bits are set.
    std::size_t (*count)(const std::uint64_t *a, std::size_t words);
    /// How many bits differ.
    std::size_t (*countDifference)(const std::uint64_t *a, const std::uint64_t *b,
                                   std::size_t words);
    /// For i < n: sums[i] += how many bits `a` and planes[i] have in common.
    void (*addCommon)(std::uint64_t a, const std::uint64_t *planes, std::size_t n,
                      std::uint32_t *sums);
    /// into &= a
    void (*intersect)(std::uint64_t *into, const std::uint64_t *a, std::size_t words);
    /// into |= a
    void (*unite)(std::uint64_t *into, const std::uint64_t *a, std::size_t words);
    /// into = a & ~b
    void (*subtract)(std::uint64_t *into, const std::uint64_t *a, const std::uint64_t *b,
                     std::size_t words);
    /// How many numbers were written to two lists.
    struct Collected
    {
        std::size_t came = 0;
        std::size_t gone = 0;
    };
    /// Writes `first` plus the numbers of the bits that only `after` has to `came`, of those that
    /// only `before` has to `gone`, ascending. In both up to collectSpare elements beyond them are
    /// overwritten.
    Collected (*collect)(const std::uint64_t *before, const std::uint64_t *after, std::size_t words,
                         std::uint32_t first, std::uint32_t *came, std::uint32_t *gone);
    static constexpr std::size_t collectSpare = 8;
    /// Makes `known` what `now` is, and writes `first` plus the numbers of the bits that differed
    /// to `numbers`, ascending. Returns how many did; up to collectSpare elements beyond them are
    /// overwritten.
    std::size_t (*takeChanges)(std::uint64_t *known, const std::uint64_t *now, std::size_t words,
                               std::uint32_t first, std::uint32_t *numbers);
    /// Bit i of `into` becomes bit numbers[i] of `a`, for i < 64 words. Bits of `a` are looked for
    /// wherever they lie.
    void (*gather)(const std::uint64_t *a, const std::uint32_t *numbers, std::uint64_t *into,
                   std::size_t words);
    /// Bit i is set when left ≤ x ≤ right and top ≤ y ≤ bottom for point i of 64.
    std::uint64_t (*pointsInside)(const events::PointGroup *points, float left, float right,
                                  float top, float bottom);
    /// Adds the coordinates of the points whose bits are set, of 64, times `scale` and rounded
    /// towards zero; they have to fit into 32 bits with a sign.
    void (*addPoints)(const events::PointGroup *points, std::uint64_t bits, float scale,
                      std::int64_t *sumX, std::int64_t *sumY);
    /// Lets the points in the cells around one know that it is close. All arrays are by cell, rows
    /// `stride` apart, and begin `reach` ≤ 3 cells to the north and west of that one; eight cells
    /// of each row are read and written. x and y are measured from the corner of the own cell,
    /// those of the one in the middle are selfX and selfY. Where a point is closer than squared[]
    /// says, that becomes its squared distance and nearest[] becomes `self`. A point that is not a
    /// number is never close.
    void (*offer)(const float *x, const float *y, std::size_t stride, std::size_t reach,
                  float selfX, float selfY, std::uint32_t self, float *squared,
                  std::uint32_t *nearest);
};

/// Those for this processor, or the portable ones when the environment variable
/// DATELINE_PORTABLE is set; both give the same results. Chosen once; any thread.
[[nodiscard]] const BitKernels &bitKernels();

/// The two choices, for bitKernels() and for tests that compare them.
[[nodiscard]] const BitKernels &portableBitKernels();
/// Null where the processor, or the build, has no wider ones.
[[nodiscard]] const BitKernels *wideBitKernels();

} // namespace dateline::query
