// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_palette.h>

namespace dateline::map {

namespace {

constexpr double basePoints = 10;

QColor opaque(std::uint32_t rgb)
{
    return QColor::fromRgb(QRgb(0xFF000000U | rgb));
}

/// `a` with `share` of `b` mixed in.
QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share,
                            a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

} // namespace

QColor MapPalette::kindColour(std::uint32_t colour) const
{
    return opaque(workspace::kindColour(colour, theme));
}

double MapPalette::scale() const
{
    return font.pointSizeF() > 0 ? font.pointSizeF() / basePoints : 1;
}

MapPalette mapPalette(workspace::Theme theme, const QFont &base)
{
    const workspace::Palette shared = workspace::paletteOf(theme);
    const bool projector = theme == workspace::Theme::Projector;
    MapPalette palette;
    palette.theme = theme;
    palette.sea = opaque(shared.sea);
    palette.land = opaque(shared.land);
    palette.border = opaque(shared.border);
    palette.halo = opaque(shared.halo);
    palette.ink = opaque(shared.text);
    palette.paper = opaque(shared.base);
    palette.selection = opaque(shared.accent);
    palette.hover = opaque(shared.hover);
    palette.coast = mixed(palette.sea, palette.ink, projector ? 0.60F : 0.30F);
    palette.graticule = mixed(palette.sea, palette.ink, 0.06F);
    palette.label = mixed(palette.land, palette.ink, projector ? 0.85F : 0.62F);
    palette.hatch = mixed(palette.land, palette.ink, projector ? 0.60F : 0.42F);
    palette.relation = mixed(palette.selection, palette.ink, 0.25F);
    palette.font = base;
    if (base.pointSizeF() > 0)
        palette.font.setPointSizeF(base.pointSizeF() * shared.fontScale);
    return palette;
}

} // namespace dateline::map
