// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the sources that compile these loops for a set of instructions, and no other. Everything is
// internal to the source; nothing inline of another header is called, which the linker might take
// from here for everybody.
#include <query/bit_kernels.h>

namespace dateline::query {

namespace {

std::size_t bitsOf(std::uint64_t word)
{
    return std::size_t(__builtin_popcountll(word));
}

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

std::size_t collect(const std::uint64_t *before, const std::uint64_t *after, std::size_t words,
                    std::uint32_t first, std::uint32_t *into)
{
    constexpr std::uint64_t none = std::uint64_t(1) << 63U; // makes counting zeros defined
    std::uint32_t *next = into;
    for (std::size_t i = 0; i < words; ++i) {
        const std::uint64_t old = before[i];
        std::uint64_t bits = old ^ after[i];
        const auto changeAt = [=](std::uint64_t left) {
            const auto bit = std::uint32_t(__builtin_ctzll(left | none));
            return (first + std::uint32_t(i * 64) + bit) | std::uint32_t((old >> bit) << 31U);
        };
        // Most words have a bit or none; no processor guesses which, so one is always written.
        *next = changeAt(bits);
        next += bits != 0;
        bits &= bits - 1;
        while (bits != 0) {
            const std::size_t count = bitsOf(bits);
            for (int each = 0; each < 4; ++each) {
                next[each] = changeAt(bits);
                bits &= bits - 1;
            }
            next += count < 4 ? count : 4;
        }
    }
    return std::size_t(next - into);
}

std::uint64_t pointsInside(const float *x, const float *y, float left, float right, float top,
                           float bottom)
{
    // In two steps, the first of which compilers turn into vector comparisons.
    unsigned char inside[64];
    for (int i = 0; i < 64; ++i)
        inside[i] = (x[i] >= left) & (x[i] <= right) & (y[i] >= top) & (y[i] <= bottom);
    std::uint64_t bits = 0;
    for (int i = 0; i < 64; ++i)
        bits |= std::uint64_t(inside[i]) << unsigned(i);
    return bits;
}

std::int64_t sumOf(const float *__restrict units, std::uint64_t bits, float scale)
{
    std::int64_t sum = 0;
    for (int i = 0; i < 64; ++i) {
        const auto mask = -std::int32_t((bits >> unsigned(i)) & 1U);
        sum += std::int32_t(units[i] * scale) & mask;
    }
    return sum;
}

void addPoints(const float *x, const float *y, std::uint64_t bits, float scale, std::int64_t *sumX,
               std::int64_t *sumY)
{
    *sumX += sumOf(x, bits, scale);
    *sumY += sumOf(y, bits, scale);
}

// Compilers do not find these vectors by themselves, but know them for every processor.
using EightFloats = float __attribute__((vector_size(32), aligned(4), may_alias));
using EightNumbers = std::int32_t __attribute__((vector_size(32)));

std::uint64_t cellsWithin(const float *x, const float *y, std::size_t stride, std::size_t reach,
                          float selfX, float selfY, float squaredRadius, float *__restrict squared)
{
    constexpr EightFloats columns{0, 1, 2, 3, 4, 5, 6, 7};
    constexpr EightNumbers bitOf{1, 2, 4, 8, 16, 32, 64, 128};
    const std::size_t rows = 2 * reach + 1;
    const EightFloats east = columns - float(reach);
    std::uint64_t within = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const EightFloats wayX
            = east + *reinterpret_cast<const EightFloats *>(x + row * stride) - selfX;
        const EightFloats wayY = (float(row) - float(reach))
            + *reinterpret_cast<const EightFloats *>(y + row * stride) - selfY;
        const EightFloats both = wayX * wayX + wayY * wayY;
        *reinterpret_cast<EightFloats *>(squared + row * 8) = both;
        const EightNumbers bits = (both < squaredRadius) & bitOf;
        const std::uint32_t set = std::uint32_t(bits[0] | bits[1] | bits[2] | bits[3] | bits[4]
                                                | bits[5] | bits[6] | bits[7]);
        within |= std::uint64_t(set & ((1U << rows) - 1)) << (8 * row);
    }
    return within;
}

constexpr BitKernels kernels{count,    countDifference, addCommon,    intersect, unite,
                             subtract, collect,         pointsInside, addPoints, cellsWithin};

} // namespace

} // namespace dateline::query
