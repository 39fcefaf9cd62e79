// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include <cstdint>

namespace dateline::symbology {

/// The three sizes of type; nothing else is used.
enum class TypeSize : std::uint8_t { Small, Body, Title };

/// How large the sizes are, as multiples of the font that they are made of: by default as on a
/// desk; on a wall they differ more.
struct TypeScale
{
    double small = 0.88;
    double body = 1;
    double title = 1.4;
};

/// `font` in one of the sizes, with figures of equal width so that numbers align. Keeps to points
/// or pixels, whichever `font` is given in.
[[nodiscard]] QFont typeFont(const QFont &font, TypeSize size, QFont::Weight weight = QFont::Normal,
                             const TypeScale &scale = {});

} // namespace dateline::symbology
