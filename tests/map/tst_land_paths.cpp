// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_paths.h>

#include <support/test_main.h>

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace dateline;
using namespace dateline::map;

namespace {

/// All of the same vertices, nothing left out.
QPainterPath wholePath(const LandPaths &paths, const BaseMap &map,
                       std::span<const std::uint32_t> indices)
{
    QPainterPath path;
    for (const std::uint32_t index : indices) {
        const QPointF pixel = paths.pixelOf(map.vertices()[index]);
        path.elementCount() == 0 ? path.moveTo(pixel) : path.lineTo(pixel);
    }
    return path;
}

QPainterPath wholeShape(const LandPaths &paths, const BaseMap &map, const BaseMapCountry &country)
{
    QPainterPath shape;
    for (const Run &ring : map.rings().subspan(country.rings.first, country.rings.count)) {
        shape.addPath(wholePath(paths, map, map.ringVertices().subspan(ring.first, ring.count)));
        shape.closeSubpath();
    }
    return shape;
}

template<typename Draw>
QImage drawn(const QSizeF &size, const Draw &draw)
{
    QImage image(size.toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    return image;
}

/// How many pixels differ by more than thinning and rounding do.
int differentPixels(const QImage &one, const QImage &other)
{
    int different = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 100;
    return different;
}

const BaseMapCountry &countryOf(const BaseMap &map, QStringView code)
{
    return map.countries()[map.countryIndex(events::CountryCode::fromString(code).value()).value()];
}

} // namespace

class LandPathsTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lookLikeTheWholeInsideTheView();
    void dropWhatIsFarAway();
    void dashesStayInTheirPlaces();
};

void LandPathsTest::lookLikeTheWholeInsideTheView()
{
    const auto land = BaseMap::fromResources(1).map;
    const BaseMap &map = *land;
    QRandomGenerator random(1); // the same cameras every time
    int drawnCountries = 0;
    for (int i = 0; i < 100; ++i) {
        MapScene scene;
        scene.size = {180, 130};
        // Where a ring begins and ends.
        const Run &ring = map.rings()[random.bounded(quint32(map.rings().size()))];
        const MapVertex &start = map.vertices()[map.ringVertices()[ring.first]];
        scene.camera = {{double(start.x), double(start.y)}, 4 + random.generateDouble() * 7};
        for (const int world : visibleWorlds(scene.camera, scene.size)) {
            const LandPaths paths(map, scene, world);
            for (const BaseMapCountry &country : map.countries()) {
                const QPainterPath whole = wholeShape(paths, map, country);
                if (!whole.controlPointRect().intersects(QRectF({}, scene.size)))
                    continue;
                ++drawnCountries;
                const auto fill = [](const QPainterPath &path) {
                    return [&path](QPainter &painter) { painter.fillPath(path, Qt::black); };
                };
                QCOMPARE(differentPixels(drawn(scene.size, fill(paths.shape(country))),
                                         drawn(scene.size, fill(whole))),
                         0);
                const QPen pen(Qt::black, 2, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
                const QImage trimmed = drawn(scene.size, [&](QPainter &painter) {
                    for (const QPainterPath &outline : paths.outlines(country))
                        painter.strokePath(outline, pen);
                });
                const QImage all
                    = drawn(scene.size, [&](QPainter &painter) { painter.strokePath(whole, pen); });
                QCOMPARE(differentPixels(trimmed, all), 0);
            }
        }
    }
    QVERIFY(drawnCountries > 100);
}

void LandPathsTest::dropWhatIsFarAway()
{
    const auto land = BaseMap::fromResources(2).map;
    const BaseMap &map = *land;
    MapScene scene;
    scene.size = {800, 600};
    scene.camera = {events::toMercator(131.9, 43.1), 7}; // a corner of a large country
    const LandPaths paths(map, scene, 0);
    const BaseMapCountry &country = countryOf(map, u"RU");
    const qsizetype whole = wholeShape(paths, map, country).elementCount();
    QVERIFY(paths.shape(country).elementCount() < whole / 10);
    qsizetype stroked = 0;
    for (const QPainterPath &ring : paths.outlines(country))
        stroked += ring.elementCount();
    QVERIFY(stroked > 0);
    QVERIFY(stroked < whole / 10);
}

void LandPathsTest::dashesStayInTheirPlaces()
{
    const auto land = BaseMap::fromResources(1).map;
    const BaseMap &map = *land;
    MapScene scene;
    scene.size = {300, 200};
    const auto disputed = std::ranges::find(map.lines(), LineKind::Disputed, &BaseMapLine::kind);
    QVERIFY(disputed != map.lines().end());
    scene.camera = {disputed->bounds.centre(), 10};
    const QPainterPath line = LandPaths(map, scene, 0).line(*disputed);
    const QPointF moved(150, 90);
    scene.camera.centre.x += moved.x() / worldPixels(scene.camera.zoom);
    scene.camera.centre.y += moved.y() / worldPixels(scene.camera.zoom);
    const QPainterPath elsewhere = LandPaths(map, scene, 0).line(*disputed).translated(moved);
    QCOMPARE(elsewhere.elementCount(), line.elementCount());
    QVERIFY(std::abs(elsewhere.length() - line.length()) < 0.5);
}

DATELINE_TEST(land_paths, LandPathsTest)

#include "tst_land_paths.moc"
