// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>

#include <events/web_mercator.h>

#include <algorithm>

namespace dateline::query {

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

/// A GeoBox in the numbers of the columns x and y. The edges are rounded as the columns were, so
/// that an event on an edge stays on it.
class AreaTest
{
public:
    explicit AreaTest(const GeoBox &box)
        : m_left(float(events::mercatorX(box.west)))
        , m_right(float(events::mercatorX(box.east)))
        , m_top(float(events::mercatorY(box.north)))
        , m_bottom(float(events::mercatorY(box.south)))
    {}

    [[nodiscard]] bool contains(float x, float y) const
    {
        // 180° east and west are one meridian.
        return y >= m_top && y <= m_bottom
            && (spans(x) || (x <= 0 && spans(1)) || (x >= 1 && spans(0)));
    }

private:
    [[nodiscard]] bool spans(float x) const
    {
        return m_left <= m_right ? x >= m_left && x <= m_right : x >= m_left || x <= m_right;
    }

    float m_left;
    float m_right;
    float m_top;
    float m_bottom;
};

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

} // namespace

Crossfilter::Crossfilter(std::shared_ptr<const events::Dataset> dataset)
    : m_dataset(std::move(dataset))
    , m_timeIndex(*m_dataset)
    , m_textIndex(*m_dataset)
    , m_passing(m_dataset->size(), true)
    , m_passingCount(m_dataset->size())
{
    m_facets.reserve(facetCount);
    for (const Facet facet : allFacets) {
        m_facets.emplace_back(*m_dataset, facet);
        m_counts[std::size_t(facet)] = {
            RowSet(m_dataset->size()), std::vector<std::uint32_t>(m_facets.back().values().size())};
    }
}

const FacetIndex &Crossfilter::facet(Facet facet) const
{
    return m_facets[std::size_t(facet)];
}

std::optional<RowSet> &Crossfilter::pass(Dimension dimension)
{
    return m_pass[std::size_t(dimension)];
}

bool Crossfilter::setFilters(const Filters &filters)
{
    if (filters == m_filters)
        return false;
    for (const Facet facet : allFacets) {
        if (filters.values(facet) != m_filters.values(facet))
            updateFacet(facet, filters.values(facet));
    }
    if (filters.windows != m_filters.windows || filters.containment != m_filters.containment)
        updateBrush(filters);
    if (filters.area != m_filters.area)
        updateArea(filters.area);
    if (filters.text != m_filters.text)
        updateText(filters.text);
    m_filters = filters;
    return recombine();
}

bool Crossfilter::setPlayWindow(std::optional<TimeSpan> window)
{
    if (window == m_playWindow)
        return false;
    std::optional<RowSet> &rows = pass(Dimension::PlayWindow);
    if (!window)
        rows.reset();
    else if (!rows)
        rows = m_timeIndex.meeting(std::span(&*window, 1), Containment::Touches);
    else
        m_timeIndex.slide(*rows, std::span(&*m_playWindow, 1), std::span(&*window, 1),
                          Containment::Touches);
    m_playWindow = window;
    return recombine();
}

/// Visits only the events of values that became chosen or no longer are.
void Crossfilter::updateFacet(Facet facet, const std::vector<QString> &next)
{
    std::optional<RowSet> &rows = pass(dimensionOf(facet));
    if (next.empty()) {
        rows.reset();
        return;
    }
    if (!rows)
        rows = RowSet(m_dataset->size());
    const FacetIndex &index = m_facets[std::size_t(facet)];
    const std::vector<std::uint32_t> before = codesOfValues(index, m_filters.values(facet));
    const std::vector<std::uint32_t> after = codesOfValues(index, next);
    const auto isChosen
        = [&after](std::uint32_t code) { return std::ranges::binary_search(after, code); };
    for (const std::uint32_t code : before) {
        if (isChosen(code))
            continue;
        for (const Row row : index.rowsOf(code)) {
            if (std::ranges::none_of(index.codesOf(row), isChosen))
                rows->remove(row);
        }
    }
    for (const std::uint32_t code : after) {
        if (std::ranges::binary_search(before, code))
            continue;
        for (const Row row : index.rowsOf(code))
            rows->insert(row);
    }
}

