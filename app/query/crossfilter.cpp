// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>

#include <events/side_by_side.h>
#include <query/facet_builder.h>

#include <algorithm>
#include <functional>

namespace dateline::query {

using bitsets::RowChanges;
using bitsets::RowSet;
using bitsets::SharedRows;
using events::Instant;
using events::Row;
using events::TimeSpan;

namespace {

constexpr std::array allFacets{Facet::Kind,     Facet::Country, Facet::Claimant,
                               Facet::Standing, Facet::Bureau,  Facet::Tag};
static_assert(allFacets.size() == facetCount);

/// Dimension begins with the facets, in their order.
constexpr Dimension dimensionOf(Facet facet)
{
    return Dimension(facet);
}
static_assert(dimensionOf(Facet::Tag) == Dimension::Tag);

SharedRows shared(RowSet rows)
{
    return std::make_shared<RowSet>(std::move(rows));
}

/// The codes of the values that the dataset has, ascending.
std::vector<std::uint32_t> codesOfValues(const FacetIndex &facet,
                                         const std::vector<QString> &values)
{
    std::vector<std::uint32_t> codes;
    for (const QString &value : values) {
        if (const std::optional<std::uint32_t> code = facet.code(value))
            codes.push_back(*code);
    }
    std::ranges::sort(codes);
    return codes;
}

bool areAlikeButForWindows(Filters one, const Filters &other)
{
    one.windows = other.windows;
    return one == other;
}

} // namespace

Crossfilter::Crossfilter(std::shared_ptr<const events::Dataset> dataset, TextSearch search)
    : m_dataset(std::move(dataset))
    , m_records(m_dataset->size())
    , m_facets(indexFacetsAndTime())
    , m_blocks(*m_dataset)
    , m_textSearch(search)
    , m_none(std::make_shared<RowSet>(m_dataset->size()))
    , m_all(std::make_shared<RowSet>(m_dataset->size(), true))
    , m_passing(m_all)
    , m_counts(m_facets, m_records, *m_timeIndex, m_none, m_all)
    , m_bins(*m_dataset, *m_timeIndex, m_none, m_all, scopeCount)
{
    m_isCounted.fill(true);
}

/// Tags are texts, which takes about as long to read as all other facets.
std::vector<FacetIndex> Crossfilter::indexFacetsAndTime()
{
    static_assert(allFacets.back() == Facet::Tag);
    FacetBuilder tags(*m_dataset, Facet::Tag);
    std::vector<std::uint32_t> tagged;
    std::vector<FacetIndex> facets;
    facets.reserve(facetCount);
    events::sideBySide(
        m_dataset->size(),
        [&] {
            m_timeIndex.emplace(*m_dataset);
            tagged = tags.readCombinations();
        },
        [&] {
            for (const Facet facet : std::span(allFacets).first<facetCount - 1>())
                facets.emplace_back(*m_dataset, facet, m_records);
        });
    facets.emplace_back(tags, std::move(tagged), m_records);
    return facets;
}

const FacetIndex &Crossfilter::facet(Facet facet) const
{
    return m_facets[std::size_t(facet)];
}

/// What is known of a set: something where it is all that one dimension lets pass.
CountedRows Crossfilter::counted(SharedRows rows) const
{
    const auto found = std::ranges::find(m_pass, rows, &CountedRows::rows);
    return found == m_pass.end() ? CountedRows{.rows = std::move(rows)} : *found;
}

bool Crossfilter::setFilters(const Filters &filters)
{
    if (filters == m_filters)
        return false;
    for (const Facet facet : allFacets) {
        if (filters.values(facet) != m_filters.values(facet))
            updateFacet(facet, filters.values(facet));
    }
    RowChanges::Candidates moved;
    if (filters.windows.empty() || filters.containment != m_filters.containment)
        m_brushEdges.clear();
    if (filters.windows.empty()) {
        pass(Dimension::Brush) = {};
    } else if (filters.windows != m_filters.windows
               || filters.containment != m_filters.containment) {
        TimeIndex::Meeting meeting
            = m_timeIndex->meeting(filters.windows, filters.containment, m_brushEdges);
        pass(Dimension::Brush) = {shared(std::move(meeting.rows)), meeting.slice};
        if (areAlikeButForWindows(filters, m_filters))
            moved = meeting.moved;
    }
    if (!filters.area)
        pass(Dimension::Area) = {};
    else if (filters.area != m_filters.area)
        pass(Dimension::Area) = {shared(m_blocks.inside(*filters.area))};
    if (filters.lasso.empty())
        pass(Dimension::Lasso) = {};
    else if (filters.lasso != m_filters.lasso)
        pass(Dimension::Lasso) = {shared(m_blocks.inside(filters.lasso))};
    const bool isOtherText = filters.text != m_filters.text;
    m_filters = filters;
    if (isOtherText)
        updateText();
    return recombine(moved);
}

bool Crossfilter::setPlayWindow(std::optional<TimeSpan> window)
{
    if (window == m_playWindow)
        return false;
    RowChanges::Candidates moved;
    if (window) {
        TimeIndex::Meeting meeting
            = m_timeIndex->meeting(std::span(&*window, 1), Containment::Touches, m_playEdges);
        pass(Dimension::PlayWindow) = {shared(std::move(meeting.rows)), meeting.slice};
        moved = meeting.moved;
    } else {
        pass(Dimension::PlayWindow) = {};
        m_playEdges.clear();
    }
    m_playWindow = window;
    return recombine(moved);
}

void Crossfilter::updateFacet(Facet facet, const std::vector<QString> &next)
{
    const FacetIndex &index = m_facets[std::size_t(facet)];
    pass(dimensionOf(facet))
        = next.empty() ? CountedRows() : index.rowsWith(codesOfValues(index, next));
}

bool Crossfilter::setTextIndex(std::shared_ptr<const fulltext::TextIndex> index)
{
    m_textIndex = std::move(index);
    updateText();
    return recombine();
}

bool Crossfilter::isTextWaiting() const
{
    return !m_textIndex && m_textSearch == TextSearch::WhenGiven
        && !m_filters.text.trimmed().isEmpty();
}

void Crossfilter::updateText()
{
    pass(Dimension::Text) = {};
    if (m_filters.text.trimmed().isEmpty() || isTextWaiting())
        return;
    if (!m_textIndex)
        m_textIndex = std::make_shared<const fulltext::TextIndex>(*m_dataset);
    pass(Dimension::Text) = {shared(m_textIndex->search(m_filters.text))};
}

/// `moved` are the events by which the one dimension that changed may differ from before, if they
/// are known.
bool Crossfilter::recombine(const RowChanges::Candidates &moved)
{
    m_isCounted.fill(false);
    SharedRows passing = combined({});
    if (passing == m_passing || *passing == *m_passing)
        return false;
    m_changes.expect(m_passing, passing, moved);
    m_passing = std::move(passing);
    return true;
}

/// The AND of all dimensions with a filter but some; what is only one set is that set.
SharedRows Crossfilter::combined(std::initializer_list<Dimension> except) const
{
    SharedRows only;
    std::shared_ptr<RowSet> several;
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        const SharedRows &rows = m_pass[i].rows;
        if (!rows || std::ranges::find(except, Dimension(i)) != except.end())
            continue;
        if (several) {
            *several &= *rows;
        } else if (only) {
            several = std::make_shared<RowSet>(*only);
            *several &= *rows;
        } else {
            only = rows;
        }
    }
    return several ? std::move(several) : only ? only : m_all;
}

