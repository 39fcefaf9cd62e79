// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <timeline/growth.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::timeline {

using namespace tests;

namespace {

class GrowthTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAgreeWithBruteForce();
    void thinnedGrowthEndsAtTheSameCount();
    void placesAddUpToWhatIsPossible();
    void statedLevelsAreInOrder();
};

query::Tally bruteForce(const events::EventColumns &columns, std::uint16_t kind, events::Instant at)
{
    query::Tally tally;
    for (events::Row row = 0; row < columns.size(); ++row) {
        if (columns.kind[row] != kind)
            continue;
        if (events::possiblyBegunBy(columns.bounds(row), at))
            tally.possible += columns.count[row];
        if (events::certainlyBegunBy(columns.bounds(row), at))
            tally.certain += columns.count[row];
    }
    return tally;
}

void GrowthTest::stepsAgreeWithBruteForce()
{
    const query::Crossfilter crossfilter(sampleDataset());
    const std::vector<GrowthStep> steps = growthSteps(crossfilter, 0);
    QVERIFY(steps.size() > 5);
    const events::Instant end = events::startOfDay(2024, 1, 1);
    for (events::Instant at = events::startOfDay(2014, 1, 1); at < end;
         at += 5 * events::millisecondsPerDay) {
        QCOMPARE(growthAt(steps, at), bruteForce(crossfilter.dataset().columns(), 0, at));
        const query::Tally tally = growthAt(steps, at);
        QVERIFY(tally.certain <= tally.possible);
    }
    QCOMPARE(growthAt(steps, events::startOfDay(2000, 1, 1)), query::Tally{});
    QCOMPARE(growthAt({}, 0), query::Tally{});
}

void GrowthTest::thinnedGrowthEndsAtTheSameCount()
{
    const query::Crossfilter crossfilter(sampleDataset());
    const std::vector<GrowthStep> all = growthSteps(crossfilter, 0);
    const std::vector<GrowthStep> few = growthSteps(crossfilter, 0, 3);
    QVERIFY(few.size() < all.size());
    QCOMPARE(few.back().tally, all.back().tally);
}

void GrowthTest::placesAddUpToWhatIsPossible()
{
    const query::Crossfilter crossfilter(sampleDataset());
    const std::vector<GrowthStep> steps = growthSteps(crossfilter, 0);
    for (const GrowthStep &step : steps)
        QCOMPARE(step.placed.total(), step.tally.possible);
    const events::EventColumns &columns = crossfilter.dataset().columns();
    PlacedCount all;
    for (events::Row row = 0; row < columns.size(); ++row) {
        if (columns.kind[row] != 0)
            continue;
        if (columns.located[row] == events::Located::Nowhere || columns.bounds(row).isUnbounded())
            all.loose += columns.count[row];
        else if (columns.located[row] == events::Located::AtPoint)
            all.inCities += columns.count[row];
        else
            all.byCountry += columns.count[row];
    }
    QVERIFY(all.inCities > 0 && all.byCountry > 0 && all.loose > 0);
    QCOMPARE(steps.back().placed, all);
    QCOMPARE(stepAt(steps, events::startOfDay(1900, 1, 1)).placed, PlacedCount{});
}

void GrowthTest::statedLevelsAreInOrder()
{
    const std::vector<StatedLevel> levels
        = statedLevels(*sampleDataset(), 0, QLocale(QLocale::English));
    QCOMPARE(levels.size(), std::size_t(2));
    QCOMPARE(levels[0].stated, 5U);
    QCOMPARE(levels[0].from, events::startOfDay(2016, 1, 1));
    QVERIFY(levels[0].label.contains(u"5"_s) && levels[0].label.contains(u"2016"_s));
    QVERIFY(levels[0].label.contains(u"society"_s, Qt::CaseInsensitive));
    QCOMPARE(levels[1].stated, 9U);
    QVERIFY(statedLevels(*sampleDataset(), 1).empty());
}

} // namespace

DATELINE_TEST(growth, GrowthTest)

} // namespace dateline::timeline

#include "tst_growth.moc"
