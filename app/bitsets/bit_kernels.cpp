// SPDX-License-Identifier: GPL-3.0-or-later
#include <bitsets/bit_kernels_body.h>

#include <cstdlib>

namespace dateline::bitsets {

const BitKernels &portableBitKernels()
{
    return kernels;
}

const BitKernels &bitKernels()
{
    static const BitKernels &chosen
        = std::getenv("DATELINE_PORTABLE") != nullptr || wideBitKernels() == nullptr
        ? portableBitKernels()
        : *wideBitKernels();
    return chosen;
}

} // namespace dateline::bitsets
