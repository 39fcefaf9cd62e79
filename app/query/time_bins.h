// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/counted_rows.h>

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace dateline::query {

/// How many events may be meant and how many certainly are; certain ≤ possible.
struct Tally
{
    std::uint32_t certain = 0;
    std::uint32_t possible = 0;

    friend bool operator==(const Tally &, const Tally &) = default;
};

/// The edges of `bins` ≥ 1 bins of (nearly) equal width: one more than there are bins. The range is
/// finite and not empty.
[[nodiscard]] std::vector<events::Instant> evenEdges(events::TimeSpan range, std::size_t bins);

/// Histograms of some sets of events over the same bins, kept while the sets change: which bins
/// events are in is found once, and reading a histogram again visits only the events that came or
/// went, or that a window of time has and that reach over several bins. Not thread-safe.
class TimeBins
{
public:
    /// The dataset and the order of time outlive the bins; `none` and `all` are the sets of no and
    /// of all events. There are `histograms` of them.
    TimeBins(const events::Dataset &dataset, const TimeIndex &time, bitsets::SharedRows none,
             bitsets::SharedRows all, std::size_t histograms);

    /// The events of `rows` per bin; see Crossfilter::timeBins. For the cost, `histogram` is the
    /// one that counted about these rows before.
    [[nodiscard]] std::vector<Tally> read(std::size_t histogram, const CountedRows &rows,
                                          std::span<const events::Instant> edges,
                                          bitsets::RowChanges &changes);

private:
    /// Two bins that an event reaches from and to, half open; it is in none when they are equal.
    struct Reach
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    struct Counts
    {
        std::vector<std::int32_t> within; ///< per bin: events with all their bounds in it
        std::vector<std::int32_t> possible; ///< per bin: how many more of the others than before it
        std::vector<std::int32_t> certain;
    };
    struct Counted
    {
        bitsets::SharedRows rows;
        Counts counts;
    };

    void restart(std::span<const events::Instant> edges);
    template<typename Code>
    void sortIntoBins(std::vector<Code> &binOf);
    template<typename Code>
    void findPositions(const std::vector<Code> &binOf);
    [[nodiscard]] Counts taken(const TimeSlice &slice) const;
    [[nodiscard]] const Counts *kept(const bitsets::SharedRows &rows) const;
    void recount(Counted &histogram, const bitsets::SharedRows &rows,
                 bitsets::RowChanges &changes) const;
    [[nodiscard]] std::vector<Tally> addUp(const Counts &counts) const;
    [[nodiscard]] std::size_t firstEndAfter(events::Instant moment) const;
    [[nodiscard]] Reach possibleBins(const events::FuzzyInterval &bounds) const;
    [[nodiscard]] Reach certainBins(const events::FuzzyInterval &bounds,
                                    const Reach &possible) const;
    [[nodiscard]] bool isWithin(const events::FuzzyInterval &bounds, const Reach &possible) const;
    template<typename Code>
    void add(Counts &counts, const std::vector<Code> &binOf, std::span<const events::Row> rows,
             std::int32_t step) const;
    void addOne(Counts &counts, events::Row row, std::int32_t step) const;

    const events::EventColumns *m_columns;
    const TimeIndex *m_time;
    std::vector<events::Instant> m_edges; ///< of the bins, one more than there are
    events::TimeSpan m_range; ///< from the first to the last
    double m_binsPerMillisecond = 0;
    bitsets::SharedRows m_none;
    bitsets::SharedRows m_all;
    Counts m_ofNone;
    Counts m_ofAll;
    std::vector<Counted> m_histograms;
    std::vector<Counted> m_kept; ///< of lasting sets
    /// The bin in which an event lies with all its bounds, or one of two other answers, in a byte
    /// where there are few bins; nothing where there are too many.
    std::variant<std::monostate, std::vector<std::uint8_t>, std::vector<std::uint16_t>> m_binOf;
    /// How many events begin before each edge; nothing where slices do not pay.
    std::vector<std::size_t> m_begun;
    /// Where in the order of beginning events reach over several bins, ascending.
    std::vector<std::uint32_t> m_wide;
};

} // namespace dateline::query
