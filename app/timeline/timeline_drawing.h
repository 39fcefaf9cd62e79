// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_picture.h>

class QPainter;

/// How the parts of a composed TimelinePicture are drawn, with any QPainter: on screen, and as
/// vectors in an export. Each leaves the painter as it was.
namespace dateline::timeline {

/// Ground, stripes and labels of the lanes, grid lines.
void drawGround(QPainter &painter, const TimelinePicture &picture);

/// The handles by which a lane is folded, beside its label; not on paper, where none can be
/// pressed.
void drawFolds(QPainter &painter, const TimelinePicture &picture);

/// Marks and piles of a scene of the picture; what does not pass is faint.
void drawMarks(QPainter &painter, const TimelinePicture &picture, const LaneScene &scene);

/// A line from each mark to when its event was first said (on the clock Happened), else to when it
/// happened; nothing when that is not wanted or the marks are many.
void drawLags(QPainter &painter, const TimelinePicture &picture);
/// That line for one mark of the scene.
void drawLag(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark);

/// The axis below the lanes: ticks, labels, in the label column its title and their context.
void drawAxis(QPainter &painter, const TimelinePicture &picture);

/// What places the events, in words: "placed by: when first said", shorter where the box is narrow.
void drawClockTitle(QPainter &painter, const TimelineStyle &style, workspace::Clock clock,
                    const QRectF &box);

/// The same in a word or two.
[[nodiscard]] QString shortClockTitle(workspace::Clock clock);
/// Where that stands: beside the axis, left of its context.
[[nodiscard]] QRectF clockTitleBox(const TimelinePicture &picture);
/// The title of the place beside the lanes for what has no date on the clock: "no date".
[[nodiscard]] QString undatedTitle();

/// Lines over the brush on a picture whose marks another clock places: it filters by when things
/// happened.
[[nodiscard]] QBrush hatchOf(const QColor &colour);

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

/// How far growth is at the play head, whose moment belongs to it, else at the end of the view.
[[nodiscard]] query::Tally growthNow(const TimelinePicture &picture);

/// Growth of the counted kind and the stated totals; nothing where the layout has no room for it.
void drawGrowth(QPainter &painter, const TimelinePicture &picture);

/// The whole time: histogram, brush, the visible part.
void drawOverview(QPainter &painter, const TimelinePicture &picture);

/// The play head through lanes, axis and growth, with its date and, beside that, the turning point
/// it is at or the break it hurries through; nothing when there is none.
void drawPlayHead(QPainter &painter, const TimelinePicture &picture);

/// All of the above but the play head, in their order: what stays while a person only looks. The
/// marks are those of `scene`, the picture's own or one on the way to it.
void drawPicture(QPainter &painter, const TimelinePicture &picture, const LaneScene &scene);

/// The whole timeline as it looks when nobody points at it: ground, picture, selection, play head.
void drawTimeline(QPainter &painter, const TimelinePicture &picture, const QSizeF &size);

/// Rings around the selected events and the one under the pointer, and the thread through the
/// first selected one.
void drawSelection(QPainter &painter, const TimelinePicture &picture);
void drawHover(QPainter &painter, const TimelinePicture &picture);

/// One mark with its band and symbol; `faint` for an event that does not pass.
void drawMark(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark, bool faint);

} // namespace dateline::timeline
