// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/shape_outline.h>
#include <symbology/symbol_painting.h>

#include <support/test_main.h>

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace symbology;
using events::Shape;

namespace {

constexpr int edge = 100;
const QPointF middle(edge / 2.0, edge / 2.0);

template<typename Use>
void forEachShape(const Use &use)
{
    for (int i = 0; i <= int(Shape::Bar); ++i)
        use(Shape(i));
}

QImage painted(const EventSymbol &symbol, double size, const QPointF &centre = middle,
               double pixelRatio = 1)
{
    QImage image(int(edge * pixelRatio), int(edge * pixelRatio), QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSymbol(painter, centre, size, symbol, Qt::white);
    return image;
}

/// How much of a pixel is painted, 0 to 1.
double inkAt(const QImage &image, int x, int y)
{
    return 1 - qGray(image.pixel(x, y)) / 255.0;
}

/// How far two pictures are from one another, in pixels that are black in one and white in the
/// other.
double distance(const QImage &a, const QImage &b)
{
    const QImage left = a.convertToFormat(QImage::Format_Grayscale8);
    const QImage right = b.convertToFormat(QImage::Format_Grayscale8);
    int sum = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x)
            sum += std::abs(left.constScanLine(y)[x] - right.constScanLine(y)[x]);
    return sum / 255.0;
}

double area(const QImage &image)
{
    QImage white = image;
    white.fill(Qt::white);
    return distance(image, white);
}

/// How far the parts of two colours are from one another, of 255, where they are furthest.
int furthest(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            most = std::max({most, std::abs(one.red() - other.red()),
                             std::abs(one.green() - other.green()),
                             std::abs(one.blue() - other.blue())});
        }
    return most;
}

/// The pixels that are painted, at least by half.
QRect extentOf(const QImage &image)
{
    QRect extent;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (inkAt(image, x, y) >= 0.5)
                extent |= QRect(x, y, 1, 1);
    return extent;
}

std::vector<EventSymbol> everyLookOf(Shape shape)
{
    std::vector<EventSymbol> looks;
    for (int fill = 0; fill <= int(Fill::Target); ++fill)
        for (const bool denied : {false, true})
            for (const bool uncertain : {false, true})
                looks.push_back({.shape = shape,
                                 .colour = Qt::black,
                                 .fill = Fill(fill),
                                 .denied = denied,
                                 .uncertain = uncertain});
    return looks;
}

} // namespace

class SymbolPaintingTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void allShapesLookEquallyLarge_data() { addSizes(); }
    void allShapesLookEquallyLarge();
    void shapesDiffer_data() { addSizes(); }
    void shapesDiffer();
    void looksDifferWithoutColour_data() { addSizes(); }
    void looksDifferWithoutColour();
    void everyStandingDiffersWithoutColour();
    void theBarIsPaintedOverEveryFill();
    void theBarIsTheSameAlone();
    void theChevronPointsRight();
    void aHaloLiesAroundTheLine();
    void flatSidesAreSharp();
    void nothingReachesFurtherThanPromised();
    void pixelsLookLikeVectors_data();
    void pixelsLookLikeVectors();
    void thePainterIsLeftAsItWas();

private:
    static void addSizes()
    {
        QTest::addColumn<double>("size");
        for (const double size : {8.0, 10.0, 12.0, 14.0, 16.0, 22.4, 60.0})
            QTest::addRow("%g pixels", size) << size;
    }
};

void SymbolPaintingTest::allShapesLookEquallyLarge()
{
    QFETCH(const double, size);
    const double circle = area(painted({.colour = Qt::black}, size));
    forEachShape([&](Shape shape) {
        const QImage image = painted({.shape = shape, .colour = Qt::black}, size);
        const double share = area(image) / circle;
        const QString what = QStringLiteral("%1: area %2, extent %3 x %4")
                                 .arg(events::shapeName(shape))
                                 .arg(share)
                                 .arg(extentOf(image).width())
                                 .arg(extentOf(image).height());
        QVERIFY2(share > 0.8 && share < 1.15, qPrintable(what));
        const QSize extent = extentOf(image).size();
        QVERIFY2(std::max(extent.width(), extent.height()) <= 1.3 * size + 0.5, qPrintable(what));
        QVERIFY2(std::max(extent.width(), extent.height()) >= 0.85 * size - 0.5, qPrintable(what));
        QVERIFY2(std::min(extent.width(), extent.height()) >= 0.6 * size, qPrintable(what));
    });
}

