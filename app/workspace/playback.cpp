// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/playback.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dateline::workspace {

using events::Instant;

namespace {

constexpr std::chrono::milliseconds frameInterval{33};

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
        measureExtent();
    });
    connect(workspace, &Workspace::playHeadChanged, this, [this] {
        const std::optional<PlayHead> &head = m_workspace->state().play;
        if (head && head->mode != m_mode) {
            m_mode = head->mode;
            Q_EMIT settingsChanged();
        }
    });
    measureExtent();
}

void Playback::measureExtent()
{
    const events::EventColumns &columns = m_workspace->dataset().columns();
    std::optional<Instant> first;
    std::optional<Instant> last;
    for (events::Row row = 0; row < columns.size(); ++row) {
        const events::FuzzyInterval bounds = columns.bounds(row);
        for (const Instant instant :
             {bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd}) {
            if (instant == events::distantPast || instant == events::distantFuture)
                continue;
            first = std::min(first.value_or(instant), instant);
            last = std::max(last.value_or(instant), instant);
        }
    }
    m_extent.reset();
    if (first)
        m_extent = events::TimeSpan{*first, std::max(*last, *first + 1)};
}

void Playback::play()
{
    if (isPlaying() || !m_extent)
        return;
    const events::TimeSpan range = *m_extent;
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!head || head->at >= range.to || head->at < range.from)
        moveTo(range.from);
    m_direction = 1;
    m_clock.start();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
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

void Playback::stepToDate(int direction)
{
    pause();
    // The dates of events that the other filters let through, so that each step shows something.
    const query::RowSet candidates
        = m_workspace->crossfilter().passingWithout(query::Dimension::PlayWindow);
    const events::EventColumns &columns = m_workspace->dataset().columns();
    const std::optional<PlayHead> &head = m_workspace->state().play;
    std::optional<Instant> target;
    candidates.forEach([&](events::Row row) {
        const Instant date = columns.earliestStart[row];
        if (date == events::distantPast)
            return;
        if (!head)
            target = direction > 0 ? std::min(target.value_or(date), date)
                                   : std::max(target.value_or(date), date);
        else if (direction > 0 && date > head->at)
            target = std::min(target.value_or(date), date);
        else if (direction < 0 && date < head->at)
            target = std::max(target.value_or(date), date);
    });
    if (target)
        moveTo(*target);
}

void Playback::advance(qint64 elapsed)
{
    if (!m_extent)
        return;
    const events::TimeSpan range = *m_extent;
    const std::optional<PlayHead> head = m_workspace->state().play;
    const Instant from = head ? head->at : range.from;
    const double days = m_daysPerSecond * double(elapsed) / 1000.0 * m_direction;
    Instant next = from + Instant(std::llround(days * double(events::millisecondsPerDay)));
    if (next >= range.to) {
        if (m_loop == Loop::Once)
            pause();
        m_direction = m_loop == Loop::Bounce ? -1 : 1;
        // The end itself is shown before a loop begins again.
        next = m_loop == Loop::Loop && from >= range.to ? range.from : range.to;
    } else if (next <= range.from && m_direction < 0) {
        m_direction = 1;
        next = range.from;
    }
    moveTo(next);
}

query::Tally Playback::shownTally() const
{
    const query::Crossfilter &crossfilter = m_workspace->crossfilter();
    const std::optional<PlayHead> &head = m_workspace->state().play;
    if (!head || !m_extent) {
        const auto passing = std::uint32_t(crossfilter.passingCount());
        return {passing, passing};
    }
    // A bin has to be finite: begin before everything that has a date.
    events::TimeSpan window = head->window();
    window.from = std::max(window.from, m_extent->from - 1);
    window.from = std::min(window.from, window.to - 1);
    return crossfilter.timeBins(window, 1, query::Crossfilter::Scope::Passing).front();
}

void Playback::moveTo(Instant at)
{
    m_workspace->change(
        [this, at](ViewState &next) {
            PlayHead head = next.play.value_or(PlayHead{});
            head.at = at;
            head.mode = m_mode;
            next.play = head;
        },
        Step::Passing);
}

void Playback::setDaysPerSecond(double days)
{
    days = std::max(days, 1.0);
    if (days == m_daysPerSecond)
        return;
    m_daysPerSecond = days;
    Q_EMIT settingsChanged();
}

void Playback::setMode(PlayMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    if (m_workspace->state().play)
        m_workspace->change([mode](ViewState &next) { next.play->mode = mode; });
    Q_EMIT settingsChanged();
}

} // namespace dateline::workspace
