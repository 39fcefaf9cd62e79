// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_style.h>

namespace dateline::timeline {

namespace {

constexpr double smallPoints = 8.5;
constexpr double normalPoints = 10;

QColor opaqueColour(std::uint32_t rgb)
{
    return QColor::fromRgb(QRgb(0xFF000000U | rgb));
}

QFont sized(QFont font, double points, double scale)
{
    font.setPointSizeF(points * scale);
    font.setFeature("tnum", 1);
    return font;
}

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel
        = [share](float from, float to) { return float(from + (to - from) * float(share)); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

QColor TimelineStyle::kindColour(std::uint32_t colour) const
{
    return opaqueColour(workspace::kindColour(colour, theme));
}

TimelineStyle styleOf(const workspace::Palette &palette, workspace::Theme theme, const QFont &font)
{
    TimelineStyle style;
    style.theme = theme;
    style.window = opaqueColour(palette.window);
    style.base = opaqueColour(palette.base);
    style.text = opaqueColour(palette.text);
    style.muted = opaqueColour(palette.mutedText);
    style.line = opaqueColour(palette.line);
    style.accent = opaqueColour(palette.accent);
    style.onAccent = opaqueColour(palette.onAccent);
    style.hover = opaqueColour(palette.hover);
    style.stripe = mixed(style.base, style.window, 0.55);
    style.grid = mixed(style.base, style.line, 0.55);
    style.scale = palette.fontScale;
    style.small = sized(font, smallPoints, style.scale);
    style.normal = sized(font, normalPoints, style.scale);
    style.strong = style.normal;
    style.strong.setWeight(QFont::DemiBold);
    return style;
}

} // namespace dateline::timeline
