// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_runs.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <set>

#include "timeline_window.h"

using namespace dateline;
using namespace dateline::tests;
using namespace Qt::StringLiterals;
using events::Instant;
using events::TimeSpan;

namespace {

class TimelineMouseTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void brushFilters();
    void brushEdgesAndMiddle();
    void shiftAddsAndDoubleClickClears();
    void escapeEndsADrag();
    void wheelKeepsTheMoment();
    void uselessWheelIsPassedOn();
    void dragPans();
    void hoverAndClick();
    void pileIsNeverADeadClick();
    void aClickOnAStripComesCloser();
    void aStripTellsWhatIsPointedAt();
    void aDraggedHeadShowsNothingOnItsWay();
    void listOfAPileGoesWithItsDataset();
    void yearSpansItsYear();
    void turningPointsAndBreaksAreTold();
    void whatNothingPassesGivesWay();
    void paintsWithoutAWindow();
    void showsEveryTheme();
};

void TimelineMouseTest::whatNothingPassesGivesWay()
{
    TimelineWindow window;
    QCOMPARE(window.canvas->picture().scene().bands.size(), std::size_t(3));
    QVERIFY(window.canvas->picture().layout().hasGrowth());
    const double before = window.canvas->picture().scene().bands[1].height;
    window.workspace.change(
        [](workspace::ViewState &next) { next.filters.choose(query::Facet::Kind, {u"visit"_s}); });
    QCOMPARE(window.canvas->picture().scene().bands.size(), std::size_t(1));
    QVERIFY(window.canvas->picture().scene().bands[0].height >= before);
    QVERIFY(!window.canvas->picture().layout().hasGrowth()); // no opening to count
    window.workspace.undo();
    QCOMPARE(window.canvas->picture().scene().bands.size(), std::size_t(3));
    QVERIFY(window.canvas->picture().layout().hasGrowth());
}

void TimelineMouseTest::brushFilters()
{
    TimelineWindow window;
    const TimeSpan year = TimelineWindow::span(u"2017"_s);
    window.drag(window.overviewAt(year.from), window.overviewAt(year.to));
    QCOMPARE(window.workspace.state().filters.windows, (std::vector<TimeSpan>{year}));
    QCOMPARE(window.workspace.crossfilter().passingCount(), std::size_t(2));
    QVERIFY(window.workspace.crossfilter().passing().contains(window.row(u"second"_s)));
    QVERIFY(window.workspace.crossfilter().passing().contains(window.row(u"question"_s)));
    window.workspace.undo(); // the whole drag is one step
    QVERIFY(window.workspace.state().filters.windows.empty());
}

void TimelineMouseTest::brushEdgesAndMiddle()
{
    TimelineWindow window;
    const TimeSpan year = TimelineWindow::span(u"2017"_s);
    window.drag(window.overviewAt(year.from), window.overviewAt(year.to));
    const TimeSpan next = TimelineWindow::span(u"2018"_s);
    window.drag(window.overviewAt(year.to), window.overviewAt(next.to));
    QCOMPARE(window.workspace.state().filters.windows,
             (std::vector<TimeSpan>{{year.from, next.to}}));
    const QPoint middle = window.overviewAt(year.to);
    const int shift = window.overviewAt(next.to).x() - window.overviewAt(next.from).x();
    window.drag(middle, middle + QPoint(shift, 0));
    QCOMPARE(window.workspace.state().filters.windows.front().from, next.from);
}

void TimelineMouseTest::shiftAddsAndDoubleClickClears()
{
    TimelineWindow window;
    const TimeSpan first = TimelineWindow::span(u"2017"_s);
    const TimeSpan second = TimelineWindow::span(u"2021"_s);
    window.drag(window.overviewAt(first.from), window.overviewAt(first.to));
    window.drag(window.overviewAt(second.from), window.overviewAt(second.to), Qt::ShiftModifier);
    QCOMPARE(window.workspace.state().filters.windows, (std::vector<TimeSpan>{first, second}));
    QTest::mouseDClick(window.canvas, Qt::LeftButton, {},
                       window.overviewAt(first.to) + QPoint(60, 0));
    QVERIFY(window.workspace.state().filters.windows.empty());
}

