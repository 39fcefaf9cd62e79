// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_under_test.h"

#include <clustering/clusters.h>
#include <events/web_mercator.h>
#include <query/crossfilter.h>
#include <workspace/indexed_dataset.h>

#include "synthetic_dataset.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using query::Crossfilter;
using query::Facet;

namespace {

constexpr events::TimeSpan wholeTime{syntheticFrom * events::millisecondsPerSecond,
                                     syntheticTo *events::millisecondsPerSecond};
constexpr std::array everyFacet{Facet::Kind,     Facet::Country, Facet::Claimant,
                                Facet::Standing, Facet::Bureau,  Facet::Tag};

} // namespace

struct EngineUnderTest::Parts
{
    explicit Parts(const std::shared_ptr<const events::Dataset> &dataset)
        : indexed(dataset)
    {}

    /// Copies the counts of a facet's values, whose ids are ids[0], ids[1], … to `counts` from
    /// `at` on.
    void copy(Facet facet, const std::vector<QString> &ids, BenchCounts &counts,
              std::size_t at) const
    {
        const std::span<const std::uint32_t> values = indexed.crossfilter->counts(facet);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (const auto code = indexed.crossfilter->facet(facet).code(ids[i]))
                counts[at + i] = values[*code];
        }
    }

    workspace::IndexedDataset indexed; ///< as the program makes it
    query::Filters filters;
    std::vector<query::Tally> bins;
    std::uint64_t read = 0; ///< keeps the compiler from leaving out what nobody looks at
};

EngineUnderTest::EngineUnderTest(const std::shared_ptr<const events::Dataset> &dataset)
    : m_parts(std::make_unique<Parts>(dataset))
{}

EngineUnderTest::~EngineUnderTest() = default;

void EngineUnderTest::apply(const BenchState &state)
{
    query::Filters &filters = m_parts->filters;
    filters.windows.clear();
    if (state.window) {
        filters.windows.push_back({state.window->from * events::millisecondsPerSecond,
                                   state.window->to * events::millisecondsPerSecond});
    }
    std::vector<QString> kinds;
    if (state.kind)
        kinds.push_back(m_parts->indexed.crossfilter->dataset().kinds()[*state.kind].name);
    filters.choose(Facet::Kind, std::move(kinds));
    filters.area.reset();
    if (state.box) {
        filters.area
            = events::GeoBox{state.box->west, state.box->south, state.box->east, state.box->north};
    }
    m_parts->indexed.crossfilter->setFilters(filters);
}

void EngineUnderTest::readGroups()
{
    for (const Facet facet : everyFacet)
        m_parts->read += m_parts->indexed.crossfilter->counts(facet).front();
    m_parts->bins = m_parts->indexed.crossfilter->timeBins(query::evenEdges(wholeTime, benchBins),
                                                           Crossfilter::Scope::Passing);
}

std::uint32_t EngineUnderTest::clusters(const BenchView &view)
{
    const events::MercatorBox box{
        events::mercatorX(view.box.west), events::mercatorY(view.box.north),
        events::mercatorX(view.box.east), events::mercatorY(view.box.south)};
    std::size_t count = 0;
    for (const clustering::Cluster &cluster :
         m_parts->indexed.clusters->at(m_parts->indexed.crossfilter->followed(), box, view.zoom, 40,
                                       clustering::Clusters::Rows::Counted))
        count += cluster.count;
    return std::uint32_t(count);
}

BenchCounts EngineUnderTest::counts() const
{
    const Crossfilter &crossfilter = *m_parts->indexed.crossfilter;
    BenchCounts counts{};
    counts[0] = std::uint32_t(crossfilter.passingCount());
    std::vector<QString> ids;
    for (const events::Kind &kind : crossfilter.dataset().kinds())
        ids.push_back(kind.name);
    m_parts->copy(Facet::Kind, ids, counts, kindsAt);
    ids.clear();
    for (const SyntheticCountry &country : syntheticCountryList())
        ids.push_back(QString::fromUtf8(country.code.data(), qsizetype(country.code.size())));
    ids.emplace_back();
    m_parts->copy(Facet::Country, ids, counts, countriesAt);
    ids.clear();
    for (std::size_t i = 0; i < syntheticBureaus; ++i)
        ids.push_back(u"bureau-%1"_s.arg(i));
    m_parts->copy(Facet::Bureau, ids, counts, bureausAt);
    ids.clear();
    for (const events::Standing standing : syntheticStandingList)
        ids.push_back(events::standingName(standing));
    m_parts->copy(Facet::Standing, ids, counts, standingsAt);
    for (std::size_t i = 0; i < m_parts->bins.size(); ++i)
        counts[binsAt + i] = m_parts->bins[i].possible;
    return counts;
}

} // namespace dateline::tests
