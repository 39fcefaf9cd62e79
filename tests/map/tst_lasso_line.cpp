// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/coordinates.h>
#include <map/lasso_line.h>
#include <map/map_painter.h>

#include <support/test_main.h>

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

#include <cmath>

#include "scene_fixture.h"

using namespace Qt::StringLiterals;

namespace dateline::map {

/// A line drawn by hand, as the filter takes it and as the map shows it.
class LassoLineTest : public tests::TestCase
{
    Q_OBJECT

private:
    static std::vector<MercatorPoint> circle(int points, double radius,
                                             MercatorPoint centre = {0.5, 0.4})
    {
        std::vector<MercatorPoint> line;
        for (int i = 0; i < points; ++i) {
            const double angle = 6.283185307 * i / points;
            line.push_back(
                {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        return line;
    }

private Q_SLOTS:
    void straightStretchesNeedNoPoints()
    {
        std::vector<MercatorPoint> square;
        for (int i = 0; i < 50; ++i)
            square.push_back({0.4 + 0.001 * i, 0.4});
        for (int i = 0; i < 50; ++i)
            square.push_back({0.45, 0.4 + 0.001 * i});
        for (int i = 0; i < 50; ++i)
            square.push_back({0.45 - 0.001 * i, 0.45});
        const std::vector<events::GeoPoint> lasso = lassoOf(square, 0.0001);
        QCOMPARE(lasso.size(), 4U);
        QVERIFY(std::abs(lasso[0].longitude - (0.4 - 0.5) * 360) < 1e-9);
        QVERIFY(lassoOf({{0.1, 0.1}, {0.2, 0.2}}, 0.001).empty());
        QVERIFY(lassoOf({}, 0.001).empty());
    }

    void neverTooMany()
    {
        std::vector<MercatorPoint> zigzag;
        for (int i = 0; i < 5000; ++i)
            zigzag.push_back({0.3 + 0.00005 * i, i % 2 == 0 ? 0.4 : 0.42});
        const std::vector<events::GeoPoint> lasso = lassoOf(zigzag, 1e-9);
        // As many as there may be, spread over all of the line.
        QVERIFY(lasso.size() > mostDrawnPoints / 2 && lasso.size() <= mostDrawnPoints);
        const auto [west, east] = std::ranges::minmax(lasso, {}, &events::GeoPoint::longitude);
        QVERIFY(east.longitude - west.longitude > 0.9 * 0.25 * 360);
        const std::vector<events::GeoPoint> round = lassoOf(circle(5000, 0.2), 0.0005);
        QVERIFY(round.size() > 20 && round.size() <= mostDrawnPoints);
    }

    /// A step of more than half the world would be taken the other way round.
    void longStepsAreCut()
    {
        const std::vector<events::GeoPoint> lasso
            = lassoOf({{0.05, 0.3}, {0.95, 0.3}, {0.95, 0.6}, {0.05, 0.6}}, 0.001);
        for (std::size_t i = 0; i < lasso.size(); ++i) {
            const double step = lasso[(i + 1) % lasso.size()].longitude - lasso[i].longitude;
            QVERIFY(std::abs(step) <= 90 + 1e-9);
        }
        const auto outlines = lassoOutlines(lasso, {{0.5, 0.5}, 2}, {1024, 800});
        QCOMPARE(outlines.size(), 1U);
        QVERIFY(std::abs(outlines[0].boundingRect().width() - 0.9 * 1024) < 1e-6);
        QCOMPARE(outlines[0].first(), outlines[0].last());
    }

    void oncePerWorldInView()
    {
        const std::vector<events::GeoPoint> lasso = lassoOf(circle(40, 0.02, {0, 0.5}), 0.001);
        QCOMPARE(lassoOutlines(lasso, {{0.5, 0.5}, 2}, {1100, 800}).size(), 2U);
        QCOMPARE(lassoOutlines(lasso, {{0.99, 0.5}, 5}, {800, 600}).size(), 1U);
        QVERIFY(lassoOutlines(lasso, {{0.5, 0.5}, 5}, {800, 600}).empty());
        QVERIFY(lassoOutlines(std::span(lasso).first(2), {{0, 0.5}, 5}, {800, 600}).empty());
    }

    void isDrawnBelowTheMarks()
    {
        const tests::SceneFixture fixture;
        SceneInput input = fixture.input(8.9463, 44.4056, 6);
        const std::vector<events::GeoPoint> lasso{{5, 42}, {13, 42}, {13, 47}, {5, 47}};
        input.lasso = lasso;
        const MapScene scene = composeScene(input);
        QVERIFY(toJson(scene, *fixture.dataset).contains("lasso"_L1));
        for (const auto theme :
             {workspace::Theme::Paper, workspace::Theme::Night, workspace::Theme::Projector}) {
            const MapPalette palette = mapPalette(theme, QFont());
            const auto painted = [&](const MapScene &what) {
                QImage image(what.size.toSize(), QImage::Format_RGB32);
                QPainter painter(&image);
                MapPainter::withBuiltInLevels().paint(painter, what, fixture.dataset->kinds(),
                                                      palette);
                return image;
            };
            const QImage with = painted(scene);
            MapScene bare = scene;
            bare.lasso.clear();
            const QImage without = painted(bare);
            // Along the line the halo or a dash, at the marks what was there.
            const QPolygonF &line = scene.lasso.front();
            int changed = 0;
            for (int i = 0; i < 100; ++i) {
                const QPoint at = (line[0] + (line[1] - line[0]) * i / 100.0).toPoint();
                changed += with.pixelColor(at) != without.pixelColor(at) ? 1 : 0;
            }
            QVERIFY(changed > 80);
            const QPoint mark = scene.symbols.front().pixel.toPoint();
            QCOMPARE(with.pixelColor(mark), without.pixelColor(mark));
        }
    }

    void coordinatesSayHowExactTheyAre_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QString>("phrase");
        QTest::newRow("world") << 12.34 << 56.78 << 2.0 << u"57° N, 12° E (± 100 km)"_s;
        QTest::newRow("country") << 12.34 << -6.78 << 6.0 << u"6.8° S, 12.3° E (± 10 km)"_s;
        QTest::newRow("city") << -12.3456 << 6.789 << 11.0 << u"6.79° N, 12.35° W (± 1 km)"_s;
    }
    void coordinatesSayHowExactTheyAre()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(double, zoom);
        QFETCH(QString, phrase);
        MercatorPoint point = events::toMercator(longitude, latitude);
        QCOMPARE(coordinatePhrase(point, zoom), phrase);
        point.x += 1; // in the next world
        QCOMPARE(coordinatePhrase(point, zoom), phrase);
    }
};

} // namespace dateline::map

DATELINE_TEST(lasso_line, dateline::map::LassoLineTest)

#include "tst_lasso_line.moc"
