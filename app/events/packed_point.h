// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace dateline::events {

/// Where an event at a point is, and what the map shows of it, in eight bytes: whoever needs an
/// event anywhere in memory waits for it once.
///
/// Coordinates are those of Web Mercator in whole 2^-26 of the world (0.6 m at the equator), in the
/// upper bits of a word each, so that words compare as they do and their first bits name the cell
/// of a grid. The bits below hold the kind and whether the event is denied.
struct PackedPoint
{
    std::uint32_t x = 0; ///< from the antimeridian to the east
    std::uint32_t y = 0; ///< to the south

    static constexpr unsigned shift = 6; ///< of a coordinate in its word
    static constexpr std::uint32_t stepsInWorld = 1U << (32 - shift);
    static constexpr std::uint32_t spare = (1U << shift) - 1; ///< the bits below

    [[nodiscard]] static constexpr PackedPoint of(std::uint32_t stepsX, std::uint32_t stepsY,
                                                  std::uint8_t kind, bool isDenied)
    {
        return {stepsX << shift | (kind & spare),
                stepsY << shift | std::uint32_t(kind) >> shift | (isDenied ? deniedBit : 0)};
    }

    [[nodiscard]] constexpr std::uint32_t stepsX() const { return x >> shift; }
    [[nodiscard]] constexpr std::uint32_t stepsY() const { return y >> shift; }
    [[nodiscard]] constexpr std::uint32_t kind() const
    {
        return (x & spare) | (y & (deniedBit - 1)) << shift;
    }
    [[nodiscard]] constexpr bool isDenied() const { return (y & deniedBit) != 0; }

private:
    static constexpr std::uint32_t deniedBit = 4;
};

} // namespace dateline::events
