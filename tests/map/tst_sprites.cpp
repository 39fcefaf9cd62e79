// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/haloed_text.h>
#include <map/sprites.h>
#include <map/symbol_painter.h>
#include <map/symbol_pieces.h>

#include <support/test_main.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize sheet(200, 60);

QImage onSheet(double pixelRatio, const std::function<void(QPainter &)> &draw)
{
    QImage image(sheet * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    return image;
}

/// The greatest difference of any channel of any pixel.
int greatestDifference(const QImage &one, const QImage &other)
{
    int most = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            most = std::max({most, std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                             std::abs(a.blue() - b.blue())});
        }
    return most;
}

/// Whether no pixel up to `distance` away is such a one.
bool noneAround(const QPoint &at, double distance, const std::function<bool(const QPoint &)> &is)
{
    const int reach = int(std::ceil(distance));
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx)
            if (std::hypot(dx, dy) <= distance && is(at + QPoint(dx, dy)))
                return false;
    return true;
}

SceneLabel cityLabel(const MapPalette &palette, int opacity)
{
    const QSizeF size(QFontMetricsF(palette.font).horizontalAdvance(u"Pérola"_s) + 4, 16);
    return {u"Pérola"_s, QRectF({40, 20}, size), 3, QPointF(34, 28), opacity};
}

} // namespace

class SpritesTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void namesComeInWithOneImage()
    {
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        MapScene scene;
        for (const int opacity : {1, 3, SceneLabel::opaque})
            scene.labels.push_back(cityLabel(palette, opacity));
        scene.labels[1].dot->rx() += 0.4; // placed a little elsewhere
        const std::vector<Sprite> sprites = labelSprites(scene, palette);
        QCOMPARE(sprites.size(), std::size_t(6));
        for (std::size_t i = 2; i < sprites.size(); ++i)
            QCOMPARE(sprites[i].look, sprites[i % 2].look);
        QVERIFY(sprites[0].look != sprites[1].look);
        QCOMPARE(sprites[1].opacity, 0.25);
        QCOMPARE(sprites[5].opacity, 1.0);
        scene.labels[0].isOverShades = true;
        QVERIFY(labelSprites(scene, palette)[1].look != sprites[1].look);
        QVERIFY(labelSprites(scene, palette)[0].look != sprites[0].look);
    }

    void fadedImagesLookLikeFadedLabels()
    {
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        for (const int opacity : {1, 2, SceneLabel::opaque}) {
            MapScene scene;
            scene.labels.push_back(cityLabel(palette, opacity));
            const QImage wanted = onSheet(
                1, [&](QPainter &painter) { drawLabel(painter, scene.labels.front(), palette); });
            const auto put = [&](QPainter &painter, bool inImage) {
                for (const Sprite &sprite : labelSprites(scene, palette)) {
                    painter.setOpacity(inImage ? 1 : sprite.opacity);
                    painter.drawImage(sprite.place(1).topLeft(),
                                      inImage ? faded(sprite.image(1), sprite.opacity)
                                              : sprite.image(1));
                }
            };
            const QImage whole = onSheet(1, [&](QPainter &painter) { put(painter, false); });
            const QImage texture = onSheet(1, [&](QPainter &painter) { put(painter, true); });
            QVERIFY(greatestDifference(whole, texture) <= 3);
            // Snapped to pixels, and ink is not mixed with the halo under it.
            QVERIFY(greatestDifference(wanted, whole) < (opacity == SceneLabel::opaque ? 130 : 90));
            const QImage blank = onSheet(1, [](QPainter &) {});
            QVERIFY(greatestDifference(blank, whole) > 30 * opacity);
        }
    }

    void keptPiecesLookLikeTheirShapes_data()
    {
        QTest::addColumn<double>("pixelRatio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }

    void keptPiecesLookLikeTheirShapes()
    {
        QFETCH(const double, pixelRatio);
        for (const workspace::Theme theme : {workspace::Theme::Paper, workspace::Theme::Night}) {
            const MapPalette palette = mapPalette(theme, QFont());
            // Where the origin lies between pixels images are copied; a hair aside shapes are
            // drawn.
            const auto at = [&](double x, const std::function<void(QPainter &)> &draw) {
                return onSheet(pixelRatio, [&](QPainter &painter) {
                    painter.translate(x, 30);
                    draw(painter);
                });
            };
            const auto compare = [&](const std::function<void(QPainter &)> &draw, int most) {
                const QImage kept = at(60, draw);
                QCOMPARE(at(60, draw), kept); // made, and found again
                QVERIFY(greatestDifference(kept, at(60 + 1.0 / 256, draw)) <= most);
                QVERIFY(greatestDifference(kept, at(60, [](QPainter &) {})) > 16);
            };
            for (const double radius : {12.25, 19.5})
                for (const QColor &colour : {QColor(Qt::darkRed), palette.selection})
                    compare([&](QPainter &painter) { drawDisc(painter, radius, colour); }, 6);
            for (const bool forSeveral : {false, true})
                compare(
                    [&](QPainter &painter) { drawSheet(painter, {34, 16}, forSeveral, palette); },
                    8);
            compare([&](QPainter &painter) { drawDenialBadge(painter, {8, -6}, palette); }, 8);
            // Elsewhere it goes to the nearest pixel, half of one away at most.
            const auto badge
                = [&](QPainter &painter) { drawDenialBadge(painter, {8.3, -6.4}, palette); };
            const QImage snapped = at(60, badge);
            const QPoint nearest = (QPointF(8.3, -6.4) * pixelRatio).toPoint();
            QCOMPARE(snapped, at(60, [&](QPainter &painter) {
                         drawDenialBadge(painter, QPointF(nearest) / pixelRatio, palette);
                     }));
        }
    }

    /// A ring and a counter are images of whole pixels, or no piece of them would be copied.
    void marksWithNumbersHaveTheirCentreBetweenPixels()
    {
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        for (const std::size_t count : {2U, 7U, 38U, 1234U, 98765U}) {
            SceneSymbol symbol;
            symbol.rows.resize(count);
            QVERIFY(reachOf(symbol, palette) >= (symbol.radius() + 8) * palette.scale());
            SceneChip chip;
            chip.rows.resize(count);
            chip.anchor = QPointF(33.3, 12.1);
            for (const double pixelRatio : {1.0, 1.25, 1.5, 1.75, 2.0}) {
                const double ofSymbol = reachOf(symbol, palette) * pixelRatio;
                QCOMPARE(ofSymbol, std::round(ofSymbol));
                const double ofChip = reachOf(chip, palette) * pixelRatio;
                QCOMPARE(ofChip, std::round(ofChip));
            }
            QVERIFY(reachOf(chip, palette) >= std::hypot(33.3, 12.1));
        }
    }

    void halosReachAllAroundTheLetters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin") << u"Pérola"_s;
        QTest::newRow("Arabic") << u"إيطاليا"_s;
        QTest::newRow("Chinese") << u"意大利"_s;
    }
    void halosReachAllAroundTheLetters()
    {
        QFETCH(QString, text);
        for (const double pixelRatio : {1.0, 3.0}) {
            const double reach = 2 * pixelRatio;
            const QImage image = onSheet(pixelRatio, [&](QPainter &painter) {
                drawHaloed(painter, {20, 30}, text, QFont(), Qt::black, {Qt::red, 2});
            });
            const auto isInk
                = [&image](const QPoint &at) { return image.pixelColor(at).red() < 180; };
            const auto isHalo = [&image](const QPoint &at) {
                return image.pixelColor(at).red() > 200 && image.pixelColor(at).green() < 60;
            };
            const auto isBlank
                = [&image](const QPoint &at) { return image.pixelColor(at).green() > 200; };
            int letters = 0;
            for (int y = 10 * int(pixelRatio); y < 45 * pixelRatio; ++y)
                for (int x = 10 * int(pixelRatio); x < 150 * pixelRatio; ++x) {
                    letters += isInk({x, y});
                    if (isInk({x, y}))
                        QVERIFY(noneAround({x, y}, reach - 1, isBlank));
                    if (isHalo({x, y}))
                        QVERIFY(!noneAround({x, y}, reach + 3, isInk));
                }
            QVERIFY(letters > 20);
        }
    }

    // Images are kept by their look, and the kinds of the next dataset have the same numbers.
    void kindsThatLookOtherwiseHaveOtherImages()
    {
        MapScene scene;
        SceneSymbol symbol;
        symbol.rows = {0};
        symbol.kinds = {{0, 1}};
        scene.symbols = {symbol};
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        const std::vector<events::Kind> blue{{.shape = events::Shape::Circle, .colour = 0x0072b2}};
        const std::vector<events::Kind> orange{
            {.shape = events::Shape::Circle, .colour = 0xd55e00}};
        const std::vector<events::Kind> square{
            {.shape = events::Shape::Square, .colour = 0x0072b2}};
        const auto look = [&](const std::vector<events::Kind> &kinds) {
            return markSprites(scene, kinds, palette).front().look;
        };
        QCOMPARE(look(blue), look(blue));
        QVERIFY(look(blue) != look(orange));
        QVERIFY(look(blue) != look(square));
    }

    void keptNamesFollowPaletteAndPixels()
    {
        NameImages names;
        for (const workspace::Theme theme : {workspace::Theme::Paper, workspace::Theme::Night}) {
            for (const double pixelRatio : {1.0, 2.0}) {
                const MapPalette palette = mapPalette(theme, QFont());
                const SceneLabel label{u"200 km"_s, QRectF(20, 20, 60, 16), 2};
                const auto kept = [&] {
                    return onSheet(pixelRatio, [&](QPainter &painter) {
                        painter.translate(3, 5);
                        names.draw(painter, label, palette);
                    });
                };
                const QImage direct = onSheet(pixelRatio, [&](QPainter &painter) {
                    painter.translate(3, 5);
                    drawLabel(painter, label, palette);
                });
                QVERIFY(greatestDifference(kept(), direct) <= 2);
                QVERIFY(greatestDifference(kept(), direct) <= 2); // from what was kept
            }
        }
    }
};

DATELINE_TEST(sprites, SpritesTest)

#include "tst_sprites.moc"
