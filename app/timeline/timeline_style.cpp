// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_style.h>

namespace dateline::timeline {

namespace {

constexpr double smallPoints = 8.5;
constexpr double normalPoints = 10;

QFont sized(QFont font, double points, double scale)
{
    font.setPointSizeF(points * scale);
    font.setFeature("tnum", 1);
    return font;
}

} // namespace

TimelineStyle styleOf(const workspace::Palette &palette, workspace::Theme theme, const QFont &font)
{
    const symbology::ThemeColours colours = symbology::coloursOf(palette);
    TimelineStyle style;
    style.theme = theme;
    style.window = colours.window;
    style.base = colours.base;
    style.text = colours.text;
    style.muted = colours.mutedText;
    style.line = colours.line;
    style.accent = colours.accent;
    style.onAccent = colours.onAccent;
    style.hover = colours.hover;
    style.stripe = symbology::mixed(style.base, style.window, 0.55);
    style.grid = symbology::mixed(style.base, style.line, 0.55);
    style.scale = palette.fontScale;
    style.small = sized(font, smallPoints, style.scale);
    style.normal = sized(font, normalPoints, style.scale);
    style.strong = style.normal;
    style.strong.setWeight(QFont::DemiBold);
    return style;
}

} // namespace dateline::timeline
