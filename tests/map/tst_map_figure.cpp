// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/coordinates.h>
#include <map/legend.h>
#include <map/map_control.h>
#include <map/map_figure.h>
#include <map/stripes.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QBuffer>
#include <QPainter>
#include <QRandomGenerator>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::map {

/// The map as a part of a figure: nothing of the view is lost, letters stay letters.
class MapFigureTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_workspace.setDataset(tests::sampleDataset()); }
    void everyLocatedEventIsInTheScene();
    void whatIsOutsideIsCounted();
    void whatIsCutOffIsOutside();
    void samePartOfTheWorldAtEverySize();
    void theLandThatIsKeptLooksAsPainted();
    void countriesAreShadedAsInTheView();
    void namesStayTextInVectors();
    void stripesLieInside();

private:
    static MapPalette palette() { return mapPalette(workspace::Theme::Paper, QFont()); }
    QByteArray asSvg(MapFigure &figure);

    workspace::Workspace m_workspace;
};

void MapFigureTest::everyLocatedEventIsInTheScene()
{
    for (const QSizeF size : {QSizeF(1200, 640), QSizeF(700, 500), QSizeF(1168, 420)}) {
        const MapFigure figure(m_workspace, palette(), {.size = size});
        const MapScene scene = figure.scene();
        std::set<events::Row> rows;
        for (const SceneSymbol &symbol : scene.symbols)
            rows.insert(symbol.rows.begin(), symbol.rows.end());
        for (const SceneChip &chip : scene.chips)
            rows.insert(chip.rows.begin(), chip.rows.end());
        QCOMPARE(rows.size() + scene.notOnMap, m_workspace.dataset().size());
        QCOMPARE(figure.outside(), std::size_t(0));
    }
}

void MapFigureTest::whatIsOutsideIsCounted()
{
    workspace::ViewState state;
    state.camera = workspace::Camera{-150, 0, 5}; // the Pacific, where nothing is
    m_workspace.apply(state);
    const MapFigure figure(m_workspace, palette(), {.size = {800, 500}});
    QCOMPARE(figure.scene().shownEvents(), std::size_t(0));
    QVERIFY(figure.outside() > 0);
    QCOMPARE(figure.outside() + figure.scene().notOnMap, m_workspace.dataset().size());
    m_workspace.apply({});
}

/// A mark beyond the edge is clipped: it is not shown, and no legend has to explain it.
void MapFigureTest::whatIsCutOffIsOutside()
{
    constexpr QSizeF size(800, 500);
    constexpr double zoom = 5;
    // Suva, west of whose three events there is nothing for far, beyond the eastern edge.
    for (const double beyond : {-5.0, 20.0}) {
        const MercatorPoint suva = events::toMercator(178.4419, -18.1416);
        const double x = suva.x - (size.width() / 2 + beyond) / worldPixels(zoom);
        workspace::ViewState state;
        state.camera = toDegrees({{x, suva.y}, zoom});
        m_workspace.apply(state);
        const MapFigure figure(m_workspace, palette(), {.size = size});
        const std::size_t shown = beyond < 0 ? 3 : 0;
        QCOMPARE(figure.scene().shownEvents(), shown);
        QCOMPARE(figure.outside() + shown + figure.scene().notOnMap, m_workspace.dataset().size());
        QCOMPARE(legendOf(figure.scene(), m_workspace.dataset().kinds()).empty(), shown == 0);
    }
    m_workspace.apply({});
}

void MapFigureTest::samePartOfTheWorldAtEverySize()
{
    workspace::ViewState state;
    state.camera = workspace::Camera{10, 45, 5};
    m_workspace.apply(state);
    const Extent seen = visibleBox(fromDegrees(*state.camera), {900, 600});
    for (const QSizeF size : {QSizeF(300, 200), QSizeF(900, 600), QSizeF(1800, 1200)}) {
        const MapFigure figure(m_workspace, palette(), {.size = size, .seenIn = QSizeF(900, 600)});
        const MapScene scene = figure.scene();
        const Extent shown = visibleBox(scene.camera, scene.size);
        QVERIFY(std::abs(shown.minX - seen.minX) < 1e-9);
        QVERIFY(std::abs(shown.maxY - seen.maxY) < 1e-9);
    }
    // Of another shape it shows all that was seen, and more on two sides.
    const MapFigure wide(m_workspace, palette(), {.size = {1800, 600}, .seenIn = QSizeF(900, 600)});
    const Extent shown = visibleBox(wide.scene().camera, wide.scene().size);
    QVERIFY(shown.minX < seen.minX && shown.maxX > seen.maxX);
    QVERIFY(std::abs(shown.height() - seen.height()) < 1e-9);
    m_workspace.apply({});
}

