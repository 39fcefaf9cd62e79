// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>

#include <QColor>
#include <QFont>
#include <QPalette>

class QPainter;
class QRectF;

namespace dateline::panels {

/// The grid that everything in a panel is laid out on, in pixels.
inline constexpr int grid = 8;

/// The three sizes of type; nothing else is used.
enum class TypeSize { Small, Body, Title };

/// How panels look under one theme: the shared palette as QColor, type and focus ring. A value.
class Look
{
public:
    explicit Look(workspace::Theme theme = workspace::Theme::Paper);
    Look(const workspace::Palette &palette, workspace::Theme theme);

    [[nodiscard]] QColor window() const { return colour(m_palette.window); }
    [[nodiscard]] QColor base() const { return colour(m_palette.base); }
    [[nodiscard]] QColor text() const { return colour(m_palette.text); }
    [[nodiscard]] QColor mutedText() const { return colour(m_palette.mutedText); }
    [[nodiscard]] QColor line() const { return colour(m_palette.line); }
    [[nodiscard]] QColor accent() const { return colour(m_palette.accent); }
    [[nodiscard]] QColor onAccent() const { return colour(m_palette.onAccent); }
    [[nodiscard]] QColor hover() const { return colour(m_palette.hover); }

    /// The ground of a row: selected, hovered or neither (then transparent).
    [[nodiscard]] QColor rowGround(bool selected, bool hovered) const;

    /// A kind's colour (0xRRGGBB from the package) as this theme shows it.
    [[nodiscard]] QColor kind(std::uint32_t rgb) const;

    /// The palette for Qt's own widgets inside a panel.
    [[nodiscard]] QPalette widgetPalette() const;

    [[nodiscard]] workspace::Theme theme() const { return m_theme; }

    friend bool operator==(const Look &, const Look &) = default;

private:
    [[nodiscard]] static QColor colour(std::uint32_t rgb) { return QColor::fromRgb(rgb); }

    workspace::Palette m_palette;
    workspace::Theme m_theme;
};

/// `base` in one of the three sizes, with figures of equal width so that numbers align.
[[nodiscard]] QFont typeFont(const QFont &base, TypeSize size, QFont::Weight = QFont::Normal);

/// A ring of two pixels inside `box` that shows the keyboard focus.
void paintFocusRing(QPainter &painter, const QRectF &box, const Look &look);

} // namespace dateline::panels
