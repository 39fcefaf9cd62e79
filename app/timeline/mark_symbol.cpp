// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_symbol.h>

#include <QPainter>
#include <QPolygonF>
#include <QTransform>

#include <array>
#include <cmath>
#include <numbers>

namespace dateline::timeline {

using events::Shape;
using events::Standing;

namespace {

constexpr std::size_t shapeCount = std::size_t(Shape::Bar) + 1;

/// A polygon with its corners on circles of the given radii, taken in turn; the first one on top.
QPolygonF corners(int count, std::initializer_list<double> radii, double turn = 0)
{
    QPolygonF polygon;
    auto radius = radii.begin();
    for (int i = 0; i < count; ++i) {
        const double angle = (double(i) / count + turn) * 2 * std::numbers::pi;
        polygon << QPointF(std::sin(angle) * *radius, -std::cos(angle) * *radius);
        if (++radius == radii.end())
            radius = radii.begin();
    }
    return polygon;
}

QPainterPath strokes(double turn)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRect(-0.55, -0.19, 1.1, 0.38);
    path.addRect(-0.19, -0.55, 0.38, 1.1);
    QTransform rotation;
    rotation.rotate(turn);
    return rotation.map(path.simplified());
}

QPainterPath outlineOf(Shape shape)
{
    QPainterPath path;
    switch (shape) {
    case Shape::Circle:
        path.addEllipse(QPointF(), 0.5, 0.5);
        break;
    case Shape::Square:
        path.addRect(-0.44, -0.44, 0.88, 0.88);
        break;
    case Shape::Diamond:
        path.addPolygon(corners(4, {0.6}));
        break;
    case Shape::TriangleUp:
        path.addPolygon(corners(3, {0.66}).translated(0, 0.1));
        break;
    case Shape::TriangleDown:
        path.addPolygon(corners(3, {0.66}, 0.5).translated(0, -0.1));
        break;
    case Shape::Pentagon:
        path.addPolygon(corners(5, {0.57}).translated(0, 0.03));
        break;
    case Shape::Hexagon:
        path.addPolygon(corners(6, {0.55}));
        break;
    case Shape::Star:
        path.addPolygon(corners(10, {0.66, 0.29}).translated(0, 0.04));
        break;
    case Shape::Cross:
        return strokes(45);
    case Shape::Plus:
        return strokes(0);
    case Shape::Chevron:
        path.addPolygon(QPolygonF(
            {{-0.5, -0.5}, {0.05, -0.5}, {0.55, 0}, {0.05, 0.5}, {-0.5, 0.5}, {-0.1, 0}}));
        break;
    case Shape::Bar:
        path.addRect(-0.58, -0.28, 1.16, 0.56);
        break;
    }
    path.closeSubpath();
    return path;
}

void paintStanding(QPainter &painter, const QPainterPath &path, const QPointF &centre, double size,
                   const MarkSymbol &symbol, const QColor &ground)
{
    const bool solid = symbol.standing == Standing::OfficiallyConfirmed;
    painter.fillPath(path, solid ? symbol.colour : ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(symbol.colour);
    switch (symbol.standing) {
    case Standing::SeveralOrigins:
    case Standing::Disputed: {
        QPainterPath lower;
        lower.addRect(QRectF(centre.x() - size, centre.y(), 2 * size, size));
        painter.fillPath(path.intersected(lower), symbol.colour);
        break;
    }
    case Standing::Closed:
        painter.drawEllipse(centre, size * 0.17, size * 0.17);
        break;
    case Standing::ConcludedWithoutFinding:
        painter.setPen(QPen(symbol.colour, std::max(1.0, size * 0.08)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, size * 0.2, size * 0.2);
        break;
    case Standing::SingleClaim:
    case Standing::Denied:
    case Standing::OfficiallyConfirmed:
        break;
    }
}

} // namespace

const QPainterPath &unitOutline(Shape shape)
{
    static const std::array outlines = [] {
        std::array<QPainterPath, shapeCount> paths;
        for (std::size_t i = 0; i < shapeCount; ++i)
            paths[i] = outlineOf(Shape(i));
        return paths;
    }();
    return outlines[std::size_t(shape)];
}

void paintDenial(QPainter &painter, const QPointF &centre, double size, const QColor &colour,
                 const QColor &ground)
{
    const QPointF reach(size * 0.62, -size * 0.62);
    const double width = std::max(1.2, size * 0.14);
    painter.setPen(QPen(ground, width * 2.2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre - reach, centre + reach);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre - reach, centre + reach);
}

void paintMarkSymbol(QPainter &painter, const QPointF &centre, double size,
                     const MarkSymbol &symbol, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.1, size * 0.13);
    QTransform place;
    place.translate(centre.x(), centre.y());
    place.scale(size - line, size - line);
    const QPainterPath path = place.map(unitOutline(symbol.shape));
    paintStanding(painter, path, centre, size, symbol, ground);
    QPen pen(symbol.colour, line);
    pen.setJoinStyle(Qt::MiterJoin);
    if (symbol.dotted)
        pen.setDashPattern({1.0, 1.0});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (symbol.denied)
        paintDenial(painter, centre, size, symbol.colour, ground);
    painter.restore();
}

} // namespace dateline::timeline
