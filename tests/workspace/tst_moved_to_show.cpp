// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/moved_to_show.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

namespace dateline::tests {

using events::distantFuture;
using events::distantPast;
using events::FuzzyInterval;
using events::TimeSpan;
using query::Containment;
using Spans = std::vector<TimeSpan>;

namespace {

FuzzyInterval certain(events::Instant from, events::Instant to)
{
    return {from, from, to, to};
}

} // namespace

class MovedToShowTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void normalizes();
    void movesByTheLeast();
    void openEndsStayOpen();
    void withinMovesOrGrows();
    void whatIsMovedPasses();
};

void MovedToShowTest::normalizes()
{
    using workspace::normalized;
    QCOMPARE(normalized({{5, 9}, {1, 3}, {8, 12}, {4, 4}}), (Spans{{1, 3}, {5, 12}}));
    QCOMPARE(normalized({{1, 3}, {3, 5}}), (Spans{{1, 5}}));
    QVERIFY(normalized({{7, 7}}).empty());
}

void MovedToShowTest::movesByTheLeast()
{
    using workspace::movedToShow;
    const Spans two{{100, 200}, {400, 600}};
    QCOMPARE(movedToShow(two, Containment::Touches, certain(150, 160)), two);
    QCOMPARE(movedToShow(two, Containment::Touches, certain(210, 220)),
             (Spans{{120, 220}, {400, 600}}));
    QCOMPARE(movedToShow(two, Containment::Touches, certain(350, 360)),
             (Spans{{100, 200}, {350, 550}}));
    QCOMPARE(movedToShow(two, Containment::Touches, {}), two);
    QCOMPARE(movedToShow(Spans(), Containment::Touches, certain(1, 2)), Spans());
}

void MovedToShowTest::openEndsStayOpen()
{
    using workspace::movedToShow;
    QCOMPARE(movedToShow(TimeSpan{distantPast, 100}, certain(300, 400)),
             (TimeSpan{distantPast, 301}));
    QCOMPARE(movedToShow(TimeSpan{500, distantFuture}, certain(300, 400)),
             (TimeSpan{399, distantFuture}));
    QCOMPARE(movedToShow(Spans{{distantPast, 100}}, Containment::Within, certain(300, 400)),
             (Spans{{distantPast, 400}}));
    const FuzzyInterval openStart{distantPast, 50, 300, 300};
    QCOMPARE(movedToShow(Spans{{distantPast, 100}}, Containment::Within, openStart),
             (Spans{{distantPast, 300}}));
    // Nothing finite can hold it.
    QCOMPARE(movedToShow(Spans{{0, 100}}, Containment::Within, openStart), (Spans{{0, 100}}));
}

void MovedToShowTest::withinMovesOrGrows()
{
    using workspace::movedToShow;
    const Spans one{{100, 200}};
    QCOMPARE(movedToShow(one, Containment::Within, certain(110, 200)), one);
    QCOMPARE(movedToShow(one, Containment::Within, certain(90, 110)), (Spans{{90, 190}}));
    QCOMPARE(movedToShow(one, Containment::Within, certain(190, 210)), (Spans{{110, 210}}));
    QCOMPARE(movedToShow(one, Containment::Within, certain(50, 250)), (Spans{{50, 250}}));
    // Grown over its neighbour they are one.
    QCOMPARE(movedToShow(Spans{{100, 200}, {300, 400}}, Containment::Within, certain(190, 310)),
             (Spans{{190, 400}}));
}

/// Whatever the windows: afterwards the interval passes, or none of its open bounds can be held.
void MovedToShowTest::whatIsMovedPasses()
{
    std::mt19937 random(20'161'124);
    const auto number = [&random](int least, int most) {
        return events::Instant(std::uniform_int_distribution(least, most)(random));
    };
    for (int round = 0; round < 20'000; ++round) {
        Spans windows;
        for (events::Instant count = number(1, 3); count > 0; --count) {
            const events::Instant from = number(0, 900);
            windows.push_back({from, from + number(1, 90)});
        }
        if (number(0, 3) == 0)
            windows.push_back({distantPast, number(0, 100)});
        if (number(0, 3) == 0)
            windows.push_back({number(900, 1000), distantFuture});
        windows = workspace::normalized(windows);
        FuzzyInterval interval = certain(number(-100, 1000), 0);
        interval.earliestEnd = interval.latestEnd = interval.latestStart + number(1, 200);
        if (number(0, 4) == 0)
            interval.earliestStart = distantPast;
        if (number(0, 4) == 0)
            interval.latestEnd = distantFuture;
        for (const Containment containment : {Containment::Touches, Containment::Within}) {
            const Spans moved = workspace::movedToShow(windows, containment, interval);
            QCOMPARE(moved, workspace::normalized(moved));
            const bool passes = std::ranges::any_of(moved, [&](const TimeSpan &window) {
                return containment == Containment::Within
                    ? events::certainlyWithin(interval, window)
                    : events::possiblyTouches(interval, window);
            });
            const bool isBounded
                = interval.earliestStart != distantPast && interval.latestEnd != distantFuture;
            if (containment == Containment::Touches)
                QVERIFY(passes || interval.isUnbounded());
            else
                QVERIFY(passes || !isBounded);
        }
    }
}

} // namespace dateline::tests

DATELINE_TEST(moved_to_show, dateline::tests::MovedToShowTest)

#include "tst_moved_to_show.moc"
