// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/camera.h>

#include <support/test_main.h>

#include <QTest>

#include <cmath>

using namespace dateline::map;
using dateline::events::mercatorLatitudeLimit;
using dateline::events::toMercator;

namespace {

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class CameraTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void degreesRoundTrip()
    {
        for (double longitude = -180; longitude <= 180; longitude += 7.5)
            for (double latitude = -85; latitude <= 85; latitude += 5) {
                const MercatorPoint point = toMercator(longitude, latitude);
                QVERIFY(isNear(dateline::events::mercatorLongitude(point.x), longitude));
                QVERIFY(isNear(dateline::events::mercatorLatitude(point.y), latitude));
            }
    }

    void edgesOfTheSquare()
    {
        QCOMPARE(toMercator(-180, mercatorLatitudeLimit), (MercatorPoint{0, 0}));
        QCOMPARE(toMercator(180, -mercatorLatitudeLimit), (MercatorPoint{1, 1}));
        QCOMPARE(toMercator(0, 0), (MercatorPoint{0.5, 0.5}));
        QCOMPARE(toMercator(0, 90), (MercatorPoint{0.5, 0}));
        QCOMPARE(toMercator(0, -90), (MercatorPoint{0.5, 1}));
    }

    void raisedKeepsClearOfTheFoot()
    {
        const QSizeF view(900, 500);
        const Camera camera = clamped({toMercator(12, 42), 5}, view);
        constexpr double foot = 80;
        const Camera higher = raised(camera, view, foot);
        QCOMPARE(higher.zoom, camera.zoom);
        QVERIFY(isNear(toPixel(higher, view, camera.centre).y(), (view.height() - foot) / 2, 1e-6));
        QCOMPARE(raised(camera, view, 0), camera);
        // Never beyond the map.
        const Camera south = clamped({toMercator(0, -85), 4}, view);
        QCOMPARE(raised(south, view, foot), south);
    }

    void pixelsRoundTrip_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("zoom");
        QTest::newRow("world") << 0.0 << 20.0 << 2.3;
        QTest::newRow("italy") << 12.0 << 42.0 << 6.0;
        QTest::newRow("east edge") << 179.99 << -18.0 << 5.0;
        QTest::newRow("west edge") << -180.0 << 65.0 << 4.0;
        QTest::newRow("closest") << 151.2 << -33.9 << maximumZoom;
        QTest::newRow("north") << 20.0 << 84.0 << 8.0;
    }

    void pixelsRoundTrip()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(double, zoom);
        const QSizeF view(1000, 500);
        const Camera camera = clamped({toMercator(longitude, latitude), zoom}, view);
        for (double x = 0; x <= view.width(); x += 50)
            for (double y = 0; y <= view.height(); y += 50) {
                const MercatorPoint point = toPoint(camera, view, {x, y});
                if (std::abs(point.x - camera.centre.x) >= 0.499)
                    continue; // the other world copy is as near
                const QPointF pixel = toPixel(camera, view, point);
                QVERIFY(isNear(pixel.x(), x, 1e-6) && isNear(pixel.y(), y, 1e-6));
                const QPointF copy = toPixel(camera, view, {wrappedX(point.x), point.y});
                QVERIFY(isNear(copy.x(), x, 1e-6));
            }
    }

    void cameraStaysOnTheMap()
    {
        const QSizeF view(1400, 600);
        for (const double zoom : {-3.0, 0.0, 2.0, 5.0, 40.0})
            for (const double y : {-1.0, 0.0, 0.5, 1.0, 7.0}) {
                const Camera camera = clamped({{-3.25, y}, zoom}, view);
                const Extent box = visibleBox(camera, view);
                QVERIFY(box.minY >= -1e-12 && box.maxY <= 1 + 1e-12);
                QVERIFY(box.width() <= 1 + 1e-12);
                QVERIFY(camera.zoom <= maximumZoom);
                QVERIFY(isNear(camera.centre.x, 0.75));
                QCOMPARE(clamped(camera, view), camera);
            }
    }

    void boxesAreSplitAtTheAntimeridian()
    {
        const QSizeF view(512, 256);
        const auto boxes = visibleBoxes({toMercator(180, 0), 3}, view);
        QCOMPARE(boxes.size(), std::size_t(2));
        QVERIFY(isNear(boxes[0].minX, 0.875) && isNear(boxes[0].maxX, 1));
        QVERIFY(isNear(boxes[1].minX, 0) && isNear(boxes[1].maxX, 0.125));
        QCOMPARE(visibleBoxes({toMercator(0, 0), 3}, view).size(), std::size_t(1));
        QCOMPARE(visibleBoxes({{0.2, 0.5}, 0}, {256, 256}).front().width(), 1.0);
    }

    void worldCopies()
    {
        const QSizeF view(1024, 400);
        QCOMPARE(visibleWorlds({{0.5, 0.5}, 3}, view), std::vector<int>{0});
        QCOMPARE(visibleWorlds({{0.01, 0.5}, 3}, view), (std::vector{-1, 0}));
        QCOMPARE(visibleWorlds({{0.99, 0.5}, 3}, view), (std::vector{0, 1}));
        QCOMPARE(visibleWorlds({{0.5, 0.5}, 2}, view), std::vector<int>{0});
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        const QSizeF view(900, 500);
        const Camera camera = clamped({toMercator(170, 10), 4}, view);
        for (const QPointF pixel : {QPointF(10, 20), QPointF(450, 250), QPointF(880, 470)})
            for (const double levels : {0.5, 2.0, -0.25}) {
                const MercatorPoint before = toPoint(camera, view, pixel);
                const Camera zoomed = zoomedAt(camera, view, pixel, levels);
                QVERIFY(isNear(zoomed.zoom, 4 + levels));
                const MercatorPoint after = toPoint(zoomed, view, pixel);
                QVERIFY(isNear(wrappedX(after.x), wrappedX(before.x)));
                QVERIFY(isNear(after.y, before.y));
            }
    }

    void fitShowsTheWholeBox()
    {
        const QSizeF view(800, 600);
        const Extent box{0.50, 0.33, 0.58, 0.40};
        const Camera camera = fitted(box, view, 40);
        for (const MercatorPoint corner :
             {MercatorPoint{box.minX, box.minY}, MercatorPoint{box.maxX, box.maxY}}) {
            const QPointF pixel = toPixel(camera, view, corner);
            QVERIFY(QRectF(39.99, 39.99, 720.02, 520.02).contains(pixel));
        }
        QCOMPARE(fitted({0.5, 0.4, 0.5, 0.4}, view, 40, 7).zoom, 7.0);
    }

    void boxAroundTakesTheShortWay()
    {
        const Extent pacific = boxAround({toMercator(178, -18), toMercator(-171, -13)});
        QVERIFY(isNear(pacific.width(), 11.0 / 360));
        QVERIFY(pacific.maxX > 1);
        const Extent atlantic = boxAround({toMercator(-60, 10), toMercator(30, 50)});
        QVERIFY(isNear(atlantic.width(), 0.25));
        QCOMPARE(boxAround({}).width(), 0.0);
    }
};

DATELINE_TEST(camera, CameraTest)

#include "tst_camera.moc"
