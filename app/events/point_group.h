// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Includes nothing: it is also compiled for newer processors alone, see query/bit_kernels_body.h.

namespace dateline::events {

/// The positions of eight rows, as a line of a processor's cache.
struct alignas(64) PointGroup
{
    static constexpr unsigned rows = 8;
    float x[rows] = {};
    float y[rows] = {};
};

} // namespace dateline::events
