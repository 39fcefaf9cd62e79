// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The part of bit_kernels_body.h that picks single bits.
#include <bitsets/bit_kernels.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

namespace dateline::bitsets {

namespace {

void gather(const std::uint64_t *a, const std::uint32_t *numbers, std::uint64_t *into,
            std::size_t words)
{
    for (std::size_t word = 0; word < words; ++word) {
        std::uint64_t bits = 0;
#ifdef __AVX2__
        for (unsigned at = 0; at < 64; at += 8) {
            const __m256i eight
                = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(numbers + at));
            const __m256i found = _mm256_i32gather_epi32(reinterpret_cast<const int *>(a),
                                                         _mm256_srli_epi32(eight, 5), 4);
            // The bit that is meant becomes the sign. A shift by 31 - n is one by not n.
            const __m256i below = _mm256_andnot_si256(eight, _mm256_set1_epi32(31));
            const __m256i signs = _mm256_sllv_epi32(found, below);
            bits |= std::uint64_t(std::uint32_t(_mm256_movemask_ps(_mm256_castsi256_ps(signs))))
                << at;
        }
#else
        for (unsigned at = 64; at-- > 0;)
            bits = bits << 1U | (a[numbers[at] / 64] >> (numbers[at] % 64) & 1U);
#endif
        into[word] = bits;
        numbers += 64;
    }
}

} // namespace

} // namespace dateline::bitsets