void Crossfilter::updateBrush(const Filters &next)
{
    std::optional<RowSet> &rows = pass(Dimension::Brush);
    if (next.windows.empty())
        rows.reset();
    else if (!rows || next.containment != m_filters.containment)
        rows = m_timeIndex.meeting(next.windows, next.containment);
    else
        m_timeIndex.slide(*rows, m_filters.windows, next.windows, next.containment);
}

void Crossfilter::updateArea(const std::optional<GeoBox> &next)
{
    std::optional<RowSet> &rows = pass(Dimension::Area);
    if (!next) {
        rows.reset();
        return;
    }
    rows = RowSet(m_dataset->size());
    const events::EventColumns &columns = m_dataset->columns();
    const AreaTest area(*next);
    for (Row row = 0; row < m_dataset->pointCount(); ++row) {
        if (area.contains(columns.x[row], columns.y[row]))
            rows->insert(row);
    }
}

void Crossfilter::updateText(const QString &next)
{
    if (next.trimmed().isEmpty())
        pass(Dimension::Text).reset();
    else
        pass(Dimension::Text) = m_textIndex.search(next);
}

bool Crossfilter::recombine()
{
    for (FacetCounts &counts : m_counts)
        counts.isCurrent = false;
    RowSet passing = combined({});
    if (passing == m_passing)
        return false;
    m_passing = std::move(passing);
    m_passingCount = m_passing.count();
    return true;
}

RowSet Crossfilter::combined(std::initializer_list<Dimension> except) const
{
    RowSet result(m_dataset->size(), true);
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        if (m_pass[i] && std::ranges::find(except, Dimension(i)) == except.end())
            result &= *m_pass[i];
    }
    return result;
}

RowSet Crossfilter::passingWithout(Dimension dimension) const
{
    return m_pass[std::size_t(dimension)] ? combined({dimension}) : m_passing;
}

RowSet Crossfilter::passingWithoutTime() const
{
    return combined({Dimension::Brush, Dimension::PlayWindow});
}

std::span<const std::uint32_t> Crossfilter::counts(Facet facet) const
{
    FacetCounts &cache = m_counts[std::size_t(facet)];
    if (cache.isCurrent)
        return cache.counts;
    RowSet now = passingWithout(dimensionOf(facet));
    const FacetIndex &index = m_facets[std::size_t(facet)];
    forEachDifference(cache.counted, now, [&](Row row, bool entered) {
        for (const std::uint32_t code : index.codesOf(row))
            cache.counts[code] += entered ? 1U : ~0U;
    });
    cache.counted = std::move(now);
    cache.isCurrent = true;
    return cache.counts;
}

std::vector<Tally> Crossfilter::timeBins(TimeSpan range, std::size_t bins, Scope scope) const
{
    switch (scope) {
    case Scope::All:
        return m_timeIndex.bins(RowSet(m_dataset->size(), true), range, bins);
    case Scope::WithoutTime:
        return m_timeIndex.bins(combined({Dimension::Brush, Dimension::PlayWindow}), range, bins);
    case Scope::Passing:
        break;
    }
    return m_timeIndex.bins(m_passing, range, bins);
}

std::vector<Tally> Crossfilter::begunBy(std::uint16_t kind, std::span<const Instant> moments) const
{
    const events::EventColumns &columns = m_dataset->columns();
    std::vector<Tally> tallies(moments.size());
    const auto indexOf = [&moments](auto moment) { return std::size_t(moment - moments.begin()); };
    combined({Dimension::Brush, Dimension::PlayWindow}).forEach([&](Row row) {
        if (columns.kind[row] != kind)
            return;
        const auto possibly = std::ranges::upper_bound(moments, columns.earliestStart[row]);
        const auto certainly
            = std::max(possibly, std::ranges::lower_bound(moments, columns.latestStart[row]));
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
