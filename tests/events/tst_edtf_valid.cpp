// SPDX-License-Identifier: GPL-3.0-or-later
// Valid expressions, most of them the examples of the Library of Congress specification
// (https://www.loc.gov/standards/datetime/), with the bounds that they stand for.
#include <events/edtf.h>
#include <events/iso_instant.h>

#include <support/test_main.h>

#include <QTest>

using namespace dateline::events;
using namespace dateline::tests;
using Precision = Edtf::Precision;

namespace {

struct SingleCase
{
    const char *text;
    const char *from;
    const char *to;
    Precision precision;
};

constexpr SingleCase singleCases[] = {
    // Level 0
    {"1985-04-12", "1985-04-12", "1985-04-13", Precision::Day},
    {"1985-04", "1985-04-01", "1985-05-01", Precision::Month},
    {"1985", "1985-01-01", "1986-01-01", Precision::Year},
    {"0000", "0-01-01", "1-01-01", Precision::Year},
    {"0001", "1-01-01", "2-01-01", Precision::Year},
    {"9999", "9999-01-01", "10000-01-01", Precision::Year},
    {"2016-12", "2016-12-01", "2017-01-01", Precision::Month},
    {"2016-12-31", "2016-12-31", "2017-01-01", Precision::Day},
    {"1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:31", Precision::Second},
    {"1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:31", Precision::Second},
    {"1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:31", Precision::Second},
    {"1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30", "1985-04-12T18:50:31", Precision::Second},
    {"1985-04-12T23:20:30+14:00", "1985-04-12T09:20:30", "1985-04-12T09:20:31", Precision::Second},
    {"2022-12-05T10:00Z", "2022-12-05T10:00:00", "2022-12-05T10:01:00", Precision::Minute},
    {"2022-12-05T10:00", "2022-12-05T10:00:00", "2022-12-05T10:01:00", Precision::Minute},
    {"2022-12-31T23:59:59Z", "2022-12-31T23:59:59", "2023-01-01", Precision::Second},
    {"2022-01-01T00:30+08:00", "2021-12-31T16:30:00", "2021-12-31T16:31:00", Precision::Minute},
    // Leap days
    {"2024-02-29", "2024-02-29", "2024-03-01", Precision::Day},
    {"2000-02-29", "2000-02-29", "2000-03-01", Precision::Day},
    {"2023-02", "2023-02-01", "2023-03-01", Precision::Month},
    {"2024-02", "2024-02-01", "2024-03-01", Precision::Month},
    {"0000-02-29", "0-02-29", "0-03-01", Precision::Day},
    {"-0004-02-29", "-4-02-29", "-4-03-01", Precision::Day},
    {"-0400-02-29", "-400-02-29", "-400-03-01", Precision::Day},
    // Level 1: years
    {"-1985", "-1985-01-01", "-1984-01-01", Precision::Year},
    {"-0001", "-1-01-01", "0-01-01", Precision::Year},
    {"-0044-03-15", "-44-03-15", "-44-03-16", Precision::Day},
    {"-9999", "-9999-01-01", "-9998-01-01", Precision::Year},
    {"Y170000002", "170000002-01-01", "170000003-01-01", Precision::Year},
    {"Y-170000002", "-170000002-01-01", "-170000001-01-01", Precision::Year},
    {"Y10000", "10000-01-01", "10001-01-01", Precision::Year},
    {"Y-10000", "-10000-01-01", "-9999-01-01", Precision::Year},
    {"Y32767", "32767-01-01", "32768-01-01", Precision::Year},
    {"Y292278993", "292278993-01-01", "292278994-01-01", Precision::Year},
    {"Y-292275054", "-292275054-01-01", "-292275053-01-01", Precision::Year},
    // Level 1: seasons
    {"2001-21", "2001-03-01", "2001-06-01", Precision::Season},
    {"2001-22", "2001-06-01", "2001-09-01", Precision::Season},
    {"2001-23", "2001-09-01", "2001-12-01", Precision::Season},
    {"2001-24", "2001-12-01", "2002-03-01", Precision::Season},
    {"2023-24", "2023-12-01", "2024-03-01", Precision::Season},
    {"-0001-24", "-1-12-01", "0-03-01", Precision::Season},
    // Level 1: qualified
    {"1984?", "1984-01-01", "1985-01-01", Precision::Year},
    {"2004-06~", "2004-06-01", "2004-07-01", Precision::Month},
    {"2004-06-11%", "2004-06-11", "2004-06-12", Precision::Day},
    {"2001-21~", "2001-03-01", "2001-06-01", Precision::Season},
    {"-0044?", "-44-01-01", "-43-01-01", Precision::Year},
    {"Y17000~", "17000-01-01", "17001-01-01", Precision::Year},
    // Level 1: unspecified digits
    {"201X", "2010-01-01", "2020-01-01", Precision::Decade},
    {"20XX", "2000-01-01", "2100-01-01", Precision::Century},
    {"2004-XX", "2004-01-01", "2005-01-01", Precision::Year},
    {"1985-04-XX", "1985-04-01", "1985-05-01", Precision::Month},
    {"1985-XX-XX", "1985-01-01", "1986-01-01", Precision::Year},
    {"201X?", "2010-01-01", "2020-01-01", Precision::Decade},
    {"-19XX", "-1999-01-01", "-1899-01-01", Precision::Century},
    {"-000X", "-9-01-01", "0-01-01", Precision::Decade},
    {"0XXX", "0-01-01", "1000-01-01", Precision::Millennium},
    {"XXXX", "0-01-01", "10000-01-01", Precision::Millennium},
    // Level 2: unspecified digits anywhere
    {"156X-12-25", "1560-12-25", "1569-12-26", Precision::Day},
    {"15XX-12-25", "1500-12-25", "1599-12-26", Precision::Day},
    {"15XX-12-XX", "1500-12-01", "1600-01-01", Precision::Month},
    {"1XXX-XX", "1000-01-01", "2000-01-01", Precision::Millennium},
    {"1XXX-12", "1000-12-01", "2000-01-01", Precision::Month},
    {"1984-1X", "1984-10-01", "1985-01-01", Precision::Month},
    {"2022-1X", "2022-10-01", "2023-01-01", Precision::Month},
    {"2022-0X", "2022-01-01", "2022-10-01", Precision::Month},
    {"2022-X1", "2022-01-01", "2022-12-01", Precision::Month},
    {"2022-X0", "2022-10-01", "2022-11-01", Precision::Month},
    {"2004-12-XX", "2004-12-01", "2005-01-01", Precision::Month},
    {"2004-12-1X", "2004-12-10", "2004-12-20", Precision::Day},
    {"2004-12-0X", "2004-12-01", "2004-12-10", Precision::Day},
    {"2004-11-3X", "2004-11-30", "2004-12-01", Precision::Day},
    {"2004-02-2X", "2004-02-20", "2004-03-01", Precision::Day},
    {"2004-XX-31", "2004-01-31", "2005-01-01", Precision::Day},
    {"2004-0X-31", "2004-01-31", "2004-09-01", Precision::Day},
    {"200X-02-29", "2000-02-29", "2008-03-01", Precision::Day},
    {"1X34", "1034-01-01", "1935-01-01", Precision::Year},
    {"201X-21", "2010-03-01", "2019-06-01", Precision::Season},
    // Level 2: qualified anywhere
    {"2004-06~-11", "2004-06-11", "2004-06-12", Precision::Day},
    {"2004?-06-11", "2004-06-11", "2004-06-12", Precision::Day},
    {"?2004-06-~11", "2004-06-11", "2004-06-12", Precision::Day},
    {"2004-%06-11", "2004-06-11", "2004-06-12", Precision::Day},
    {"?2004-06-04~", "2004-06-04", "2004-06-05", Precision::Day},
    {"2011-~06-~04", "2011-06-04", "2011-06-05", Precision::Day},
};

struct RangeCase
{
    const char *text;
    const char *earliestStart;
    const char *latestStart;
    const char *earliestEnd;
    const char *latestEnd;
};

constexpr RangeCase rangeCases[] = {
    // Level 0 intervals
    {"1964/2008", "1964-01-01", "1965-01-01", "2008-01-01", "2009-01-01"},
    {"2004-06/2006-08", "2004-06-01", "2004-07-01", "2006-08-01", "2006-09-01"},
    {"2004-02-01/2005-02-08", "2004-02-01", "2004-02-02", "2005-02-08", "2005-02-09"},
    {"2004-02-01/2005-02", "2004-02-01", "2004-02-02", "2005-02-01", "2005-03-01"},
    {"2004-02-01/2005", "2004-02-01", "2004-02-02", "2005-01-01", "2006-01-01"},
    {"2005/2006-02", "2005-01-01", "2006-01-01", "2006-02-01", "2006-03-01"},
    {"2015/2019", "2015-01-01", "2016-01-01", "2019-01-01", "2020-01-01"},
    {"2016/2016", "2016-01-01", "2017-01-01", "2016-01-01", "2017-01-01"},
    {"-0044/-0031", "-44-01-01", "-43-01-01", "-31-01-01", "-30-01-01"},
    {"-0001/0001", "-1-01-01", "0-01-01", "1-01-01", "2-01-01"},
    // Sides that overlap limit each other
    {"2004-06/2004", "2004-06-01", "2004-07-01", "2004-06-01", "2005-01-01"},
    {"2004/2004-06", "2004-01-01", "2004-07-01", "2004-06-01", "2004-07-01"},
    {"2004-06-11/2004-06-11", "2004-06-11", "2004-06-12", "2004-06-11", "2004-06-12"},
    // Level 1 intervals: open and unknown ends
    {"1985-04-12/..", "1985-04-12", "1985-04-13", "+", "+"},
    {"1985-04/..", "1985-04-01", "1985-05-01", "+", "+"},
    {"1985/..", "1985-01-01", "1986-01-01", "+", "+"},
    {"../1985-04-12", "-", "-", "1985-04-12", "1985-04-13"},
    {"../1985-04", "-", "-", "1985-04-01", "1985-05-01"},
    {"../1985", "-", "-", "1985-01-01", "1986-01-01"},
    {"1985-04-12/", "1985-04-12", "1985-04-13", "1985-04-12", "+"},
    {"1985-04/", "1985-04-01", "1985-05-01", "1985-04-01", "+"},
    {"1985/", "1985-01-01", "1986-01-01", "1985-01-01", "+"},
    {"/1985-04-12", "-", "1985-04-13", "1985-04-12", "1985-04-13"},
    {"/1985-04", "-", "1985-05-01", "1985-04-01", "1985-05-01"},
    {"/1985", "-", "1986-01-01", "1985-01-01", "1986-01-01"},
    // Level 1 intervals: qualified sides
    {"1984?/2004-06~", "1984-01-01", "1985-01-01", "2004-06-01", "2004-07-01"},
    {"1984~/2004%", "1984-01-01", "1985-01-01", "2004-01-01", "2005-01-01"},
    {"2018-07~/..", "2018-07-01", "2018-08-01", "+", "+"},
    {"2001-21/2003", "2001-03-01", "2001-06-01", "2003-01-01", "2004-01-01"},
    {"Y-20000/1985", "-20000-01-01", "-19999-01-01", "1985-01-01", "1986-01-01"},
    // Level 2 intervals
    {"2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-02", "2004-06-20", "2004-06-21"},
    {"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-01", "2004-07-03", "2004-07-04"},
    {"201X/2019", "2010-01-01", "2020-01-01", "2019-01-01", "2020-01-01"},
    // One of a set: an occurrence within the hull
    {"[1667,1668,1670..1672]", "1667-01-01", "1673-01-01", "1667-01-01", "1673-01-01"},
    {"[..1760-12-03]", "-", "1760-12-04", "-", "1760-12-04"},
    {"[1760-12..]", "1760-12-01", "+", "1760-12-01", "+"},
    {"[1667,1760-12]", "1667-01-01", "1761-01-01", "1667-01-01", "1761-01-01"},
    {"[..1984]", "-", "1985-01-01", "-", "1985-01-01"},
    {"[1760-01,1760-02,1760-12..]", "1760-01-01", "+", "1760-01-01", "+"},
    {"[2018,2016]", "2016-01-01", "2019-01-01", "2016-01-01", "2019-01-01"},
    {"[2016]", "2016-01-01", "2017-01-01", "2016-01-01", "2017-01-01"},
    // All of a set: begins within the first, ends within the last, nothing certain between
    {"{1667,1668,1670..1672}", "1667-01-01", "1668-01-01", "1667-01-01", "1673-01-01"},
    {"{1960,1961-12}", "1960-01-01", "1961-01-01", "1960-01-01", "1962-01-01"},
    {"{..1984}", "-", "-", "-", "1985-01-01"},
    {"{1960,1960-03}", "1960-01-01", "1960-04-01", "1960-01-01", "1961-01-01"},
};

QString ascii(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// The bounds, precision, form and flags of valid expressions.
class EdtfValidTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void single_data();
    void single();
    void range_data();
    void range();
    void qualifiers_data();
    void qualifiers();
    void sidesOfAnInterval();
    void setsKeepTheirFormAndCore();
};

void EdtfValidTest::single_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(singleCases)); ++i)
        QTest::newRow(singleCases[i].text) << i;
}

