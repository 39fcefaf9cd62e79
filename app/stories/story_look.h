// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/theme_colours.h>
#include <symbology/type_size.h>

namespace dateline::stories {

using symbology::TypeSize;

/// How the parts of a presentation look: a theme's palette and how much larger its type is. A
/// value.
struct StoryLook
{
    workspace::Palette palette = workspace::paletteOf(workspace::Theme::Projector);
    double textScale = 1;

    [[nodiscard]] symbology::ThemeColours colours() const { return symbology::coloursOf(palette); }

    /// The application's font in one of the sizes, as large as is read from the last row.
    [[nodiscard]] QFont font(TypeSize size) const;

    /// For Qt's own widgets. A presentation has one ground, so windows are as light as lists.
    [[nodiscard]] QPalette widgetPalette() const;

    friend bool operator==(const StoryLook &, const StoryLook &) = default;
};

/// The grid on which everything is laid out, in pixels.
inline constexpr int storyGrid = 8;

} // namespace dateline::stories
