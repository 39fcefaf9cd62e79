// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_picture.h>

class QPainter;

/// How the parts of a composed TimelinePicture are drawn, with any QPainter: on screen, and as
/// vectors in an export. Each leaves the painter as it was.
namespace dateline::timeline {

/// Ground, stripes and labels of the lanes, grid lines.
void drawGround(QPainter &painter, const TimelinePicture &picture);

/// Marks and piles; what does not pass is faint.
void drawMarks(QPainter &painter, const TimelinePicture &picture);

/// The axis below the lanes: ticks, labels, their context in the label column.
void drawAxis(QPainter &painter, const TimelinePicture &picture);

/// Where a turning point of the package stands on a scale: in the middle of when it may begin; not
/// finite when that is open.
[[nodiscard]] double turningPointAt(const events::TurningPoint &point, const TimeScale &scale);

/// The turning points that the package names as wedges that hang from the top of a strip, and the
/// breaks of playback as pairs of slanted strokes through it; no breaks while there is no head.
void drawTurningPoints(QPainter &painter, const TimelinePicture &picture, const TimeScale &scale,
                       const QRectF &strip);
void drawBreaks(QPainter &painter, const TimelinePicture &picture, const TimeScale &scale,
                const QRectF &strip);

/// The break of playback that a moment lies in; nothing where playing does not hurry, and while
/// there is no head.
[[nodiscard]] std::optional<events::TimeSpan> breakAt(const TimelinePicture &picture,
                                                      events::Instant at);

/// Growth of the counted kind and the stated totals; nothing where the layout has no room for it.
void drawGrowth(QPainter &painter, const TimelinePicture &picture);

/// The whole time: histogram, brush, the visible part.
void drawOverview(QPainter &painter, const TimelinePicture &picture);

/// The play head through lanes, axis and growth, with its date and, beside that, the turning point
/// it is at or the break it hurries through; nothing when there is none.
void drawPlayHead(QPainter &painter, const TimelinePicture &picture);

/// All of the above but the play head, in their order: what stays while a person only looks.
void drawPicture(QPainter &painter, const TimelinePicture &picture);

/// The whole timeline as it looks when nobody points at it: ground, picture, selection, play head.
void drawTimeline(QPainter &painter, const TimelinePicture &picture, const QSizeF &size);

/// Rings around the selected events and the one under the pointer, and the thread through the
/// first selected one.
void drawSelection(QPainter &painter, const TimelinePicture &picture);
void drawHover(QPainter &painter, const TimelinePicture &picture);

/// One mark with its band and symbol; `faint` for an event that does not pass.
void drawMark(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark, bool faint);

} // namespace dateline::timeline
