// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the sources that compile these loops for a set of instructions, and no other. Everything is
// internal to the source; nothing inline of another header is called, which the linker might take
// from here for everybody.
#include <bitsets/bit_gather_body.h>
#include <bitsets/bit_kernels.h>
#include <bitsets/bit_numbers_body.h>

namespace dateline::bitsets {

namespace {

std::size_t count(const std::uint64_t *a, std::size_t words)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < words; ++i)
        sum += bitsOf(a[i]);
    return sum;
}

std::size_t countDifference(const std::uint64_t *a, const std::uint64_t *b, std::size_t words)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < words; ++i)
        sum += bitsOf(a[i] ^ b[i]);
    return sum;
}

void addCommon(std::uint64_t a, const std::uint64_t *__restrict planes, std::size_t n,
               std::uint32_t *__restrict sums)
{
    for (std::size_t i = 0; i < n; ++i)
        sums[i] += std::uint32_t(bitsOf(a & planes[i]));
}

void intersect(std::uint64_t *__restrict into, const std::uint64_t *__restrict a, std::size_t words)
{
    for (std::size_t i = 0; i < words; ++i)
        into[i] &= a[i];
}

void unite(std::uint64_t *__restrict into, const std::uint64_t *__restrict a, std::size_t words)
{
    for (std::size_t i = 0; i < words; ++i)
        into[i] |= a[i];
}

void subtract(std::uint64_t *__restrict into, const std::uint64_t *__restrict a,
              const std::uint64_t *__restrict b, std::size_t words)
{
    for (std::size_t i = 0; i < words; ++i)
        into[i] = a[i] & ~b[i];
}

std::uint64_t pointsInside(const events::PackedPoint *points, std::uint32_t left,
                           std::uint32_t right, std::uint32_t top, std::uint32_t bottom)
{
    // In two steps, the first of which compilers turn into vector comparisons.
    unsigned char inside[64];
    for (int i = 0; i < 64; ++i) {
        const std::uint32_t x = points[i].x;
        const std::uint32_t y = points[i].y;
        inside[i] = (x >= left) & (x <= right) & (y >= top) & (y <= bottom);
    }
    std::uint64_t bits = 0;
    for (int i = 0; i < 64; ++i)
        bits |= std::uint64_t(inside[i]) << unsigned(i);
    return bits;
}

void addPoints(const events::PackedPoint *points, std::uint64_t bits, std::uint64_t *sumX,
               std::uint64_t *sumY)
{
    // The words of four points at a time. A lane sums sixteen numbers of 26 bits.
    constexpr EightNumbers lanes{1, 1, 2, 2, 4, 4, 8, 8};
    EightNumbers sums{};
    for (unsigned i = 0; i < 64; i += 4) {
        const auto four = std::uint32_t(bits >> i) & 0xFU;
        const auto isIn = EightNumbers((lanes & four) != 0);
        const auto &words = *reinterpret_cast<const EightNumbers *>(points + i);
        sums += words >> events::PackedPoint::shift & isIn;
    }
    for (int i = 0; i < 8; i += 2) {
        *sumX += sums[i];
        *sumY += sums[i + 1];
    }
}

constexpr BitKernels kernels{count,    countDifference, addCommon, intersect,    unite,
                             subtract, collect,         gather,    pointsInside, addPoints};

} // namespace

} // namespace dateline::bitsets
