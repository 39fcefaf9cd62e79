// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_picture.h>
#include <map/map_painter.h>

#include <support/test_main.h>

#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;

namespace {

MapScene sceneAt(double longitude, double latitude, double zoom)
{
    MapScene scene;
    scene.camera = {events::toMercator(longitude, latitude), zoom};
    scene.size = {400, 300};
    return scene;
}

/// A land picture with what it is drawn from.
struct Fixture
{
    QImage draw(const MapScene &scene, double pixelRatio = 1)
    {
        QImage image((scene.size * pixelRatio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(pixelRatio);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        picture.draw(painter, scene, palette, map, pixelRatio);
        return image;
    }

    /// Draws until nothing more is on its way.
    QImage drawn(const MapScene &scene, double pixelRatio = 1)
    {
        QSignalSpy ready(&picture, &LandPicture::ready);
        QImage image = draw(scene, pixelRatio);
        while ((picture.isPainting() || !picture.isCurrent()) && ready.wait(20000))
            image = draw(scene, pixelRatio);
        return image;
    }

    /// What MapPainter makes of the same view at once.
    [[nodiscard]] QImage wanted(const MapScene &scene, double pixelRatio = 1) const
    {
        QImage image((scene.size * pixelRatio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(pixelRatio);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        MapPainter({map}).paintLand(painter, scene, palette);
        return image;
    }

    LandPicture picture;
    MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
    std::shared_ptr<const BaseMap> map = BaseMap::fromResources(0).map;
};

/// The share of pixels that differ visibly.
double difference(const QImage &one, const QImage &other)
{
    int different = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
                    + std::abs(a.blue() - b.blue())
                > 24;
        }
    return double(different) / (one.width() * one.height());
}

bool hasHoles(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == QColor(Qt::magenta))
                return true;
    return false;
}

} // namespace

class LandPictureTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void firstNothingThenTheLand()
    {
        Fixture fixture;
        const MapScene scene = sceneAt(12, 42, 4);
        QVERIFY(hasHoles(fixture.draw(scene)));
        QVERIFY(!fixture.picture.isCurrent());
        const QImage image = fixture.drawn(scene);
        QVERIFY(fixture.picture.isCurrent());
        QVERIFY(difference(image, fixture.wanted(scene)) < 0.001);
    }

    void whatWasPreparedIsThereAtTheFirstDraw()
    {
        Fixture fixture;
        const MapScene scene = sceneAt(12, 42, 4);
        QSignalSpy ready(&fixture.picture, &LandPicture::ready);
        fixture.picture.prepare(scene, fixture.palette, fixture.map, 1);
        QVERIFY(fixture.picture.isPainting());
        QVERIFY(!fixture.picture.isCurrent());
        QVERIFY(ready.wait(20000));
        const QImage image = fixture.draw(scene);
        QVERIFY(fixture.picture.isCurrent());
        QVERIFY(difference(image, fixture.wanted(scene)) < 0.001);
        // Nothing to begin where there is no level of the base map.
        LandPicture none;
        none.prepare(scene, fixture.palette, nullptr, 1);
        QVERIFY(!none.isPainting());
    }

    void aPanWithinTheMarginIsSharpAtOnce()
    {
        Fixture fixture;
        MapScene scene = sceneAt(12, 42, 4);
        fixture.drawn(scene);
        scene.camera = panned(scene.camera, scene.size, {-30, 20});
        const QImage image = fixture.draw(scene);
        QVERIFY(fixture.picture.isCurrent());
        QVERIFY(!hasHoles(image));
        QVERIFY(difference(image, fixture.wanted(scene)) < 0.02); // half a pixel of a step at most
    }

    void aPanTowardsTheEdgeIsFollowed()
    {
        Fixture fixture;
        MapScene scene = sceneAt(12, 42, 4);
        fixture.drawn(scene);
        // Beyond half of the margin a new picture is begun; without it the view would leave the
        // old one at the third step.
        for (int step = 0; step < 8; ++step) {
            scene.camera = panned(scene.camera, scene.size, {-60, 0});
            fixture.draw(scene);
            QVERIFY(fixture.picture.isCurrent());
            QVERIFY(fixture.picture.isPainting());
            QVERIFY(QTest::qWaitFor([&] { return !fixture.picture.isPainting(); }, 20000));
        }
    }

    /// Piece by piece it becomes the same as if it had been painted at once.
    void whatAPanKeepsFitsWhatItAdds_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("striped");
        QTest::addColumn<double>("pixelRatio");
        QTest::newRow("striped") << 90.0 << true << 1.0;
        QTest::newRow("striped and fine") << 90.0 << true << 1.5;
        QTest::newRow("over the antimeridian") << 170.0 << false << 1.0;
    }
    void whatAPanKeepsFitsWhatItAdds()
    {
        QFETCH(double, longitude);
        QFETCH(bool, striped);
        QFETCH(double, pixelRatio);
        Fixture fixture;
        MapScene scene = sceneAt(longitude, 64, 4);
        const auto russia = fixture.map->countryIndex(*events::CountryCode::fromString(u"RU"));
        if (striped)
            scene.countries.push_back({*events::CountryCode::fromString(u"RU"), russia.value()});
        fixture.drawn(scene, pixelRatio);
        const QList<QPointF> ways{{-50, 20}, {-50, 20}, {-50, -36}, {70, 40}, {-64, 0}, {-64, 0}};
        for (const QPointF &way : ways) {
            scene.camera = panned(scene.camera, scene.size, way);
            const QImage image = fixture.drawn(scene, pixelRatio);
            QVERIFY(fixture.picture.isCurrent());
            // Stripes that were half a pixel off would differ in a quarter of the pixels.
            QVERIFY(difference(image, fixture.wanted(scene, pixelRatio))
                    < (striped ? 0.02 : 0.001));
        }
    }

