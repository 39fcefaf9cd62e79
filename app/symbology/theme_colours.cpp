// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/theme_colours.h>

#include <cmath>

namespace dateline::symbology {

namespace {

QColor opaque(std::uint32_t rgb)
{
    return QColor::fromRgb(rgb);
}

} // namespace

ThemeColours coloursOf(const workspace::Palette &palette)
{
    return {
        .window = opaque(palette.window),
        .base = opaque(palette.base),
        .text = opaque(palette.text),
        .mutedText = opaque(palette.mutedText),
        .line = opaque(palette.line),
        .accent = opaque(palette.accent),
        .onAccent = opaque(palette.onAccent),
        .hover = opaque(palette.hover),
        .sea = opaque(palette.sea),
        .land = opaque(palette.land),
        .border = opaque(palette.border),
        .halo = opaque(palette.halo),
    };
}

QColor colourOfKind(std::uint32_t rgb, workspace::Theme theme)
{
    return opaque(workspace::kindColour(rgb, theme));
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel
        = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QPalette widgetPalette(const ThemeColours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.mutedText);
    palette.setColor(QPalette::Button, colours.window);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.onAccent);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Accent, colours.accent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.base);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Light, colours.base);
    palette.setColor(QPalette::Midlight, colours.line);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.line);
    palette.setColor(QPalette::Shadow, colours.line);
    QColor disabled = colours.mutedText;
    disabled.setAlphaF(0.6F);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

} // namespace dateline::symbology