void EdtfValidTest::single()
{
    QFETCH(const int, index);
    const SingleCase &expected = singleCases[index];
    EdtfFault fault;
    const std::optional<Edtf> date = Edtf::parse(ascii(expected.text), &fault);
    QVERIFY2(date, qPrintable(fault.message));
    const Instant from = at(ascii(expected.from));
    const Instant to = at(ascii(expected.to));
    QCOMPARE(date->bounds().earliestStart, from);
    QCOMPARE(date->bounds().latestStart, to);
    QCOMPARE(date->bounds().earliestEnd, from);
    QCOMPARE(date->bounds().latestEnd, to);
    QCOMPARE(date->startSpan(), (TimeSpan{from, to}));
    QCOMPARE(date->endSpan(), (TimeSpan{from, to}));
    QCOMPARE(date->startPrecision(), expected.precision);
    QCOMPARE(date->endPrecision(), expected.precision);
    QCOMPARE(date->form(), Edtf::Form::Single);
    QCOMPARE(date->text(), ascii(expected.text));
}

void EdtfValidTest::range_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(rangeCases)); ++i)
        QTest::newRow(rangeCases[i].text) << i;
}

void EdtfValidTest::range()
{
    QFETCH(const int, index);
    const RangeCase &expected = rangeCases[index];
    EdtfFault fault;
    const std::optional<Edtf> date = Edtf::parse(ascii(expected.text), &fault);
    QVERIFY2(date, qPrintable(fault.message));
    QCOMPARE(toText(date->bounds().earliestStart), toText(at(ascii(expected.earliestStart))));
    QCOMPARE(toText(date->bounds().latestStart), toText(at(ascii(expected.latestStart))));
    QCOMPARE(toText(date->bounds().earliestEnd), toText(at(ascii(expected.earliestEnd))));
    QCOMPARE(toText(date->bounds().latestEnd), toText(at(ascii(expected.latestEnd))));
}

