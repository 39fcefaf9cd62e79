// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every expression, tried on random ones.
#include <events/civil_day.h>
#include <events/edtf.h>
#include <events/iso_instant.h>

#include <support/test_main.h>

#include <QDate>
#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace dateline::events;
using namespace dateline::tests;

namespace {

constexpr quint32 expressionSeed = 20221205;

QString zeroPadded(int value, int digits)
{
    return QString::number(value).rightJustified(digits, u'0');
}

/// A random choice among `options`, each character with the same chance.
QChar oneOf(QRandomGenerator &random, QStringView options)
{
    return options[random.bounded(int(options.size()))];
}

/// A valid date of 1900 to 2099, to the year, month or day.
QString randomDate(QRandomGenerator &random)
{
    const int year = random.bounded(1900, 2100);
    const int month = random.bounded(1, 13);
    QString text = zeroPadded(year, 4);
    if (random.bounded(4) == 0)
        return text;
    text += u'-' + zeroPadded(month, 2);
    if (random.bounded(3) == 0)
        return text;
    const int days = QDate(year, month, 1).daysInMonth();
    return text + u'-' + zeroPadded(random.bounded(1, days + 1), 2);
}

/// `date` with some digits replaced by X; may stand for nothing then.
QString masked(QRandomGenerator &random, QString date)
{
    for (QChar &c : date) {
        if (c != u'-' && random.bounded(3) == 0)
            c = u'X';
    }
    return date;
}

QString randomExpression(QRandomGenerator &random)
{
    const QString a = randomDate(random);
    const QString b = randomDate(random);
    switch (random.bounded(9)) {
    case 0:
        return a + oneOf(random, u"?~%");
    case 1:
        return masked(random, a);
    case 2:
        return a + u'/' + b;
    case 3:
        return a + (random.bounded(2) == 0 ? u"/.."_s : u"/"_s);
    case 4:
        return (random.bounded(2) == 0 ? u"../"_s : u"/"_s) + a;
    case 5:
        return u'[' + a + u',' + b + u']';
    case 6:
        return u'{' + a + u',' + b + u'}';
    case 7:
        return u'[' + a + u".."_s + b + u']';
    default:
        return a;
    }
}

bool fitsMask(const QString &mask, const QString &day)
{
    for (qsizetype i = 0; i < mask.size(); ++i) {
        if (mask[i] != u'X' && mask[i] != day[i])
            return false;
    }
    return true;
}

} // namespace

/// Invariants of Edtf on random expressions, always the same ones.
class EdtfPropertiesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void boundsAreOrdered();
    void unspecifiedDigitsAreTheHullOfAllDays();
    void boundsOfDaysRoundTrip();
    void randomCharactersNeverCrash();
    void civilDaysAgreeWithQDate();
    void civilDaysAtTheEnds();
    void plainDaysAreWhatTheParserMakesOfThem();
};

void EdtfPropertiesTest::boundsAreOrdered()
{
    QRandomGenerator random(expressionSeed);
    int valid = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString text = randomExpression(random);
        const std::optional<Edtf> date = Edtf::parse(text);
        if (!date)
            continue;
        ++valid;
        const FuzzyInterval &bounds = date->bounds();
        QVERIFY2(bounds.earliestStart <= bounds.latestStart, qPrintable(text));
        QVERIFY2(bounds.earliestEnd <= bounds.latestEnd, qPrintable(text));
        QVERIFY2(bounds.earliestStart <= bounds.earliestEnd, qPrintable(text));
        QVERIFY2(bounds.latestStart <= bounds.latestEnd, qPrintable(text));
        QVERIFY2(!bounds.isUnbounded(), qPrintable(text));
        QCOMPARE(date->text(), text);
        QVERIFY(Edtf::parse(date->text()) == date);
    }
    QVERIFY(valid > 15'000);
}

void EdtfPropertiesTest::unspecifiedDigitsAreTheHullOfAllDays()
{
    const QDate first(1900, 1, 1);
    const QDate end(2100, 1, 1);
    QStringList days;
    for (QDate day = first; day < end; day = day.addDays(1))
        days += day.toString(Qt::ISODate);
    const Instant epoch = at(days.first());

    QRandomGenerator random(expressionSeed);
    for (int i = 0; i < 500; ++i) {
        // The century stays, so that the days to try are few.
        const QString written = randomDate(random);
        const QString mask = written.first(2) + masked(random, written.sliced(2));
        Instant from = distantFuture;
        Instant to = distantPast;
        for (qsizetype day = 0; day < days.size(); ++day) {
            if (fitsMask(mask, days[day])) {
                from = std::min<Instant>(from, epoch + day * millisecondsPerDay);
                to = epoch + (day + 1) * millisecondsPerDay;
            }
        }
        const std::optional<Edtf> date = Edtf::parse(mask);
        QVERIFY2(date.has_value() == (from < to), qPrintable(mask));
        if (date) {
            QVERIFY2(date->bounds().earliestStart == from, qPrintable(mask));
            QVERIFY2(date->bounds().latestEnd == to, qPrintable(mask));
        }
    }
}

