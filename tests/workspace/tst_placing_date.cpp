// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/placing_date.h>
#include <workspace/workspace.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

using events::Edtf;
using events::Row;

namespace {

/// A lamp of 2016 that is stated in 2019 and 2018-05, in a page of 2020 and one of an unknown date;
/// and a lamp of which nobody says when.
std::shared_ptr<const events::Dataset> lateLamp()
{
    tests::DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    const Row society = b.actor(u"society"_s);
    const Row page = b.source(u"page"_s, society);
    const Row undated = b.source(u"undated"_s, society);
    b.tables().sources[page].published = Edtf::parse(u"2020");
    b.tables().sources[undated].published.reset();
    const Row lamp = b.event(u"lamp"_s, kind, u"2016"_s);
    for (const auto &[said, source] :
         {std::pair(u"2019"_s, page), std::pair(u"2018-05"_s, undated)}) {
        b.claim(lamp, society, source);
        b.tables().claims.back().said = Edtf::parse(said);
    }
    b.claim(b.event(u"silent"_s, kind, u"2017-03-01"_s), society, undated);
    b.tables().claims.back().said.reset();
    return b.build();
}

class PlacingDateTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstReportDecides();
    void ofOneBeginningTheNarrowestDecides();
    void selectingGoesToWhereTheClockPlaces();
};

void PlacingDateTest::theFirstReportDecides()
{
    const auto dataset = lateLamp();
    const auto date = [&](const QString &id, Clock clock) {
        const std::optional<Edtf> placed = placingDate(*dataset, *dataset->eventRow(id), clock);
        return placed ? placed->text() : u"none"_s;
    };
    QCOMPARE(date(u"lamp"_s, Clock::Happened), u"2016"_s);
    QCOMPARE(date(u"lamp"_s, Clock::Said), u"2018-05"_s);
    QCOMPARE(date(u"lamp"_s, Clock::Published), u"2020"_s);
    QCOMPARE(date(u"silent"_s, Clock::Happened), u"2017-03-01"_s);
    QCOMPARE(date(u"silent"_s, Clock::Said), u"none"_s);
    QCOMPARE(date(u"silent"_s, Clock::Published), u"none"_s);
}

void PlacingDateTest::ofOneBeginningTheNarrowestDecides()
{
    tests::DatasetBuilder b;
    const Row society = b.actor(u"society"_s);
    const Row page = b.source(u"page"_s, society);
    const Row lamp = b.event(u"lamp"_s, b.kind(u"opening"_s), u"2016"_s);
    for (const QString &said : {u"2018"_s, u"2018-01-01"_s, u"2018-01"_s}) {
        b.claim(lamp, society, page);
        b.tables().claims.back().said = Edtf::parse(said);
    }
    const auto dataset = b.build();
    QCOMPARE(placingDate(*dataset, 0, Clock::Said)->text(), u"2018-01-01"_s);
}

void PlacingDateTest::selectingGoesToWhereTheClockPlaces()
{
    Workspace workspace;
    workspace.setDataset(lateLamp());
    const auto bounds = [](const QString &edtf) { return Edtf::parse(edtf)->bounds(); };
    const events::TimeSpan year{bounds(u"2016"_s).earliestStart, bounds(u"2016"_s).latestEnd};
    workspace.change([&year](ViewState &next) {
        next.span = year;
        next.clock = Clock::Said;
    });
    workspace.select(workspace.dataset().eventRow(u"lamp"));
    QVERIFY(events::possiblyTouches(bounds(u"2018-05"_s), workspace.state().span.value()));
    // What the clock places nowhere leaves the view alone.
    const ViewState before = workspace.state();
    workspace.select(workspace.dataset().eventRow(u"silent"));
    QCOMPARE(workspace.state().span, before.span);
}

} // namespace

DATELINE_TEST(placing_date, PlacingDateTest)

} // namespace dateline::workspace

#include "tst_placing_date.moc"