void SymbolPaintingTest::shapesDiffer()
{
    QFETCH(const double, size);
    for (const Fill fill : {Fill::Solid, Fill::Ring}) {
        std::vector<QImage> images;
        forEachShape([&](Shape shape) {
            images.push_back(painted({.shape = shape, .colour = Qt::black, .fill = fill}, size));
        });
        for (std::size_t i = 0; i < images.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(
                    distance(images[i], images[j]) > 0.03 * size * size,
                    qPrintable(events::shapeName(Shape(i)) + u' ' + events::shapeName(Shape(j))));
    }
}

void SymbolPaintingTest::looksDifferWithoutColour()
{
    QFETCH(const double, size);
    forEachShape([&](Shape shape) {
        std::vector<QImage> images;
        for (const EventSymbol &look : everyLookOf(shape))
            images.push_back(painted(look, size).convertToFormat(QImage::Format_Grayscale8));
        for (std::size_t i = 0; i < images.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const double apart = distance(images[i], images[j]);
                QVERIFY2(apart > 0.015 * size * size,
                         qPrintable(QStringLiteral("%1: looks %2 and %3, %4 pixels")
                                        .arg(events::shapeName(shape))
                                        .arg(i)
                                        .arg(j)
                                        .arg(apart)));
            }
    });
}

void SymbolPaintingTest::everyStandingDiffersWithoutColour()
{
    // "Several origins" and "disputed" share a fill; the bar of the denial parts them.
    std::vector<QImage> images;
    for (std::size_t i = 0; i < events::standingCount; ++i)
        images.push_back(painted(symbolOf(events::Standing(i), Qt::black), 14));
    for (std::size_t i = 0; i < images.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(images[i] != images[j]);
}

void SymbolPaintingTest::theBarIsPaintedOverEveryFill()
{
    constexpr double size = 64;
    const QColor colour(0x00, 0x72, 0xB2);
    forEachShape([&](Shape shape) {
        for (EventSymbol look : everyLookOf(shape)) {
            if (!look.denied)
                continue;
            look.colour = colour;
            const QImage image = painted(look, size);
            const auto at = [&image](double x, double y) {
                return image.pixelColor((middle + QPointF(x, y)).toPoint());
            };
            for (const double along : {-0.5, -0.25, 0.0, 0.25, 0.5})
                QCOMPARE(at(along * size, -along * size), colour);
            for (const double along : {-0.25, 0.0, 0.25})
                for (const double aside : {-0.0625, 0.0625}) // the gap
                    QCOMPARE(at((along + aside) * size, (aside - along) * size), QColor(Qt::white));
        }
    });
}

void SymbolPaintingTest::theBarIsTheSameAlone()
{
    QImage alone(edge, edge, QImage::Format_RGB32);
    alone.fill(Qt::white);
    QPainter painter(&alone);
    paintSymbol(painter, middle, 20, {.colour = Qt::black, .fill = Fill::Half}, Qt::white);
    paintDenialBar(painter, middle, 20, Qt::black, Qt::white);
    painter.end();
    QCOMPARE(alone, painted({.colour = Qt::black, .fill = Fill::Half, .denied = true}, 20));
}

void SymbolPaintingTest::theChevronPointsRight()
{
    const QImage image = painted({.shape = Shape::Chevron, .colour = Qt::black}, 40);
    QVERIFY(inkAt(image, edge / 2 + 18, edge / 2) > 0.5); // the tip
    QVERIFY(inkAt(image, edge / 2 - 14, edge / 2) < 0.5); // the notch
    QVERIFY(distance(image.mirrored(false, true), image) < 5);
}

void SymbolPaintingTest::aHaloLiesAroundTheLine()
{
    QImage image(edge, edge, QImage::Format_RGB32);
    image.fill(Qt::green);
    QPainter painter(&image);
    paintSymbol(painter, middle, 40, {.colour = Qt::black, .fill = Fill::Ring}, Qt::white, Qt::red);
    painter.end();
    const auto right = [&image](int x) { return image.pixelColor(edge / 2 + x, edge / 2); };
    QCOMPARE(right(0), QColor(Qt::white));
    QCOMPARE(right(18), QColor(Qt::black));
    QCOMPARE(right(21), QColor(Qt::red));
    QCOMPARE(right(27), QColor(Qt::green));
}

void SymbolPaintingTest::flatSidesAreSharp()
{
    for (const double pixelRatio : {1.0, 1.5, 2.0})
        for (const Shape shape : {Shape::Square, Shape::Bar})
            for (const double size : {8.0, 10.0, 14.0, 15.0, 22.4})
                for (const double off : {0.0, 0.3, 0.5, 0.8}) {
                    const QImage image = painted({.shape = shape, .colour = Qt::black}, size,
                                                 middle + QPointF(off, 1 - off), pixelRatio);
                    const QRect extent = extentOf(image);
                    QCOMPARE(area(image), double(extent.width()) * extent.height());
                }
}

void SymbolPaintingTest::nothingReachesFurtherThanPromised()
{
    constexpr double size = 60;
    forEachShape([](Shape shape) {
        for (const EventSymbol &look : everyLookOf(shape)) {
            const QRect extent = extentOf(painted(look, size));
            const double reach = symbolReach * size + 0.5;
            QVERIFY(QRectF(middle - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach))
                        .contains(QRectF(extent)));
        }
    });
}

void SymbolPaintingTest::pixelsLookLikeVectors_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QPointF>("centre");
    for (const double scale : {1.0, 1.5, 2.0})
        for (const QPointF &centre : {QPointF(20, 20), QPointF(20.3, 19.6), QPointF(19.5, 20.75)})
            QTest::addRow("%g at %g, %g", scale, centre.x(), centre.y()) << scale << centre;
}

