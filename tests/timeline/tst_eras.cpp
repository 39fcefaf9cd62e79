// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/eras.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QMenu>
#include <QPointingDevice>
#include <QTest>

#include "timeline_window.h"

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

using events::Edtf;
using events::Era;

Era era(const QString &date, const QString &label, const QString &event = {})
{
    return {Edtf::parse(date).value(), label, event};
}

/// Two lanes of lamps and two eras that share 2018.
std::shared_ptr<const events::Dataset> lampsInTwoEras()
{
    tests::DatasetBuilder b;
    const events::Row society = b.actor(u"society"_s);
    const events::Row page = b.source(u"page"_s, society);
    const std::uint16_t opening = b.kind(u"opening"_s);
    const std::uint16_t visit = b.kind(u"visit"_s, events::Shape::Square);
    for (int i = 0; i < 6; ++i)
        b.claim(b.event(u"lamp-%1"_s.arg(i), opening, u"2017-05-0%1"_s.arg(i + 1)), society, page);
    b.claim(b.event(u"visit"_s, visit, u"2020-01-01"_s), society, page);
    b.tables().info.eras = {era(u"2015/2018"_s, u"Oil, as the society tells"_s, u"visit"_s),
                            era(u"2018/2021"_s, u"Gas"_s)};
    return b.build();
}

class ErasTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoShareAMomentOfALine();
    void standAboveTheLanesAndSelect();
    void aLaneFoldsToOneLine();
    void fingersZoom();
};

void ErasTest::noTwoShareAMomentOfALine()
{
    const std::vector<Era> eras{era(u"2015/2019"_s, {}), era(u"2016"_s, {}), era(u"2020"_s, {}),
                                era(u"2014/2021"_s, {})};
    QCOMPARE(eraLines(eras), (std::vector<std::size_t>{0, 1, 0, 2}));
    QVERIFY(eraLines({}).empty());
}

void ErasTest::standAboveTheLanesAndSelect()
{
    tests::TimelineWindow window;
    QVERIFY(window.canvas->picture().layout().eras.isEmpty());
    window.workspace.setDataset(lampsInTwoEras());
    const TimelinePicture &picture = window.canvas->picture();
    const QRectF strip = picture.layout().eras;
    QCOMPARE(eraLineCount(picture.dataset().info().eras), std::size_t(2));
    QVERIFY(strip.height() >= 2 * QFontMetricsF(picture.style().small).height());
    QCOMPARE(strip.bottom(), picture.layout().lanes.top());
    const double x = picture.scale().toPixel(tests::TimelineWindow::span(u"2017-07"_s).from);
    const QPoint first(int(x), int(strip.top()) + 4);
    QVERIFY(window.canvas->toolTipAt(first).contains(u"as the society tells"_s));
    QVERIFY(window.canvas->toolTipAt(first).contains(u"according to"_s)); // what it is taken from
    const QPoint second(int(x), int(strip.bottom()) - 4);
    QCOMPARE(window.canvas->toolTipAt(second), QString()); // Gas began in 2018
    const QImage image = window.canvas->grab(strip.toRect()).toImage();
    const auto colour = [&](const QPoint &at) {
        return image.pixelColor((at - strip.topLeft().toPoint()) * image.devicePixelRatio());
    };
    QVERIFY(colour(first - QPoint(3, 0)) != colour(second - QPoint(3, 0)));
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, first);
    QCOMPARE(window.workspace.selected(), window.row(u"visit"_s));
}

void ErasTest::aLaneFoldsToOneLine()
{
    tests::TimelineWindow window;
    window.workspace.setDataset(lampsInTwoEras());
    const auto band = [&window] { return window.canvas->picture().scene().bands.front(); };
    const double before = band().height;
    const auto label = [&] { return QPoint(40, int(band().top + band().height / 2)); };
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, label());
    QVERIFY(band().isFolded && band().height < before);
    QCOMPARE(band().piles.size(), std::size_t(1)); // countable all the same
    QCOMPARE(band().piles.front().size, std::size_t(6));
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, label());
    QVERIFY(!band().isFolded);
    QCOMPARE(band().height, before);
    // By the keyboard.
    QTest::keyClick(window.canvas, Qt::Key_Home);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(window.canvas, &asked);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->actions().size() == 3);
    menu->actions().front()->trigger();
    menu->close();
    QVERIFY(band().isFolded);
    window.workspace.change(
        [](workspace::ViewState &next) { next.lens = workspace::Lens::Claimant; });
    QVERIFY(!band().isFolded);
}

void ErasTest::fingersZoom()
{
    tests::TimelineWindow window;
    const QPointF at = window.canvas->picture().layout().lanes.center() + QPointF(100, 0);
    const events::Instant moment = window.canvas->picture().scale().toInstant(at.x());
    const events::Instant before = lengthOf(window.canvas->picture().visibleSpan());
    QNativeGestureEvent spread(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
                               at, at, window.canvas->mapToGlobal(at), 0.25, {});
    QCoreApplication::sendEvent(window.canvas, &spread);
    QVERIFY(lengthOf(window.canvas->picture().visibleSpan()) < before);
    QVERIFY(std::abs(window.canvas->picture().scale().toPixel(moment) - at.x()) < 0.01);
    // Ctrl and the wheel zoom, whatever else the wheel does there.
    const QPoint label(10, int(at.y()));
    QVERIFY(window.wheel(label, {0, -120}, Qt::ControlModifier));
    QVERIFY(lengthOf(window.canvas->picture().visibleSpan()) > before * 4 / 5);
}

} // namespace

DATELINE_TEST(eras, ErasTest)

} // namespace dateline::timeline

#include "tst_eras.moc"
