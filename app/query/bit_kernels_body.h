// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the sources that compile these loops for a set of instructions, and no other. Everything is
// internal to the source; nothing inline of another header is called, which the linker might take
// from here for everybody.
#include <query/bit_gather_body.h>
#include <query/bit_kernels.h>
#include <query/bit_numbers_body.h>

namespace dateline::query {

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

std::uint64_t pointsInside(const events::PointGroup *points, float left, float right, float top,
                           float bottom)
{
    // In two steps, the first of which compilers turn into vector comparisons.
    unsigned char inside[64];
    for (int group = 0; group < 8; ++group) {
        for (int i = 0; i < 8; ++i) {
            const float x = points[group].x[i];
            const float y = points[group].y[i];
            inside[group * 8 + i] = (x >= left) & (x <= right) & (y >= top) & (y <= bottom);
        }
    }
    std::uint64_t bits = 0;
    for (int i = 0; i < 64; ++i)
        bits |= std::uint64_t(inside[i]) << unsigned(i);
    return bits;
}

void addPoints(const events::PointGroup *points, std::uint64_t bits, float scale,
               std::int64_t *sumX, std::int64_t *sumY)
{
    constexpr EightNumbers lanes{1, 2, 4, 8, 16, 32, 64, 128};
    EightLong allX{};
    EightLong allY{};
    for (int group = 0; group < 8; ++group) {
        const auto byte = std::uint32_t(bits >> unsigned(group * 8)) & 0xFFU;
        const auto isIn = EightSigned((lanes & byte) != 0);
        const auto add = [&](const float *of, EightLong &sum) {
            const EightFloats units = *reinterpret_cast<const EightFloats *>(of) * scale;
            const EightSigned steps = __builtin_convertvector(units, EightSigned) & isIn;
            sum += __builtin_convertvector(steps, EightLong);
        };
        add(points[group].x, allX);
        add(points[group].y, allY);
    }
    for (int i = 0; i < 8; ++i) {
        *sumX += allX[i];
        *sumY += allY[i];
    }
}

void offer(const float *x, const float *y, std::size_t stride, std::size_t reach, float selfX,
           float selfY, std::uint32_t self, float *squared, std::uint32_t *nearest)
{
    constexpr EightFloats columns{0, 1, 2, 3, 4, 5, 6, 7};
    const std::size_t across = 2 * reach + 1;
    const EightFloats east = columns - float(reach);
    const auto isAsked = columns < float(across);
    for (std::size_t row = 0; row < across; ++row) {
        const std::size_t at = row * stride;
        const EightFloats wayX = east + *reinterpret_cast<const EightFloats *>(x + at) - selfX;
        const EightFloats wayY
            = (float(row) - float(reach)) + *reinterpret_cast<const EightFloats *>(y + at) - selfY;
        const EightFloats both = wayX * wayX + wayY * wayY;
        auto *const least = reinterpret_cast<EightFloats *>(squared + at);
        auto *const whose = reinterpret_cast<EightNumbers *>(nearest + at);
        const auto isCloser = (both < *least) & isAsked;
        *least = isCloser ? both : *least;
        *whose = isCloser ? EightNumbers{} + self : *whose;
    }
}

constexpr BitKernels kernels{count,   countDifference, addCommon, intersect,    unite,     subtract,
                             collect, takeChanges,     gather,    pointsInside, addPoints, offer};

} // namespace

} // namespace dateline::query
