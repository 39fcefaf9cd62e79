// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <events/edtf.h>
#include <timeline/period_text.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::timeline {

using namespace events;

namespace {

class PeriodTextTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void severalWindows();
    void faultsAreSaid();
    void momentsAreTheEndOfTheirUnit();
};

void PeriodTextTest::roundTrips_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"2016", "2016/2018", "2016-05", "2016-05/2017-01", "2016-05-02/2016-05-13", "2016-02-29",
          "../2019", "2016/..", "-0043", "0000/0001", "-4712/9999"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void PeriodTextTest::roundTrips()
{
    QFETCH(const QString, text);
    const std::optional<Windows> windows = windowsFromText(text);
    QVERIFY(windows && windows->size() == 1);
    QCOMPARE(periodsText(*windows), text);
}

void PeriodTextTest::severalWindows()
{
    const std::optional<Windows> windows = windowsFromText(u" 2022 ; 2016/2018,"_s);
    QVERIFY(windows);
    QCOMPARE(windows->size(), std::size_t(2));
    QCOMPARE(periodsText(*windows), u"2016/2018, 2022"_s);
    QVERIFY(windowsFromText(u"  "_s).value().empty());
    // A part of a day is widened to the day.
    const Instant morning = startOfDay(2021, 12, 5) + 3'600'000;
    QCOMPARE(periodText({morning, morning + 1000}), u"2021-12-05"_s);
}

void PeriodTextTest::faultsAreSaid()
{
    QString error;
    QVERIFY(!windowsFromText(u"2016/18"_s, &error));
    QVERIFY(!error.isEmpty());
    error.clear();
    QVERIFY(!momentFromText(u"2016/.."_s, &error));
    QVERIFY(!error.isEmpty());
    error.clear();
    QVERIFY(!momentFromText(u"tomorrow"_s, &error));
    QVERIFY(!error.isEmpty());
}

void PeriodTextTest::momentsAreTheEndOfTheirUnit()
{
    QCOMPARE(momentFromText(u"2016"_s), startOfDay(2017, 1, 1) - 1);
    QCOMPARE(momentFromText(u"2022-09-12"_s), startOfDay(2022, 9, 13) - 1);
    QCOMPARE(dayText(startOfDay(2022, 9, 13) - 1), u"2022-09-12"_s);
    QCOMPARE(dayText(startOfDay(-43, 3, 15)), u"-0043-03-15"_s);
}

} // namespace

DATELINE_TEST(period_text, PeriodTextTest)

} // namespace dateline::timeline

#include "tst_period_text.moc"
