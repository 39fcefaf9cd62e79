// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX2 where the compiler knows it; see CMakeLists.txt.
#include <bitsets/bit_kernels_body.h>

namespace dateline::bitsets {

const BitKernels *wideBitKernels()
{
#if defined(__AVX2__) && defined(__POPCNT__)
    static const bool isKnown
        = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
    return isKnown ? &kernels : nullptr;
#else
    return nullptr;
#endif
}

} // namespace dateline::bitsets
