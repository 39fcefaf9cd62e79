// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>
#include <query/running_counts.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <array>

#include "random_events.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Row;
using query::Facet;
using query::FacetIndex;
using query::FacetRecords;

namespace {

constexpr std::size_t manyEvents = 5'000;

} // namespace

/// Counts that are known ahead, with enough events for several rows of their table.
class RunningCountsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const RandomDates dates : {RandomDates::Any, RandomDates::Days}) {
            Random random(11);
            m_datasets[std::size_t(dates)] = randomEvents(random, manyEvents, dates).dataset;
        }
    }

    void anyLengthIsCounted()
    {
        const events::Dataset &dataset = *m_datasets[std::size_t(RandomDates::Days)];
        FacetRecords records(dataset.size());
        std::vector<FacetIndex> facets;
        facets.reserve(query::facetCount);
        for (std::size_t i = 0; i < query::facetCount; ++i)
            facets.emplace_back(dataset, Facet(i), records);
        const std::span<const Row> order = dataset.byTime();
        const query::RunningCounts counts(order, facets, records);
        Random random(12);
        std::vector<std::size_t> lengths{0, 1, 511, 512, 513, manyEvents - 1, manyEvents};
        for (int i = 0; i < 60; ++i)
            lengths.push_back(below(random, manyEvents + 1));
        for (const std::size_t length : lengths) {
            for (const FacetIndex &facet : facets) {
                QVERIFY(facet.field().has_value());
                std::vector<std::uint32_t> found(facet.combinationCount(), 7);
                const FacetRecords::Counter counter{Facet(&facet - facets.data()), *facet.field(),
                                                    found.data()};
                counts.add(length, 3, std::span(&counter, 1));
                std::vector<std::uint32_t> expected(facet.combinationCount(), 7);
                for (const Row row : order.first(length))
                    expected[facet.combinationOf(row)] += 3;
                QCOMPARE(found, expected);
            }
        }
    }

    /// What is taken from running counts is what is counted one by one, whatever was asked before.
    void windowsAreTakenAsTheyAreCounted_data()
    {
        QTest::addColumn<RandomDates>("dates");
        QTest::newRow("two orders of time") << RandomDates::Any;
        QTest::newRow("one order of time") << RandomDates::Days;
    }

    void windowsAreTakenAsTheyAreCounted()
    {
        QFETCH(RandomDates, dates);
        const auto &dataset = m_datasets[std::size_t(dates)];
        query::Crossfilter engine(dataset);
        QCOMPARE(query::TimeIndex(*dataset).isOneOrder(), dates == RandomDates::Days);
        Random random(13);
        const events::TimeSpan range{1'262'304'000'000, 1'704'067'200'000};
        constexpr std::size_t bins = 40;
        constexpr events::Instant day = 86'400'000;
        for (int step = 0; step < 120; ++step) {
            const auto from = range.from + events::Instant(below(random, 5'000)) * day;
            const events::Instant width = events::Instant(below(random, 900)) * day;
            query::Filters filters;
            filters.windows = {{from, from + width + events::Instant(below(random, 3)) - 1}};
            filters.containment = query::Containment(below(random, 2));
            if (below(random, 4) == 0)
                filters.choose(Facet::Kind, {u"visit"_s});
            engine.setFilters(filters);
            std::vector<std::vector<std::uint32_t>> expected;
            for (std::size_t i = 0; i < query::facetCount; ++i) {
                const FacetIndex &facet = engine.facet(Facet(i));
                expected.emplace_back(facet.values().size());
                const query::RowSet rows
                    = engine.passingWithout(query::Dimension(i)); // the crossfilter rule
                rows.forEach([&](Row row) {
                    for (const std::uint32_t code : facet.codesOf(row))
                        ++expected.back()[code];
                });
                const std::span<const std::uint32_t> found = engine.counts(Facet(i));
                QCOMPARE(std::vector(found.begin(), found.end()), expected.back());
            }
            const std::vector<query::Tally> tallies
                = engine.timeBins(range, bins, query::Crossfilter::Scope::Passing);
            std::vector<query::Tally> counted(bins);
            for (std::size_t bin = 0; bin < bins; ++bin) {
                const events::Instant wide = (range.to - range.from) / events::Instant(bins);
                const events::TimeSpan span{range.from + events::Instant(bin) * wide,
                                            range.from + events::Instant(bin + 1) * wide};
                engine.passing().forEach([&](Row row) {
                    const events::FuzzyInterval bounds = dataset->columns().bounds(row);
                    counted[bin].possible += possiblyTouches(bounds, span) ? 1 : 0;
                    counted[bin].certain += certainlyTouches(bounds, span) ? 1 : 0;
                });
            }
            QCOMPARE(tallies, counted);
        }
    }

private:
    std::array<std::shared_ptr<const events::Dataset>, 2> m_datasets; ///< by RandomDates
};

DATELINE_TEST(runningCounts, RunningCountsTest)

} // namespace dateline::tests

#include "tst_running_counts.moc"
