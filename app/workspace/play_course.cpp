// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/play_course.h>

#include <algorithm>
#include <cmath>

namespace dateline::workspace {

using events::Instant;
using events::TimeSpan;

namespace {

constexpr Instant mostBuckets = 1 << 20;

/// The first and last moment that fell into a part of time; first > last while none did.
struct Bucket
{
    Instant first = events::distantFuture;
    Instant last = events::distantPast;
};

} // namespace

PlayCourse::PlayCourse(Instant first, Instant last, double daysPerSecond,
                       const std::vector<Instant> &stops, const std::vector<TimeSpan> &breaks)
    : m_first(first)
    , m_speed(daysPerSecond * double(events::millisecondsPerDay) / 1000)
{
    const auto edge = Instant(std::llround(leastShown * m_speed));
    auto stop = std::ranges::lower_bound(stops, first);
    auto gap = breaks.begin();
    while (stop != stops.end() || gap != breaks.end()) {
        const bool isStop
            = stop != stops.end() && (gap == breaks.end() || *stop < gap->from + edge);
        const Instant next = isStop ? *stop : gap->from + edge;
        if (next > last)
            break;
        if (isStop) {
            ++stop;
            const Instant stopAfter = stop == stops.end() ? last : std::min(*stop, last);
            const Instant gapAfter = gap == breaks.end() ? last : gap->from + edge;
            stopAt(next, std::min(stopAfter, gapAfter));
        } else {
            goEvenly(next);
            go(std::clamp(gap->to - edge, next, last), Pace::Even, hurried);
            ++gap;
        }
    }
    goEvenly(last);
}

void PlayCourse::go(Instant to, Pace pace, double lasts)
{
    const Instant from = m_legs.empty() ? m_first : m_legs.back().to;
    if (to > from || pace == Pace::Resting)
        m_legs.push_back({this->lasts(), lasts, from, to, pace});
}

void PlayCourse::goEvenly(Instant to)
{
    const Instant from = m_legs.empty() ? m_first : m_legs.back().to;
    go(to, Pace::Even, double(to - from) / m_speed);
}

/// Rests at `stop`; up to `next` nothing else is met.
void PlayCourse::stopAt(Instant stop, Instant next)
{
    const auto way = Instant(std::llround(easing * m_speed));
    const Instant from = m_legs.empty() ? m_first : m_legs.back().to;
    const Instant before = std::min(way, stop - from);
    const Instant after = std::min(way, (next - stop) / 2);
    goEvenly(stop - before);
    // Evenly slower and slower takes twice the time.
    go(stop, Pace::Slowing, 2 * double(before) / m_speed);
    go(stop, Pace::Resting, rest);
    go(stop + after, Pace::Gathering, 2 * double(after) / m_speed);
}

double PlayCourse::lasts() const
{
    return m_legs.empty() ? 0 : m_legs.back().ends();
}

Instant PlayCourse::at(double played) const
{
    if (m_legs.empty() || played <= 0)
        return m_first;
    const auto leg
        = std::ranges::lower_bound(m_legs, played, {}, [](const Leg &each) { return each.ends(); });
    if (leg == m_legs.end())
        return m_legs.back().to;
    const double share = (played - leg->begins) / leg->lasts;
    const auto length = double(leg->to - leg->from);
    switch (leg->pace) {
    case Pace::Even:
        return leg->from + Instant(std::llround(share * length));
    case Pace::Slowing:
        return leg->to - Instant(std::llround((1 - share) * (1 - share) * length));
    case Pace::Gathering:
        return leg->from + Instant(std::llround(share * share * length));
    case Pace::Resting:
        break;
    }
    return leg->to;
}

double PlayCourse::playedAt(Instant at, int direction) const
{
    // Legs that end where the next begins: the last that holds the moment, or the first.
    const auto leg = direction > 0 ? std::ranges::upper_bound(m_legs, at, {}, &Leg::from)
                                   : std::ranges::lower_bound(m_legs, at, {}, &Leg::to);
    if (direction > 0 && leg == m_legs.begin())
        return 0;
    if (direction < 0 && leg == m_legs.end())
        return lasts();
    const Leg &held = direction > 0 ? *(leg - 1) : *leg;
    if (at >= held.to)
        return direction > 0 ? held.ends()
                             : (held.pace == Pace::Resting ? held.begins : held.ends());
    if (at <= held.from)
        return held.begins;
    const double share = double(at - held.from) / double(held.to - held.from);
    switch (held.pace) {
    case Pace::Slowing:
        return held.begins + held.lasts * (1 - std::sqrt(1 - share));
    case Pace::Gathering:
        return held.begins + held.lasts * std::sqrt(share);
    case Pace::Even:
    case Pace::Resting:
        break;
    }
    return held.begins + held.lasts * share;
}

double PlayCourse::afterRest(double played, int direction) const
{
    const auto resting = std::ranges::find_if(m_legs, [played](const Leg &leg) {
        return leg.pace == Pace::Resting && leg.begins <= played && played <= leg.ends();
    });
    if (resting == m_legs.end())
        return played;
    return direction > 0 ? resting->ends() : resting->begins;
}

std::vector<TimeSpan> emptyStretches(const events::EventColumns &columns,
                                     const bitsets::RowSet &rows, const TimeSpan &range,
                                     Instant least, Instant trailing,
                                     const std::vector<Instant> &kept)
{
    // Two moments of one bucket are nearer than its width, so long stretches lie between buckets.
    const Instant width = std::max(least, (range.to - range.from) / mostBuckets + 1);
    std::vector<Bucket> buckets(std::size_t((range.to - range.from) / width) + 1);
    const auto note = [&](Instant at) {
        if (at < range.from || at > range.to)
            return;
        Bucket &bucket = buckets[std::size_t((at - range.from) / width)];
        bucket.first = std::min(bucket.first, at);
        bucket.last = std::max(bucket.last, at);
    };
    note(range.from);
    note(range.to);
    std::ranges::for_each(kept, note);
    rows.forEach([&](events::Row row) {
        const events::FuzzyInterval bounds = columns.bounds(row);
        note(bounds.earliestStart);
        note(bounds.latestStart);
        note(bounds.earliestEnd);
        note(bounds.latestEnd);
        if (trailing > 0 && bounds.latestEnd < range.to - trailing)
            note(bounds.latestEnd + trailing);
    });
    std::vector<TimeSpan> stretches;
    Instant before = range.from;
    for (const Bucket &bucket : buckets) {
        if (bucket.first > bucket.last)
            continue;
        if (bucket.first - before > least)
            stretches.push_back({before, bucket.first});
        before = bucket.last;
    }
    return stretches;
}

} // namespace dateline::workspace
