// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/theme_colours.h>

#include <QFont>

namespace dateline::timeline {

/// The look of the timeline in one theme: colours, the three type sizes, the scale of everything
/// that is measured in pixels.
struct TimelineStyle
{
    workspace::Theme theme = workspace::Theme::Paper;
    QColor window;
    QColor base;
    QColor stripe; ///< every other lane
    QColor text;
    QColor muted;
    QColor line;
    QColor grid; ///< lighter than line
    QColor accent;
    QColor onAccent;
    QColor hover;
    QFont small; ///< labels of lanes and axes, with figures of equal width
    QFont normal; ///< totals
    QFont strong; ///< what is being read: the date of the play head
    double scale = 1;

    [[nodiscard]] QColor kindColour(std::uint32_t rgb) const
    {
        return symbology::colourOfKind(rgb, theme);
    }
};

/// `font` is taken as 10 pt of the screen, whatever its size.
[[nodiscard]] TimelineStyle styleOf(const workspace::Palette &palette, workspace::Theme theme,
                                    const QFont &font);

} // namespace dateline::timeline
