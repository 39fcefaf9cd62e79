// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/playback.h>

#include <QLocale>

#include <algorithm>

namespace dateline::workspace {

using events::Instant;
using events::TimeSpan;

void Playback::step(int direction)
{
    pause();
    if (const std::optional<PlayHead> next = stepFrom(direction))
        put(*next);
}

/// The head one step on; nothing at the end, and where no event has a date.
std::optional<PlayHead> Playback::stepFrom(int direction) const
{
    if (!m_extent)
        return std::nullopt;
    return m_settings.unit == StepUnit::Event ? dateFrom(direction) : unitFrom(direction);
}

std::optional<PlayHead> Playback::dateFrom(int direction) const
{
    // The dates of events that the other filters let through, so that each step shows something.
    const bitsets::RowSet candidates
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
    if (!target)
        return std::nullopt;
    return headAt(*target);
}

std::optional<PlayHead> Playback::unitFrom(int direction) const
{
    const TimeSpan ends = courseEnds();
    const auto around = [this](Instant at) {
        return unitAround(at, m_settings.unit, QLocale().firstDayOfWeek());
    };
    const std::optional<PlayHead> &head = m_workspace->state().play;
    TimeSpan unit = around(direction > 0 ? ends.from : ends.to);
    if (head && direction > 0 && head->at >= ends.from) {
        if (head->at >= ends.to)
            return std::nullopt;
        unit = around(head->at);
        if (head->at >= unit.to - 1)
            unit = around(unit.to);
    } else if (head && direction < 0 && head->at <= ends.to) {
        if (head->at <= ends.from)
            return std::nullopt;
        unit = around(around(head->at).from - 1);
        if (unit.to <= ends.from)
            return std::nullopt;
    }
    PlayHead next = headAt(std::min(unit.to - 1, ends.to));
    next.since = unit.from;
    return next;
}

} // namespace dateline::workspace
