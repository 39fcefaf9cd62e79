// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <events/side_by_side.h>
#include <timeline/lane_runs.h>
#include <timeline/lane_scene.h>
#include <timeline/lanes.h>
#include <timeline/mark_walk.h>

#include <support/random_events.h>
#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace dateline::timeline {

using namespace tests;

namespace {

class LanesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lanesByKindAndClaimant();
    void sliceHoldsAllThatTouch();
    void everyLaneHasARow();
    void lanesThatNothingPassesFold();
    void sceneAccountsForEveryEvent();
    void lanesPreparedTogetherAreThoseMadeAlone();
    void fullLanesAreCountedLikeBruteForce();
    void pilesKeepTheTimeOfTheirDates();
};

void LanesTest::lanesByKindAndClaimant()
{
    const auto dataset = sampleDataset();
    const query::Crossfilter crossfilter(dataset);
    const ClockDates happened(dataset, workspace::Clock::Happened);
    const std::vector<Lane> kinds = lanesOf(crossfilter, workspace::Lens::Kind, happened);
    QCOMPARE(kinds.size(), std::size_t(3));
    QCOMPARE(kinds[0].value, u"opening"_s);
    QCOMPARE(kinds[0].kind, std::uint16_t(0));
    QCOMPARE(kinds[0].rows.size(), std::size_t(6));
    QCOMPARE(kinds[1].undated.size(), std::size_t(1));
    const std::vector<Lane> claimants = lanesOf(crossfilter, workspace::Lens::Claimant, happened);
    QCOMPARE(claimants[0].value, u"society"_s);
    QVERIFY(!claimants[0].kind);
}

