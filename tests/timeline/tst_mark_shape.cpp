// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <events/edtf.h>
#include <timeline/date_flags.h>
#include <timeline/mark_shape.h>

#include <support/test_main.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::timeline {

using namespace events;

namespace {

constexpr double symbolWidth = 10;

/// 2015 to 2025 on 1000 pixels from 100 on: a year is about 100 pixels wide.
const TimeScale decadeScale{{startOfDay(2015, 1, 1), startOfDay(2025, 1, 1)}, 100, 1000};

MarkShape shapeOf(const QString &edtf, const TimeScale &on = decadeScale)
{
    return markShape(Edtf::parse(edtf).value().bounds(), on, symbolWidth);
}

class MarkShapeTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aYearSpansTheYear();
    void aYearFarOutIsNotAtItsFirstDay();
    void aDayIsASymbol();
    void aDayNearbyIsABand();
    void anIntervalHasACore();
    void openSidesReachTheEdge();
    void symbolStaysInView();
    void flagsOfDates();
};

void MarkShapeTest::aYearSpansTheYear()
{
    const MarkShape shape = shapeOf(u"2019"_s);
    QVERIFY(!shape.compact && !shape.hasCore());
    QCOMPARE(shape.from, decadeScale.toPixel(startOfDay(2019, 1, 1)));
    QCOMPARE(shape.to, decadeScale.toPixel(startOfDay(2020, 1, 1)));
    const double first = decadeScale.toPixel(startOfDay(2019, 1, 1));
    QVERIFY(symbolCentre(shape, decadeScale, symbolWidth) - first > 40);
}

void MarkShapeTest::aYearFarOutIsNotAtItsFirstDay()
{
    // 2000 years on 1000 pixels: the year is half a pixel, the symbol is centred on its middle.
    const TimeScale far{{startOfDay(1000, 1, 1), startOfDay(3000, 1, 1)}, 0, 1000};
    const MarkShape shape = shapeOf(u"2019"_s, far);
    QVERIFY(shape.compact);
    QCOMPARE(shape.to - shape.from, symbolWidth);
    const double middle
        = (far.toPixel(startOfDay(2019, 1, 1)) + far.toPixel(startOfDay(2020, 1, 1))) / 2;
    QVERIFY(std::abs(shape.centre() - middle) < 1e-6);
}

void MarkShapeTest::aDayIsASymbol()
{
    const MarkShape shape = shapeOf(u"2019-06-15"_s);
    QVERIFY(shape.compact);
    QCOMPARE(shape.to - shape.from, symbolWidth);
    QVERIFY(std::abs(shape.centre() - decadeScale.toPixel(startOfDay(2019, 6, 15))) < 0.3);
}

void MarkShapeTest::aDayNearbyIsABand()
{
    const TimeScale near{{startOfDay(2019, 6, 10), startOfDay(2019, 6, 20)}, 0, 1000};
    const MarkShape shape = shapeOf(u"2019-06-15"_s, near);
    QVERIFY(!shape.compact && !shape.hasCore());
    QVERIFY(std::abs(shape.to - shape.from - 100) < 1e-6);
}

void MarkShapeTest::anIntervalHasACore()
{
    const MarkShape shape = shapeOf(u"2016/2018"_s);
    QVERIFY(shape.hasCore());
    QCOMPARE(shape.from, decadeScale.toPixel(startOfDay(2016, 1, 1)));
    QCOMPARE(shape.coreFrom, decadeScale.toPixel(startOfDay(2017, 1, 1)));
    QCOMPARE(shape.coreTo, decadeScale.toPixel(startOfDay(2018, 1, 1)));
    QCOMPARE(shape.to, decadeScale.toPixel(startOfDay(2019, 1, 1)));
}

void MarkShapeTest::openSidesReachTheEdge()
{
    const MarkShape begun = shapeOf(u"2018/.."_s);
    QVERIFY(begun.openEnd && !begun.openStart);
    QCOMPARE(begun.to, decadeScale.right());
    const MarkShape ended = shapeOf(u"../2018"_s);
    QVERIFY(ended.openStart && !ended.openEnd);
    QCOMPARE(ended.from, decadeScale.left);
    for (const QString &edtf : {u"2030/.."_s, u"../2001"_s, u"2000/.."_s, u"../2040"_s}) {
        const MarkShape shape = shapeOf(edtf);
        QVERIFY(std::isfinite(shape.from) && std::isfinite(shape.to));
        QVERIFY(shape.from <= shape.coreFrom && shape.coreFrom <= shape.coreTo);
        QVERIFY(shape.coreTo <= shape.to);
    }
    QVERIFY(!isVisible(shapeOf(u"2030/.."_s), decadeScale));
    QVERIFY(isVisible(shapeOf(u"2000/.."_s), decadeScale));
}

void MarkShapeTest::symbolStaysInView()
{
    const MarkShape shape = shapeOf(u"1990/2060"_s);
    const double centre = symbolCentre(shape, decadeScale, symbolWidth);
    QVERIFY(centre > decadeScale.left && centre < decadeScale.right());
}

void MarkShapeTest::flagsOfDates()
{
    QVERIFY(!dateFlags("2018-07").any());
    QVERIFY(dateFlags("2018-07~").approximate && !dateFlags("2018-07~").uncertain);
    QVERIFY(dateFlags("2018?").uncertain && !dateFlags("2018?").approximate);
    QVERIFY(dateFlags("2018%").uncertain && dateFlags("2018%").approximate);
}

} // namespace

DATELINE_TEST(mark_shape, MarkShapeTest)

} // namespace dateline::timeline

#include "tst_mark_shape.moc"
