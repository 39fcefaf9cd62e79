// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/test_main.h>

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "timeline_window.h"

using namespace dateline;
using namespace dateline::tests;
using namespace Qt::StringLiterals;
using events::TimeSpan;

namespace {

class TimelineKeysTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsWalkTheMarks();
    void enterSelectsThenAsks();
    void walkingOutOfViewBringsIntoView();
    void zoomAndFit();
    void controlArrowsShiftTheBrush();
    void arrowsGoOnInOtherLanes();
    void escapePeels();
    void unknownKeysArePassedOn();
};

void TimelineKeysTest::arrowsWalkTheMarks()
{
    TimelineWindow window;
    const auto expect = [&window](int key, const QString &id) {
        QTest::keyClick(window.canvas, Qt::Key(key));
        QCOMPARE(window.canvas->current(), window.row(id));
        QCOMPARE(window.workspace.hovered(), window.row(id));
    };
    expect(Qt::Key_Right, u"first"_s);
    expect(Qt::Key_Right, u"second"_s);
    expect(Qt::Key_Down, u"stay"_s);
    expect(Qt::Key_Down, u"question"_s);
    expect(Qt::Key_End, u"undated"_s); // beside the time axis
    expect(Qt::Key_Right, u"undated"_s);
    expect(Qt::Key_Left, u"last"_s);
    expect(Qt::Key_Home, u"question"_s);
    expect(Qt::Key_Up, u"stay"_s);
    expect(Qt::Key_Up, u"second"_s);
    expect(Qt::Key_Left, u"first"_s);
    QVERIFY(!window.workspace.selected());
}

void TimelineKeysTest::enterSelectsThenAsks()
{
    TimelineWindow window;
    const QSignalSpy asked(window.view.get(), &timeline::TimelineView::detailRequested);
    QTest::keyClick(window.canvas, Qt::Key_Right);
    QTest::keyClick(window.canvas, Qt::Key_Return);
    QCOMPARE(window.workspace.selected(), window.row(u"first"_s));
    QCOMPARE(asked.count(), 0);
    QTest::keyClick(window.canvas, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
}

void TimelineKeysTest::walkingOutOfViewBringsIntoView()
{
    TimelineWindow window;
    window.workspace.change(
        [](workspace::ViewState &next) { next.span = TimelineWindow::span(u"2016"_s); });
    QTest::keyClick(window.canvas, Qt::Key_Right);
    QTest::keyClick(window.canvas, Qt::Key_End);
    QCOMPARE(window.canvas->current(), window.row(u"fourth"_s));
    const auto &picture = window.canvas->picture();
    QVERIFY(events::possiblyTouches(picture.dates().bounds(window.row(u"fourth"_s)),
                                    picture.visibleSpan()));
}

void TimelineKeysTest::zoomAndFit()
{
    TimelineWindow window;
    const TimeSpan whole = window.canvas->picture().visibleSpan();
    QTest::keyClick(window.canvas, Qt::Key_Plus);
    QVERIFY(timeline::lengthOf(window.canvas->picture().visibleSpan()) < timeline::lengthOf(whole));
    QTest::keyClick(window.canvas, Qt::Key_0);
    QCOMPARE(window.canvas->picture().visibleSpan(), whole);
    QVERIFY(!window.workspace.state().span);
    window.workspace.select(window.row(u"second"_s));
    QTest::keyClick(window.canvas, Qt::Key_F);
    const TimeSpan fitted = window.canvas->picture().visibleSpan();
    QVERIFY(timeline::lengthOf(fitted) < 10 * events::millisecondsPerDay);
    QVERIFY(fitted.from < TimelineWindow::span(u"2017-06-15"_s).from);
    window.workspace.undo();
    QCOMPARE(window.canvas->picture().visibleSpan(), whole);
}

void TimelineKeysTest::controlArrowsShiftTheBrush()
{
    TimelineWindow window;
    window.workspace.change([](workspace::ViewState &next) {
        next.filters.windows = {TimelineWindow::span(u"2017-06-01/2017-06-30"_s)};
    });
    QTest::keyClick(window.canvas, Qt::Key_Right, Qt::ControlModifier);
    const TimeSpan moved = window.workspace.state().filters.windows.front();
    QCOMPARE(moved.from, TimelineWindow::span(u"2017-07-01"_s).from);
    QTest::keyClick(window.canvas, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(window.workspace.state().filters.windows.front(),
             TimelineWindow::span(u"2017-06-01/2017-06-30"_s));
    // Whole years by as many years, although some of them are longer.
    window.workspace.change([](workspace::ViewState &next) {
        next.filters.windows = {TimelineWindow::span(u"2017/2019"_s)};
    });
    QTest::keyClick(window.canvas, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(window.workspace.state().filters.windows.front(),
             TimelineWindow::span(u"2020/2022"_s));
    QTest::keyClick(window.canvas, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(window.workspace.state().filters.windows.front(),
             TimelineWindow::span(u"2017/2019"_s));
    // What ends nowhere has no width to be moved by.
    for (const TimeSpan &open :
         {TimeSpan{events::distantPast, moved.to}, TimeSpan{moved.from, events::distantFuture}}) {
        window.workspace.change(
            [&open](workspace::ViewState &next) { next.filters.windows = {open}; });
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right})
            QTest::keyClick(window.canvas, key, Qt::ControlModifier);
        QCOMPARE(window.workspace.state().filters.windows, std::vector{open});
    }
}

void TimelineKeysTest::arrowsGoOnInOtherLanes()
{
    TimelineWindow window;
    QTest::keyClick(window.canvas, Qt::Key_Right);
    QTest::keyClick(window.canvas, Qt::Key_Down);
    QTest::keyClick(window.canvas, Qt::Key_Down);
    QCOMPARE(window.canvas->current(), window.row(u"question"_s)); // of the third lane
    window.workspace.change(
        [](workspace::ViewState &next) { next.lens = workspace::Lens::Country; });
    const auto &lanes = window.canvas->picture().lanes();
    const auto own = std::ranges::find_if(lanes, [&window](const timeline::Lane &lane) {
        return std::ranges::find(lane.rows, window.row(u"question"_s)) != lane.rows.end();
    });
    QVERIFY(own != lanes.end() && own - lanes.begin() != 2);
    QTest::keyClick(window.canvas, Qt::Key_Home);
    QCOMPARE(window.canvas->current(), own->rows.front());
    QTest::keyClick(window.canvas, Qt::Key_End);
    QVERIFY(window.canvas->current() != own->rows.front());
}

void TimelineKeysTest::escapePeels()
{
    TimelineWindow window;
    window.workspace.change([](workspace::ViewState &next) {
        next.filters.windows = {TimelineWindow::span(u"2017"_s)};
    });
    window.workspace.select(window.row(u"second"_s));
    QTest::keyClick(window.canvas, Qt::Key_Escape);
    QVERIFY(!window.workspace.selected());
    QVERIFY(!window.workspace.state().filters.windows.empty());
    QTest::keyClick(window.canvas, Qt::Key_Escape);
    QVERIFY(window.workspace.state().filters.windows.empty());
}

void TimelineKeysTest::unknownKeysArePassedOn()
{
    TimelineWindow window;
    QKeyEvent event(QEvent::KeyPress, Qt::Key_G, Qt::NoModifier, u"g"_s);
    QCoreApplication::sendEvent(window.canvas, &event);
    QVERIFY(!event.isAccepted());
}

} // namespace

DATELINE_TEST(timeline_keys, TimelineKeysTest)

#include "tst_timeline_keys.moc"
