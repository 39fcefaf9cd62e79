// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_picture.h>
#include <workspace/playback.h>

#include <QSlider>

#include <memory>
#include <vector>

namespace dateline::timeline {

/// The keyboard's hold of a moment: a slider that lies, without a look of its own but the ring of
/// the focus, where the moment is drawn, and lets the mouse through. Its value is in steps (see
/// TimeHandles): arrows move by one, Page Up and Page Down by ten, Home and End go to the ends.
class TimeHandle : public QSlider
{
    Q_OBJECT

public:
    explicit TimeHandle(QWidget *parent);

    void setRing(const QColor &colour) { m_ring = colour; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QColor m_ring;
    bool m_ringShown = false;
};

/// The handles of the play head and of both edges of each period of the brush; none where there is
/// neither. They follow the timeline in the order of tabs. One step is a day, or an hour, a minute
/// or a second where all that is dated takes less than two months, hours or minutes. An edge stays
/// apart from those beside it. GUI thread; workspace, playback and canvas outlive it.
class TimeHandles : public QObject
{
    Q_OBJECT

public:
    TimeHandles(workspace::Workspace *workspace, workspace::Playback *playback, QWidget *canvas);
    ~TimeHandles() override;

    /// Brings them to where the picture has what they move. For each change of the picture.
    void follow(const TimelinePicture &picture);

    /// Head first, then the beginning and the end of each period.
    [[nodiscard]] std::vector<TimeHandle *> handles() const;

private:
    enum class Part : std::uint8_t { Head, From, To };
    struct Hold;

    void makeHolds(std::size_t windows, bool head);
    void place(const Hold &hold, const TimelinePicture &picture);
    void name(const Hold &hold);
    void move(const Hold &hold);
    void moveEdge(const Hold &hold);
    [[nodiscard]] events::Instant instantOf(const Hold &hold) const;
    [[nodiscard]] events::Instant beginningOf(int step) const;
    [[nodiscard]] int stepOf(events::Instant at) const;

    workspace::Workspace *m_workspace;
    workspace::Playback *m_playback;
    QWidget *m_canvas;
    std::vector<std::unique_ptr<Hold>> m_holds;
    events::TimeSpan m_course; ///< from its `from` on steps are counted
    events::Instant m_step = events::millisecondsPerDay;
    workspace::ViewState m_moved; ///< as a handle left it: goes on in the same step of undo
};

} // namespace dateline::timeline
