// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/brush.h>

#include <support/test_main.h>

#include <QTest>

namespace dateline::timeline {

using namespace events;

namespace {

const TimeScale brushScale{{0, 1000}, 0, 1000}; ///< a pixel is a millisecond
const Windows twoWindows{{100, 200}, {400, 600}};

class BrushTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void hitsEdgesBeforeMiddles();
    void snapsToTheNearestEdge();
    void dragsANewWindow();
    void dragsAnEdgeOverTheOther();
    void movesAWindowWhole();
    void anOpenEndStaysOpen();
    void shiftAddsAWindow();
};

void BrushTest::hitsEdgesBeforeMiddles()
{
    QCOMPARE(hitBrush(twoWindows, brushScale, 103, 5), (BrushHit{0, BrushPart::From}));
    QCOMPARE(hitBrush(twoWindows, brushScale, 150, 5), (BrushHit{0, BrushPart::Middle}));
    QCOMPARE(hitBrush(twoWindows, brushScale, 603, 5), (BrushHit{1, BrushPart::To}));
    QVERIFY(!hitBrush(twoWindows, brushScale, 300, 5));
    QVERIFY(!hitBrush({}, brushScale, 300, 5));
    // Both edges of a narrow window are near: the one on the pointer's side is meant.
    const Windows narrow{{500, 501}};
    QCOMPARE(hitBrush(narrow, brushScale, 498, 5), (BrushHit{0, BrushPart::From}));
    QCOMPARE(hitBrush(narrow, brushScale, 503, 5), (BrushHit{0, BrushPart::To}));
}

void BrushTest::snapsToTheNearestEdge()
{
    const std::vector<Instant> edges{0, 100, 200};
    QCOMPARE(nearestEdge(-50, edges), Instant(0));
    QCOMPARE(nearestEdge(149, edges), Instant(100));
    QCOMPARE(nearestEdge(151, edges), Instant(200));
    QCOMPARE(nearestEdge(900, edges), Instant(200));
}

void BrushTest::dragsANewWindow()
{
    const BrushDrag drag = beginDrag(twoWindows, brushScale, 300, 5, false);
    QCOMPARE(drag.at(340, {}), (Windows{{300, 340}}));
    QCOMPARE(drag.at(250, {}), (Windows{{250, 300}}));
    QVERIFY(drag.at(300, {}).empty());
    const std::vector<Instant> edges{0, 100, 200, 300, 400};
    QCOMPARE(drag.at(389, edges), (Windows{{300, 400}}));
}

void BrushTest::dragsAnEdgeOverTheOther()
{
    const BrushDrag drag = beginDrag(Windows{{100, 200}}, brushScale, 200, 5, false);
    QCOMPARE(drag.at(260, {}), (Windows{{100, 260}}));
    QCOMPARE(drag.at(40, {}), (Windows{{40, 100}}));
    QVERIFY(drag.at(100, {}).empty());
}

void BrushTest::movesAWindowWhole()
{
    const BrushDrag drag = beginDrag(twoWindows, brushScale, 150, 5, false);
    QCOMPARE(drag.at(180, {}), (Windows{{130, 230}, {400, 600}}));
    const std::vector<Instant> edges{0, 50, 100, 150};
    QCOMPARE(drag.at(193, edges), (Windows{{150, 250}, {400, 600}}));
    QCOMPARE(drag.at(420, {}), (Windows{{370, 600}})); // merged with the one it meets
    // Three of what the edges bound stay three, however long.
    const std::vector<Instant> uneven{100, 131, 159, 190, 220, 251, 281};
    const BrushDrag three = beginDrag(std::vector{TimeSpan{100, 190}}, brushScale, 150, 5, false);
    QCOMPARE(three.at(180, uneven), (Windows{{131, 220}}));
    QCOMPARE(three.at(212, uneven), (Windows{{159, 251}}));
}

void BrushTest::shiftAddsAWindow()
{
    const BrushDrag drag = beginDrag(twoWindows, brushScale, 700, 5, true);
    QCOMPARE(drag.at(800, {}), (Windows{{100, 200}, {400, 600}, {700, 800}}));
    QCOMPARE(drag.at(700, {}), twoWindows);
}

void BrushTest::anOpenEndStaysOpen()
{
    const TimeSpan until{events::distantPast, 400};
    const BrushDrag left = beginDrag(std::vector{until}, brushScale, 200, 5, false);
    QCOMPARE(left.at(250, {}), (Windows{{events::distantPast, 450}}));
    QCOMPARE(left.at(150, {}), (Windows{{events::distantPast, 350}}));
    const std::vector<Instant> edges{300, 460};
    QCOMPARE(left.at(250, edges), (Windows{{events::distantPast, 460}}));
    const TimeSpan since{400, events::distantFuture};
    const BrushDrag right = beginDrag(std::vector{since}, brushScale, 700, 5, false);
    QCOMPARE(right.at(750, {}), (Windows{{450, events::distantFuture}}));
    const TimeSpan always{events::distantPast, events::distantFuture};
    const BrushDrag all = beginDrag(std::vector{always}, brushScale, 700, 5, false);
    QCOMPARE(all.at(750, {}), (Windows{always}));
}

} // namespace

DATELINE_TEST(brush, BrushTest)

} // namespace dateline::timeline

#include "tst_brush.moc"
