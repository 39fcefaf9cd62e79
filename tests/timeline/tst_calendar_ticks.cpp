// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <timeline/calendar_date.h>
#include <timeline/calendar_ticks.h>

#include <support/test_main.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::timeline {

using namespace events;
using enum CalendarUnit;

namespace {

class CalendarTicksTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void datesOfMoments();
    void boundariesEncloseTheirMoment();
    void yearsAreCountedAsPeopleWriteThem();
    void monthsAreCounted();
    void weeksBeginWhereTheLocaleSays();
    void ticksAreUniqueAtEveryZoom();
    void contextIsNotRepeated();
    void binsFollowTheCalendar();
    void degenerateScaleHasNoTicks();
    void endsOfTimeEnd();
};

QStringList labelsOf(const TimeSpan &span, const TickStep &step)
{
    QStringList labels;
    for (const Tick &tick : ticksOf({span, 0, 1000}, step, QLocale(QLocale::English)))
        labels << tick.label;
    return labels;
}

void CalendarTicksTest::datesOfMoments()
{
    for (const std::int64_t year :
         {-4712LL, -1LL, 0LL, 1LL, 1582LL, 1969LL, 1970LL, 2000LL, 2024LL, 9999LL, 123'456LL}) {
        for (const unsigned month : {1U, 2U, 12U}) {
            const unsigned day = daysInMonth(year, month);
            const CalendarDate date = dateOf(startOfDay(year, month, day) + 7);
            QCOMPARE(date.year, year);
            QCOMPARE(date.month, month);
            QCOMPARE(date.day, day);
            QCOMPARE(date.sinceMidnight, Instant(7));
        }
    }
    QCOMPARE(dateOf(-1).sinceMidnight, millisecondsPerDay - 1);
    QCOMPARE(dateOf(-1).year, std::int64_t(1969));
}

void CalendarTicksTest::boundariesEncloseTheirMoment()
{
    const TickStep steps[] = {{Second, 5}, {Minute, 15}, {Hour, 6}, {Day, 1},   {Week, 1},
                              {Month, 1},  {Month, 3},   {Year, 1}, {Year, 10}, {Year, 500}};
    for (const TickStep &step : steps) {
        for (const std::int64_t year : {-4712, -101, -100, 0, 1, 2, 99, 1900, 2020, 9998}) {
            const Instant at = startOfDay(year, 5, 17) + 1'234'567;
            const Instant before = boundaryAtOrBefore(at, step);
            const Instant after = boundaryAfter(at, step);
            QVERIFY(before <= at && at < after);
            QCOMPARE(boundaryAtOrBefore(before, step), before);
            QCOMPARE(boundaryAfter(before, step), after);
            QCOMPARE(boundaryAtOrBefore(after - 1, step), before);
        }
    }
}

void CalendarTicksTest::yearsAreCountedAsPeopleWriteThem()
{
    const TimeSpan span{startOfDay(-250, 1, 1), startOfDay(320, 1, 1)};
    QCOMPARE(labelsOf(span, {Year, 100}),
             QStringList({u"200 BCE"_s, u"100 BCE"_s, u"1"_s, u"100"_s, u"200"_s, u"300"_s}));
    QCOMPARE(yearLabel(0), u"1 BCE"_s);
    QCOMPARE(yearLabel(-43), u"44 BCE"_s);
    QCOMPARE(yearLabel(12'345), u"12345"_s);
    QCOMPARE(labelsOf({startOfDay(-1, 1, 1), startOfDay(3, 1, 1)}, {Year, 1}),
             QStringList({u"2 BCE"_s, u"1 BCE"_s, u"1"_s, u"2"_s, u"3"_s}));
}

void CalendarTicksTest::monthsAreCounted()
{
    QCOMPARE(monthBeginning(startOfDay(2016, 3, 1)), 2016 * 12 + 2);
    QVERIFY(!monthBeginning(startOfDay(2016, 3, 2)) && !monthBeginning(startOfDay(2016, 3, 1) + 1));
    for (const std::int64_t year : {-4712, -1, 0, 1, 1970, 9999}) {
        for (unsigned month = 1; month <= 12; ++month) {
            const Instant at = startOfDay(year, month, 1);
            QCOMPARE(beginningOfMonth(monthBeginning(at).value()), at);
        }
    }
}

void CalendarTicksTest::weeksBeginWhereTheLocaleSays()
{
    const Instant thursday = startOfDay(2026, 1, 1);
    QCOMPARE(boundaryAtOrBefore(thursday, {Week, 1}, Qt::Monday), startOfDay(2025, 12, 29));
    QCOMPARE(boundaryAtOrBefore(thursday, {Week, 1}, Qt::Sunday), startOfDay(2025, 12, 28));
}

void CalendarTicksTest::ticksAreUniqueAtEveryZoom()
{
    const Instant middle = startOfDay(2020, 2, 29);
    for (double length = 200; length < 4e14; length *= 1.31) {
        const TimeScale scale{
            {middle - Instant(length / 2), middle + Instant(length / 2)}, 0, 1000};
        const TickStep step = chooseStep(scale, 60);
        QVERIFY(averageLength(step) * scale.pixelsPerMillisecond() >= 60);
        const std::vector<Tick> ticks = ticksOf(scale, step, QLocale(QLocale::English));
        QVERIFY2(ticks.size() <= 22, qPrintable(QString::number(length)));
        for (std::size_t i = 1; i < ticks.size(); ++i) {
            QVERIFY(ticks[i - 1].at < ticks[i].at);
            QVERIFY(ticks[i - 1].label != ticks[i].label);
        }
    }
}

void CalendarTicksTest::contextIsNotRepeated()
{
    const TimeSpan span{startOfDay(2021, 11, 15), startOfDay(2023, 2, 15)};
    QCOMPARE(labelsOf(span, {Month, 3}),
             QStringList({u"2022"_s, u"Apr"_s, u"Jul"_s, u"Oct"_s, u"2023"_s}));
    const QLocale english(QLocale::English);
    QCOMPARE(contextAt(span.from, {Month, 3}, english), u"2021"_s);
    QVERIFY(contextAt(span.from, {Year, 1}, english).isEmpty());
    QVERIFY(contextAt(span.from, {Hour, 1}, english).contains(u"2021"));
}

void CalendarTicksTest::binsFollowTheCalendar()
{
    const TimeScale scale{{startOfDay(2014, 6, 10), startOfDay(2023, 1, 1)}, 0, 600};
    const std::vector<Instant> edges = binEdges(scale, 5);
    QCOMPARE(edges.front(), startOfDay(2014, 6, 1));
    QCOMPARE(edges[1], startOfDay(2014, 7, 1));
    QVERIFY(edges.back() > scale.span.to);
    for (std::size_t i = 1; i < edges.size(); ++i)
        QVERIFY(scale.toPixel(edges[i]) - scale.toPixel(edges[i - 1]) > 4.5);
}

void CalendarTicksTest::degenerateScaleHasNoTicks()
{
    QVERIFY(ticksOf({{5, 5}, 0, 100}, {Year, 1}).empty());
    QCOMPARE(chooseStep({{5, 5}, 0, 100}, 60), (TickStep{Year, 1}));
    QVERIFY(boundariesWithin({9, 5}, {Day, 1}).empty());
    QVERIFY(binEdges({{5, 5}, 0, 100}, 5).empty());
}

void CalendarTicksTest::endsOfTimeEnd()
{
    const TimeSpan all{distantPast + 1, distantFuture - 1};
    const TickStep step = chooseStep({all, 0, 1000}, 60);
    const std::vector<Instant> edges = boundariesWithin(all, step);
    QVERIFY(edges.size() < 30);
    QCOMPARE(boundariesWithin(all, {Year, 1}, Qt::Monday, 50).size(), std::size_t(50));
    QVERIFY(boundaryAfter(distantFuture - 1, {Month, 1}) <= distantFuture);
    QVERIFY(boundaryAtOrBefore(distantPast + 1, {Month, 1}) >= distantPast);
}

} // namespace

DATELINE_TEST(calendar_ticks, CalendarTicksTest)

} // namespace dateline::timeline

#include "tst_calendar_ticks.moc"
