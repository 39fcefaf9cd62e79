// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <bitsets/row_set.h>
#include <bitsets/spatial_blocks.h>
#include <events/dataset.h>
#include <fulltext/text_index.h>
#include <query/facet_counts.h>
#include <query/facet_index.h>
#include <query/filters.h>
#include <query/time_bins.h>
#include <query/time_index.h>

#include <memory>
#include <span>
#include <vector>

namespace dateline::query {

/// A filter that the crossfilter keeps apart: one per facet, then these.
enum class Dimension : std::uint8_t {
    Kind,
    Country,
    Claimant,
    Standing,
    Bureau,
    Tag,
    Brush, ///< Filters::windows
    PlayWindow,
    Area,
    Lasso,
    Text,
};
inline constexpr std::size_t dimensionCount = 11;

/// The linked filter: which events of a dataset pass, and counts of them for every group that is
/// on screen. Setting a filter touches only what the change concerns; reading counts touches only
/// the events that came or went since the last reading. Not thread-safe; use it from one thread
/// at a time.
///
/// The crossfilter rule: the counts of a facet (or of time) ignore that facet's own filter, so
/// that the options beside the chosen one keep their numbers.
class Crossfilter
{
    Q_DISABLE_COPY_MOVE(Crossfilter) // its parts refer to one another

public:
    /// When there is an index of all text, which takes a second for a million events.
    enum class TextSearch : std::uint8_t {
        WhenAsked, ///< made here by the first filter by text
        WhenGiven, ///< by setTextIndex(); until then filters by text let everything pass
    };

    explicit Crossfilter(std::shared_ptr<const events::Dataset> dataset,
                         TextSearch search = TextSearch::WhenAsked);
    ~Crossfilter() = default;

    [[nodiscard]] const events::Dataset &dataset() const { return *m_dataset; }
    [[nodiscard]] const FacetIndex &facet(Facet facet) const;

    /// Sets all filters; returns whether the set of passing events changed. (Facet counts may
    /// change without it, as when a facet chooses all values that occur.)
    bool setFilters(const Filters &filters);
    [[nodiscard]] const Filters &filters() const { return m_filters; }

    /// Gives the index of the dataset's text, not null. Returns as setFilters.
    bool setTextIndex(std::shared_ptr<const fulltext::TextIndex> index);
    /// Whether a filter by text has to wait for that.
    [[nodiscard]] bool isTextWaiting() const;

    /// Only events that may touch the window, so none without a date; nothing lets all pass.
    /// Returns as setFilters.
    bool setPlayWindow(std::optional<events::TimeSpan> window);
    [[nodiscard]] std::optional<events::TimeSpan> playWindow() const { return m_playWindow; }

    /// The events that pass all filters.
    [[nodiscard]] const bitsets::RowSet &passing() const { return *m_passing; }
    /// The same for whoever follows it; refers to this object.
    [[nodiscard]] bitsets::FollowedRows followed() const { return {m_passing, m_changes}; }
    [[nodiscard]] std::size_t passingCount() const { return m_changes.sizeOf(m_passing); }

    /// The events that pass all filters but that of `dimension`.
    [[nodiscard]] bitsets::RowSet passingWithout(Dimension dimension) const;
    /// The events that pass all filters but the brush and the play window.
    [[nodiscard]] bitsets::RowSet passingWithoutTime() const;

    /// For each code of a facet how many events pass all filters but the facet's own. Valid until
    /// the next call that is not const.
    [[nodiscard]] std::span<const std::uint32_t> counts(Facet facet) const;

    /// Which events a time histogram counts.
    enum class Scope : std::uint8_t { All, WithoutTime, Passing };
    static constexpr std::size_t scopeCount = 3;

    /// Events per bin [edges[i], edges[i + 1]) of finite moments that ascend (evenEdges() makes
    /// some): possible counts events that may touch the bin, certain those that certainly do.
    /// WithoutTime ignores the brush and the play window. An event without a date is in no bin;
    /// there are none for fewer than two edges. Remembers the edges: other ones cost all events,
    /// the same ones again, for any scope, what came and went.
    [[nodiscard]] std::vector<Tally> timeBins(std::span<const events::Instant> edges,
                                              Scope scope) const;

    /// How many passing events may, and certainly do, touch a window. Visits only those that are
    /// not within it.
    [[nodiscard]] Tally touching(events::TimeSpan window) const;

    /// How many of the things that the passing events of a kind stand for (their counts) have
    /// certainly and possibly begun before each of `moments` (ascending). Ignores brush and play
    /// window: growth is shown over all time. What has no date may have begun at any time, so
    /// possible always includes it.
    [[nodiscard]] std::vector<Tally> begunBy(std::uint16_t kind,
                                             std::span<const events::Instant> moments) const;

private:
    [[nodiscard]] std::vector<FacetIndex> indexFacetsAndTime();
    CountedRows &pass(Dimension dimension) { return m_pass[std::size_t(dimension)]; }
    [[nodiscard]] CountedRows counted(bitsets::SharedRows rows) const;
    void updateFacet(Facet facet, const std::vector<QString> &next);
    void updateText();
    bool recombine(const bitsets::RowChanges::Candidates &moved = {});
    [[nodiscard]] bitsets::SharedRows combined(std::initializer_list<Dimension> except) const;

    std::shared_ptr<const events::Dataset> m_dataset;
    FacetRecords m_records;
    std::optional<TimeIndex> m_timeIndex; ///< from when there are facets on
    std::vector<FacetIndex> m_facets;
    bitsets::SpatialBlocks m_blocks;
    std::shared_ptr<const fulltext::TextIndex> m_textIndex; ///< null until it is needed or given
    TextSearch m_textSearch;
    Filters m_filters;
    std::optional<events::TimeSpan> m_playWindow;
    std::array<CountedRows, dimensionCount> m_pass; ///< rows are null where no filter is set
    std::vector<WindowEdges> m_brushEdges;
    std::vector<WindowEdges> m_playEdges;
    mutable std::vector<WindowEdges> m_touchedEdges; ///< of the window that was asked last
    bitsets::SharedRows m_none;
    bitsets::SharedRows m_all;
    bitsets::SharedRows m_passing;
    mutable FacetCounts m_counts;
    mutable std::array<bool, facetCount> m_isCounted{};
    mutable TimeBins m_bins; ///< a histogram for each Scope
    mutable bitsets::RowChanges m_changes;
};

} // namespace dateline::query