void TimelineMouseTest::escapeEndsADrag()
{
    TimelineWindow window;
    const TimeSpan year = TimelineWindow::span(u"2017"_s);
    const QPoint from = window.overviewAt(year.from);
    const QPoint to = window.overviewAt(year.to);
    QTest::mousePress(window.canvas, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, window.canvas->mapToGlobal(to), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(window.canvas, &move);
    QVERIFY(!window.workspace.state().filters.windows.empty());
    QTest::keyClick(window.canvas, Qt::Key_Escape);
    QVERIFY(window.workspace.state().filters.windows.empty());
    QTest::mouseRelease(window.canvas, Qt::LeftButton, {}, to);
    QVERIFY(window.workspace.state().filters.windows.empty());
}

void TimelineMouseTest::wheelKeepsTheMoment()
{
    TimelineWindow window;
    const QPointF centre = window.canvas->picture().layout().lanes.center();
    const QPoint at = (centre + QPointF(150, 0)).toPoint();
    const Instant moment = window.canvas->picture().scale().toInstant(at.x());
    const Instant before = timeline::lengthOf(window.canvas->picture().visibleSpan());
    QVERIFY(window.wheel(at, {0, 120}));
    QVERIFY(timeline::lengthOf(window.canvas->picture().visibleSpan()) < before);
    QVERIFY(std::abs(window.canvas->picture().scale().toPixel(moment) - at.x()) < 0.01);
    QVERIFY(window.wheel(at, {0, -120}));
    QVERIFY(std::abs(window.canvas->picture().scale().toPixel(moment) - at.x()) < 0.01);
}

void TimelineMouseTest::uselessWheelIsPassedOn()
{
    TimelineWindow window;
    const QPoint at = window.canvas->picture().layout().lanes.center().toPoint();
    for (int i = 0; i < 60; ++i)
        window.wheel(at, {0, -120});
    QVERIFY(!window.wheel(at, {0, -120}));
    QVERIFY(!window.wheel(at, {0, 120}, Qt::ShiftModifier)); // no more to the left either
    QVERIFY(window.wheel(at, {0, 120}));
    QVERIFY(window.wheel(at, {0, -120}, Qt::ShiftModifier));
    const TimeSpan before = window.canvas->picture().visibleSpan();
    QVERIFY(window.wheel(at, {120, 0}));
    QVERIFY(window.canvas->picture().visibleSpan().from < before.from);
}

void TimelineMouseTest::dragPans()
{
    TimelineWindow window;
    window.workspace.change(
        [](workspace::ViewState &next) { next.span = TimelineWindow::span(u"2018/2019"_s); });
    const auto &picture = window.canvas->picture();
    const QPoint from(int(picture.layout().lanes.center().x()),
                      int(picture.layout().growth.center().y()));
    const Instant grabbed = picture.scale().toInstant(from.x());
    window.drag(from, from + QPoint(80, 0));
    QVERIFY(std::abs(window.canvas->picture().scale().toPixel(grabbed) - (from.x() + 80)) < 0.01);
}

void TimelineMouseTest::hoverAndClick()
{
    TimelineWindow window;
    const QSignalSpy asked(window.view.get(), &timeline::TimelineView::detailRequested);
    const QPoint at = window.markOf(u"second"_s);
    QTest::mouseMove(window.canvas, at);
    const events::Row second = window.row(u"second"_s);
    QVERIFY(QTest::qWaitFor([&] { return window.workspace.hovered() == second; }));
    QVERIFY(!window.workspace.selected()); // hover does not select
    QVERIFY(window.canvas->toolTipAt(at).contains(u"society"_s));
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, at);
    QCOMPARE(window.workspace.selected(), window.row(u"second"_s));
    QCOMPARE(asked.count(), 0);
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, at);
    QCOMPARE(asked.count(), 1);
    QTest::mouseClick(window.canvas, Qt::LeftButton, Qt::ShiftModifier, window.markOf(u"last"_s));
    QCOMPARE(window.workspace.selection().size(), std::size_t(2));
}

