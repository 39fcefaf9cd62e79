// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/theme_colours.h>
#include <symbology/type_size.h>

class QPainter;
class QRectF;

namespace dateline::panels {

/// The grid that everything in a panel is laid out on, in pixels.
inline constexpr int grid = 8;

using symbology::typeFont;
using symbology::TypeSize;

/// How panels look under one theme. A value.
class Look
{
public:
    explicit Look(workspace::Theme theme = workspace::Theme::Paper);
    Look(const workspace::Palette &palette, workspace::Theme theme);

    [[nodiscard]] QColor window() const { return m_colours.window; }
    [[nodiscard]] QColor base() const { return m_colours.base; }
    [[nodiscard]] QColor text() const { return m_colours.text; }
    [[nodiscard]] QColor mutedText() const { return m_colours.mutedText; }
    [[nodiscard]] QColor line() const { return m_colours.line; }
    [[nodiscard]] QColor accent() const { return m_colours.accent; }
    [[nodiscard]] QColor onAccent() const { return m_colours.onAccent; }
    [[nodiscard]] QColor hover() const { return m_colours.hover; }

    /// The ground of a row: selected, hovered or neither (then transparent).
    [[nodiscard]] QColor rowGround(bool selected, bool hovered) const;

    /// The palette for Qt's own widgets inside a panel.
    [[nodiscard]] QPalette widgetPalette() const { return symbology::widgetPalette(m_colours); }

    [[nodiscard]] workspace::Theme theme() const { return m_theme; }

    friend bool operator==(const Look &, const Look &) = default;

private:
    symbology::ThemeColours m_colours;
    workspace::Theme m_theme;
};

/// A ring of two pixels inside `box` that shows the keyboard focus.
void paintFocusRing(QPainter &painter, const QRectF &box, const Look &look);

} // namespace dateline::panels
