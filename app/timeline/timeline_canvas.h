// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/gestures.h>
#include <timeline/mark_walk.h>
#include <timeline/plot_library.h>
#include <timeline/scene_motion.h>
#include <timeline/timeline_picture.h>
#include <workspace/playback.h>

#include <QVariantAnimation>

class QScrollBar;

namespace dateline::timeline {

class ClockButton;
class TimeHandles;

/// The drawn part of the timeline as a widget: lanes, axis, growth, overview, each drawn by the
/// functions of timeline_drawing.h. A QCustomPlot keeps the pixels of all but what is selected,
/// played and pointed at, once they are seen twice, so that hovering redraws nothing else. All
/// marks are one tab stop, what TimeHandles holds are others; the keys are those of TimelineView.
class TimelineCanvas : public QCustomPlot
{
    Q_OBJECT

public:
    TimelineCanvas(workspace::Workspace *workspace, workspace::Playback *playback,
                   const TimelineStyle &style, QWidget *parent = nullptr);

    /// What is shown, up to date.
    [[nodiscard]] const TimelinePicture &picture();

    void setStyle(const TimelineStyle &style);
    void setGrowthWanted(bool wanted);
    [[nodiscard]] bool isGrowthWanted() const { return m_picture.isGrowthWanted(); }

    /// Whether each mark has a line to when its event was said, or happened.
    void setLagWanted(bool wanted);

    void showAll();
    void showFitting();

    /// The title of the axis, which chooses what places the events.
    [[nodiscard]] ClockButton *clockButton() const { return m_clock; }
    /// True while marks are on their way to where another clock has them.
    [[nodiscard]] bool isMoving() const { return m_motion.has_value(); }

    /// What else of it the keyboard moves.
    [[nodiscard]] const TimeHandles &handles() const { return *m_handles; }

    /// The event that the keyboard is at, if any.
    [[nodiscard]] std::optional<events::Row> current() const { return m_walk.current(); }

    /// The text that a tooltip at a position has; empty for none.
    [[nodiscard]] QString toolTipAt(const QPointF &at);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void detailRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// Where the pixels of the picture are.
    enum class Pixels : std::uint8_t { None, Shown, Kept };

    void connectWorkspace();
    void makeLayers();
    void drawAll(QPainter &painter);
    void showPicture();
    void paintPicture(QPaintEvent *event);
    void makeScrollBar();
    void makeMotion();
    void depart(SceneMotion::Way way);
    void changeClock();
    void changeSpan();
    [[nodiscard]] bool mayMove() const;
    void beginMotion();
    void endMotion();
    void invalidate(TimelinePicture::Parts parts);
    void bringUpToDate();
    void redraw();
    void redrawEmphasis();
    void hover(const QPointF &at);
    void click(const QPointF &at, Qt::KeyboardModifiers modifiers);
    bool pinch(QEvent *event);
    [[nodiscard]] const Lane *laneAt(const QPointF &at) const;
    void fold(const std::vector<QString> &lanes, bool folded);
    void openPile(const LanePile &pile, const QPointF &at);
    void listRows(const std::vector<events::Row> &rows, const QPoint &at);
    void walk(MarkWalk::Direction direction);
    void choose(events::Row row);
    void bringIntoView(events::Row row);
    void announceTurningPoint();
    bool pressKey(QKeyEvent *event);
    bool pressControlKey(int key);

    workspace::Workspace *m_workspace;
    workspace::Playback *m_playback;
    TimelinePicture m_picture;
    Gestures m_gestures;
    MarkWalk m_walk;
    QScrollBar *m_scrollBar = nullptr;
    ClockButton *m_clock;
    TimeHandles *m_handles;
    QVariantAnimation m_travel; ///< of the marks, 0 to 1
    std::optional<PlacedScene> m_departure; ///< where the marks were before they move
    SceneMotion::Way m_way = SceneMotion::Way::Both; ///< how they do
    std::optional<SceneMotion> m_motion;
    QTimer m_redraw;
    std::optional<std::size_t> m_turningPoint; ///< the one last announced
    bool m_dirty = true;
    Pixels m_pixels = Pixels::None;
    bool m_ringShown = false; ///< the ring of the keyboard's focus
    bool m_hovering = false; ///< the hovered event is this view's doing
};

} // namespace dateline::timeline
