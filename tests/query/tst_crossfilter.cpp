// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using query::Crossfilter;
using query::Dimension;
using query::Facet;
using query::Filters;

/// The rules of the crossfilter, one by one; all together: randomFilters.
class CrossfilterTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void searchWaitsForAnIndexThatIsMadeElsewhere()
    {
        const auto dataset = sampleDataset();
        query::Crossfilter here(dataset);
        query::Crossfilter waiting(dataset, query::Crossfilter::TextSearch::WhenGiven);
        query::Filters filters;
        filters.text = u"  "_s;
        QVERIFY(!waiting.setFilters(filters));
        QVERIFY(!waiting.isTextWaiting());
        filters.text = u"genoa"_s;
        QVERIFY(here.setFilters(filters));
        QVERIFY(!here.isTextWaiting());
        QVERIFY(!waiting.setFilters(filters));
        QVERIFY(waiting.isTextWaiting());
        QCOMPARE(waiting.passingCount(), dataset->size());
        QVERIFY(waiting.setTextIndex(std::make_shared<const fulltext::TextIndex>(*dataset)));
        QVERIFY(!waiting.isTextWaiting());
        QVERIFY(waiting.passing() == here.passing());
        filters.text = u"suva"_s;
        QVERIFY(here.setFilters(filters));
        QVERIFY(waiting.setFilters(filters));
        QVERIFY(waiting.passing() == here.passing());
    }

    void aFacetDoesNotFilterItsOwnCounts()
    {
        Crossfilter crossfilter(sampleDataset());
        const std::uint32_t visit = *crossfilter.facet(Facet::Kind).code(u"visit"_s);
        const std::uint32_t opening = *crossfilter.facet(Facet::Kind).code(u"opening"_s);
        Filters filters;
        filters.choose(Facet::Kind, {u"visit"_s});
        QVERIFY(crossfilter.setFilters(filters));
        QCOMPARE(crossfilter.passingCount(), std::size_t(3));
        QCOMPARE(crossfilter.counts(Facet::Kind)[opening], 6U);
        QCOMPARE(crossfilter.counts(Facet::Kind)[visit], 3U);
        const std::uint32_t fiji = *crossfilter.facet(Facet::Country).code(u"FJ"_s);
        QCOMPARE(crossfilter.counts(Facet::Country)[fiji], 1U);
        filters.choose(Facet::Country, {u"FJ"_s});
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.counts(Facet::Kind)[opening], 1U);
        QCOMPARE(crossfilter.counts(Facet::Country)[fiji], 1U);
    }

    void countsFollowWhenThePassingSetStays()
    {
        Crossfilter crossfilter(sampleDataset());
        Filters filters;
        filters.choose(Facet::Kind, {u"visit"_s});
        filters.choose(Facet::Country, {u"FR"_s});
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.passingCount(), std::size_t(0));
        const std::uint32_t opening = *crossfilter.facet(Facet::Kind).code(u"opening"_s);
        QCOMPARE(crossfilter.counts(Facet::Kind)[opening], 1U);
        // Still nothing passes, but kinds are now counted in another country.
        filters.choose(Facet::Country, {u"WS"_s});
        filters.choose(Facet::Kind, {u"inquiry"_s});
        QVERIFY(!crossfilter.setFilters(filters));
        filters.choose(Facet::Country, {u"IT"_s});
        filters.choose(Facet::Kind, {});
        filters.choose(Facet::Kind, {u"no such kind"_s});
        QVERIFY(!crossfilter.setFilters(filters));
        QCOMPARE(crossfilter.counts(Facet::Kind)[opening], 2U);
    }

    void unknownValuesMatchNothing()
    {
        Crossfilter crossfilter(sampleDataset());
        Filters filters;
        filters.choose(Facet::Tag, {u"no such tag"_s});
        QVERIFY(crossfilter.setFilters(filters));
        QCOMPARE(crossfilter.passingCount(), std::size_t(0));
        filters.choose(Facet::Tag, {u"no such tag"_s, u""_s});
        QVERIFY(crossfilter.setFilters(filters));
        QCOMPARE(crossfilter.passingCount(), std::size_t(12));
    }

    void settingTheSameAgainChangesNothing()
    {
        Crossfilter crossfilter(sampleDataset());
        QVERIFY(!crossfilter.setFilters({}));
        QVERIFY(!crossfilter.setPlayWindow({}));
        Filters filters;
        filters.text = u"genoa"_s;
        QVERIFY(crossfilter.setFilters(filters));
        QVERIFY(!crossfilter.setFilters(filters));
        QVERIFY(crossfilter.setFilters({}));
        QCOMPARE(crossfilter.passingCount(), std::size_t(12));
    }

    void passingWithoutOneDimension()
    {
        Crossfilter crossfilter(sampleDataset());
        Filters filters;
        filters.choose(Facet::Kind, {u"visit"_s});
        filters.text = u"suva"_s;
        crossfilter.setFilters(filters);
        QCOMPARE(crossfilter.passingCount(), std::size_t(1));
        QCOMPARE(crossfilter.passingWithout(Dimension::Text).count(), std::size_t(3));
        QCOMPARE(crossfilter.passingWithout(Dimension::Kind).count(), std::size_t(3));
        QVERIFY(crossfilter.passingWithout(Dimension::Area) == crossfilter.passing());
    }

    void areasHaveTheirEdgesAndCrossTheAntimeridian_data()
    {
        QTest::addColumn<double>("west");
        QTest::addColumn<double>("south");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::addColumn<int>("expected");
        QTest::newRow("whole world") << -180.0 << -90.0 << 180.0 << 90.0 << 9;
        QTest::newRow("one point") << 8.9463 << 44.4056 << 8.9463 << 44.4056 << 5;
        QTest::newRow("just beside") << 8.9464 << 44.4056 << 9.0 << 44.4056 << 0;
        QTest::newRow("across") << 178.0 << -20.0 << -171.0 << -10.0 << 4;
        QTest::newRow("not across") << -171.8 << -20.0 << 178.0 << -10.0 << 1;
        QTest::newRow("upside down") << -180.0 << 90.0 << 180.0 << -90.0 << 0;
    }

    void areasHaveTheirEdgesAndCrossTheAntimeridian()
    {
        QFETCH(double, west);
        QFETCH(double, south);
        QFETCH(double, east);
        QFETCH(double, north);
        Crossfilter crossfilter(sampleDataset());
        Filters filters;
        filters.area = events::GeoBox{west, south, east, north};
        crossfilter.setFilters(filters);
        QTEST(int(crossfilter.passingCount()), "expected");
    }

    void linesGoTheShortWayRoundTheWorld_data()
    {
        QTest::addColumn<QList<QPointF>>("line");
        QTest::addColumn<int>("expected");
        const QList<QPointF> genoa{{8, 44}, {10, 44}, {9, 46}};
        QTest::newRow("around one point") << genoa << 5;
        QTest::newRow("the other way round") << QList<QPointF>{{9, 46}, {10, 44}, {8, 44}} << 5;
        QTest::newRow("beside") << QList<QPointF>{{10, 44}, {12, 44}, {11, 46}} << 0;
        QTest::newRow("twice") << genoa + genoa << 0;
        QTest::newRow("three times") << genoa + genoa + genoa << 5;
        QTest::newRow("across the antimeridian")
            << QList<QPointF>{{170, -30}, {-160, -30}, {-160, 0}, {170, 0}} << 4;
        QTest::newRow("from the other side")
            << QList<QPointF>{{-160, 0}, {170, 0}, {170, -30}, {-160, -30}} << 4;
        QTest::newRow("two points") << QList<QPointF>{{-170, 0}, {170, 0}} << 0;
        QTest::newRow("no surface") << QList<QPointF>{{8, 44}, {10, 46}, {8, 44}} << 0;
        QTest::newRow("the poles")
            << QList<QPointF>{{-10, 90}, {20, 90}, {20, -90}, {-10, -90}} << 5;
    }

    void linesGoTheShortWayRoundTheWorld()
    {
        QFETCH(const QList<QPointF>, line);
        Crossfilter crossfilter(sampleDataset());
        Filters filters;
        for (const QPointF &point : line)
            filters.lasso.push_back({point.x(), point.y()});
        crossfilter.setFilters(filters);
        QTEST(int(crossfilter.passingCount()), "expected");
        crossfilter.setFilters({});
        QCOMPARE(crossfilter.passingCount(), crossfilter.dataset().size());
    }

    void anEmptyDatasetHasEmptyAnswers()
    {
        Crossfilter crossfilter(DatasetBuilder().build());
        Filters filters;
        filters.text = u"x"_s;
        filters.windows = {{0, 1}};
        QVERIFY(!crossfilter.setFilters(filters));
        QCOMPARE(crossfilter.passingCount(), std::size_t(0));
        QVERIFY(crossfilter.counts(Facet::Country).empty());
        QCOMPARE(crossfilter.timeBins(query::evenEdges({0, 10}, 2), Crossfilter::Scope::All),
                 std::vector<query::Tally>(2));
    }
};

DATELINE_TEST(crossfilter, CrossfilterTest)

} // namespace dateline::tests

#include "tst_crossfilter.moc"
