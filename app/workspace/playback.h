// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/play_course.h>
#include <workspace/step_unit.h>
#include <workspace/workspace.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace dateline::workspace {

/// How the play head moves; kept while there is none.
struct PlaySettings
{
    enum class Loop : std::uint8_t { Once, Loop, Bounce };

    double daysPerSecond = 180; ///< of data, for each second of playing; at least 1
    Loop loop = Loop::Once;
    StepUnit unit = StepUnit::Event;
    bool stops = true; ///< slows down before, and rests at, the package's turning points
    bool breaks = true; ///< hurries through stretches in which nothing begins or ends
    bool glides = true; ///< false: goes by steps of the unit, for those who want no motion

    friend bool operator==(const PlaySettings &, const PlaySettings &) = default;
};

/// Moves the play head of a workspace: playing, and stepping between the real dates of the data or
/// by the calendar. Lives in the GUI thread.
class Playback : public QObject
{
    Q_OBJECT

public:
    using Loop = PlaySettings::Loop;

    explicit Playback(Workspace *workspace, QObject *parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }

    /// Starts from the play head, from the beginning when there is none or nothing comes after it.
    /// A bounce goes on in the direction it had. Playing ends when the head is taken away.
    void play();
    void pause();
    void toggle();

    /// Ends the rest at a turning point, so that playing goes on; false when it takes none.
    bool skipRest();

    /// Pauses, and moves the head to the next (+1) or last (-1) date at which an event that passes
    /// the other filters may begin; or to the last moment of the next or last day, month, ...: the
    /// head belongs to what is shown, so the whole of it is. With PlayMode::Point that is what
    /// falls into it. Stops at both ends: the last event is always reached.
    void step(int direction);

    /// Ends playback and takes the play head away: all events are shown again.
    void stop();

    [[nodiscard]] const PlaySettings &settings() const { return m_settings; }
    /// The head stays where it is.
    void setSettings(PlaySettings settings);

    /// The mode of the head; kept while there is no head, as is the width of the moving window.
    [[nodiscard]] PlayMode mode() const { return m_mode; }
    void setMode(PlayMode mode);
    [[nodiscard]] events::Instant width() const { return m_width; }
    /// A window that is shown keeps its start; `width` is at least 1.
    void setWidth(events::Instant width);

    /// From the first to the last bound that the data knows, finite; playing moves in it, and ends
    /// at its last moment. Nothing when no event has a date. Constant time.
    [[nodiscard]] std::optional<events::TimeSpan> extent() const { return m_extent; }

    /// How many of the events that pass are certainly and possibly what the head shows; all that
    /// pass, as certain, when there is no head.
    [[nodiscard]] query::Tally shownTally() const;

    /// Puts the head at a moment, in the mode and with the width of the playback; what lies on the
    /// way to it is not shown.
    void moveTo(events::Instant at, Step step = Step::Passing);

    /// Moves the head as `elapsed` milliseconds of playing do. For the timer, films and tests: how
    /// the time is cut into calls makes no difference to where the head is.
    void advance(qint64 elapsed);

    /// Milliseconds that playing takes from the beginning to the end; 0 when nothing is dated.
    [[nodiscard]] double lasts() const;

    /// The stretches that are hurried through, in order; none when the settings want none. Linear
    /// in the number of events after a change of filter, pace or mode, else constant.
    [[nodiscard]] const std::vector<events::TimeSpan> &breaks() const;

Q_SIGNALS:
    void playingChanged(bool playing);
    void settingsChanged(); ///< settings, mode or width

private:
    /// What a course was made for.
    struct CourseKey
    {
        std::shared_ptr<const events::Dataset> dataset;
        query::Filters filters;
        PlaySettings settings;
        events::Instant trailing = 0; ///< the width of the moving window

        friend bool operator==(const CourseKey &, const CourseKey &) = default;
    };

    void takeExtent();
    void followHead();
    [[nodiscard]] bool isAtEnd() const;
    const PlayCourse &course() const;
    [[nodiscard]] events::TimeSpan courseEnds() const;
    void glide(qint64 elapsed);
    void wait(qint64 elapsed);
    [[nodiscard]] double waitAt(std::optional<PlayHead> next) const;
    [[nodiscard]] PlayHead headAt(events::Instant at) const;
    [[nodiscard]] std::optional<PlayHead> stepFrom(int direction) const;
    [[nodiscard]] std::optional<PlayHead> dateFrom(int direction) const;
    [[nodiscard]] std::optional<PlayHead> unitFrom(int direction) const;
    void put(const PlayHead &head, Step step = Step::Passing);

    Workspace *m_workspace;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::optional<events::TimeSpan> m_extent;
    PlaySettings m_settings;
    PlayMode m_mode = PlayMode::Cumulative;
    events::Instant m_width = PlayHead().width;
    int m_direction = 1;
    std::optional<events::Instant> m_pausedAt; ///< where the head was when playing was paused
    mutable std::optional<CourseKey> m_courseKey; ///< nothing: no course yet
    mutable PlayCourse m_course;
    mutable std::vector<events::TimeSpan> m_breaks;
    mutable std::optional<events::Instant> m_placed; ///< where m_played was reached
    double m_played = 0; ///< of the course; of the wait when there is no gliding
};

} // namespace dateline::workspace