void EdtfPropertiesTest::boundsOfDaysRoundTrip()
{
    QRandomGenerator random(expressionSeed);
    for (int i = 0; i < 5'000; ++i) {
        const QDate day = QDate(1, 1, 1).addDays(random.bounded(3'652'058));
        const std::optional<Edtf> date = Edtf::parse(day.toString(Qt::ISODate));
        QVERIFY(date);
        const Instant start = date->bounds().earliestStart;
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(start, QTimeZone::UTC).date(), day);
        const QString written
            = QDateTime::fromMSecsSinceEpoch(start, QTimeZone::UTC).toString(Qt::ISODate);
        const std::optional<Edtf> again = Edtf::parse(written);
        QVERIFY2(again, qPrintable(written));
        QCOMPARE(again->bounds().earliestStart, start);
    }
}

void EdtfPropertiesTest::randomCharactersNeverCrash()
{
    QRandomGenerator random(expressionSeed);
    const QStringView alphabet = u"0123456789XY-/.,[]{}~?%TZ:+ES ";
    for (int i = 0; i < 50'000; ++i) {
        QString text;
        for (int length = random.bounded(24); length > 0; --length)
            text += oneOf(random, alphabet);
        EdtfFault fault;
        if (!Edtf::parse(text, &fault)) {
            QVERIFY(!fault.message.isEmpty());
            QVERIFY(!fault.hint.isEmpty());
            QVERIFY2(fault.offset >= 0 && fault.offset <= text.size(), qPrintable(text));
        }
    }
}

void EdtfPropertiesTest::civilDaysAgreeWithQDate()
{
    for (int year = -2001; year <= 2401; ++year) {
        const int qtYear = year <= 0 ? year - 1 : year;
        QCOMPARE(isLeapYear(year), QDate::isLeapYear(qtYear));
        for (unsigned month = 1; month <= 12; ++month) {
            const QDate first(qtYear, int(month), 1);
            QCOMPARE(daysInMonth(year, month), unsigned(first.daysInMonth()));
            QCOMPARE(startOfDay(year, month, 1),
                     (first.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * millisecondsPerDay);
        }
    }
}

void EdtfPropertiesTest::civilDaysAtTheEnds()
{
    QVERIFY(startOfDay(earliestYear, 1, 1) > distantPast);
    QVERIFY(startOfDay(latestYear + 1, 1, 1) < distantFuture);
    // One year more would not fit any more.
    QVERIFY(distantFuture - startOfDay(latestYear + 1, 1, 1) < 366 * millisecondsPerDay);
    QVERIFY(startOfDay(earliestYear, 1, 1) - distantPast < 366 * millisecondsPerDay);
}

void EdtfPropertiesTest::plainDaysAreWhatTheParserMakesOfThem()
{
    static const QRegularExpression plain(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    int days = 0;
    const auto compare = [&days](const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        const std::optional<TimeSpan> day = plainDay(QByteArrayView(utf8));
        const std::optional<Edtf> parsed
            = plain.match(text).hasMatch() ? Edtf::parse(text) : std::nullopt;
        QVERIFY2(day.has_value() == parsed.has_value(), qPrintable(text));
        if (day) {
            const FuzzyInterval bounds{day->from, day->to, day->from, day->to};
            QVERIFY2(parsed->bounds() == bounds, qPrintable(text));
            ++days;
        }
    };
    for (const int year : {0, 1900, 1999, 2000, 2016, 9999}) {
        for (int month = 0; month <= 13; ++month) {
            for (int day = 0; day <= 32; ++day)
                compare(zeroPadded(year, 4) + u'-' + zeroPadded(month, 2) + u'-'
                        + zeroPadded(day, 2));
        }
    }
    QCOMPARE(days, 366 + 365 + 365 + 366 + 366 + 365);
    QRandomGenerator random(expressionSeed);
    for (int i = 0; i < 5'000; ++i) {
        QString text = u"2016-05-1%1"_s.arg(random.bounded(10));
        for (quint32 changes = random.bounded(3U); changes > 0; --changes)
            text[random.bounded(int(text.size()))] = oneOf(random, u"0123456789-X/:; é");
        if (random.bounded(8) == 0)
            text += oneOf(random, u"0?~ ");
        compare(text);
    }
    compare({});
    compare(u"-0001-01-01"_s);
}

DATELINE_TEST(edtf_properties, EdtfPropertiesTest)
#include "tst_edtf_properties.moc"
