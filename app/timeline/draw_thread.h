// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_picture.h>

class QPainter;
class QPainterPath;

namespace dateline::timeline {

/// How one line of a thread looks; lanes and legend use the same function.
struct ThreadLook
{
    QColor colour;
    double scale = 1;
    double gap = 0; ///< pixels of the end that a symbol covers
};

/// A line along `path`: dotted for a part, dashed and ended by a bar for a denial, else with an
/// arrow.
void paintThreadLine(QPainter &painter, const QPainterPath &path, const ThreadLink &link,
                     const ThreadLook &look);

/// The thread through the selected event: lines between marks, rings around them also where they
/// are faint or in a pile, and at the edges of the visible time arrows with how many links go on.
void drawThread(QPainter &painter, const TimelinePicture &picture);

} // namespace dateline::timeline