void MapFigureTest::theLandThatIsKeptLooksAsPainted()
{
    const auto painted = [](MapFigure &figure) {
        QImage image(700, 450, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(20, 10);
        figure.paint(painter);
        return image;
    };
    MapFigure kept(m_workspace, palette(), {.size = {640, 400}});
    painted(kept);
    workspace::ViewState filtered;
    filtered.filters.text = u"nothing has this word"_s;
    m_workspace.apply(filtered);
    MapFigure fresh(m_workspace, palette(), {.size = {640, 400}});
    const QImage again = painted(kept);
    QCOMPARE(again, painted(kept));
    QCOMPARE(again.copy(20, 10, 640, 300), painted(fresh).copy(20, 10, 640, 300));
    m_workspace.apply({});
}

void MapFigureTest::countriesAreShadedAsInTheView()
{
    MapFigure figure(m_workspace, palette(), {.size = {640, 400}});
    const auto atItaly = [&figure] {
        QImage image(640, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        figure.paint(painter);
        const MapScene scene = figure.scene();
        return image.pixelColor(
            toPixel(scene.camera, scene.size, events::toMercator(16.3, 40.7)).toPoint());
    };
    QVERIFY(figure.scene().choropleth.countries.empty());
    const QColor plain = atItaly();
    const auto shadeBy = [this](workspace::Shading shading) {
        m_workspace.change([&](workspace::ViewState &state) { state.shading = shading; });
    };
    shadeBy(workspace::Shading::Stated); // the land that was kept is drawn anew
    MapControl control(&m_workspace);
    control.setSize({640, 400});
    QCOMPARE(figure.scene().choropleth, control.scene().choropleth);
    QVERIFY(!figure.scene().choropleth.countries.empty());
    QVERIFY(atItaly() != plain);
    shadeBy(workspace::Shading::None);
    QCOMPARE(atItaly(), plain);
}

void MapFigureTest::namesStayTextInVectors()
{
    MapFigure figure(m_workspace, palette(), {.size = {1200, 640}});
    const MapScene scene = figure.scene();
    QVERIFY(!scene.labels.empty());
    const QString svg = QString::fromUtf8(asSvg(figure));
    for (const SceneLabel &label : scene.labels)
        QVERIFY2(svg.contains(u">%1</text>"_s.arg(label.text.toHtmlEscaped())),
                 qPrintable(label.text));
    QVERIFY(svg.contains(u"Natural Earth, GeoNames</text>"));
    QVERIFY(!svg.contains(u"<image"));
    for (const SceneChip &chip : scene.chips)
        QVERIFY(svg.contains(u">%1</text>"_s.arg(chip.rows.size())));
}

void MapFigureTest::stripesLieInside()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 50; ++round) {
        QPainterPath shape;
        shape.setFillRule(Qt::OddEvenFill);
        for (int ring = 0; ring < 2; ++ring) {
            QPolygonF polygon;
            for (int i = 0; i < 7; ++i)
                polygon << QPointF(random.bounded(100.0), random.bounded(100.0));
            shape.addPolygon(polygon);
            shape.closeSubpath();
        }
        const QRectF box(10, 20, 70, 60);
        const double step = 3 + random.bounded(5.0);
        const QPainterPath stripes = stripesIn(shape, step, 1.5, box);
        for (int i = 0; i + 1 < stripes.elementCount(); i += 2) {
            const QPointF from = stripes.elementAt(i);
            const QPointF to = stripes.elementAt(i + 1);
            const double number = (from.x() + from.y() - 1.5) / step;
            QVERIFY(std::abs(number - std::round(number)) < 1e-6);
            QVERIFY(std::abs((from.x() + from.y()) - (to.x() + to.y())) < 1e-6);
            QVERIFY(box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(from));
            QVERIFY(box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(to));
            if (std::abs(to.x() - from.x()) > 1e-3)
                QVERIFY(shape.contains((from + to) / 2));
        }
    }
    QPainterPath square;
    square.addRect(0, 0, 10, 10);
    for (const StripeRun run : {StripeRun::Level, StripeRun::Upright}) {
        const QPainterPath five = stripesIn(square, 2, 1, QRectF(0, 0, 10, 8), run);
        const bool level = run == StripeRun::Level;
        QCOMPARE(five.elementCount(), level ? 8 : 10);
        QCOMPARE(five.boundingRect(), level ? QRectF(0, 1, 10, 6) : QRectF(1, 0, 8, 8));
    }
    const QPainterPath one = stripesIn(square, 100, 10, QRectF(0, 0, 10, 10));
    QCOMPARE(one.elementCount(), 2);
    QCOMPARE(one.length(), std::sqrt(200.0));
    QVERIFY(stripesIn(square, 3, 0, QRectF(20, 20, 5, 5)).isEmpty());
    QVERIFY(stripesIn({}, 3, 0, QRectF(0, 0, 5, 5)).isEmpty());
}

QByteArray MapFigureTest::asSvg(MapFigure &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator(QSvgGenerator::SvgVersion::Svg11);
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setViewBox(QRectF(0, 0, 1200, 800));
    QPainter painter(&generator);
    figure.paint(painter);
    painter.end();
    return bytes;
}

} // namespace dateline::map

DATELINE_TEST(map_figure, dateline::map::MapFigureTest)

#include "tst_map_figure.moc"
