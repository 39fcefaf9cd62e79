// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/side_by_side.h>
#include <query/crossfilter.h>

#include <support/random_events.h>
#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Instant;
using events::TimeSpan;
using query::Containment;
using query::Crossfilter;
using query::Tally;

namespace {

/// One event for each date, all of one kind.
std::shared_ptr<const events::Dataset> datedEvents(const QStringList &dates,
                                                   std::uint32_t count = 1)
{
    DatasetBuilder builder;
    builder.kind(u"visit"_s);
    for (const QString &date : dates)
        builder.event(date.isEmpty() ? u"undated"_s : date, 0, date, {}, count);
    return builder.build();
}

Instant at(QStringView date)
{
    return events::Edtf::parse(date)->bounds().earliestStart;
}

QStringList idsOf(const Crossfilter &crossfilter)
{
    QStringList ids;
    crossfilter.passing().forEach(
        [&](events::Row row) { ids << crossfilter.dataset().columns().id.at(row); });
    return ids;
}

} // namespace

/// Windows, bins and growth at their edges.
class TimeWindowsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void windowsAreHalfOpen()
    {
        const QStringList dates{u"2016-05-01"_s, u"2016-05-02"_s, u"2016-05-03"_s};
        Crossfilter crossfilter(datedEvents(dates));
        query::Filters filters;
        for (const Containment containment : {Containment::Touches, Containment::Within}) {
            filters.containment = containment;
            filters.windows = {{at(u"2016-05-02"), at(u"2016-05-03")}};
            crossfilter.setFilters(filters);
            QCOMPARE(idsOf(crossfilter), QStringList{u"2016-05-02"_s});
        }
    }

    void theLastEventIsNotLost()
    {
        Crossfilter crossfilter(
            datedEvents({u"2016"_s, u"2022-12-31"_s, u"2022-12-31T23:59:59Z"_s}));
        query::Filters filters;
        filters.windows = {{at(u"2016"), at(u"2023")}};
        filters.containment = Containment::Within;
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.passingCount(), std::size_t(3));
        const std::vector<Tally> bins = crossfilter.timeBins(
            query::evenEdges({at(u"2016"), at(u"2023")}, 7), Crossfilter::Scope::Passing);
        QCOMPARE(bins.back(), (Tally{2, 2}));
    }

    void touchesAndWithinAnswerDifferently()
    {
        Crossfilter crossfilter(
            datedEvents({u"2016-05"_s, u"2016"_s, u"2015/2019"_s, u"../2016"_s}));
        query::Filters filters;
        filters.windows = {{at(u"2016-05"), at(u"2016-06")}};
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.passingCount(), std::size_t(4));
        filters.containment = Containment::Within;
        crossfilter.setFilters(filters);
        QCOMPARE(idsOf(crossfilter), QStringList{u"2016-05"_s});
        // An open beginning lies within a window only when that is open too.
        filters.windows = {{events::distantPast, at(u"2017")}};
        crossfilter.setFilters(filters);
        QCOMPARE(idsOf(crossfilter), (QStringList{u"2016-05"_s, u"2016"_s, u"../2016"_s}));
    }

    void severalWindowsAreAlternatives()
    {
        Crossfilter crossfilter(datedEvents({u"2010"_s, u"2012"_s, u"2014"_s}));
        query::Filters filters;
        filters.windows = {{at(u"2010"), at(u"2011")}, {at(u"2014"), at(u"2015")}};
        crossfilter.setFilters(filters);
        QCOMPARE(idsOf(crossfilter), (QStringList{u"2010"_s, u"2014"_s}));
    }

    void undatedEventsPassOnlyWithoutAWindow()
    {
        Crossfilter crossfilter(datedEvents({u""_s, u"2016"_s}));
        QCOMPARE(crossfilter.passingCount(), std::size_t(2));
        QVERIFY(crossfilter.setPlayWindow(TimeSpan{}));
        QCOMPARE(idsOf(crossfilter), QStringList{u"2016"_s});
        QVERIFY(crossfilter.setPlayWindow({}));
        query::Filters filters;
        filters.windows = {TimeSpan{}};
        QVERIFY(crossfilter.setFilters(filters));
        QCOMPARE(idsOf(crossfilter), QStringList{u"2016"_s});
    }

    void anEmptyWindowLetsNothingPassAndMayGrow()
    {
        Crossfilter crossfilter(datedEvents({u"2016"_s, u"2017"_s, u"2018"_s}));
        crossfilter.setPlayWindow(TimeSpan{at(u"2017-06"), at(u"2017-06")});
        QCOMPARE(crossfilter.passingCount(), std::size_t(0));
        crossfilter.setPlayWindow(TimeSpan{at(u"2017-06"), at(u"2017-07")});
        QCOMPARE(idsOf(crossfilter), QStringList{u"2017"_s});
    }

    void binsTellCertainFromPossible()
    {
        const Crossfilter crossfilter(datedEvents({u"2016-05"_s, u"2015/2017"_s, u""_s}));
        // 2015, 2016 and 2017 in thirds of 1096 days: not quite the years.
        const std::vector<Tally> years = crossfilter.timeBins(
            query::evenEdges({at(u"2016"), at(u"2017")}, 1), Crossfilter::Scope::All);
        QCOMPARE(years, (std::vector<Tally>{{2, 2}}));
        const std::vector<Tally> halves = crossfilter.timeBins(
            query::evenEdges({at(u"2016-05-01"), at(u"2016-06-01")}, 2), Crossfilter::Scope::All);
        // The month may lie in either half, the interval surely goes on in both.
        QCOMPARE(halves, (std::vector<Tally>{{1, 2}, {1, 2}}));
    }

    void moreBinsThanMillisecondsLeaveSomeEmpty()
    {
        const Crossfilter crossfilter(datedEvents({u"2015/2017"_s}));
        const Instant start = at(u"2016");
        const std::vector<Tally> bins = crossfilter.timeBins(
            query::evenEdges({start, start + 2}, 4), Crossfilter::Scope::All);
        QCOMPARE(std::ranges::count(bins, Tally{1, 1}), 2);
        QCOMPARE(std::ranges::count(bins, Tally{0, 0}), 2);
    }

    void binsOfAnyWidth()
    {
        Random random(17);
        const auto dataset = randomEvents(random, 400).dataset;
        Crossfilter crossfilter(dataset);
        const events::EventColumns &columns = dataset->columns();
        for (int round = 0; round < 60; ++round) {
            // From years to an hour, some of no width, as far from even as can be.
            std::vector<Instant> edges{at(u"2012") + Instant(below(random, 1'000'000'000))};
            const std::uint64_t most = round % 6 == 5 ? 900 : 30;
            while (edges.size() < 2 + below(random, most)) {
                const Instant widest = Instant(1) << (21 + below(random, 15));
                edges.push_back(edges.back() + Instant(below(random, std::uint64_t(widest))));
            }
            query::Filters filters;
            filters.windows
                = {{edges.front(), edges.front() + Instant(below(random, 1ULL << 37U))}};
            crossfilter.setFilters(filters);
            for (int again = 0; again < 2; ++again) {
                const std::vector<Tally> found
                    = crossfilter.timeBins(edges, Crossfilter::Scope::Passing);
                QCOMPARE(found.size(), edges.size() - 1);
                for (std::size_t i = 0; i < found.size(); ++i) {
                    const TimeSpan bin{edges[i], edges[i + 1]};
                    Tally expected;
                    crossfilter.passing().forEach([&](events::Row row) {
                        const events::FuzzyInterval bounds = columns.bounds(row);
                        if (bounds.isUnbounded() || bin.from == bin.to)
                            return;
                        expected.possible += possiblyTouches(bounds, bin) ? 1 : 0;
                        expected.certain += certainlyTouches(bounds, bin) ? 1 : 0;
                    });
                    QCOMPARE(found[i], expected);
                }
            }
        }
        QVERIFY(crossfilter.timeBins({}, Crossfilter::Scope::All).empty());
    }

    /// Enough events for two threads.
    void manyEventsAreSortedIntoBins_data()
    {
        QTest::addColumn<int>("bins");
        QTest::newRow("numbered by a byte") << 50;
        QTest::newRow("numbered by two") << 300;
    }

    void manyEventsAreSortedIntoBins()
    {
        QFETCH(const int, bins);
        Random random(23);
        const auto dataset = randomEvents(random, events::rowsForTwoThreads + 1'000).dataset;
        const std::vector<Instant> edges
            = query::evenEdges({at(u"2010"), at(u"2026")}, std::size_t(bins));
        const std::vector<Tally> found
            = Crossfilter(dataset).timeBins(edges, Crossfilter::Scope::All);
        std::vector<Tally> expected(found.size());
        for (events::Row row = 0; row < dataset->size(); ++row) {
            const events::FuzzyInterval bounds = dataset->columns().bounds(row);
            for (std::size_t i = 0; i < expected.size() && !bounds.isUnbounded(); ++i) {
                const TimeSpan bin{edges[i], edges[i + 1]};
                expected[i].possible += possiblyTouches(bounds, bin) ? 1 : 0;
                expected[i].certain += certainlyTouches(bounds, bin) ? 1 : 0;
            }
        }
        QVERIFY(found == expected);
    }

    void whatEndedIsCertainHoweverEarlyItBegan()
    {
        const Crossfilter crossfilter(datedEvents({u"[..2016]"_s, u"2018"_s, u"2019/2021"_s}));
        QCOMPARE(crossfilter.touching({events::distantPast, at(u"2020")}), (Tally{3, 3}));
        QCOMPARE(crossfilter.touching({at(u"2017"), at(u"2020")}), (Tally{2, 2}));
        QCOMPARE(crossfilter.touching({at(u"2016-05"), at(u"2019")}), (Tally{1, 2}));
    }

    void theWidestRangeDoesNotOverflow()
    {
        const Crossfilter crossfilter(datedEvents({u"-9999"_s, u"2016"_s, u"9999"_s}));
        const std::vector<Tally> bins = crossfilter.timeBins(
            query::evenEdges({events::distantPast + 1, events::distantFuture - 1}, 2),
            Crossfilter::Scope::All);
        QCOMPARE(bins.size(), std::size_t(2));
        QCOMPARE(bins[0].possible + bins[1].possible, 3U);
    }

    void growthCountsThingsNotEvents()
    {
        const Crossfilter crossfilter(datedEvents({u"2016-05"_s, u"2016-05-12"_s, u""_s}, 10));
        const std::vector<Instant> moments{at(u"2016-05-01"), at(u"2016-05-02"), at(u"2016-05-13"),
                                           at(u"2016-06-01")};
        // What has no date may have begun before any moment.
        QCOMPARE(crossfilter.begunBy(0, moments),
                 (std::vector<Tally>{{0, 10}, {0, 20}, {10, 30}, {20, 30}}));
        QCOMPARE(crossfilter.begunBy(0, {}), std::vector<Tally>{});
    }
};

DATELINE_TEST(timeWindows, TimeWindowsTest)

} // namespace dateline::tests

#include "tst_time_windows.moc"