void EdtfValidTest::qualifiers_data()
{
    QTest::addColumn<bool>("approximate");
    QTest::addColumn<bool>("uncertain");
    QTest::newRow("1984") << false << false;
    QTest::newRow("1984?") << false << true;
    QTest::newRow("1984~") << true << false;
    QTest::newRow("1984%") << true << true;
    QTest::newRow("?2004-06-~11") << true << true;
    QTest::newRow("2004-%06-11") << true << true;
    QTest::newRow("2004/2005~") << true << false;
    QTest::newRow("2004?/2005") << false << true;
    QTest::newRow("[2004,2005~,2006]") << true << false;
    QTest::newRow("{2004,2005?,2006}") << false << true;
}

void EdtfValidTest::qualifiers()
{
    QFETCH(const bool, approximate);
    QFETCH(const bool, uncertain);
    const std::optional<Edtf> date = Edtf::parse(ascii(QTest::currentDataTag()));
    QVERIFY(date);
    QCOMPARE(date->isApproximate(), approximate);
    QCOMPARE(date->isUncertain(), uncertain);
}

void EdtfValidTest::sidesOfAnInterval()
{
    const std::optional<Edtf> open = Edtf::parse(u"2016-05/..");
    QVERIFY(open);
    QCOMPARE(open->form(), Edtf::Form::Interval);
    QCOMPARE(open->startEndpoint(), Edtf::Endpoint::Date);
    QCOMPARE(open->endEndpoint(), Edtf::Endpoint::Open);
    QCOMPARE(open->startPrecision(), Precision::Month);
    QCOMPARE(open->endSpan(), TimeSpan{});

    const std::optional<Edtf> unknown = Edtf::parse(u"/2019");
    QVERIFY(unknown);
    QCOMPARE(unknown->startEndpoint(), Edtf::Endpoint::Unknown);
    QCOMPARE(unknown->endEndpoint(), Edtf::Endpoint::Date);
    QCOMPARE(unknown->endPrecision(), Precision::Year);

    // Written spans stay as written where the bounds are limited by the other side.
    const std::optional<Edtf> overlapping = Edtf::parse(u"2004-06/2004");
    QVERIFY(overlapping);
    QCOMPARE(overlapping->endSpan().from, at(QStringLiteral("2004-01-01")));
}

