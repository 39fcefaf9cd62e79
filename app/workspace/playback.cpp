// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/playback.h>

#include <workspace/turning_point.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dateline::workspace {

using events::Instant;
using events::TimeSpan;

namespace {

constexpr std::chrono::milliseconds frameInterval{33};
/// A course stays within these, so that the length of any part of it can be told.
constexpr Instant furthest = events::distantFuture / 4;
constexpr double leastWait = 400; ///< milliseconds between two steps without motion

} // namespace

Playback::Playback(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_timer.setInterval(frameInterval);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(m_clock.restart()); });
    connect(workspace, &Workspace::datasetChanged, this, [this] {
        pause();
        takeExtent();
    });
    connect(workspace, &Workspace::playHeadChanged, this, &Playback::followHead);
    takeExtent();
    followHead();
}

void Playback::takeExtent()
{
    m_extent = m_workspace->dataset().extent();
    m_courseKey.reset();
}

void Playback::followHead()
{
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!head)
        return pause(); // all events are to be shown: what plays would bring the head back
    if (head->mode == m_mode && head->width == m_width)
        return;
    m_mode = head->mode;
    m_width = head->width;
    Q_EMIT settingsChanged();
}

void Playback::play()
{
    if (isPlaying() || !m_extent)
        return;
    // A bounce that was paused on its way back goes on there, unless the head was moved meanwhile.
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (m_settings.loop != Loop::Bounce || !head || m_pausedAt != head->at)
        m_direction = 1;
    if (isAtEnd()) {
        m_direction = 1;
        moveTo(m_extent->from);
    }
    m_placed.reset();
    m_clock.start();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

/// Nothing comes after the head, or it is outside of all that is dated.
bool Playback::isAtEnd() const
{
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!head || head->at >= m_extent->to - 1 || head->at < m_extent->from)
        return true;
    // Without motion the head never comes to the end of what lasts longer than its last step.
    return !m_settings.glides && m_direction > 0 && !stepFrom(1);
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    const std::optional<PlayHead> &head = m_workspace->state().play;
    m_pausedAt = head ? std::optional(head->at) : std::nullopt;
    Q_EMIT playingChanged(false);
}

void Playback::toggle()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Playback::stop()
{
    pause();
    m_workspace->change([](ViewState &next) { next.play.reset(); });
}

bool Playback::skipRest()
{
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!isPlaying() || !head || m_placed != head->at)
        return false;
    if (!m_settings.glides) {
        const bool rests
            = m_settings.stops && turningPointOn(m_workspace->dataset().info(), head->at);
        if (rests)
            m_played = std::numeric_limits<double>::infinity();
        return rests;
    }
    const double after = course().afterRest(m_played, m_direction);
    return std::exchange(m_played, after) != after;
}

TimeSpan Playback::courseEnds() const
{
    return {std::clamp(m_extent->from, -furthest, furthest),
            std::clamp(m_extent->to - 1, -furthest, furthest)};
}

const PlayCourse &Playback::course() const
{
    const Instant trailing = m_mode == PlayMode::Moving ? m_width : 0;
    const CourseKey key{m_workspace->sharedDataset(), m_workspace->filtersInForce(), m_settings,
                        trailing};
    if (m_courseKey == key)
        return m_course;
    m_courseKey = key;
    m_placed.reset();
    m_breaks.clear();
    m_course = {};
    if (!m_extent)
        return m_course;
    const TimeSpan ends = courseEnds();
    const std::vector<Instant> points = turningMoments(m_workspace->dataset().info());
    if (m_settings.breaks) {
        const double longest = PlayCourse::longestWait / 1000 * m_settings.daysPerSecond;
        m_breaks = emptyStretches(
            m_workspace->dataset().columns(),
            m_workspace->crossfilter().passingWithout(query::Dimension::PlayWindow),
            {ends.from, ends.to + 1},
            Instant(std::llround(longest * double(events::millisecondsPerDay))), trailing, points);
    }
    m_course = PlayCourse(ends.from, ends.to, m_settings.daysPerSecond,
                          m_settings.stops ? points : std::vector<Instant>(), m_breaks);
    return m_course;
}

double Playback::lasts() const
{
    return course().lasts();
}

const std::vector<TimeSpan> &Playback::breaks() const
{
    course();
    return m_breaks;
}

