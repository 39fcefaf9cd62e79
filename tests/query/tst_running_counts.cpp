// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>
#include <query/running_counts.h>

#include <support/random_events.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Instant;
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
        constexpr Instant day = 86'400'000;
        for (int step = 0; step < 120; ++step) {
            const auto from = range.from + Instant(below(random, 5'000)) * day;
            const Instant width = Instant(below(random, 900)) * day;
            query::Filters filters;
            filters.windows = {{from, from + width + Instant(below(random, 3)) - 1}};
            filters.containment = query::Containment(below(random, 2));
            if (below(random, 4) == 0)
                filters.choose(Facet::Kind, {u"visit"_s});
            engine.setFilters(filters);
            QCOMPARE(difference(engine, query::evenEdges(range, 40)), QString());
        }
    }

    /// The values of a facet of few come back, alone or beside a window, and so do the bins.
    void valuesThatReturnAreCountedTheSame()
    {
        query::Crossfilter engine(m_datasets[std::size_t(RandomDates::Any)]);
        Random random(14);
        const events::TimeSpan range{1'262'304'000'000, 1'704'067'200'000};
        const std::array edges{query::evenEdges(range, 40), query::evenEdges(range, 7)};
        const auto chosen
            = [&](Facet facet) { return anyOf(engine.facet(facet).values(), random); };
        std::set<QString> alone;
        for (int step = 0; step < 160; ++step) {
            query::Filters filters;
            const std::uint64_t what = below(random, 8);
            if (what < 6) {
                const Facet facet = what < 4 ? Facet::Kind : Facet::Standing;
                filters.choose(facet, {chosen(facet)});
                alone.insert(filters.values(facet).front());
            }
            if (what == 6)
                filters.choose(Facet::Kind, {chosen(Facet::Kind), chosen(Facet::Kind)});
            if (below(random, 4) == 0)
                filters.windows = {{range.from, range.from + Instant(below(random, 1ULL << 38U))}};
            engine.setFilters(filters);
            QCOMPARE(difference(engine, edges.at(step / 40 % 2 == 0 ? 0 : 1)), QString());
        }
        QVERIFY(alone.size() > 4 && alone.size() < 30); // so they did return
    }

private:
    /// What an engine counts otherwise than event by event; empty where nothing.
    static QString difference(const query::Crossfilter &engine, const std::vector<Instant> &edges)
    {
        for (std::size_t i = 0; i < query::facetCount; ++i) {
            const FacetIndex &facet = engine.facet(Facet(i));
            std::vector<std::uint32_t> expected(facet.values().size());
            const bitsets::RowSet rows
                = engine.passingWithout(query::Dimension(i)); // the crossfilter rule
            rows.forEach([&](Row row) {
                for (const std::uint32_t code : facet.codesOf(row))
                    ++expected[code];
            });
            if (!std::ranges::equal(engine.counts(Facet(i)), expected))
                return query::facetName(Facet(i));
        }
        const std::vector<query::Tally> tallies
            = engine.timeBins(edges, query::Crossfilter::Scope::Passing);
        for (std::size_t bin = 0; bin < tallies.size(); ++bin) {
            const events::TimeSpan span{edges[bin], edges[bin + 1]};
            query::Tally expected;
            engine.passing().forEach([&](Row row) {
                const events::FuzzyInterval bounds = engine.dataset().columns().bounds(row);
                if (bounds.isUnbounded())
                    return;
                expected.possible += possiblyTouches(bounds, span) ? 1 : 0;
                expected.certain += certainlyTouches(bounds, span) ? 1 : 0;
            });
            if (tallies[bin] != expected)
                return u"bin %1"_s.arg(bin);
        }
        return {};
    }

private:
    std::array<std::shared_ptr<const events::Dataset>, 2> m_datasets; ///< by RandomDates
};

DATELINE_TEST(runningCounts, RunningCountsTest)

} // namespace dateline::tests

#include "tst_running_counts.moc"
