// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/play_course.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Instant;
using events::TimeSpan;
using workspace::PlayCourse;

/// A course at ten days a second, from day 0 to day 1000: a break from 100 to 300, stops at 50,
/// 300 and 700.
class PlayCourseTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFeaturesItIsEven();
    void itRunsOneWay();
    void itRestsAtStops();
    void itSlowsDownBeforeAStop();
    void aBreakTakesNoLongerThanSaid();
    void whatIsLookedUpIsFound();
    void aRestCanBeSkipped();
    void stopsAtTheEnds();
    void emptyStretchesAreThoseOfTheBounds();

private:
    static constexpr Instant day = events::millisecondsPerDay;
    static PlayCourse course()
    {
        return {0, 1000 * day, 10, {50 * day, 300 * day, 700 * day}, {{100 * day, 300 * day}}};
    }
    static std::vector<double> samples(const PlayCourse &course)
    {
        std::vector<double> times;
        for (double at = 0; at <= course.lasts() + 50; at += 7)
            times.push_back(at);
        return times;
    }
    /// How long the course is exactly at a moment.
    static double restAt(const PlayCourse &course, Instant at)
    {
        return course.playedAt(at, 1) - course.playedAt(at, -1);
    }
};

void PlayCourseTest::withoutFeaturesItIsEven()
{
    const PlayCourse even(0, 1000 * day, 10, {}, {});
    QCOMPARE(even.lasts(), 100'000.0);
    QCOMPARE(even.at(0), Instant(0));
    QCOMPARE(even.at(25'000), 250 * day);
    QCOMPARE(even.at(100'000), 1000 * day);
    QCOMPARE(even.at(200'000), 1000 * day);
    QCOMPARE(PlayCourse().lasts(), 0.0);
}

void PlayCourseTest::itRunsOneWay()
{
    const PlayCourse played = course();
    Instant before = 0;
    for (const double time : samples(played)) {
        const Instant at = played.at(time);
        QVERIFY(at >= before);
        before = at;
    }
    QCOMPARE(before, 1000 * day);
}

void PlayCourseTest::itRestsAtStops()
{
    const PlayCourse played = course();
    for (const Instant stop : {50 * day, 300 * day, 700 * day}) {
        QCOMPARE(restAt(played, stop), PlayCourse::rest);
        QCOMPARE(played.at(played.playedAt(stop, -1)), stop);
        QCOMPARE(played.at(played.playedAt(stop, -1) + 700), stop);
        QVERIFY(played.at(played.playedAt(stop, 1) + 60) > stop);
    }
    QCOMPARE(restAt(played, 500 * day), 0.0);
}

void PlayCourseTest::itSlowsDownBeforeAStop()
{
    const PlayCourse played = course();
    const double stop = played.playedAt(700 * day, -1);
    std::vector<Instant> ways; // of the last hundred milliseconds each
    for (int i = 6; i > 0; --i)
        ways.push_back(played.at(stop - 100 * (i - 1)) - played.at(stop - 100 * i));
    QVERIFY(std::ranges::is_sorted(ways, std::ranges::greater()));
    QVERIFY(ways.back() < day / 4);
    QCOMPARE(played.at(stop - 1000) - played.at(stop - 1100), day); // full speed
}

void PlayCourseTest::aBreakTakesNoLongerThanSaid()
{
    const PlayCourse played = course();
    const double through = played.playedAt(295 * day, -1) - played.playedAt(100 * day, 1);
    QVERIFY2(through <= 400, qPrintable(QString::number(through)));
    // Just before and after the break it runs as everywhere.
    QCOMPARE(played.playedAt(99 * day, -1) - played.playedAt(98 * day, 1), 100.0);
}

void PlayCourseTest::whatIsLookedUpIsFound()
{
    const PlayCourse played = course();
    for (const double time : samples(played)) {
        const Instant at = played.at(time);
        for (const int direction : {-1, 1}) {
            const double found = played.playedAt(at, direction);
            QCOMPARE(played.at(found), at);
            QVERIFY(direction > 0 ? found >= std::min(time, played.lasts()) - 1
                                  : found <= time + 1);
        }
    }
}

void PlayCourseTest::aRestCanBeSkipped()
{
    const PlayCourse played = course();
    const double begins = played.playedAt(700 * day, -1);
    QCOMPARE(played.afterRest(begins + 300, 1), begins + PlayCourse::rest);
    QCOMPARE(played.afterRest(begins + 300, -1), begins);
    QCOMPARE(played.afterRest(begins - 300, 1), begins - 300);
}

void PlayCourseTest::stopsAtTheEnds()
{
    const PlayCourse played(0, 100 * day, 10, {-5 * day, 0, 100 * day, 200 * day}, {});
    QCOMPARE(restAt(played, 0), PlayCourse::rest);
    QCOMPARE(restAt(played, 100 * day), PlayCourse::rest);
    QCOMPARE(played.at(played.lasts()), 100 * day);
}

void PlayCourseTest::emptyStretchesAreThoseOfTheBounds()
{
    const std::shared_ptr<const events::Dataset> dataset = sampleDataset();
    const events::EventColumns &columns = dataset->columns();
    const bitsets::RowSet all(dataset->size(), true);
    const TimeSpan range{0, 20'000 * day};
    for (const Instant least : {5 * day, 40 * day, 200 * day, 900 * day}) {
        for (const Instant trailing : {Instant(0), 90 * day}) {
            const std::vector<Instant> kept{10'000 * day};
            std::vector<Instant> moments{range.from, range.to, kept.front()};
            for (events::Row row = 0; row < dataset->size(); ++row) {
                const events::FuzzyInterval bounds = columns.bounds(row);
                for (const Instant at : {bounds.earliestStart, bounds.latestStart,
                                         bounds.earliestEnd, bounds.latestEnd})
                    moments.push_back(at);
                if (trailing > 0 && bounds.latestEnd != events::distantFuture)
                    moments.push_back(bounds.latestEnd + trailing);
            }
            std::erase_if(moments,
                          [&range](Instant at) { return at < range.from || at > range.to; });
            std::ranges::sort(moments);
            std::vector<TimeSpan> expected;
            for (std::size_t i = 1; i < moments.size(); ++i) {
                if (moments[i] - moments[i - 1] > least)
                    expected.push_back({moments[i - 1], moments[i]});
            }
            QVERIFY(!expected.empty());
            QVERIFY(workspace::emptyStretches(columns, all, range, least, trailing, kept)
                    == expected);
        }
    }
}

} // namespace dateline::tests

DATELINE_TEST(play_course, dateline::tests::PlayCourseTest)

#include "tst_play_course.moc"
