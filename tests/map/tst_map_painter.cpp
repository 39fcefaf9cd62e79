// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_painter.h>
#include <map/symbol_painter.h>

#include <support/test_main.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include <set>

#include "scene_fixture.h"

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;
using tests::SceneFixture;

namespace {

QImage painted(const MapScene &scene, const std::vector<events::Kind> &kinds,
               const MapPalette &palette)
{
    QImage image(scene.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    MapPainter::withBuiltInLevels().paint(painter, scene, kinds, palette);
    return image;
}

} // namespace

class MapPainterTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void landAndSeaAreWhereTheyAre()
    {
        const SceneFixture fixture;
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        for (const double zoom : {2.0, 4.0, 6.0}) {
            const MapScene scene = composeScene(fixture.input(4.5, 36.6, zoom, {600, 400}));
            const QImage image = painted(scene, fixture.dataset->kinds(), palette);
            const auto colourAt = [&](double longitude, double latitude) {
                return image.pixelColor(
                    toPixel(scene.camera, scene.size, events::toMercator(longitude, latitude))
                        .toPoint());
            };
            QCOMPARE(colourAt(3, 34), palette.land); // Algeria
            QCOMPARE(colourAt(5.6, 39.1), palette.sea); // between Sardinia and the Balearics
        }
    }

    void bothSidesOfTheAntimeridian()
    {
        const SceneFixture fixture;
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        const MapScene scene = composeScene(fixture.input(180, 66, 4, {600, 400}));
        const QImage image = painted(scene, fixture.dataset->kinds(), palette);
        for (const double longitude : {177.0, -178.0})
            QCOMPARE(image.pixelColor(
                         toPixel(scene.camera, scene.size, events::toMercator(longitude, 67.5))
                             .toPoint()),
                     palette.land);
        for (int x = 0; x < image.width(); ++x) // no seam, no band: nothing left unpainted
            for (int y = 0; y < image.height(); ++y)
                QVERIFY(image.pixelColor(x, y) != QColor(Qt::magenta));
    }

    void symbolsAreDrawnWhereTheSceneSays()
    {
        const SceneFixture fixture;
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        const MapScene scene = composeScene(fixture.input(-171.77, -13.83, 8, {600, 400}));
        QCOMPARE(scene.symbols.size(), std::size_t(1));
        MapScene bare = scene;
        bare.symbols.clear();
        const QImage with = painted(scene, fixture.dataset->kinds(), palette);
        const QImage without = painted(bare, fixture.dataset->kinds(), palette);
        const double reach = reachOf(scene.symbols[0], palette);
        int changed = 0;
        for (int x = 0; x < with.width(); ++x)
            for (int y = 0; y < with.height(); ++y)
                if (with.pixel(x, y) != without.pixel(x, y)) {
                    ++changed;
                    const QPointF off = QPointF(x, y) - scene.symbols[0].pixel;
                    QVERIFY(std::abs(off.x()) <= reach + 1 && std::abs(off.y()) <= reach + 1);
                }
        QVERIFY(changed > 50);
    }

    void everyShapeAndFillLooksDifferent()
    {
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        std::set<QByteArray> seen;
        int drawn = 0;
        for (int shape = 0; shape <= int(events::Shape::Bar); ++shape)
            for (int fill = 0; fill <= int(symbology::Fill::Target); ++fill)
                for (const std::uint32_t denied : {0U, 1U}) {
                    events::Kind kind;
                    kind.shape = events::Shape(shape);
                    kind.colour = 0x0072B2;
                    SceneSymbol symbol;
                    symbol.rows = {0};
                    symbol.kinds = {{0, 1}};
                    symbol.fill = symbology::Fill(fill);
                    symbol.denied = denied;
                    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
                    image.fill(Qt::transparent);
                    QPainter painter(&image);
                    painter.setRenderHint(QPainter::Antialiasing);
                    drawSymbol(painter, {20, 20}, symbol, kind, palette);
                    painter.end();
                    seen.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()),
                                           image.sizeInBytes()));
                    ++drawn;
                }
        QCOMPARE(int(seen.size()), drawn);
    }

    void vectorsStayVectors()
    {
        const SceneFixture fixture;
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize({600, 400});
        QPainter painter(&svg);
        const MapScene scene = composeScene(fixture.input(5, 45, 3, {600, 400}));
        MapPainter::withBuiltInLevels().paint(painter, scene, fixture.dataset->kinds(),
                                              mapPalette(workspace::Theme::Paper, QFont()));
        painter.end();
        QVERIFY(buffer.data().contains("<path"));
        QVERIFY(!buffer.data().contains("<image"));
        QVERIFY(buffer.data().size() < 6'000'000);
    }

    void withoutABaseMapEventsAreStillDrawn()
    {
        const SceneFixture fixture;
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        const MapScene scene = composeScene(fixture.input(8.9, 44.4, 5, {400, 300}));
        QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        MapPainter({nullptr}).paint(painter, scene, fixture.dataset->kinds(), palette);
        QCOMPARE(image.pixelColor(3, 3), palette.sea);
        QVERIFY(image.pixelColor(scene.symbols.at(0).pixel.toPoint()) != palette.sea);
    }
};

DATELINE_TEST(map_painter, MapPainterTest)

#include "tst_map_painter.moc"