void Playback::advance(qint64 elapsed)
{
    if (!m_extent)
        return;
    if (m_settings.glides)
        glide(elapsed);
    else
        wait(elapsed);
}

void Playback::glide(qint64 elapsed)
{
    const PlayCourse &course = this->course();
    const std::optional<PlayHead> &head = m_workspace->state().play;
    const Instant from = head ? head->at : m_extent->from;
    if (m_placed != from)
        m_played = course.playedAt(from, m_direction);
    const double before = std::exchange(m_played, m_played + double(elapsed) * m_direction);
    bool jumps = false;
    if (m_played >= course.lasts() && m_direction > 0) {
        if (m_settings.loop == Loop::Once)
            pause();
        if (m_settings.loop == Loop::Bounce)
            m_direction = -1;
        // The end itself is shown before a loop begins again.
        jumps = m_settings.loop == Loop::Loop && before >= course.lasts();
        m_played = jumps ? 0 : course.lasts();
    } else if (m_played <= 0 && m_direction < 0) {
        m_direction = 1;
        m_played = 0;
    }
    PlayHead next = headAt(course.at(m_played));
    // What lies after the last picture: that picture's own moment was shown in it.
    if (head && !jumps && next.at != from)
        next.since = next.at > from ? from + 1 : from - 1;
    m_placed = next.at;
    put(next);
}

/// Without motion: from step to step, each after the time that gliding there would take.
void Playback::wait(qint64 elapsed)
{
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!head || m_placed != head->at) {
        if (!head)
            moveTo(m_extent->from);
        m_placed = m_workspace->state().play->at;
        m_played = 0;
    }
    m_played += double(elapsed);
    std::optional<PlayHead> next = stepFrom(m_direction);
    if (m_played < waitAt(next))
        return;
    m_played = 0;
    if (!next) {
        if (m_settings.loop == Loop::Once)
            pause();
        if (m_settings.loop == Loop::Bounce)
            m_direction = -m_direction;
        if (m_settings.loop != Loop::Loop)
            return;
        next = headAt(m_extent->from);
    }
    m_placed = next->at;
    put(*next);
}

/// How long the head stays where it is before it goes to `next`, in milliseconds.
double Playback::waitAt(std::optional<PlayHead> next) const
{
    const Instant at = m_workspace->state().play->at;
    double waits = leastWait;
    if (next) {
        const double days
            = std::abs(double(next->at) - double(at)) / double(events::millisecondsPerDay);
        const double glides = 1000 * days / m_settings.daysPerSecond;
        if (!m_settings.breaks || glides <= PlayCourse::longestWait)
            waits = std::max(waits, glides);
    }
    if (m_settings.stops && turningPointOn(m_workspace->dataset().info(), at))
        waits = std::max(waits, PlayCourse::rest);
    return waits;
}

query::Tally Playback::shownTally() const
{
    const query::Crossfilter &crossfilter = m_workspace->crossfilter();
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!head || !m_extent) {
        const auto passing = std::uint32_t(crossfilter.passingCount());
        return {passing, passing};
    }
    return crossfilter.touching(head->window());
}

void Playback::moveTo(Instant at, Step step)
{
    put(headAt(at), step);
}

PlayHead Playback::headAt(Instant at) const
{
    PlayHead head;
    head.at = at;
    head.mode = m_mode;
    head.width = m_width;
    return head;
}

void Playback::put(const PlayHead &head, Step step)
{
    m_workspace->change([&head](ViewState &next) { next.play = head; }, step);
}

void Playback::setSettings(PlaySettings settings)
{
    settings.daysPerSecond = std::max(settings.daysPerSecond, 1.0);
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged();
}

void Playback::setMode(PlayMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    if (m_workspace->state().play)
        m_workspace->change([mode](ViewState &next) {
            next.play->mode = mode;
            next.play->since.reset();
        });
    Q_EMIT settingsChanged();
}

void Playback::setWidth(Instant width)
{
    width = std::max(width, Instant(1));
    if (width == m_width)
        return;
    const Instant grown = width - std::exchange(m_width, width);
    if (m_workspace->state().play) {
        m_workspace->change([this, grown](ViewState &next) {
            next.play->width = m_width;
            next.play->since.reset();
            if (next.play->mode == PlayMode::Moving && m_extent)
                next.play->at = std::clamp(next.play->at + grown, m_extent->from, m_extent->to - 1);
        });
    }
    Q_EMIT settingsChanged();
}

} // namespace dateline::workspace