RowSet Crossfilter::passingWithout(Dimension dimension) const
{
    return m_pass[std::size_t(dimension)].rows ? *combined({dimension}) : *m_passing;
}

RowSet Crossfilter::passingWithoutTime() const
{
    return *combined({Dimension::Brush, Dimension::PlayWindow});
}

std::span<const std::uint32_t> Crossfilter::counts(Facet facet) const
{
    const auto hasFilter
        = [this](Facet each) { return m_pass[std::size_t(dimensionOf(each))].rows != nullptr; };
    if (!m_isCounted[std::size_t(facet)]) {
        std::vector<Facet> together;
        if (hasFilter(facet))
            together.push_back(facet);
        else // all of these count what passes
            std::ranges::copy_if(allFacets, std::back_inserter(together), std::not_fn(hasFilter));
        const SharedRows rows = hasFilter(facet) ? combined({dimensionOf(facet)}) : m_passing;
        m_counts.update(together, counted(rows), m_changes);
        for (const Facet each : together)
            m_isCounted[std::size_t(each)] = true;
    }
    return m_counts.of(facet);
}

std::vector<Tally> Crossfilter::timeBins(std::span<const Instant> edges, Scope scope) const
{
    const auto ofScope = [this, scope]() -> SharedRows {
        switch (scope) {
        case Scope::All:
            return m_all;
        case Scope::WithoutTime:
            return combined({Dimension::Brush, Dimension::PlayWindow});
        case Scope::Passing:
            break;
        }
        return m_passing;
    };
    const SharedRows rows = ofScope();
    return m_bins.read(std::size_t(scope), counted(rows), edges, m_changes);
}

Tally Crossfilter::touching(TimeSpan window) const
{
    RowSet within
        = m_timeIndex->meeting(std::span(&window, 1), Containment::Within, m_touchedEdges).rows;
    within &= *m_passing;
    RowSet others;
    others.setDifference(*m_passing, within);
    const auto inside = std::uint32_t(within.count());
    Tally tally{inside, inside};
    others.forEach([&](Row row) {
        const events::FuzzyInterval bounds = m_dataset->columns().bounds(row);
        if (bounds.isUnbounded() || !possiblyTouches(bounds, window))
            return;
        ++tally.possible;
        tally.certain += certainlyTouches(bounds, window) ? 1 : 0;
    });
    return tally;
}

std::vector<Tally> Crossfilter::begunBy(std::uint16_t kind, std::span<const Instant> moments) const
{
    const events::EventColumns &columns = m_dataset->columns();
    std::vector<Tally> tallies(moments.size());
    const auto indexOf = [&moments](auto moment) { return std::size_t(moment - moments.begin()); };
    combined({Dimension::Brush, Dimension::PlayWindow})->forEach([&](Row row) {
        if (columns.kind[row] != kind)
            return;
        const auto possibly = std::ranges::upper_bound(moments, columns.earliestStart[row]);
        const auto certainly = std::max(
            possibly, std::ranges::lower_bound(moments, columns.bounds(row).latestStart));
        if (possibly != moments.end())
            tallies[indexOf(possibly)].possible += columns.count[row];
        if (certainly != moments.end())
            tallies[indexOf(certainly)].certain += columns.count[row];
    });
    for (std::size_t i = 1; i < tallies.size(); ++i) {
        tallies[i].possible += tallies[i - 1].possible;
        tallies[i].certain += tallies[i - 1].certain;
    }
    return tallies;
}

} // namespace dateline::query