void TimelineMouseTest::pileIsNeverADeadClick()
{
    TimelineWindow window;
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    for (int i = 0; i < 60; ++i)
        b.event(u"e%1"_s.arg(i), kind, i % 2 == 0 ? u"2020-03-01"_s : u"2020-03-02"_s);
    b.event(u"early"_s, kind, u"2001"_s);
    window.workspace.setDataset(b.build());
    const auto &picture = window.canvas->picture();
    const auto &piles = picture.scene().bands.front().piles;
    QCOMPARE(piles.size(), std::size_t(1));
    const QPoint at = piles.front().box.center().toPoint();
    QVERIFY(window.canvas->toolTipAt(at).contains(u"60"_s));
    const Instant before = timeline::lengthOf(picture.visibleSpan());
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, at);
    QVERIFY(timeline::lengthOf(window.canvas->picture().visibleSpan()) < before / 10);
}

/// A lane of many bars that stand together, folded to one strip.
std::shared_ptr<const events::Dataset> monthly()
{
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    for (int month = 0; month < 240; ++month) {
        const QString day
            = u"%1-%2-0"_s.arg(2001 + month / 12).arg(month % 12 + 1, 2, 10, QChar(u'0'));
        b.event(u"a%1"_s.arg(month), kind, day + u'1');
        b.event(u"b%1"_s.arg(month), kind, day + u'2');
    }
    return b.build();
}

void showFolded(TimelineWindow &window)
{
    window.workspace.setDataset(monthly());
    QTest::mouseClick(window.canvas, Qt::LeftButton, {},
                      window.canvas->picture().layout().labels.center().toPoint());
    QVERIFY(window.canvas->picture().scene().bands.front().isFolded);
}

void TimelineMouseTest::aClickOnAStripComesCloser()
{
    TimelineWindow window;
    showFolded(window);
    const auto &picture = window.canvas->picture();
    const QPoint at = picture.scene().bands.front().piles.front().box.center().toPoint();
    int closer = 0;
    while (!QApplication::activePopupWidget() && closer < 20) {
        const Instant before = timeline::lengthOf(picture.visibleSpan());
        QTest::mouseClick(window.canvas, Qt::LeftButton, {}, at);
        if (timeline::lengthOf(window.canvas->picture().visibleSpan()) >= before)
            break;
        ++closer;
    }
    QVERIFY(closer >= 2);
}

void TimelineMouseTest::aStripTellsWhatIsPointedAt()
{
    TimelineWindow window;
    showFolded(window);
    const auto &picture = window.canvas->picture();
    const timeline::LanePile &strip = picture.scene().bands.front().piles.front();
    QCOMPARE(strip.size, std::size_t(480));
    std::set<std::size_t> seen;
    for (double x = picture.scale().left + 1; x < picture.scale().right(); x += 3) {
        const auto part
            = timeline::partAt(strip, picture.scene().metrics, x, picture.scale().width);
        QVERIFY(part.isBar && !part.isWhole);
        QVERIFY(seen.empty() || *seen.rbegin() <= part.run.begin);
        seen.insert(part.run.begin);
        const auto rows = timeline::rowsOf(strip, part, picture.dates(), picture.scale(),
                                           picture.scene().metrics);
        QCOMPARE(rows.size(), std::size_t(part.run.all));
        const QString text = window.canvas->toolTipAt(QPointF(x, strip.box.center().y()));
        QVERIFY2(text.contains(u"opening: %1 event"_s.arg(part.run.all)), qPrintable(text));
        QVERIFY2(text.contains(u"480"_s), qPrintable(text));
    }
    QVERIFY(seen.size() > 100);
}

void TimelineMouseTest::aDraggedHeadShowsNothingOnItsWay()
{
    TimelineWindow window;
    window.playback.setMode(workspace::PlayMode::Point);
    window.playback.setSettings({.unit = workspace::StepUnit::Month});
    window.playback.moveTo(TimelineWindow::span(u"2017-06"_s).from);
    window.playback.step(1);
    QVERIFY(window.workspace.state().play->since);
    const QPoint head(
        int(window.canvas->picture().scale().toPixel(window.workspace.state().play->at)),
        int(window.canvas->picture().layout().axis.center().y()));
    window.drag(head, head + QPoint(200, 0));
    const workspace::PlayHead &there = *window.workspace.state().play;
    QVERIFY(there.at > TimelineWindow::span(u"2018"_s).from);
    QCOMPARE(there.window(), (TimeSpan{there.at, there.at + 1}));
}

