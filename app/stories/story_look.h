// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>

#include <QColor>
#include <QFont>
#include <QPalette>

namespace dateline::stories {

/// The three sizes of type in a presentation.
enum class TypeSize : std::uint8_t { Small, Body, Heading };

/// How the parts of a presentation look: a theme's palette and how much larger its type is. A
/// value.
struct StoryLook
{
    workspace::Palette palette = workspace::paletteOf(workspace::Theme::Projector);
    double textScale = 1;

    [[nodiscard]] QColor base() const { return QColor::fromRgb(palette.base); }
    [[nodiscard]] QColor text() const { return QColor::fromRgb(palette.text); }
    [[nodiscard]] QColor mutedText() const { return QColor::fromRgb(palette.mutedText); }
    [[nodiscard]] QColor line() const { return QColor::fromRgb(palette.line); }
    [[nodiscard]] QColor accent() const { return QColor::fromRgb(palette.accent); }

    /// The application's font family in one of the sizes.
    [[nodiscard]] QFont font(TypeSize size) const;

    /// For Qt's own widgets.
    [[nodiscard]] QPalette widgetPalette() const;

    friend bool operator==(const StoryLook &, const StoryLook &) = default;
};

/// The grid on which everything is laid out, in pixels.
inline constexpr int storyGrid = 8;

} // namespace dateline::stories
