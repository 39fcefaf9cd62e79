// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace dateline::workspace {

/// Moves the play head of a workspace: playing, and stepping between the real dates of the data.
/// Lives in the GUI thread.
class Playback : public QObject
{
    Q_OBJECT

public:
    enum class Loop : std::uint8_t { Once, Loop, Bounce };

    explicit Playback(Workspace *workspace, QObject *parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }

    /// Starts from the play head, from the beginning when there is none or it is at the end.
    void play();
    void pause();
    void toggle();

    /// Pauses, and moves the head to the next (+1) or last (-1) date at which
    /// an event that passes the other filters may begin; the head belongs to what is shown, so the
    /// event is. Stops at both ends: the last event is always reached.
    void stepToDate(int direction);

    /// Ends playback and takes the play head away: all events are shown again.
    void stop();

    /// Days of data for each second of playing; at least 1.
    [[nodiscard]] double daysPerSecond() const { return m_daysPerSecond; }
    void setDaysPerSecond(double days);
    [[nodiscard]] Loop loop() const { return m_loop; }
    void setLoop(Loop loop) { m_loop = loop; }

    /// The mode of the head; kept while there is no head.
    [[nodiscard]] PlayMode mode() const { return m_mode; }
    void setMode(PlayMode mode);

    /// From the first to the last bound that the data knows, finite; playing moves in it. Nothing
    /// when no event has a date. Constant time.
    [[nodiscard]] std::optional<events::TimeSpan> extent() const { return m_extent; }

    /// How many of the events that pass are certainly and possibly what the head shows; all that
    /// pass, as certain, when there is no head.
    [[nodiscard]] query::Tally shownTally() const;

    /// Puts the head at a moment, in the mode of the playback, without a step in the history.
    void moveTo(events::Instant at);

    /// Moves the head as `elapsed` milliseconds of playing do. For the timer and for tests.
    void advance(qint64 elapsed);

Q_SIGNALS:
    void playingChanged(bool playing);
    void settingsChanged(); ///< mode or speed

private:
    void measureExtent();

    Workspace *m_workspace;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::optional<events::TimeSpan> m_extent;
    double m_daysPerSecond = 180;
    Loop m_loop = Loop::Once;
    PlayMode m_mode = PlayMode::Cumulative;
    int m_direction = 1;
};

} // namespace dateline::workspace
