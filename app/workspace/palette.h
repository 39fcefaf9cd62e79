// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace dateline::workspace {

/// The themes people choose between.
enum class Theme : std::uint8_t { Paper, Night, Projector };

/// The name of a theme in settings and on the command line, e.g. "paper".
[[nodiscard]] QString themeName(Theme theme);
[[nodiscard]] std::optional<Theme> themeFromName(QStringView name);

/// The colours that views share, 0xRRGGBB, so that a theme is one value without Qt Gui.
struct Palette
{
    std::uint32_t window = 0; ///< behind panels
    std::uint32_t base = 0; ///< behind lists, charts, cards
    std::uint32_t text = 0;
    std::uint32_t mutedText = 0; ///< secondary text; at least 4.5:1 on base
    std::uint32_t line = 0; ///< separators and axes
    std::uint32_t accent = 0; ///< selection, focus and brush
    std::uint32_t onAccent = 0; ///< text on accent
    std::uint32_t hover = 0; ///< ring around what the pointer is on
    std::uint32_t sea = 0;
    std::uint32_t land = 0;
    std::uint32_t border = 0;
    std::uint32_t halo = 0; ///< behind labels on the map
    double fontScale = 1.0; ///< of the base font, 10 pt

    friend bool operator==(const Palette &, const Palette &) = default;
};

[[nodiscard]] Palette paletteOf(Theme theme);

/// A kind's colour as the theme shows it: as the package gives it in paper and projector,
/// lightened at night until it has 3:1 against the base.
[[nodiscard]] std::uint32_t kindColour(std::uint32_t colour, Theme theme);

} // namespace dateline::workspace