void LanesTest::sliceHoldsAllThatTouch()
{
    Random random(20261128);
    std::size_t leftOut = 0;
    for (const auto &dataset : {sampleDataset(), randomEvents(random, 3'000).dataset}) {
        const query::Crossfilter crossfilter(dataset);
        const ClockDates happened(dataset, workspace::Clock::Happened);
        for (const Lane &lane : lanesOf(crossfilter, workspace::Lens::Kind, happened)) {
            for (int year = 2010; year < 2025; ++year) {
                const events::TimeSpan span = events::spanOfYear(year);
                const Lane::Slice slice = lane.touching(span, happened);
                QVERIFY(slice.first <= slice.last && slice.last <= lane.rows.size());
                leftOut += lane.rows.size() - (slice.last - slice.first);
                for (std::size_t i = 0; i < lane.rows.size(); ++i) {
                    if (events::possiblyTouches(happened.bounds(lane.rows[i]), span))
                        QVERIFY(i >= slice.first && i < slice.last);
                }
            }
        }
    }
    QVERIFY(leftOut > 1'000);
}

void LanesTest::everyLaneHasARow()
{
    std::vector<Lane> lanes(3);
    lanes[0].rows.resize(50);
    lanes[1].rows.resize(1);
    lanes[2].rows.resize(6);
    const std::vector<bool> all(3, true);
    const std::vector<bool> none(3, false);
    QCOMPARE(shareRows(lanes, all, none, 0), (std::vector<std::size_t>{1, 1, 1}));
    QCOMPARE(shareRows(lanes, all, none, 5), (std::vector<std::size_t>{3, 1, 1}));
    QCOMPARE(shareRows(lanes, all, none, 1000), (std::vector<std::size_t>{50, 1, 6}));
    QCOMPARE(shareRows(lanes, {false, true, true}, none, 5), (std::vector<std::size_t>{0, 1, 4}));
    QCOMPARE(shareRows(lanes, all, {true, false, false}, 1000),
             (std::vector<std::size_t>{1, 1, 6}));
    QVERIFY(shareRows({}, {}, {}, 5).empty());
}

void LanesTest::lanesThatNothingPassesFold()
{
    const auto dataset = sampleDataset();
    query::Crossfilter crossfilter(dataset);
    const ClockDates happened(dataset, workspace::Clock::Happened);
    const std::vector<Lane> lanes = lanesOf(crossfilter, workspace::Lens::Kind, happened);
    const std::vector<bool> all(lanes.size(), true);
    QCOMPARE(openLanes(lanes, crossfilter.passingWithoutTime()), all);
    query::Filters filters;
    filters.choose(query::Facet::Kind, {lanes[0].value});
    crossfilter.setFilters(filters);
    std::vector<bool> first(lanes.size(), false);
    first[0] = true;
    QCOMPARE(openLanes(lanes, crossfilter.passingWithoutTime()), first);
    filters.text = u"no such word"_s;
    crossfilter.setFilters(filters);
    QCOMPARE(openLanes(lanes, crossfilter.passingWithoutTime()), all);
    QVERIFY(openLanes({}, crossfilter.passingWithoutTime()).empty());
}

/// Events of a lane that are drawn, alone or in a pile.
std::size_t drawn(const LaneBand &band)
{
    std::size_t count = band.marks.size();
    for (const LanePile &pile : band.piles) {
        count += pile.size;
        std::uint32_t binned = 0;
        for (const std::uint32_t bin : pile.bins)
            binned += bin;
        if (binned != pile.size || pile.rows().size() != pile.size)
            return 0;
    }
    return count;
}

void LanesTest::sceneAccountsForEveryEvent()
{
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    QRandomGenerator random(5);
    for (int i = 0; i < 400; ++i) {
        const int year = 2000 + random.bounded(20);
        const QString date = random.bounded(4) == 0
            ? QString::number(year)
            : u"%1-%2-15"_s.arg(year).arg(1 + random.bounded(12), 2, 10, QLatin1Char('0'));
        b.event(u"e%1"_s.arg(i), kind, date);
    }
    const auto dataset = b.build();
    const query::Crossfilter crossfilter(dataset);
    const ClockDates happened(dataset, workspace::Clock::Happened);
    const std::vector<Lane> lanes = lanesOf(crossfilter, workspace::Lens::Kind, happened);
    const bitsets::RowSet all(400, true);
    const std::vector<bool> none{false};
    for (const std::size_t rows : {1U, 3U, 9U}) {
        const std::vector<std::size_t> share{rows};
        const events::TimeSpan span{events::startOfDay(1999, 1, 1), events::startOfDay(2021, 1, 1)};
        const LaneScene scene = composeLanes(
            {happened, lanes, share, none, {span, 0, 1200}, 0, {}, {}, all, crossfilter.passing()});
        QCOMPARE(drawn(scene.bands.front()), std::size_t(400));
        for (const LaneMark &mark : scene.bands.front().marks) {
            QVERIFY(mark.y > 0 && mark.y < scene.bottom);
            const auto hit = scene.hit({mark.symbol, mark.y}, 0);
            QVERIFY(hit && hit->row);
        }
    }
}

/// 8,000 events of all precisions in one lane, some open, many undated, some denied.
std::shared_ptr<const events::Dataset> fullDataset(QRandomGenerator &random)
{
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    const events::Row society = b.actor(u"society"_s);
    const events::Row report = b.source(u"report"_s, society);
    for (int i = 0; i < 8000; ++i) {
        const QString year = QString::number(2000 + random.bounded(20));
        const QString month
            = u"%1-%2"_s.arg(year).arg(1 + random.bounded(12), 2, 10, QLatin1Char('0'));
        const std::array dates{year,
                               month,
                               month + u"-15"_s,
                               month + u"/.."_s,
                               u"../"_s + month,
                               QString(),
                               QString(),
                               month + u"-02/"_s + year + u"-12-31"_s};
        const events::Row event
            = b.event(u"e%1"_s.arg(i), kind, dates.at(std::size_t(random.bounded(8))));
        const events::Row stated = b.claim(event, society, report);
        if (random.bounded(5) == 0)
            b.claim(event, society, report, events::Stance::Denies, stated);
    }
    return b.build();
}

/// Enough events for two threads.
void LanesTest::lanesPreparedTogetherAreThoseMadeAlone()
{
    Random random(20261129);
    const auto dataset = randomEvents(random, events::rowsForTwoThreads + 4'000).dataset;
    const query::Crossfilter crossfilter(dataset);
    const ClockDates happened(dataset, workspace::Clock::Happened);
    const std::vector<Lane> lanes = lanesOf(crossfilter, workspace::Lens::Kind, happened);
    QVERIFY(lanes.size() > 1);
    const bitsets::RowSet all(dataset->size(), true);
    const TimeScale scale{{events::startOfDay(2014, 1, 1), events::startOfDay(2022, 1, 1)}, 0, 500};
    LaneIndexes together;
    LaneIndexes alone;
    std::vector<bool> wanted(lanes.size(), true);
    wanted.back() = false; // and so made by get()
    together.prepare(lanes, wanted, happened);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const CountedLane a = together.get(i, lanes[i], happened, all, all, scale, 4);
        const CountedLane b = alone.get(i, lanes[i], happened, all, all, scale, 4);
        const LaneIndex::Stretch dated = a.index->within(scale.span);
        QVERIFY(a.index->count(dated) > 0);
        QVERIFY(a.index->rows(dated) == b.index->rows(b.index->within(scale.span)));
        QVERIFY(a.index->rows(a.index->undated()) == b.index->rows(b.index->undated()));
        QCOMPARE(a.index->summary(dated).denied, b.index->summary(dated).denied);
        QVERIFY(*a.barEnds == *b.barEnds);
    }
}

void LanesTest::fullLanesAreCountedLikeBruteForce()
{
    QRandomGenerator random(7);
    const auto dataset = fullDataset(random);
    const query::Crossfilter crossfilter(dataset);
    const ClockDates happened(dataset, workspace::Clock::Happened);
    const std::vector<Lane> lanes = lanesOf(crossfilter, workspace::Lens::Kind, happened);
    const std::vector<std::size_t> share{2};
    const std::vector<bool> none{false};
    LaneIndexes indexes;
    std::array<std::size_t, 2> reachingIn{}; // from before, from after
    bitsets::RowSet packed(dataset->size());
    TimeScale scale{{}, 20, 700};
    for (int round = 0; round < 24; ++round) {
        const bool isPackedAnew = round % 3 == 0; // else only other events pass, as for a brush
        bitsets::RowSet passing(dataset->size());
        for (events::Row row = 0; row < dataset->size(); ++row) {
            if (isPackedAnew && (random.bounded(8) == 0) == packed.contains(row))
                packed.flip(row);
            if (packed.contains(row) && random.bounded(3) != 0)
                passing.insert(row);
        }
        if (const int from = 1999 + random.bounded(8); round % 2 == 0)
            scale.span = {events::startOfDay(from, 1, 1),
                          events::startOfDay(from + 10 + random.bounded(10), 3, 4)};
        indexes.dropCounts();
        const auto index = [&](std::size_t lane) {
            return indexes.get(lane, lanes[lane], happened, packed, passing, scale,
                               LaneMetrics::binWidth);
        };
        const LaneScene scene = composeLanes(
            {happened, lanes, share, none, scale, 0, {}, {}, packed, passing, index});
        const LanePile &strip = scene.bands.front().piles.back();
        QVERIFY(strip.index && strip.size > packingLimit);
        const LanePile &undated = scene.bands.front().piles.front();
        QVERIFY(undated.index && undated.undated);
        std::vector<events::Row> withoutDate;
        std::ranges::copy_if(lanes.front().undated, std::back_inserter(withoutDate),
                             [&packed](events::Row row) { return packed.contains(row); });
        std::uint32_t deniedWithoutDate = 0;
        std::size_t passingWithoutDate = 0;
        const std::vector<events::Row> rows = strip.rows();
        QCOMPARE(rows.size(), strip.size);
        reachingIn[0] += strip.listedBefore;
        reachingIn[1] += strip.listed.size() - strip.listedBefore;
        QVERIFY(std::ranges::is_sorted(
            rows, {}, [&](events::Row row) { return middleOf(happened.bounds(row)); }));
        LanePile expected;
        expected.bins.assign(strip.bins.size(), 0);
        expected.passingBins = expected.deniedBins = expected.bins;
        expected.standingsOfBin.assign(strip.bins.size(), 0);
        std::size_t inWindow = 0;
        packed.forEach([&](events::Row row) {
            const events::FuzzyInterval bounds = happened.bounds(row);
            const events::Instant middle = middleOf(bounds);
            const bool isIn = !bounds.isUnbounded() && events::possiblyTouches(bounds, scale.span);
            if (strip.contains(row, happened) != isIn
                || undated.contains(row, happened) != bounds.isUnbounded())
                QFAIL(qPrintable(u"row %1"_s.arg(row)));
            if (bounds.isUnbounded()) {
                deniedWithoutDate += dataset->columns().isDenied(row);
                passingWithoutDate += passing.contains(row) ? 1 : 0;
            }
            if (!isIn)
                return;
            ++inWindow;
            if (middle < scale.span.from || middle >= scale.span.to) {
                // In a bar at the edge it would be a peak that is none.
                ++expected.outside.all;
                expected.outside.passing += passing.contains(row) ? 1 : 0;
                expected.outside.denied += dataset->columns().isDenied(row);
                return;
            }
            std::size_t bin = 0;
            while (bin + 1 < strip.bins.size()
                   && middle
                       >= scale.toInstant(scale.left + double(bin + 1) * LaneMetrics::binWidth))
                ++bin;
            ++expected.bins[bin];
            expected.passingBins[bin] += passing.contains(row) ? 1 : 0;
            expected.deniedBins[bin] += dataset->columns().isDenied(row);
            expected.standingsOfBin[bin]
                |= std::uint8_t(1U << unsigned(dataset->columns().standing(row)));
        });
        QCOMPARE(strip.size, inWindow);
        for (double x = scale.left; x < scale.right(); x += 17) {
            const PilePart part = partAt(strip, scene.metrics, x, scale.width);
            QCOMPARE(rowsOf(strip, part, happened, scale, scene.metrics).size(),
                     std::size_t(part.run.all));
        }
        QCOMPARE(strip.outside.all, expected.outside.all);
        QCOMPARE(strip.outside.passing, expected.outside.passing);
        QCOMPARE(strip.outside.denied, expected.outside.denied);
        QCOMPARE(strip.bins, expected.bins);
        QCOMPARE(strip.passingBins, expected.passingBins);
        QCOMPARE(strip.deniedBins, expected.deniedBins);
        QCOMPARE(strip.standingsOfBin, expected.standingsOfBin);
        QCOMPARE(scene.bands.front().fullestBin, std::ranges::max(strip.bins));
        bitsets::RowSet chosen(dataset->size());
        for (int i = random.bounded(12); i > 0; --i)
            chosen.insert(events::Row(random.bounded(int(dataset->size()))));
        std::size_t chosenInStrip = 0;
        const std::vector<Extent> bars = barsWith(chosen, strip, happened, scale, scene.metrics);
        for (const events::Row row : rows) {
            if (!chosen.contains(row))
                continue;
            ++chosenInStrip;
            const events::Instant middle = middleOf(happened.bounds(row));
            const bool isInView = middle >= scale.span.from && middle < scale.span.to;
            const double x = isInView
                ? scale.toPixel(middle)
                : std::clamp(markIn(strip, row, happened, scale, scene.metrics).symbol, scale.left,
                             scale.right());
            QVERIFY(std::ranges::any_of(bars, [x](const Extent &bar) {
                return bar.from <= x + 1e-6 && x <= bar.to + 1e-6;
            }));
        }
        double width = 0;
        for (const Extent &bar : bars)
            width += bar.width();
        QVERIFY(bars.size() <= chosenInStrip);
        QVERIFY(width <= double(chosenInStrip) * LaneMetrics::binWidth + 1e-6);
        QCOMPARE(
            barsWith(chosen, undated, happened, scale, scene.metrics).size(),
            std::ranges::any_of(withoutDate, [&](events::Row row) { return chosen.contains(row); })
                ? std::size_t(1)
                : std::size_t(0));
        QCOMPARE(undated.rows(), withoutDate);
        QCOMPARE(undated.size, withoutDate.size());
        QCOMPARE(undated.passing, passingWithoutDate);
        QCOMPARE(undated.bins, std::vector{std::uint32_t(withoutDate.size())});
        QCOMPARE(undated.deniedBins, std::vector{deniedWithoutDate});
        QCOMPARE(undated.firstOfBin, std::vector{withoutDate.front()});
    }
    QVERIFY(reachingIn[0] > 0 && reachingIn[1] > 0);
}

/// A stack of events of one month is of that month, not of a day of it.
void LanesTest::pilesKeepTheTimeOfTheirDates()
{
    const TimeScale scale{{events::startOfDay(2017, 1, 1), events::startOfDay(2018, 1, 1)}, 0, 730};
    const auto months = [&scale](unsigned first, unsigned last) {
        return Extent{scale.toPixel(events::startOfDay(2017, first, 1)),
                      scale.toPixel(events::startOfDay(2017, last, 1))};
    };
    for (const bool isFolded : {false, true}) {
        DatasetBuilder b;
        const std::uint16_t kind = b.kind(u"patrol"_s);
        for (int i = 0; i < 4; ++i)
            b.event(u"june%1"_s.arg(i), kind, u"2017-06"_s);
        for (int i = 0; i < 2; ++i)
            b.event(u"spring%1"_s.arg(i), kind, u"2017-04/2017-05"_s);
        for (int i = 0; isFolded && i < 3; ++i) // else they would be the marks, the others a line
            b.event(u"day%1"_s.arg(i), kind, u"2017-10-03"_s);
        const auto dataset = b.build();
        const query::Crossfilter crossfilter(dataset);
        const ClockDates happened(dataset, workspace::Clock::Happened);
        const std::vector<Lane> lanes = lanesOf(crossfilter, workspace::Lens::Kind, happened);
        const std::vector<std::size_t> share{1};
        const std::vector<bool> folded{isFolded};
        const LaneScene scene = composeLanes({happened,
                                              lanes,
                                              share,
                                              folded,
                                              scale,
                                              0,
                                              {},
                                              {},
                                              crossfilter.passingWithoutTime(),
                                              crossfilter.passing(),
                                              {}});
        std::vector<Extent> possible;
        for (const LanePile &pile : scene.bands.front().piles) {
            for (const LaneRun &run : runsOf(pile, scene.metrics))
                possible.push_back(possibleOf(pile, run));
        }
        std::vector<Extent> expected{months(4, 6), months(6, 7)};
        if (isFolded)
            expected.push_back({});
        QCOMPARE(possible.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY(std::abs(possible[i].from - expected[i].from) < 1e-6);
            QVERIFY(std::abs(possible[i].to - expected[i].to) < 1e-6);
        }
    }
}

} // namespace

DATELINE_TEST(lanes, LanesTest)

} // namespace dateline::timeline

#include "tst_lanes.moc"