    void aWindowOfAnotherSizeKeepsWhatItHas()
    {
        Fixture fixture;
        for (const QSize &size :
             {QSize(320, 240), QSize(420, 300), QSize(431, 333), QSize(300, 200)}) {
            MapScene scene = sceneAt(12, 42, 4);
            scene.size = size;
            // Off by half a pixel at most.
            const double share = difference(fixture.drawn(scene), fixture.wanted(scene));
            QVERIFY2(share < 0.1, qPrintable(QString::number(share)));
        }
    }

    void zoomingPaintsNothingUntilItRests()
    {
        Fixture fixture;
        QSignalSpy ready(&fixture.picture, &LandPicture::ready);
        // A machine with much else to do may take a slow zoom for a rest.
        bool wasQuick = false;
        for (int attempt = 0; attempt < 50 && !wasQuick; ++attempt) {
            fixture.drawn(sceneAt(12, 42, 4));
            ready.clear();
            wasQuick = true;
            QElapsedTimer sinceLast;
            for (int step = 1; step <= 6; ++step) {
                wasQuick = wasQuick && (step == 1 || sinceLast.elapsed() < 60);
                fixture.draw(sceneAt(12, 42, 4 + 0.1 * step));
                sinceLast.start();
                QTest::qWait(15);
            }
        }
        QVERIFY(wasQuick);
        QCOMPARE(ready.count(), 0);
        QVERIFY(ready.wait(1000)); // it rests
        fixture.draw(sceneAt(12, 42, 4.6));
        QVERIFY(ready.wait(5000)); // and is sharp
        fixture.draw(sceneAt(12, 42, 4.6));
        QVERIFY(fixture.picture.isCurrent());
        fixture.drawn(sceneAt(12, 42, 4.6));
        fixture.draw(sceneAt(12, 42, 6)); // too far from what there is: at once
        QVERIFY(fixture.picture.isPainting());
        // At rest it has a margin to pan in.
        QTest::qWait(100);
        fixture.drawn(sceneAt(12, 42, 6));
        MapScene beside = sceneAt(12, 42, 6);
        beside.camera.centre.x += 40 / worldPixels(6);
        const QImage image = fixture.draw(beside);
        QVERIFY(fixture.picture.isCurrent());
        QVERIFY(difference(image, fixture.wanted(beside)) < 0.001);
    }

    void aLeapShowsTheWorldUntilItIsSharp()
    {
        Fixture fixture;
        fixture.drawn(sceneAt(12, 42, 4));
        const MapScene far = sceneAt(-60, -20, 5);
        const QImage coarse = fixture.draw(far);
        QVERIFY(!fixture.picture.isCurrent());
        QVERIFY(!hasHoles(coarse));
        QVERIFY(difference(coarse, fixture.wanted(far)) < 0.3);
        const QImage sharp = fixture.drawn(far);
        QVERIFY(difference(sharp, fixture.wanted(far)) < 0.001);
    }

    void zoomingScalesUntilItIsSharp()
    {
        Fixture fixture;
        fixture.drawn(sceneAt(12, 42, 4));
        const MapScene nearer = sceneAt(12, 42, 4.5);
        const QImage scaled = fixture.draw(nearer);
        QVERIFY(!fixture.picture.isCurrent());
        QVERIFY(difference(scaled, fixture.wanted(nearer)) < 0.15);
        QVERIFY(difference(fixture.drawn(nearer), fixture.wanted(nearer)) < 0.001);
    }

    void acrossTheAntimeridian()
    {
        Fixture fixture;
        fixture.drawn(sceneAt(179, 66, 4));
        const MapScene other = sceneAt(-179, 66, 4);
        const QImage image = fixture.draw(other);
        QVERIFY(fixture.picture.isCurrent());
        QVERIFY(difference(image, fixture.wanted(other)) < 0.02);
    }

    void coloursCountriesAndScreensAskForAnother()
    {
        Fixture fixture;
        MapScene scene = sceneAt(12, 42, 4);
        fixture.drawn(scene);
        const auto italy = fixture.map->countryIndex(*events::CountryCode::fromString(u"IT"));
        scene.countries.push_back({*events::CountryCode::fromString(u"IT"), italy.value()});
        fixture.draw(scene);
        QVERIFY(!fixture.picture.isCurrent());
        QVERIFY(difference(fixture.drawn(scene), fixture.wanted(scene)) < 0.001);
        // Emphasis is drawn over the land, so that hovering paints no land.
        scene.countries.back().emphasis = Emphasis::Hovered;
        fixture.draw(scene);
        QVERIFY(fixture.picture.isCurrent());

        fixture.palette = mapPalette(workspace::Theme::Night, QFont());
        fixture.draw(scene);
        QVERIFY(!fixture.picture.isCurrent());
        QVERIFY(difference(fixture.drawn(scene), fixture.wanted(scene)) < 0.001);

        fixture.draw(scene, 2);
        QVERIFY(!fixture.picture.isCurrent());
        QVERIFY(difference(fixture.drawn(scene, 2), fixture.wanted(scene, 2)) < 0.001);
    }

    void withoutABaseMapThereIsNothingToWaitFor()
    {
        Fixture fixture;
        fixture.map.reset();
        QVERIFY(hasHoles(fixture.draw(sceneAt(12, 42, 4))));
        QVERIFY(fixture.picture.isCurrent());
    }

    void mayGoWhileItPaints()
    {
        Fixture fixture;
        fixture.draw(sceneAt(12, 42, 4));
    }
};

DATELINE_TEST(land_picture, LandPictureTest)

#include "tst_land_picture.moc"
