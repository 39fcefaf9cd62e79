// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/brush.h>
#include <timeline/timeline_picture.h>

#include <QPointF>

namespace dateline::timeline {

/// What pointer and wheel do to a workspace through a composed picture: pan, zoom, brush, move the
/// play head. Knows no widget, so tests need no window. Positions are pixels of the picture.
class Gestures
{
public:
    enum class Zone : std::uint8_t { Outside, Eras, Labels, Lanes, Axis, Growth, Overview };

    /// Both must outlive it; the picture is composed before each call.
    Gestures(workspace::Workspace *workspace, TimelinePicture *picture);

    [[nodiscard]] Zone zoneAt(const QPointF &at) const;

    /// The left button goes down, the pointer moves with it, it comes up again. release() is true
    /// when that was a click and not a drag.
    void press(const QPointF &at, Qt::KeyboardModifiers modifiers);
    void drag(const QPointF &to, Qt::KeyboardModifiers modifiers);
    bool release();

    /// Ends a drag and takes back what it did; false when there was none.
    bool cancel();
    [[nodiscard]] bool isDragging() const { return m_moved; }

    /// Two fingers move apart, `factor` above 1, or together; false when that did nothing.
    bool pinch(const QPointF &at, double factor);

    /// A turn of the wheel in eighths of a degree (120 a notch), y away from the person is
    /// positive; with Ctrl it always zooms. False when it did nothing.
    bool wheel(const QPointF &at, const QPointF &turn, Qt::KeyboardModifiers modifiers);

    /// Moves the visible span so that its middle is at a moment.
    void centreOn(events::Instant at);
    /// Zooms about a moment by `factor`, less than 1 for in; false at the limit.
    bool zoom(events::Instant about, double factor);
    /// Moves the visible span; false at the limit.
    bool pan(events::Instant by);
    /// Shows a span, within the limits; false when it is shown already.
    bool show(const events::TimeSpan &span, workspace::Step step);

    /// Clears the brush; false when there was none.
    bool clearBrush();
    /// Moves the brush by its whole width (all windows of it together), else
    /// the visible span by its; false when that did nothing.
    bool shiftByWidth(int direction);

    /// The cursor that says what a press would do.
    [[nodiscard]] Qt::CursorShape cursorAt(const QPointF &at,
                                           Qt::KeyboardModifiers modifiers) const;

    /// How near the pointer has to be to an edge of the brush or to the play head, pixels.
    static constexpr double tolerance = 6;

private:
    enum class Action : std::uint8_t { None, Pan, Brush, Head };

    void dragBrush(const QPointF &to, Qt::KeyboardModifiers modifiers);
    void dragHead(const QPointF &to);
    void dragPan(const QPointF &to);
    [[nodiscard]] bool isOnHead(const QPointF &at) const;
    [[nodiscard]] const TimeScale &scaleOf(Zone zone) const;
    [[nodiscard]] std::vector<events::Instant> edgesOf(Zone zone) const;
    void setWindows(Windows windows);

    workspace::Workspace *m_workspace;
    TimelinePicture *m_picture;
    Action m_action = Action::None;
    Zone m_zone = Zone::Outside;
    QPointF m_pressed;
    bool m_moved = false;
    bool m_stepTaken = false; ///< the drag has made its undo step
    std::optional<BrushDrag> m_brush;
    events::TimeSpan m_spanBefore;
    std::optional<workspace::PlayHead> m_headBefore;
    double m_scrollBefore = 0;
};

} // namespace dateline::timeline