void TimelineMouseTest::listOfAPileGoesWithItsDataset()
{
    TimelineWindow window;
    DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    for (int i = 0; i < 60; ++i)
        b.event(u"e%1"_s.arg(i), kind, u"2020-03-01"_s);
    b.event(u"early"_s, kind, u"2001"_s);
    window.workspace.setDataset(b.build());
    const auto &piles = window.canvas->picture().scene().bands.front().piles;
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, piles.front().box.center().toPoint());
    const QPointer<QMenu> menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().front()->text(), u"e0"_s);
    window.workspace.setDataset(sampleDataset());
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(QTest::qWaitFor([&menu] { return !menu; }));
}

void TimelineMouseTest::turningPointsAndBreaksAreTold()
{
    TimelineWindow window;
    const timeline::TimelinePicture &picture = window.canvas->picture();
    const QString point = u"1 May 2021: Society: a fourth lamp (according to "_s;
    const events::Instant noon
        = TimelineWindow::span(u"2021-05-01"_s).from + events::millisecondsPerDay / 2;
    const QPointF onAxis(picture.scale().toPixel(noon), picture.layout().axis.center().y());
    QVERIFY(window.canvas->toolTipAt(onAxis).startsWith(point));
    QVERIFY(window.canvas->toolTipAt(window.overviewAt(noon)).startsWith(point));
    // Between March 2016 and June 2017 nothing is stated.
    const QPoint gap = window.overviewAt(TimelineWindow::span(u"2016-10-25"_s).from);
    QVERIFY(!window.canvas->toolTipAt(gap).contains(u"no change stated"_s));
    const QImage without = window.canvas->grab().toImage();
    window.playback.moveTo(TimelineWindow::span(u"2022-12-01"_s).from);
    QVERIFY(window.canvas->toolTipAt(gap).endsWith(
        u"no change stated, 11 March 2016 – 14 June 2017"_s));
    const QRect mark(gap - QPoint(8, 8), QSize(17, 17));
    QVERIFY(window.canvas->grab(mark).toImage() != without.copy(mark));
    window.playback.setSettings({.breaks = false});
    QCOMPARE(window.canvas->grab(mark).toImage(), without.copy(mark));
    QVERIFY(!window.canvas->toolTipAt(gap).contains(u"no change stated"_s));
}

void TimelineMouseTest::yearSpansItsYear()
{
    TimelineWindow window;
    const auto &picture = window.canvas->picture();
    const auto mark
        = picture.scene().find(window.row(u"year-only"_s), picture.dates(), picture.scale());
    QVERIFY(mark && !mark->shape.compact);
    const TimeSpan year = TimelineWindow::span(u"2019"_s);
    QCOMPARE(mark->shape.from, picture.scale().toPixel(year.from));
    QCOMPARE(mark->shape.to, picture.scale().toPixel(year.to));
}

void TimelineMouseTest::paintsWithoutAWindow()
{
    workspace::Workspace workspace;
    workspace::Playback playback(&workspace);
    workspace.setDataset(sampleDataset());
    timeline::TimelineView view(&workspace, &playback);
    QImage image(900, 300, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    view.paint(painter, image.size());
    painter.end();
    int untouched = 0;
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            untouched += image.pixel(x, y) == QColor(Qt::magenta).rgb() ? 1 : 0;
            colours.insert(image.pixel(x, y));
        }
    }
    QCOMPARE(untouched, 0);
    QVERIFY(colours.size() > 20);
}

void TimelineMouseTest::showsEveryTheme()
{
    TimelineWindow window;
    for (const auto theme : {workspace::Theme::Night, workspace::Theme::Projector}) {
        const workspace::Palette palette = workspace::paletteOf(theme);
        window.view->applyPalette(palette, theme);
        const QImage image = window.canvas->grab().toImage();
        const QColor base = window.canvas->picture().style().base;
        const QPoint blank
            = window.canvas->picture().layout().lanes.topLeft().toPoint() + QPoint(3, 2);
        QCOMPARE(image.pixelColor(blank * image.devicePixelRatio()), base);
    }
}

} // namespace

DATELINE_TEST(timeline_mouse, TimelineMouseTest)

#include "tst_timeline_mouse.moc"
