// SPDX-License-Identifier: GPL-3.0-or-later
// The predicates on fuzzy intervals against trying every way in which an interval can turn out.
#include <events/fuzzy_interval.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <functional>

using namespace dateline::events;
using namespace dateline::tests;

namespace {

/// Bounds lie on even numbers and realizations on all, so that there is a moment between any two
/// bounds, as there is in real time.
constexpr Instant boundStep = 2;
constexpr Instant lastBound = 5 * boundStep;

/// Calls `use` with each begin and end that the interval allows.
void eachRealization(const FuzzyInterval &interval,
                     const std::function<void(Instant, Instant)> &use)
{
    for (Instant begin = interval.earliestStart; begin < interval.latestStart; ++begin) {
        for (Instant end = interval.earliestEnd; end < interval.latestEnd; ++end) {
            if (begin <= end)
                use(begin, end);
        }
    }
}

struct Verdict
{
    bool any = false;
    bool all = true;
};

/// Whether `holds` is true of any and of all realizations.
Verdict judge(const FuzzyInterval &interval, const std::function<bool(Instant, Instant)> &holds)
{
    Verdict verdict;
    eachRealization(interval, [&](Instant begin, Instant end) {
        const bool held = holds(begin, end);
        verdict.any = verdict.any || held;
        verdict.all = verdict.all && held;
    });
    return verdict;
}

std::vector<FuzzyInterval> allIntervals()
{
    std::vector<FuzzyInterval> intervals;
    for (Instant a = 0; a < lastBound; a += boundStep) {
        for (Instant b = a + boundStep; b <= lastBound; b += boundStep) {
            for (Instant c = a; c < lastBound; c += boundStep) {
                for (Instant d = std::max(b, c + boundStep); d <= lastBound; d += boundStep)
                    intervals.push_back({a, b, c, d});
            }
        }
    }
    return intervals;
}

QByteArray describe(const FuzzyInterval &i, Instant from, Instant to)
{
    return QStringLiteral("[%1 %2) [%3 %4), window %5 %6")
        .arg(i.earliestStart)
        .arg(i.latestStart)
        .arg(i.earliestEnd)
        .arg(i.latestEnd)
        .arg(from)
        .arg(to)
        .toUtf8();
}

} // namespace

/// FuzzyInterval and its predicates.
class FuzzyIntervalTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void windows();
    void begunBy();
    void core();
    void emptyWindow();
    void openSides();
};

void FuzzyIntervalTest::windows()
{
    const std::vector<FuzzyInterval> intervals = allIntervals();
    QVERIFY(intervals.size() > 80);
    for (const FuzzyInterval &interval : intervals) {
        for (Instant from = -boundStep; from <= lastBound; from += boundStep) {
            for (Instant to = from + boundStep; to <= lastBound + boundStep; to += boundStep) {
                const TimeSpan window{from, to};
                const QByteArray what = describe(interval, from, to);
                const Verdict touches = judge(interval, [=](Instant begin, Instant end) {
                    return begin < to && end >= from;
                });
                QVERIFY2(possiblyTouches(interval, window) == touches.any, what.constData());
                QVERIFY2(certainlyTouches(interval, window) == touches.all, what.constData());
                const Verdict within = judge(interval, [=](Instant begin, Instant end) {
                    return begin >= from && end < to;
                });
                QVERIFY2(certainlyWithin(interval, window) == within.all, what.constData());
            }
        }
    }
}

void FuzzyIntervalTest::begunBy()
{
    for (const FuzzyInterval &interval : allIntervals()) {
        for (Instant moment = -boundStep; moment <= lastBound + boundStep; moment += boundStep) {
            const Verdict begun
                = judge(interval, [=](Instant begin, Instant) { return begin < moment; });
            const QByteArray what = describe(interval, moment, moment);
            QVERIFY2(possiblyBegunBy(interval, moment) == begun.any, what.constData());
            QVERIFY2(certainlyBegunBy(interval, moment) == begun.all, what.constData());
        }
    }
}

void FuzzyIntervalTest::core()
{
    for (const FuzzyInterval &interval : allIntervals()) {
        const TimeSpan core = interval.core();
        QVERIFY(core.from <= core.to);
        for (Instant at = 0; at < lastBound; at += boundStep) {
            // Going on from `at` to the next bound, in every realization.
            const bool certain = judge(interval, [=](Instant begin, Instant end) {
                                     return begin <= at && end >= at + boundStep;
                                 }).all;
            const bool inCore = core.from <= at && at + boundStep <= core.to;
            QVERIFY2(certain == inCore, describe(interval, at, at + boundStep).constData());
        }
    }
}

void FuzzyIntervalTest::emptyWindow()
{
    const FuzzyInterval interval{0, 10, 20, 30};
    const TimeSpan empty{15, 15};
    QVERIFY(!possiblyTouches(interval, empty));
    QVERIFY(!certainlyTouches(interval, empty));
    QVERIFY(!certainlyWithin(interval, empty));
}

void FuzzyIntervalTest::openSides()
{
    const FuzzyInterval undated;
    QVERIFY(undated.isUnbounded());
    QVERIFY(possiblyTouches(undated, {5, 6}));
    QVERIFY(!certainlyTouches(undated, {5, 6}));
    QVERIFY(!certainlyBegunBy(undated, 5));

    const FuzzyInterval ongoing{0, 10, distantFuture, distantFuture};
    QVERIFY(!ongoing.isUnbounded());
    QCOMPARE(ongoing.core(), (TimeSpan{10, distantFuture}));
    QVERIFY(certainlyTouches(ongoing, {10, 11}));
    QVERIFY(!certainlyTouches(ongoing, {5, 6}));
    QVERIFY(certainlyTouches(ongoing, {1'000'000, 1'000'001}));
    QVERIFY(!certainlyWithin(ongoing, {-100, 1'000'000}));

    const FuzzyInterval fromEver{distantPast, distantPast, 0, 10};
    QVERIFY(certainlyTouches(fromEver, {-1'000'000, -999'999}));
    QVERIFY(certainlyBegunBy(fromEver, -1'000'000));
    QVERIFY(!possiblyTouches(fromEver, {10, 20}));
}

DATELINE_TEST(fuzzy_interval, FuzzyIntervalTest)
#include "tst_fuzzy_interval.moc"
