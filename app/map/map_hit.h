// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <variant>

namespace dateline::map {

/// What lies under a pixel: a symbol or a counter of the current scene, by its index.
struct SymbolHit
{
    std::size_t index = 0;

    friend bool operator==(const SymbolHit &, const SymbolHit &) = default;
};
struct ChipHit
{
    std::size_t index = 0;

    friend bool operator==(const ChipHit &, const ChipHit &) = default;
};
using Hit = std::variant<std::monostate, SymbolHit, ChipHit>;

} // namespace dateline::map
