// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_palette.h>

#include <array>

namespace dateline::map {

namespace {

constexpr double basePoints = 10;

// Light land becomes darker with the number, dark land lighter: more always stands out more.
QColor mostShaded(workspace::Theme theme)
{
    switch (theme) {
    case workspace::Theme::Night:
        return {0xD4, 0xC4, 0xFF};
    case workspace::Theme::Projector:
        return {0x3F, 0x00, 0x7D};
    case workspace::Theme::Paper:
        break;
    }
    return {0x54, 0x27, 0x8F};
}

} // namespace

double MapPalette::scale() const
{
    return font.pointSizeF() > 0 ? font.pointSizeF() / basePoints : 1;
}

QColor MapPalette::shadeOf(std::size_t step, std::size_t steps) const
{
    constexpr double least = 0.22;
    constexpr double greatest = 0.68; // names on it stay readable
    const double share = steps > 1 ? double(step) / double(steps - 1) : 0.5;
    return symbology::mixed(land, shade, least + (greatest - least) * share);
}

QColor MapPalette::outcomeFill(std::size_t outcome) const
{
    // Okabe-Ito: sky blue, orange, bluish green.
    constexpr std::array hues{0x56B4E9U, 0xE69F00U, 0x009E73U};
    constexpr std::array shares{0.60, 0.70, 0.55};
    return symbology::mixed(land, QColor::fromRgb(hues.at(outcome)), shares.at(outcome));
}

QColor MapPalette::pattern() const
{
    QColor colour = ink;
    colour.setAlphaF(0.5F);
    return colour;
}

QColor MapPalette::hatched() const
{
    QColor colour = hatch;
    colour.setAlphaF(0.55F);
    return colour;
}

MapPalette mapPalette(workspace::Theme theme, const QFont &base)
{
    const workspace::Palette shared = workspace::paletteOf(theme);
    const symbology::ThemeColours colours = symbology::coloursOf(shared);
    const bool projector = theme == workspace::Theme::Projector;
    MapPalette palette;
    palette.theme = theme;
    palette.sea = colours.sea;
    palette.land = colours.land;
    palette.border = colours.border;
    palette.halo = colours.halo;
    palette.ink = colours.text;
    palette.paper = colours.base;
    palette.selection = colours.accent;
    palette.hover = colours.hover;
    palette.coast = symbology::mixed(palette.sea, palette.ink, projector ? 0.60 : 0.30);
    palette.graticule = symbology::mixed(palette.sea, palette.ink, 0.06);
    palette.label = symbology::mixed(palette.land, palette.ink, projector ? 0.85 : 0.62);
    palette.hatch = symbology::mixed(palette.land, palette.ink, projector ? 0.60 : 0.42);
    palette.relation = symbology::mixed(palette.selection, palette.ink, 0.25);
    palette.shade = mostShaded(theme);
    palette.font = base;
    if (base.pointSizeF() > 0)
        palette.font.setPointSizeF(base.pointSizeF() * shared.fontScale);
    return palette;
}

} // namespace dateline::map
