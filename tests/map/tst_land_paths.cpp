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

/// The outline of a country with all its vertices.
QPainterPath wholeOutline(const LandPaths &paths, const BaseMap &map, const BaseMapCountry &country)
{
    QPainterPath outline;
    for (const std::vector<std::uint32_t> &line : map.outline(country)) {
        outline.moveTo(paths.pixelOf(map.vertices()[line.front()]));
        const bool isClosed = line.front() == line.back();
        for (std::size_t i = 1; i + (isClosed ? 1 : 0) < line.size(); ++i)
            outline.lineTo(paths.pixelOf(map.vertices()[line[i]]));
        if (isClosed)
            outline.closeSubpath();
    }
    return outline;
}

/// How long the lines of an outline are that lie along 180 degrees or the ends of the map, in
/// pixels. Lines that are too short to see do not count.
double lengthAlongTheCut(const QPainterPath &outline, const LandPaths &paths)
{
    const QPointF corner = paths.pixelOf({0, 0});
    const QPointF opposite = paths.pixelOf({1, 1});
    constexpr double near = 0.01;
    const auto along = [](double from, double to, double edge) {
        return std::abs(from - edge) < near && std::abs(to - edge) < near;
    };
    double length = 0;
    for (int i = 1; i < outline.elementCount(); ++i) {
        const QPointF from = outline.elementAt(i - 1);
        const QPointF to = outline.elementAt(i);
        const double reach = QLineF(from, to).length();
        if (outline.elementAt(i).isLineTo() && reach > 1
            && (along(from.x(), to.x(), corner.x()) || along(from.x(), to.x(), opposite.x())
                || along(from.y(), to.y(), corner.y()) || along(from.y(), to.y(), opposite.y())))
            length += reach;
    }
    return length;
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
    void leaveTheCutOut_data();
    void leaveTheCutOut();
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
                const QPainterPath border = wholeOutline(paths, map, country);
                const QImage trimmed = drawn(scene.size, [&](QPainter &painter) {
                    for (const QPainterPath &outline : paths.outlines(country))
                        painter.strokePath(outline, pen);
                });
                const QImage all = drawn(
                    scene.size, [&](QPainter &painter) { painter.strokePath(border, pen); });
                // Thinning may take the tip of a sharp corner.
                QCOMPARE_LE(differentPixels(trimmed, all), 1);
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

void LandPathsTest::leaveTheCutOut_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<double>("zoom");
    QTest::newRow("coarse, the world") << 0 << 3.0;
    QTest::newRow("middle, the world") << 1 << 3.0;
    QTest::newRow("middle, nearer") << 1 << 5.0;
    QTest::newRow("fine, the world") << 2 << 3.0;
    QTest::newRow("fine, nearer") << 2 << 6.0;
}

void LandPathsTest::leaveTheCutOut()
{
    QFETCH(int, level);
    QFETCH(double, zoom);
    const auto land = BaseMap::fromResources(level).map;
    const BaseMap &map = *land;
    MapScene scene;
    scene.size = {2100, 2100};
    scene.camera = {events::toMercator(180, 68), zoom};
    for (const int world : visibleWorlds(scene.camera, scene.size)) {
        const LandPaths paths(map, scene, world);
        for (const BaseMapCountry &country : map.countries())
            for (const QPainterPath &outline : paths.outlines(country))
                QVERIFY2(lengthAlongTheCut(outline, paths) == 0, qPrintable(country.name));
        // What is drawn of the same country to fill it does lie there.
        const BaseMapCountry &russia = countryOf(map, u"RU");
        QVERIFY(lengthAlongTheCut(paths.shape(russia), paths) > 10);
        QVERIFY(!paths.outlines(russia).empty());
    }
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
