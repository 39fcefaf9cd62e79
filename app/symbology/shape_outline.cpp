// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/shape_outline.h>

#include <QPolygonF>
#include <QTransform>

#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace dateline::symbology {

using events::Shape;

namespace {

constexpr std::size_t shapeCount = std::size_t(Shape::Bar) + 1;

/// How far from its centroid a triangle hangs in the middle for the eye.
constexpr double triangleShift = 0.2;

/// A polygon with its corners on circles of the given radii, taken in turn; the first one on top.
QPolygonF corners(int count, std::initializer_list<double> radii)
{
    QPolygonF polygon;
    auto radius = radii.begin();
    for (int i = 0; i < count; ++i) {
        const double angle = double(i) / count * 2 * std::numbers::pi;
        polygon << QPointF(*radius * std::sin(angle), -*radius * std::cos(angle));
        if (++radius == radii.end())
            radius = radii.begin();
    }
    return polygon;
}

QPolygonF rectangle(double halfWidth, double halfHeight)
{
    return QRectF(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight);
}

QPolygonF plus()
{
    constexpr double reach = 1.08;
    constexpr double arm = 0.38;
    return QPolygonF{{-arm, -reach}, {arm, -reach}, {arm, -arm},    {reach, -arm},
                     {reach, arm},   {arm, arm},    {arm, reach},   {-arm, reach},
                     {-arm, arm},    {-reach, arm}, {-reach, -arm}, {-arm, -arm}};
}

QPolygonF chevron()
{
    return QPolygonF{{-1, -1}, {0.1, -1}, {1.1, 0}, {0.1, 1}, {-1, 1}, {-0.25, 0}};
}

QPolygonF turned(const QPolygonF &polygon, double degrees)
{
    return QTransform().rotate(degrees).map(polygon);
}

ShapeOutline closed(QPainterPath path, const QPointF &heart = {})
{
    path.closeSubpath();
    const QRectF bounds = path.boundingRect();
    QPainterPath below;
    below.addRect(QRectF(QPointF(bounds.left() - 1, heart.y()),
                         QPointF(bounds.right() + 1, bounds.bottom() + 1)));
    return {path, path.intersected(below), bounds, heart};
}

ShapeOutline closed(const QPolygonF &polygon, const QPointF &heart = {})
{
    QPainterPath path;
    path.addPolygon(polygon);
    return closed(path, heart);
}

ShapeOutline circle()
{
    QPainterPath path;
    path.addEllipse(QPointF(), 1, 1);
    return closed(path);
}

ShapeOutline makeOutline(Shape shape)
{
    switch (shape) {
    case Shape::Circle:
        break;
    case Shape::Square:
        return closed(rectangle(0.87, 0.87));
    case Shape::Diamond:
        return closed(corners(4, {1.16}));
    case Shape::TriangleUp:
        return closed(corners(3, {1.35}).translated(0, triangleShift), {0, triangleShift});
    case Shape::TriangleDown:
        return closed(turned(corners(3, {1.35}), 180).translated(0, -triangleShift),
                      {0, -triangleShift});
    case Shape::Pentagon:
        return closed(corners(5, {1.1}).translated(0, 0.06), {0, 0.06});
    case Shape::Hexagon:
        return closed(corners(6, {1.06}));
    case Shape::Star:
        return closed(corners(10, {1.24, 0.66}).translated(0, 0.06), {0, 0.06});
    case Shape::Cross:
        return closed(turned(plus(), 45));
    case Shape::Plus:
        return closed(plus());
    case Shape::Chevron:
        return closed(chevron(), {0.3, 0});
    case Shape::Bar:
        return closed(rectangle(1.14, 0.66));
    }
    return circle();
}

} // namespace

const ShapeOutline &outlineOf(Shape shape)
{
    static const std::array outlines = [] {
        std::array<ShapeOutline, shapeCount> made;
        for (std::size_t i = 0; i < shapeCount; ++i)
            made[i] = makeOutline(Shape(i));
        return made;
    }();
    return outlines[std::size_t(shape)];
}

} // namespace dateline::symbology
