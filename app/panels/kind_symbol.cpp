// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/kind_symbol.h>

#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace dateline::panels {

namespace {

/// A point of the shape, in units of half the box: x to the right, y down, the centre is 0.
using Unit = QPointF;

QPolygonF regular(int corners, double radius, double turn = 0)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = (turn + double(i) / corners) * 2 * std::numbers::pi;
        polygon << Unit(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return polygon;
}

QPolygonF star()
{
    QPolygonF polygon;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 == 0 ? 1.08 : 0.48;
        const double angle = double(i) / 10 * 2 * std::numbers::pi;
        polygon << Unit(radius * std::sin(angle), 0.06 - radius * std::cos(angle));
    }
    return polygon;
}

QPolygonF plus(double reach, double width)
{
    return QPolygonF{{-width, -reach}, {width, -reach}, {width, -width},  {reach, -width},
                     {reach, width},   {width, width},  {width, reach},   {-width, reach},
                     {-width, width},  {-reach, width}, {-reach, -width}, {-width, -width}};
}

QPolygonF turned(const QPolygonF &polygon)
{
    const double half = std::numbers::sqrt2 / 2;
    QPolygonF result;
    for (const QPointF &p : polygon)
        result << Unit((p.x() - p.y()) * half, (p.x() + p.y()) * half);
    return result;
}

QPolygonF outline(events::Shape shape)
{
    switch (shape) {
    case events::Shape::Circle:
        break; // no polygon
    case events::Shape::Square:
        return QPolygonF{{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}};
    case events::Shape::Diamond:
        return QPolygonF{{0, -1.05}, {1.05, 0}, {0, 1.05}, {-1.05, 0}};
    case events::Shape::TriangleUp:
        return QPolygonF{{0, -0.98}, {1.04, 0.82}, {-1.04, 0.82}};
    case events::Shape::TriangleDown:
        return QPolygonF{{0, 0.98}, {1.04, -0.82}, {-1.04, -0.82}};
    case events::Shape::Pentagon:
        return regular(5, 1.0);
    case events::Shape::Hexagon:
        return regular(6, 0.98);
    case events::Shape::Star:
        return star();
    case events::Shape::Cross:
        return turned(plus(1.1, 0.36));
    case events::Shape::Plus:
        return plus(1.0, 0.36);
    case events::Shape::Chevron:
        return QPolygonF{{-0.85, -0.9}, {0.15, -0.9}, {1.0, 0}, {0.15, 0.9}, {-0.85, 0.9}, {0, 0}};
    case events::Shape::Bar:
        return QPolygonF{{-1.0, -0.52}, {1.0, -0.52}, {1.0, 0.52}, {-1.0, 0.52}};
    }
    return {};
}

bool isDateUncertain(std::string_view edtf)
{
    return edtf.empty() || edtf.find_first_of("?~%X") != std::string_view::npos;
}

void paintFill(QPainter &painter, const QPainterPath &path, const QRectF &box,
               const KindSymbol &symbol, const QColor &ground)
{
    const bool solid = symbol.fill == Fill::Solid;
    painter.fillPath(path, solid ? symbol.colour : ground);
    const QPointF centre = box.center();
    const double radius = box.width() / 2;
    if (symbol.fill == Fill::Half) {
        painter.save();
        painter.setClipPath(path, Qt::IntersectClip);
        painter.fillRect(QRectF(box.left(), centre.y(), box.width(), radius + 1), symbol.colour);
        painter.restore();
    } else if (symbol.fill == Fill::Dot) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(symbol.colour);
        painter.drawEllipse(centre, radius * 0.3, radius * 0.3);
    } else if (symbol.fill == Fill::Target) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(symbol.colour, std::max(1.0, radius * 0.16)));
        painter.drawEllipse(centre, radius * 0.38, radius * 0.38);
    }
}

} // namespace

Fill fillOf(events::Standing standing)
{
    switch (standing) {
    case events::Standing::OfficiallyConfirmed:
        return Fill::Solid;
    case events::Standing::SeveralOrigins:
    case events::Standing::Disputed:
        return Fill::Half;
    case events::Standing::Closed:
        return Fill::Dot;
    case events::Standing::ConcludedWithoutFinding:
        return Fill::Target;
    case events::Standing::SingleClaim:
    case events::Standing::Denied:
        break;
    }
    return Fill::Ring;
}

KindSymbol symbolOf(const events::Dataset &dataset, events::Row event, const Look &look)
{
    const events::EventColumns &columns = dataset.columns();
    KindSymbol symbol = symbolOf(dataset.kinds()[columns.kind[event]], look);
    symbol.fill = fillOf(columns.standing[event]);
    symbol.denied = columns.denied[event] != 0;
    symbol.uncertain = isDateUncertain(columns.date.utf8(event));
    return symbol;
}

KindSymbol symbolOf(const events::Kind &kind, const Look &look)
{
    return {.shape = kind.shape, .colour = symbology::colourOfKind(kind.colour, look.theme())};
}

KindSymbol symbolOf(events::Standing standing, const Look &look)
{
    return {.colour = look.text(),
            .fill = fillOf(standing),
            .denied
            = standing == events::Standing::Denied || standing == events::Standing::Disputed};
}

QPainterPath shapePath(events::Shape shape, const QRectF &box)
{
    const double unit = box.width() / 2 * 0.92;
    QPainterPath path;
    if (shape == events::Shape::Circle) {
        path.addEllipse(box.center(), unit * 0.94, unit * 0.94);
        return path;
    }
    QPolygonF polygon = outline(shape);
    for (QPointF &p : polygon)
        p = box.center() + p * unit;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

void paintSymbol(QPainter &painter, const QRectF &box, const KindSymbol &symbol,
                 const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(1.25, box.width() * 0.1);
    const QRectF inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    const QPainterPath path = shapePath(symbol.shape, inner);
    paintFill(painter, path, inner, symbol, ground);
    QPen pen(symbol.colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (symbol.uncertain)
        pen.setDashPattern({1.2, 1.2});
    painter.strokePath(path, pen);
    if (symbol.denied) {
        // A gap in the colour of the ground keeps the bar visible on a filled symbol.
        const QLineF bar(box.bottomLeft(), box.topRight());
        painter.setPen(QPen(ground, width * 2.6));
        painter.drawLine(bar);
        painter.setPen(QPen(symbol.colour, width * 1.1));
        painter.drawLine(bar);
    }
    painter.restore();
}

} // namespace dateline::panels
