// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/time_handles.h>

#include <support/test_main.h>

#include <QTest>

#include <cmath>

#include "timeline_window.h"

using namespace dateline;
using namespace dateline::tests;
using namespace Qt::StringLiterals;
using events::TimeSpan;

namespace {

class TimeHandlesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreAsManyAsThereIsToMove();
    void keysMoveAnEdgeByDays();
    void anEdgeStaysApart();
    void aRunOfKeysIsOneStepBack();
    void keysWithControlAreTheTimelines();
    void keysMoveTheHead();
    void tabReachesThem();

private:
    static std::vector<timeline::TimeHandle *> handlesOf(TimelineWindow &window)
    {
        (void)window.canvas->picture();
        return window.canvas->handles().handles();
    }

    static void brush(TimelineWindow &window, const std::vector<TimeSpan> &windows)
    {
        window.workspace.change(
            [&windows](workspace::ViewState &next) { next.filters.windows = windows; });
    }

    static const std::vector<TimeSpan> &brushOf(const TimelineWindow &window)
    {
        return window.workspace.state().filters.windows;
    }
};

void TimeHandlesTest::thereAreAsManyAsThereIsToMove()
{
    TimelineWindow window;
    QVERIFY(handlesOf(window).empty());
    brush(window, {TimelineWindow::span(u"2017"_s), TimelineWindow::span(u"2019"_s)});
    QCOMPARE(handlesOf(window).size(), std::size_t(4));
    window.playback.moveTo(TimelineWindow::span(u"2018-05-06"_s).from);
    const auto five = handlesOf(window);
    QCOMPARE(five.size(), std::size_t(5));
    const std::vector<QString> names{
        u"Date of the playback: 6 May 2018"_s, u"Beginning of period 1: 1 January 2017"_s,
        u"End of period 1: 31 December 2017"_s, u"Beginning of period 2: 1 January 2019"_s,
        u"End of period 2: 31 December 2019"_s};
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(five[i]->accessibleName(), names[i]);
    const double edge
        = window.canvas->picture().overviewScale().toPixel(TimelineWindow::span(u"2017"_s).to);
    QVERIFY(std::abs(five[2]->geometry().center().x() - edge) <= 1);
    window.playback.stop();
    brush(window, {});
    QVERIFY(handlesOf(window).empty());
}

void TimeHandlesTest::keysMoveAnEdgeByDays()
{
    TimelineWindow window;
    brush(window, {TimelineWindow::span(u"2017"_s)});
    const auto from = handlesOf(window)[0];
    const auto to = handlesOf(window)[1];
    QTest::keyClick(from, Qt::Key_Right);
    QTest::keyClick(to, Qt::Key_Left);
    QCOMPARE(brushOf(window), std::vector{TimelineWindow::span(u"2017-01-02/2017-12-30"_s)});
    (void)handlesOf(window);
    QTest::keyClick(from, Qt::Key_PageDown);
    QTest::keyClick(to, Qt::Key_PageUp);
    QCOMPARE(brushOf(window), std::vector{TimelineWindow::span(u"2016-12-23/2018-01-09"_s)});
    (void)handlesOf(window);
    QCOMPARE(to->accessibleName(), u"End of the period: 9 January 2018"_s);
    QTest::keyClick(from, Qt::Key_Home);
    QTest::keyClick(to, Qt::Key_End);
    QCOMPARE(brushOf(window), std::vector{TimelineWindow::span(u"2016-03-10/2022-11-30"_s)});
    // An open side begins where the data do.
    brush(window, {{events::distantPast, TimelineWindow::span(u"2017"_s).to}});
    QTest::keyClick(handlesOf(window)[0], Qt::Key_Right);
    QCOMPARE(brushOf(window), std::vector{TimelineWindow::span(u"2016-03-11/2017-12-31"_s)});
}

void TimeHandlesTest::anEdgeStaysApart()
{
    TimelineWindow window;
    brush(window, {TimelineWindow::span(u"2017"_s), TimelineWindow::span(u"2018-01-05/2018"_s)});
    const auto handles = handlesOf(window);
    QTest::keyClick(handles[1], Qt::Key_End);
    QTest::keyClick(handles[2], Qt::Key_Home);
    QCOMPARE(brushOf(window).size(), std::size_t(2));
    QCOMPARE(brushOf(window)[0], TimelineWindow::span(u"2017-01-01/2018-01-03"_s));
    QTest::keyClick(handlesOf(window)[0], Qt::Key_End);
    QCOMPARE(brushOf(window)[0], TimelineWindow::span(u"2018-01-03"_s)); // one day is left of it
}

void TimeHandlesTest::aRunOfKeysIsOneStepBack()
{
    TimelineWindow window;
    const std::vector<TimeSpan> before{TimelineWindow::span(u"2017"_s)};
    brush(window, before);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(handlesOf(window)[0], Qt::Key_Right);
    window.workspace.select(window.row(u"second"_s));
    QTest::keyClick(handlesOf(window)[0], Qt::Key_Right);
    QCOMPARE(brushOf(window)[0].from, TimelineWindow::span(u"2017-01-07"_s).from);
    window.workspace.undo();
    QCOMPARE(brushOf(window)[0].from, TimelineWindow::span(u"2017-01-06"_s).from);
    window.workspace.undo(); // the selection
    window.workspace.undo();
    QCOMPARE(brushOf(window), before);
}

void TimeHandlesTest::keysWithControlAreTheTimelines()
{
    TimelineWindow window;
    brush(window, {TimelineWindow::span(u"2017"_s)});
    const auto handle = handlesOf(window)[1];
    handle->setFocus(Qt::TabFocusReason);
    const QRect ring(0, 0, window.canvas->width(), 2);
    const QImage before = window.canvas->grab(ring).toImage();
    QTest::keyClick(handle, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(brushOf(window), std::vector{TimelineWindow::span(u"2018"_s)});
    (void)handlesOf(window);
    QVERIFY(handle->hasFocus());
    QCOMPARE(window.canvas->grab(ring).toImage(), before); // no ring around what has no focus
}

void TimeHandlesTest::keysMoveTheHead()
{
    TimelineWindow window;
    window.playback.setSettings({.daysPerSecond = 1});
    window.playback.play();
    QVERIFY(window.playback.isPlaying());
    QTest::keyClick(handlesOf(window)[0], Qt::Key_PageUp);
    QVERIFY(!window.playback.isPlaying());
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2016-03-20"_s).to - 1);
    QTest::keyClick(handlesOf(window)[0], Qt::Key_End);
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2022-11-30"_s).to - 1);
    QVERIFY(window.workspace.crossfilter().passing().contains(window.row(u"last"_s)));
}

void TimeHandlesTest::tabReachesThem()
{
    TimelineWindow window;
    brush(window, {TimelineWindow::span(u"2017"_s)});
    const auto handles = handlesOf(window);
    QTest::keyClick(window.canvas, Qt::Key_Tab);
    QVERIFY(handles[0]->hasFocus());
    QTest::keyClick(handles[0], Qt::Key_Tab);
    QVERIFY(handles[1]->hasFocus());
    const QImage focused = handles[1]->grab().toImage();
    brush(window, {});
    (void)handlesOf(window);
    QVERIFY(window.canvas->hasFocus()); // not lost with what it was on
    QVERIFY(focused.pixelColor(1, focused.height() / 2) == window.canvas->picture().style().accent);
}

} // namespace

DATELINE_TEST(time_handles, TimeHandlesTest)

#include "tst_time_handles.moc"
