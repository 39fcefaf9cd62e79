// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_palette.h>

namespace dateline::map {

namespace {

constexpr double basePoints = 10;

} // namespace

double MapPalette::scale() const
{
    return font.pointSizeF() > 0 ? font.pointSizeF() / basePoints : 1;
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
    palette.font = base;
    if (base.pointSizeF() > 0)
        palette.font.setPointSizeF(base.pointSizeF() * shared.fontScale);
    return palette;
}

} // namespace dateline::map
