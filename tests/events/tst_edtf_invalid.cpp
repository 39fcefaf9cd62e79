// SPDX-License-Identifier: GPL-3.0-or-later
// Invalid expressions: where the fault is, and that its hint says how to mend it.
#include <events/edtf.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline::events;
using namespace dateline::tests;

namespace {

struct InvalidCase
{
    const char *text;
    qsizetype offset;
    const char *hint; ///< occurs in the hint
};

constexpr InvalidCase invalidCases[] = {
    {"", 0, "2016-05"},
    {" 2016", 0, "spaces"},
    {"2016 ", 4, "spaces"},
    {"16", 2, "2016-05"},
    {"201", 3, "2016-05"},
    {"20163", 4, "Y17000"},
    {"20160531", 4, "2016-05-31"},
    {"2016-5", 6, "2016-05"},
    {"2016-05-1", 9, "2016-05"},
    {"2016-00", 5, "2016-05"},
    {"2016-13", 5, "2016-05"},
    {"2016-20", 5, "2016-05"},
    {"2016-25", 5, "2001-01/2001-03"},
    {"2016-41", 5, "2001-01/2001-03"},
    {"2016-42", 5, "2016-05"},
    {"2016-2X", 5, "2016-05"},
    {"2016-X3-01-01", 10, "2016-05"},
    {"2016-05-00", 0, "how many days"},
    {"2016-05-32", 0, "how many days"},
    {"2016-04-31", 0, "how many days"},
    {"2023-02-29", 0, "leap year"},
    {"1900-02-29", 0, "leap year"},
    {"-0001-02-29", 0, "leap year"},
    {"201X-02-30", 0, "how many days"},
    {"XXX1-02-29", 0, "leap year"},
    {"2016-04-4X", 0, "how many days"},
    {"-0000", 0, "0000"},
    {"2016-21-01", 7, "2001-21"},
    {"+2016", 0, "2016-05"},
    {"2016-05-31T", 11, "2016-05-31"},
    {"2016-05-31T10", 13, "10:00"},
    {"2016-05-31T1000", 13, "10:00"},
    {"2016-05-31T24:00:00Z", 11, "2016"},
    {"2016-05-31T10:60Z", 14, "2016"},
    {"2016-05-31T10:00:60Z", 17, "2016"},
    {"2016-05-31T10:00:00.5Z", 19, "whole seconds"},
    {"2016-05-31T10:00:00+15:00", 20, "2016"},
    {"2016-05-31T10:00:00+1", 21, "2016"},
    {"2016-05-31T10:00:00z", 19, "2016"},
    {"2016-05T10:00Z", 7, "2022-12-05T10:00Z"},
    {"2016-05-3XT10:00Z", 10, "2022-12-05T10:00Z"},
    {"2016-05-31~T10:00Z", 11, "2022-12-05T10:00Z"},
    {"2016-05-31T10:00Z~", 17, "2016"},
    {"1984?~", 5, "%"},
    {"?~1984", 1, "%"},
    {"1984??", 5, "%"},
    {"~", 1, "2018-07~"},
    {"Y", 1, "Y17000"},
    {"Y2016", 0, "four digits"},
    {"Y-9999", 0, "four digits"},
    {"Y17E7", 0, "four digits"},
    {"Y17000E2", 6, "Write the year out"},
    {"Y171010000S3", 10, "Write the year out"},
    {"1950S2", 4, "19XX"},
    {"Y292278994", 1, "292278993"},
    {"Y-292275055", 2, "292275054"},
    {"Y99999999999999999999999999", 1, "292278993"},
    {"Y17000-05", 6, "2016"},
    {"y17000", 0, "month as a number"},
    {"2016/2015", 5, "earlier date first"},
    {"2016-06/2016-05", 8, "earlier date first"},
    {"/", 0, "2016/.."},
    {"../..", 0, "2016/.."},
    {"../", 0, "2016/.."},
    {"/..", 0, "2016/.."},
    {"2016/2017/2018", 9, "2016"},
    {"2016/...", 5, "2016"},
    {"2016/..~", 5, "2016"},
    {"2016-05-31T10:00Z/2016-06-01", 0, "days"},
    {"2016/2016-06-01T10:00Z", 5, "days"},
    {"[]", 1, "2016"},
    {"[2016", 5, "commas"},
    {"[2016}", 5, "commas"},
    {"{2016]", 5, "commas"},
    {"[2016,]", 6, "2016"},
    {"[2016, 2017]", 6, "2016"},
    {"[2016,2017]~", 11, "2016"},
    {"[2018..2016]", 1, "earlier date first"},
    {"[..]", 3, "2016"},
    {"[2016/2017]", 5, "commas"},
    {"2015-2019", 5, "slash"},
    {"2015\xe2\x80\x93"
     "2019",
     4, "slash"},
    {"31.05.2016", 2, "year first"},
    {"05/2016", 2, "year first"},
    {"31/05/2016", 2, "year first"},
    {"May 2016", 0, "month as a number"},
    {"c. 2016", 0, "tilde"},
    {"ca 2016", 0, "tilde"},
    {"about 2016", 0, "tilde"},
    {"2016/now", 5, ".."},
    {"2016/present", 5, ".."},
    {"2016/open", 5, ".."},
    {"unknown/2016", 0, "blank"},
    {"201u", 3, "capital X"},
    {"2016-xx", 5, "capital X"},
    {"199x", 3, "capital X"},
};

} // namespace

/// Faults of invalid expressions.
class EdtfInvalidTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fault_data();
    void fault();
    void faultIsOptional();
    void longExpressions();
};

void EdtfInvalidTest::fault_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(invalidCases)); ++i)
        QTest::addRow("%d: %s", i, invalidCases[i].text) << i;
}

void EdtfInvalidTest::fault()
{
    QFETCH(const int, index);
    const InvalidCase &expected = invalidCases[index];
    EdtfFault fault;
    QVERIFY(!Edtf::parse(QString::fromUtf8(expected.text), &fault));
    QVERIFY(!fault.message.isEmpty());
    QVERIFY2(fault.hint.contains(QLatin1StringView(expected.hint)),
             qPrintable(fault.message + u" / "_s + fault.hint));
    QVERIFY2(fault.offset == expected.offset,
             qPrintable(QString::number(fault.offset) + u": "_s + fault.message));
}

void EdtfInvalidTest::faultIsOptional()
{
    QVERIFY(!Edtf::parse(u"May 2016"));
}

void EdtfInvalidTest::longExpressions()
{
    EdtfFault fault;
    QVERIFY(!Edtf::parse(QString(1'000'000, u'1'), &fault));
    QCOMPARE(fault.offset, Edtf::maximumLength);
    QVERIFY(!Edtf::parse(u'Y' + QString(Edtf::maximumLength - 1, u'9'), &fault));

    QString set = QStringLiteral("[2016");
    while (set.size() + 6 <= Edtf::maximumLength)
        set += QStringLiteral(",2016");
    QVERIFY(Edtf::parse(set + u']'));
}

DATELINE_TEST(edtf_invalid, EdtfInvalidTest)
#include "tst_edtf_invalid.moc"
