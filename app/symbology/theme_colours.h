// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>

#include <QColor>
#include <QPalette>

namespace dateline::symbology {

/// The colours of a theme as Qt Gui takes them; workspace::Palette says what each one is for.
/// A value; invalid colours until coloursOf() made it.
struct ThemeColours
{
    QColor window;
    QColor base;
    QColor text;
    QColor mutedText;
    QColor line;
    QColor accent;
    QColor onAccent;
    QColor hover;
    QColor sea;
    QColor land;
    QColor border;
    QColor halo;

    friend bool operator==(const ThemeColours &, const ThemeColours &) = default;
};

[[nodiscard]] ThemeColours coloursOf(const workspace::Palette &palette);

/// A kind's colour (0xRRGGBB, from the package) as the theme shows it.
[[nodiscard]] QColor colourOfKind(std::uint32_t rgb, workspace::Theme theme);

/// `a` with `share` (0 to 1) of `b` in it, opaque, in the 8 bits a channel that a screen has.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);

/// For Qt's own widgets: every role that Fusion draws with.
[[nodiscard]] QPalette widgetPalette(const ThemeColours &colours);

} // namespace dateline::symbology
