// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/edtf.h>
#include <workspace/step_unit.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using workspace::StepUnit;

/// The units of the calendar that a step goes by.
class StepUnitTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void unitsAreThoseOfTheCalendar_data();
    void unitsAreThoseOfTheCalendar();
    void unitsFollowOneAnother();
    void weeksBeginWhereTheyDo();

private:
    static events::TimeSpan span(const QString &edtf)
    {
        const events::FuzzyInterval bounds = events::Edtf::parse(edtf).value().bounds();
        return {bounds.earliestStart, bounds.latestEnd};
    }
};

void StepUnitTest::unitsAreThoseOfTheCalendar_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<StepUnit>("unit");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("day") << u"2024-02-29"_s << StepUnit::Day << u"2024-02-29"_s << u"2024-02-29"_s;
    QTest::newRow("week") << u"2022-09-14"_s << StepUnit::Week << u"2022-09-12"_s
                          << u"2022-09-18"_s;
    QTest::newRow("leap month") << u"2024-02-01"_s << StepUnit::Month << u"2024-02-01"_s
                                << u"2024-02-29"_s;
    QTest::newRow("december") << u"2023-12-31"_s << StepUnit::Month << u"2023-12-01"_s
                              << u"2023-12-31"_s;
    QTest::newRow("quarter") << u"2022-11-02"_s << StepUnit::Quarter << u"2022-10-01"_s
                             << u"2022-12-31"_s;
    QTest::newRow("year") << u"2022-11-02"_s << StepUnit::Year << u"2022-01-01"_s
                          << u"2022-12-31"_s;
    QTest::newRow("before 1970") << u"1969-12-31"_s << StepUnit::Month << u"1969-12-01"_s
                                 << u"1969-12-31"_s;
    QTest::newRow("before year 1")
        << u"-0043-03-15"_s << StepUnit::Quarter << u"-0043-01-01"_s << u"-0043-03-31"_s;
}

void StepUnitTest::unitsAreThoseOfTheCalendar()
{
    QFETCH(const QString, day);
    QFETCH(const StepUnit, unit);
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    const events::TimeSpan expected{span(first).from, span(last).to};
    for (const events::Instant at : {span(day).from, span(day).to - 1})
        QCOMPARE(workspace::unitAround(at, unit), expected);
}

void StepUnitTest::unitsFollowOneAnother()
{
    for (std::size_t i = 1; i < workspace::stepUnitCount; ++i) {
        const auto unit = StepUnit(i);
        events::Instant at = span(u"2013-02-17"_s).from;
        const events::Instant end = span(u"2026-03-05"_s).from;
        int steps = 0;
        while (at < end) {
            const events::TimeSpan now = workspace::unitAround(at, unit);
            QVERIFY(now.from <= at && at < now.to);
            QCOMPARE(workspace::unitAround(now.to, unit).from, now.to);
            QCOMPARE(workspace::unitAround(now.from - 1, unit).to, now.from);
            at = now.to;
            ++steps;
        }
        const double expected = double(end - span(u"2013-02-17"_s).from)
            / double(events::millisecondsPerDay) / workspace::daysOf(unit);
        QVERIFY(std::abs(steps - expected) < 2);
    }
}

void StepUnitTest::weeksBeginWhereTheyDo()
{
    const events::Instant wednesday = span(u"2022-09-14"_s).from;
    QCOMPARE(workspace::unitAround(wednesday, StepUnit::Week, Qt::Sunday).from,
             span(u"2022-09-11"_s).from);
    QCOMPARE(workspace::unitAround(wednesday, StepUnit::Week, Qt::Wednesday).from, wednesday);
    QCOMPARE(workspace::unitAround(wednesday, StepUnit::Week, Qt::Thursday).from,
             span(u"2022-09-08"_s).from);
}

} // namespace dateline::tests

DATELINE_TEST(step_unit, dateline::tests::StepUnitTest)

#include "tst_step_unit.moc"
