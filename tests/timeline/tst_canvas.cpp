// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_view.h>

#include <support/test_main.h>

#include <QFocusEvent>
#include <QTest>

#include "timeline_window.h"

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

using workspace::Theme;

/// What the canvas keeps from frame to frame must not be seen in the next one.
class CanvasTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsNothingOfAnEarlierLook_data();
    void showsNothingOfAnEarlierLook();
    void putsBackWhatWasPointedAt();
    void coversItsEdges();
    void whatIsKeptIsWhatWasPainted();
};

struct CanvasLook
{
    QSize size{1000, 400};
    Theme theme = Theme::Paper;
    double fontScale = 1;
    QString span = u"2015/2023"_s;
};

void showLook(TimelineView &view, workspace::Workspace &workspace, const CanvasLook &look)
{
    workspace::Palette palette = workspace::paletteOf(look.theme);
    palette.fontScale = look.fontScale;
    view.applyPalette(palette, look.theme);
    view.resize(look.size);
    workspace.change([&look](workspace::ViewState &state) {
        state.span = tests::TimelineWindow::span(look.span);
    });
}

QImage shownBy(TimelineView &view)
{
    (void)view.canvas()->picture(); // brings it up to date, which lets marks settle
    if (!QTest::qWaitFor([&view] { return !view.canvas()->isMoving(); }))
        return {};
    constexpr int ring = 3; // of the keyboard's focus, which is not what is looked at
    return view.canvas()->grab(view.canvas()->rect().adjusted(ring, ring, -ring, -ring)).toImage();
}

void CanvasTest::showsNothingOfAnEarlierLook_data()
{
    QTest::addColumn<CanvasLook>("look");
    QTest::newRow("theme") << CanvasLook{.theme = Theme::Night};
    QTest::newRow("larger type") << CanvasLook{.theme = Theme::Projector, .fontScale = 1.5};
    QTest::newRow("smaller") << CanvasLook{.size = {700, 330}};
    QTest::newRow("larger") << CanvasLook{.size = {1000, 560}};
    QTest::newRow("low, so that lanes scroll") << CanvasLook{.size = {1000, 190}};
    QTest::newRow("later") << CanvasLook{.span = u"2017/2025"_s};
    QTest::newRow("closer") << CanvasLook{.span = u"2018-03/2018-05"_s};
}

void CanvasTest::showsNothingOfAnEarlierLook()
{
    QFETCH(const CanvasLook, look);
    tests::TimelineWindow window;
    window.workspace.select(window.row(u"second"_s));
    showLook(*window.view, window.workspace, CanvasLook());
    const QImage before = shownBy(*window.view);
    showLook(*window.view, window.workspace, look);
    const QImage after = shownBy(*window.view);
    QVERIFY(after != before);
    tests::TimelineWindow other;
    other.workspace.select(other.row(u"second"_s));
    showLook(*other.view, other.workspace, look);
    QCOMPARE(after, shownBy(*other.view));
    showLook(*window.view, window.workspace, CanvasLook());
    QCOMPARE(shownBy(*window.view), before);
}

void CanvasTest::putsBackWhatWasPointedAt()
{
    tests::TimelineWindow window;
    const QImage before = shownBy(*window.view);
    window.workspace.setHovered(window.row(u"second"_s));
    QVERIFY(shownBy(*window.view) != before);
    window.workspace.setHovered(std::nullopt);
    QCOMPARE(shownBy(*window.view), before);
    window.workspace.select(window.row(u"stay"_s));
    QVERIFY(shownBy(*window.view) != before);
    window.workspace.select(std::nullopt);
    QCOMPARE(shownBy(*window.view), before);
    window.playback.moveTo(tests::TimelineWindow::span(u"2018"_s).from);
    QVERIFY(shownBy(*window.view) != before);
    window.playback.stop();
    QCOMPARE(shownBy(*window.view), before);
}

/// A picture is painted where it is seen, and from its second showing on copied: nobody sees that.
void CanvasTest::whatIsKeptIsWhatWasPainted()
{
    tests::TimelineWindow window;
    QImage before;
    for (const QString &span : {u"2015/2023"_s, u"2016/2019"_s, u"2017-03/2017-09"_s}) {
        window.workspace.change([&span](workspace::ViewState &state) {
            state.span = tests::TimelineWindow::span(span);
        });
        (void)window.canvas->picture();
        QVERIFY(QTest::qWaitFor([&window] { return !window.canvas->isMoving(); }));
        QTest::qWait(20); // the window has been painted, once or more often
        window.canvas->setStyle(window.canvas->picture().style()); // anew
        const QImage painted = window.canvas->grab().toImage();
        QVERIFY(painted != before);
        for (int showing = 2; showing <= 4; ++showing)
            QCOMPARE(window.canvas->grab().toImage(), painted);
        before = painted;
    }
}

void CanvasTest::coversItsEdges()
{
    tests::TimelineWindow window;
    QFocusEvent withoutRing(QEvent::FocusOut, Qt::MouseFocusReason);
    QCoreApplication::sendEvent(window.canvas, &withoutRing);
    const QImage image = window.canvas->grab().toImage();
    const QColor ground = window.canvas->picture().style().window;
    for (int x = 0; x < image.width(); ++x)
        QCOMPARE(image.pixelColor(x, image.height() - 1), ground);
    for (int y = 0; y < image.height(); ++y)
        QCOMPARE(image.pixelColor(0, y), ground);
}

} // namespace

DATELINE_TEST(canvas, CanvasTest)

} // namespace dateline::timeline

#include "tst_canvas.moc"
