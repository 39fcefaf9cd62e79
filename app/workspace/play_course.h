// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/event_columns.h>
#include <events/instant.h>

#include <vector>

namespace dateline::workspace {

/// Which moment a running head has reached after how much playing: a pure function, so that a
/// window that draws now and then and a film that draws each frame are at the same moment after
/// the same time. The head runs evenly, slows down before a stop, rests there, gathers speed, and
/// hurries through breaks. Played time is in milliseconds from the beginning of the course.
class PlayCourse
{
public:
    static constexpr double rest = 1500; ///< at a stop
    static constexpr double longestWait = 2000; ///< a stretch that takes longer is a break
    static constexpr double hurried = 300; ///< what a break takes, and a little at both its ends
    static constexpr double leastShown = 50; ///< of a break's ends, at full speed
    static constexpr double easing = 300; ///< what the way to a stop would take at full speed

    /// A course that takes no time.
    PlayCourse() = default;

    /// From the first to the last moment, both included. `stops` ascend, `breaks` are in order and
    /// do not overlap, no stop is inside one; what is outside [first, last] is not met.
    PlayCourse(events::Instant first, events::Instant last, double daysPerSecond,
               const std::vector<events::Instant> &stops,
               const std::vector<events::TimeSpan> &breaks);

    /// How long playing all of it takes.
    [[nodiscard]] double lasts() const;

    /// The moment after so much playing; the first or last one before and after the course.
    [[nodiscard]] events::Instant at(double played) const;

    /// When the head comes to a moment in the course, the latest such time when it runs forwards
    /// and the earliest when backwards: a head that is put on a stop does not rest there.
    [[nodiscard]] double playedAt(events::Instant at, int direction) const;

    /// The end, in this direction, of the rest that the head is taking after so much playing;
    /// `played` itself when it takes none.
    [[nodiscard]] double afterRest(double played, int direction) const;

private:
    enum class Pace : std::uint8_t { Even, Slowing, Resting, Gathering };

    /// A part of the course with one pace.
    struct Leg
    {
        double begins = 0;
        double lasts = 0;
        events::Instant from = 0;
        events::Instant to = 0;
        Pace pace = Pace::Even;

        [[nodiscard]] double ends() const { return begins + lasts; }
    };

    void go(events::Instant to, Pace pace, double lasts);
    void goEvenly(events::Instant to);
    void stopAt(events::Instant stop, events::Instant next);

    std::vector<Leg> m_legs;
    events::Instant m_first = 0;
    double m_speed = 1; ///< milliseconds of data for each of playing
};

/// The stretches of `range` longer than `least` in which no event of `rows` may begin or end, and
/// none has ended `trailing` ago, and that hold none of `kept` inside. In order. Linear in the
/// number of events.
[[nodiscard]] std::vector<events::TimeSpan>
emptyStretches(const events::EventColumns &columns, const bitsets::RowSet &rows,
               const events::TimeSpan &range, events::Instant least, events::Instant trailing,
               const std::vector<events::Instant> &kept);

} // namespace dateline::workspace
