// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/packed_point.h>

#include <cstddef>
#include <cstdint>

namespace dateline::bitsets {

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
    /// Bit i of `into` becomes bit numbers[i] of `a`, for i < 64 words. Bits of `a` are looked for
    /// wherever they lie.
    void (*gather)(const std::uint64_t *a, const std::uint32_t *numbers, std::uint64_t *into,
                   std::size_t words);
    /// Bit i is set when left ≤ x ≤ right and top ≤ y ≤ bottom for the words of point i of 64.
    std::uint64_t (*pointsInside)(const events::PackedPoint *points, std::uint32_t left,
                                  std::uint32_t right, std::uint32_t top, std::uint32_t bottom);
    /// Adds the coordinates of the points whose bits are set, of 64, in steps.
    void (*addPoints)(const events::PackedPoint *points, std::uint64_t bits, std::uint64_t *sumX,
                      std::uint64_t *sumY);
};

/// Those for this processor, or the portable ones when the environment variable
/// DATELINE_PORTABLE is set; both give the same results. Chosen once; any thread.
[[nodiscard]] const BitKernels &bitKernels();

/// The two choices, for bitKernels() and for tests that compare them.
[[nodiscard]] const BitKernels &portableBitKernels();
/// Null where the processor, or the build, has no wider ones.
[[nodiscard]] const BitKernels *wideBitKernels();

} // namespace dateline::bitsets
