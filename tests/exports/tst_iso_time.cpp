// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/civil_day.h>
#include <events/edtf.h>
#include <exports/iso_time.h>

#include <support/test_main.h>

#include <QDateTime>
#include <QRandomGenerator64>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace dateline;

class IsoTimeTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void startOfEdtf_data();
    void startOfEdtf();
    void agreesWithQtWhereQtCan();
    void infinitiesAreNoDates();
};

void IsoTimeTest::text_data()
{
    QTest::addColumn<qint64>("moment");
    QTest::addColumn<QString>("expected");
    using events::startOfDay;
    const auto row = [](const char *name, events::Instant moment, const QString &expected) {
        QTest::newRow(name) << qint64(moment) << expected;
    };
    row("epoch", 0, u"1970-01-01T00:00:00Z"_s);
    row("just before the epoch", -1, u"1969-12-31T23:59:59.999Z"_s);
    row("milliseconds", 1, u"1970-01-01T00:00:00.001Z"_s);
    row("hour", 36'000'000, u"1970-01-01T10:00:00Z"_s);
    row("leap day", startOfDay(2020, 2, 29), u"2020-02-29T00:00:00Z"_s);
    row("year 1", startOfDay(1, 1, 1), u"0001-01-01T00:00:00Z"_s);
    row("1 BC", startOfDay(0, 2, 29), u"0000-02-29T00:00:00Z"_s);
    row("2 BC", startOfDay(-1, 12, 31), u"-000001-12-31T00:00:00Z"_s);
    row("44 BC", startOfDay(-43, 3, 15), u"-000043-03-15T00:00:00Z"_s);
    row("last four digit year", startOfDay(9999, 12, 31), u"9999-12-31T00:00:00Z"_s);
    row("five digits", startOfDay(10000, 1, 1), u"+010000-01-01T00:00:00Z"_s);
    row("beyond std::chrono", startOfDay(40000, 2, 29), u"+040000-02-29T00:00:00Z"_s);
    row("deep past", startOfDay(-1'000'000, 3, 1), u"-1000000-03-01T00:00:00Z"_s);
    row("latest", events::distantFuture - 1, u"+292278994-08-17T07:12:55.806Z"_s);
    row("earliest", events::distantPast + 1, u"-292275055-05-16T16:47:04.193Z"_s);
}

void IsoTimeTest::text()
{
    QFETCH(const qint64, moment);
    QTEST(exports::isoTime(moment), "expected");
}

void IsoTimeTest::startOfEdtf_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("expected");
    QTest::newRow("year 1") << u"0001"_s << u"0001-01-01T00:00:00Z"_s;
    QTest::newRow("year 0") << u"0000"_s << u"0000-01-01T00:00:00Z"_s;
    QTest::newRow("44 BC") << u"-0043-03"_s << u"-000043-03-01T00:00:00Z"_s;
    QTest::newRow("far") << u"Y12000"_s << u"+012000-01-01T00:00:00Z"_s;
}

void IsoTimeTest::startOfEdtf()
{
    QFETCH(const QString, edtf);
    const std::optional<events::Edtf> date = events::Edtf::parse(edtf);
    QVERIFY(date);
    QTEST(exports::isoTime(date->bounds().earliestStart), "expected");
}

void IsoTimeTest::agreesWithQtWhereQtCan()
{
    QRandomGenerator64 random(20220912);
    const events::Instant first = events::startOfDay(1, 1, 1);
    const events::Instant last = events::startOfDay(10000, 1, 1);
    for (int i = 0; i < 10'000; ++i) {
        const auto span = quint64(last - first);
        const qint64 moment = first + qint64(random.generate64() % span);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment, QTimeZone::UTC);
        const QString expected
            = time.toString(moment % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
        QCOMPARE(exports::isoTime(moment), expected);
    }
}

void IsoTimeTest::infinitiesAreNoDates()
{
    QVERIFY(exports::isoTime(events::distantPast).isEmpty());
    QVERIFY(exports::isoTime(events::distantFuture).isEmpty());
    QVERIFY(exports::isoTimeJson(events::distantFuture).isNull());
    QCOMPARE(exports::isoTimeJson(0).toString(), u"1970-01-01T00:00:00Z"_s);
}

DATELINE_TEST(iso_time, IsoTimeTest)
#include "tst_iso_time.moc"