/// On pixels a symbol comes from an image that is kept, elsewhere from its shapes.
void SymbolPaintingTest::pixelsLookLikeVectors()
{
    QFETCH(double, scale);
    QFETCH(QPointF, centre);
    forEachShape([&](Shape shape) {
        for (EventSymbol symbol : everyLookOf(shape)) {
            symbol.colour = QColor(0x20, 0x60, 0xa0);
            // On an opaque picture both modes give the same; only in the first is an image used.
            const auto paint = [&](QPainter::CompositionMode mode) {
                QImage image(90, 90, QImage::Format_RGB32);
                image.fill(0xdddddd);
                QPainter painter(&image);
                painter.setCompositionMode(mode);
                painter.scale(scale, scale);
                painter.translate(0.25, 0);
                paintSymbol(painter, centre, 13, symbol, Qt::white,
                            symbol.denied ? QColor(Qt::yellow) : QColor());
                return image;
            };
            const QImage pixels = paint(QPainter::CompositionMode_SourceOver);
            const QImage vectors = paint(QPainter::CompositionMode_SourceAtop);
            QVERIFY2(furthest(pixels, vectors) <= 4,
                     qPrintable(u"shape %1, fill %2"_s.arg(int(shape)).arg(int(symbol.fill))));
        }
    });
}

void SymbolPaintingTest::thePainterIsLeftAsItWas()
{
    QImage image(edge, edge, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setPen(Qt::red);
    painter.setBrush(Qt::green);
    const QPainter::RenderHints hints = painter.renderHints();
    paintSymbol(painter, middle, 20,
                {.colour = Qt::black, .fill = Fill::Target, .denied = true, .uncertain = true},
                Qt::white, Qt::white);
    QCOMPARE(painter.pen(), QPen(Qt::red));
    QCOMPARE(painter.brush(), QBrush(Qt::green));
    QCOMPARE(painter.renderHints(), hints);
}

DATELINE_TEST(symbol_painting, SymbolPaintingTest)

} // namespace dateline::tests

#include "tst_symbol_painting.moc"
