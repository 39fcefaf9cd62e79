// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The part of bit_kernels_body.h that turns sets of bits into lists of their numbers.
#include <bitsets/bit_kernels.h>

namespace dateline::bitsets {

namespace {

// Compilers do not find these vectors by themselves, but know them for every processor.
using EightNumbers = std::uint32_t __attribute__((vector_size(32), aligned(4), may_alias));

std::size_t bitsOf(std::uint64_t word)
{
    return std::size_t(__builtin_popcountll(word));
}

/// The numbers of the bits of each byte, ascending.
struct BitNumbers
{
    std::uint32_t of[256][8];
};

constexpr BitNumbers numbersOfBits()
{
    BitNumbers numbers{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        for (unsigned bit = 0, next = 0; bit < 8; ++bit) {
            if ((byte >> bit & 1U) != 0)
                numbers.of[byte][next++] = bit;
        }
    }
    return numbers;
}
constexpr BitNumbers bitNumbers = numbersOfBits();

/// Writes `first` plus the numbers of the bits and returns where the next ones belong. Apart from
/// append(), which then needs no more registers than there are.
[[gnu::noinline]] std::uint32_t *appendSeveral(std::uint64_t bits, std::uint32_t first,
                                               std::uint32_t *next)
{
    for (unsigned shift = 0; shift < 64; shift += 8) {
        const std::size_t before = bitsOf(bits & ((std::uint64_t(1) << shift) - 1));
        const auto &numbers
            = reinterpret_cast<const EightNumbers &>(bitNumbers.of[(bits >> shift) & 0xFFU]);
        reinterpret_cast<EightNumbers &>(next[before]) = numbers + (first + shift);
    }
    return next + bitsOf(bits);
}

/// The same, made for words that have two bits, one or none: no processor guesses which, so two are
/// always written.
inline std::uint32_t *append(std::uint64_t bits, std::uint32_t first, std::uint32_t *next)
{
    constexpr std::uint64_t none = std::uint64_t(1) << 63U; // makes counting zeros defined
    const std::uint64_t others = bits & (bits - 1);
    const std::uint64_t more = others & (others - 1);
    next[0] = first + std::uint32_t(__builtin_ctzll(bits | none));
    next[1] = first + std::uint32_t(__builtin_ctzll(others | none));
    next += std::size_t(bits != 0) + std::size_t(others != 0);
    return more == 0 ? next : appendSeveral(more, first, next);
}

/// Calls visit(i) for each of the words in which two arrays differ. Where areas change most do not,
/// and are passed over some at a time; where time changes nobody can guess which do, so they are
/// listed first.
template<typename Visit>
inline void forEachDifferent(const std::uint64_t *before, const std::uint64_t *after,
                             std::size_t words, const Visit &visit)
{
    constexpr std::size_t several = 16;
    std::size_t listed[several];
    for (std::size_t begin = 0; begin < words; begin += several) {
        const std::size_t end = begin + several < words ? begin + several : words;
        std::uint64_t different = 0;
        for (std::size_t i = begin; i < end; ++i)
            different |= before[i] ^ after[i];
        if (different == 0)
            continue;
        std::size_t count = 0;
        for (std::size_t i = begin; i < end; ++i) {
            listed[count] = i;
            count += std::size_t(before[i] != after[i]);
        }
        for (std::size_t i = 0; i < count; ++i)
            visit(listed[i]);
    }
}

BitKernels::Collected collect(const std::uint64_t *before, const std::uint64_t *after,
                              std::size_t words, std::uint32_t first, std::uint32_t *came,
                              std::uint32_t *gone)
{
    std::uint32_t *nextCame = came;
    std::uint32_t *nextGone = gone;
    forEachDifferent(before, after, words, [&](std::size_t i) {
        const auto number = first + std::uint32_t(i * 64);
        nextCame = append(after[i] & ~before[i], number, nextCame);
        nextGone = append(before[i] & ~after[i], number, nextGone);
    });
    return {std::size_t(nextCame - came), std::size_t(nextGone - gone)};
}

} // namespace

} // namespace dateline::bitsets