void EdtfValidTest::setsKeepTheirFormAndCore()
{
    const std::optional<Edtf> oneOf = Edtf::parse(u"[1667,1668]");
    const std::optional<Edtf> allOf = Edtf::parse(u"{1960,1962}");
    const std::optional<Edtf> interval = Edtf::parse(u"1960/1962");
    QVERIFY(oneOf && allOf && interval);
    QCOMPARE(oneOf->form(), Edtf::Form::OneOf);
    QCOMPARE(allOf->form(), Edtf::Form::AllOf);
    QCOMPARE(allOf->startSpan().from, at(QStringLiteral("1960-01-01")));
    QCOMPARE(allOf->endSpan().to, at(QStringLiteral("1963-01-01")));
    const auto isEmpty = [](const TimeSpan &span) { return span.from == span.to; };
    QVERIFY(isEmpty(oneOf->bounds().core()));
    QVERIFY(isEmpty(allOf->bounds().core()));
    QVERIFY(!isEmpty(interval->bounds().core()));
    const TimeSpan between{at(QStringLiteral("1961-01-01")), at(QStringLiteral("1962-01-01"))};
    const TimeSpan first{at(QStringLiteral("1960-01-01")), at(QStringLiteral("1961-01-01"))};
    QVERIFY(certainlyTouches(interval->bounds(), between));
    QVERIFY(!certainlyTouches(allOf->bounds(), between));
    QVERIFY(certainlyTouches(allOf->bounds(), first));
}

DATELINE_TEST(edtf_valid, EdtfValidTest)
#include "tst_edtf_valid.moc"
