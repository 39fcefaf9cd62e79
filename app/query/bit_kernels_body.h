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

std::size_t collect(const std::uint64_t *a, const std::uint64_t *b, std::size_t words,
                    std::uint32_t first, std::uint32_t *into)
{
    constexpr std::uint64_t none = std::uint64_t(1) << 63U; // makes counting zeros defined
    std::uint32_t *next = into;
    for (std::size_t i = 0; i < words; ++i) {
        std::uint64_t bits = a[i] & ~b[i];
        const std::uint32_t base = first + std::uint32_t(i * 64);
        // Most words have a bit or none: the first is written whether or not there is one, for no
        // processor guesses that.
        *next = base + std::uint32_t(__builtin_ctzll(bits | none));
        next += bits != 0;
        bits &= bits - 1;
        while (bits != 0) {
            const std::size_t count = bitsOf(bits);
            std::uint32_t *place = next;
            for (int each = 0; each < 4; ++each) {
                *place++ = base + std::uint32_t(__builtin_ctzll(bits | none));
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

std::uint64_t cellsWithin(const float *x, const float *y, std::size_t stride, std::size_t reach,
                          float selfX, float selfY, float squaredRadius, float *__restrict squared)
{
    const float first = -float(reach);
    const std::size_t columns = 2 * reach + 1;
    std::uint64_t within = 0;
    for (std::size_t row = 0; row < columns; ++row) {
        const float *const rowX = x + row * stride;
        const float *const rowY = y + row * stride;
        float *const rowSquared = squared + row * 8;
        unsigned char isWithin[8];
        for (int i = 0; i < 8; ++i) {
            const float wayX = first + float(i) + rowX[i] - selfX;
            const float wayY = first + float(row) + rowY[i] - selfY;
            rowSquared[i] = wayX * wayX + wayY * wayY;
            isWithin[i] = rowSquared[i] < squaredRadius;
        }
        // Eight bytes of 0 or 1 become eight bits.
        std::uint64_t bytes = 0;
        for (unsigned i = 0; i < 8; ++i)
            bytes |= std::uint64_t(isWithin[i]) << (8 * i);
        const std::uint64_t bits = (bytes * 0x0102040810204080U) >> 56U;
        within |= (bits & ((1U << columns) - 1)) << (8 * row);
    }
    return within;
}

constexpr BitKernels kernels{count,    countDifference, addCommon,    intersect, unite,
                             subtract, collect,         pointsInside, addPoints, cellsWithin};

} // namespace

} // namespace dateline::query
