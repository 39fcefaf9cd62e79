// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <timeline/timescale.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

namespace dateline::timeline {

using namespace events;

namespace {

constexpr Instant farPast = startOfDay(-4712, 1, 1);
constexpr Instant farFuture = startOfDay(9999, 12, 31);

class TimescaleTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void degenerateSpans();
    void infinitiesStayInfinite();
    void endsOfTimeDoNotOverflow();
    void zoomKeepsTheMoment();
    void zoomStopsAtItsLimits();
    void movesIntoBounds();
    void padsBothSides();
};

void TimescaleTest::roundTrips()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const Instant a = farPast + Instant(random.generateDouble() * double(farFuture - farPast));
        const Instant length = Instant(std::exp(random.generateDouble() * 33)) + 1;
        const TimeScale scale{
            {a, a + length}, random.generateDouble() * 300, 1 + random.generateDouble() * 4000};
        const Instant t = a + Instant(random.generateDouble() * double(length));
        const Instant back = scale.toInstant(scale.toPixel(t));
        QVERIFY2(std::abs(back - t) <= 1, qPrintable(QString::number(back - t)));
    }
    const TimeScale all{{farPast, farFuture}, 0, 1000};
    QCOMPARE(all.toPixel(farPast), 0.0);
    QCOMPARE(all.toPixel(farFuture), 1000.0);
    QCOMPARE(all.toInstant(0), farPast);
    QCOMPARE(all.toInstant(1000), farFuture);
}

void TimescaleTest::degenerateSpans()
{
    for (const TimeScale &scale : {TimeScale{{5, 5}, 10, 100}, TimeScale{{9, 5}, 10, 100},
                                   TimeScale{{5, 9}, 10, 0}, TimeScale{{5, 9}, 10, -3}}) {
        QVERIFY(scale.isDegenerate());
        QCOMPARE(scale.pixelsPerMillisecond(), 0.0);
        QCOMPARE(scale.toPixel(1234), 10.0);
        QCOMPARE(scale.toInstant(77), scale.span.from);
    }
}

void TimescaleTest::infinitiesStayInfinite()
{
    const TimeScale scale{{0, 1000}, 0, 100};
    QVERIFY(std::isinf(scale.toPixel(distantPast)) && scale.toPixel(distantPast) < 0);
    QVERIFY(std::isinf(scale.toPixel(distantFuture)) && scale.toPixel(distantFuture) > 0);
}

void TimescaleTest::endsOfTimeDoNotOverflow()
{
    const TimeScale all{{distantPast + 1, distantFuture - 1}, 0, 100};
    QVERIFY(std::abs(all.toPixel(0) - 50) < 1e-6);
    QVERIFY(all.toInstant(1e9) > 0);
    QVERIFY(all.toInstant(-1e9) < 0);
    QCOMPARE(shifted(distantFuture - 5, 100), distantFuture - 1);
    QCOMPARE(shifted(distantPast + 5, -100), distantPast + 1);
    QVERIFY(lengthOf({distantPast, distantFuture}) > 0);
    QCOMPARE(lengthOf({7, 7}), Instant(0));
}

void TimescaleTest::zoomKeepsTheMoment()
{
    const ZoomLimits limits{{0, 1'000'000'000}, 10};
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        const TimeSpan span{400'000'000 + Instant(random.bounded(1'000'000)), 600'000'000};
        const Instant moment
            = span.from + Instant(random.generateDouble() * double(span.to - span.from));
        const TimeSpan zoomed = zoomedAbout(span, moment, 0.3 + random.generateDouble(), limits);
        const TimeScale before{span, 0, 1000};
        const TimeScale after{zoomed, 0, 1000};
        QVERIFY(std::abs(before.toPixel(moment) - after.toPixel(moment)) < 0.01);
    }
}

void TimescaleTest::zoomStopsAtItsLimits()
{
    const ZoomLimits limits{{0, 1000}, 10};
    TimeSpan span{0, 1000};
    QCOMPARE(zoomedAbout(span, 300, 2, limits), span);
    for (int i = 0; i < 100; ++i)
        span = zoomedAbout(span, 300, 0.5, limits);
    QCOMPARE(lengthOf(span), Instant(10));
    QVERIFY(span.from <= 300 && 300 <= span.to);
    QCOMPARE(zoomedAbout(span, 300, 0.5, limits), span);
    for (int i = 0; i < 100; ++i)
        span = zoomedAbout(span, 990, 1.7, limits);
    QCOMPARE(span, (TimeSpan{0, 1000}));
}

void TimescaleTest::movesIntoBounds()
{
    const TimeSpan bounds{0, 100};
    QCOMPARE(movedInto({-20, 10}, bounds), (TimeSpan{0, 30}));
    QCOMPARE(movedInto({90, 120}, bounds), (TimeSpan{70, 100}));
    QCOMPARE(movedInto({20, 30}, bounds), (TimeSpan{20, 30}));
    QCOMPARE(movedInto({-50, 400}, bounds), bounds);
}

void TimescaleTest::padsBothSides()
{
    QCOMPARE(padded({100, 200}, 0.1), (TimeSpan{90, 210}));
    QCOMPARE(padded({100, 200}, 0.1, 50), (TimeSpan{50, 250}));
}

} // namespace

DATELINE_TEST(timescale, TimescaleTest)

} // namespace dateline::timeline

#include "tst_timescale.moc"
