// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/row_changes.h>

#include <cstdint>
#include <vector>

namespace dateline::query {

/// How many events may be meant and how many certainly are; certain ≤ possible.
struct Tally
{
    std::uint32_t certain = 0;
    std::uint32_t possible = 0;

    friend bool operator==(const Tally &, const Tally &) = default;
};

/// A histogram of a set of events over a range of time, kept while the set changes: reading it
/// again visits only the events that came or went. Not thread-safe.
class TimeBins
{
public:
    /// The dataset must outlive the bins; `none` is the set of none of its events.
    TimeBins(const events::Dataset &dataset, SharedRows none);

    /// The events of `rows` per bin; see Crossfilter::timeBins.
    [[nodiscard]] std::vector<Tally> read(const SharedRows &rows, events::TimeSpan range,
                                          std::size_t bins, RowChanges &changes);

private:
    /// Two bins that an event reaches from and to, half open; it is in none when they are equal.
    struct Reach
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    void restart(events::TimeSpan range, std::size_t bins);
    void countNone();
    void sortIntoBins();
    [[nodiscard]] std::size_t firstEndAfter(events::Instant moment) const;
    [[nodiscard]] Reach possibleBins(const events::FuzzyInterval &bounds) const;
    [[nodiscard]] Reach certainBins(const events::FuzzyInterval &bounds,
                                    const Reach &possible) const;
    [[nodiscard]] bool isWithin(const events::FuzzyInterval &bounds, const Reach &possible) const;
    void add(ChangedRows changes);
    void addOne(events::Row row, std::int32_t sign);

    const events::EventColumns *m_columns;
    events::TimeSpan m_range;
    std::vector<events::Instant> m_edges; ///< of the bins, one more than there are
    double m_binsPerMillisecond = 0;
    SharedRows m_none;
    SharedRows m_counted;
    /// The bin in which an event lies with all its bounds, or one of two other answers; empty
    /// until a second reading shows that it pays.
    std::vector<std::uint16_t> m_binOf;
    std::vector<std::int32_t> m_within; ///< per bin: events with all their bounds in it
    std::vector<std::int32_t> m_possible; ///< per bin: how many more of the others than before it
    std::vector<std::int32_t> m_certain;
};

} // namespace dateline::query
