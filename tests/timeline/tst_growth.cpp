// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <timeline/growth.h>
#include <timeline/timeline_drawing.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include "timeline_window.h"

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
    void whatHasNoBeginningIsPossibleFromTheFirstMomentOn();
    void theHeadsOwnMomentBelongsToIt();
    void aSearchThatWaitedIsFollowed();
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

void GrowthTest::whatHasNoBeginningIsPossibleFromTheFirstMomentOn()
{
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    b.event(u"undated"_s, kind, u""_s, {}, 30);
    b.event(u"until"_s, kind, u"../2019"_s);
    const query::Crossfilter loose(b.build());
    const events::Instant early = events::startOfDay(1000, 1, 1);
    QCOMPARE(growthAt(growthSteps(loose, kind), early), (query::Tally{1, 31}));
    b.event(u"dated"_s, kind, u"2016"_s);
    const query::Crossfilter crossfilter(b.build());
    const std::vector<GrowthStep> steps = growthSteps(crossfilter, kind);
    for (const events::Instant at :
         {early, events::startOfDay(2015, 1, 1), events::startOfDay(2016, 6, 1),
          events::startOfDay(2030, 1, 1)})
        QCOMPARE(growthAt(steps, at), bruteForce(crossfilter.dataset().columns(), kind, at));
    QCOMPARE(stepAt(steps, early).placed.total(), 31U);
}

void GrowthTest::theHeadsOwnMomentBelongsToIt()
{
    TimelineWindow window;
    for (const events::Instant at :
         {TimelineWindow::span(u"2017-06-15"_s).from, TimelineWindow::span(u"2017-06-15"_s).to - 1,
          TimelineWindow::span(u"2017-06-14"_s).to - 1}) {
        window.playback.moveTo(at);
        window.workspace.change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"opening"_s});
        });
        QCOMPARE(growthNow(window.canvas->picture()), window.playback.shownTally());
    }
}

void GrowthTest::aSearchThatWaitedIsFollowed()
{
    TimelineWindow window;
    const auto dataset = window.workspace.sharedDataset();
    window.workspace.setDataset(
        workspace::IndexedDataset(dataset, query::Crossfilter::TextSearch::WhenGiven));
    const query::Tally all = window.canvas->picture().growth().back().tally;
    window.workspace.change([](workspace::ViewState &next) { next.filters.text = u"2017"_s; });
    QCOMPARE(window.canvas->picture().growth().back().tally, all);
    window.workspace.change([](workspace::ViewState &next) { next.filters.text = u"no such"_s; });
    QCOMPARE(window.canvas->picture().growth().back().tally, all);
    window.workspace.finishSearch();
    QVERIFY(window.canvas->picture().growth().empty()
            || window.canvas->picture().growth().back().tally != all);
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
