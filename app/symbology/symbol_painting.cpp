// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/symbol_painting.h>

#include <symbology/shape_outline.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::symbology {

namespace {

// Shares of a symbol's size.
constexpr double lineShare = 0.115;
constexpr double haloShare = 0.1;
constexpr double dotShare = 0.23; // more than half the gap of the bar, which may lie over it
constexpr double targetShare = 0.265;
constexpr double targetLineShare = 0.08;
constexpr double barReach = 0.56;

// Multiples of the line.
constexpr double barWidth = 1;
constexpr double barGap = 2.1;
constexpr double dotLength = 1.2;

constexpr double thinnestLine = 1.2;
constexpr double thinnestTarget = 1;

double lineOf(double size)
{
    return std::max(thinnestLine, size * lineShare);
}

/// From the units of an outline to the painter's, for a line of width `line`. Moved and stretched
/// by less than a pixel, so that flat sides end between two pixels of the device and not inside
/// one.
QTransform placeOf(const ShapeOutline &outline, const QPointF &centre, double size, double line,
                   const QTransform &toDevice)
{
    const double radius = (size - line) / 2;
    QTransform place = QTransform::fromTranslate(centre.x(), centre.y());
    place.scale(radius, radius);
    if (toDevice.type() > QTransform::TxScale)
        return place;
    const auto withLine = [line](const QRectF &box, double share) {
        const double margin = line / 2 * share;
        return box.adjusted(-margin, -margin, margin, margin);
    };
    const QRectF blurred = toDevice.mapRect(withLine(place.mapRect(outline.bounds), 1));
    const QSizeF extent(std::max(1.0, std::round(blurred.width())),
                        std::max(1.0, std::round(blurred.height())));
    const QPointF corner(std::round(blurred.center().x() - extent.width() / 2),
                         std::round(blurred.center().y() - extent.height() / 2));
    const QRectF sharp = withLine(toDevice.inverted().mapRect(QRectF(corner, extent)), -1);
    place = QTransform::fromTranslate(sharp.x(), sharp.y());
    place.scale(sharp.width() / outline.bounds.width(), sharp.height() / outline.bounds.height());
    return place.translate(-outline.bounds.x(), -outline.bounds.y());
}

void paintFill(QPainter &painter, const ShapeOutline &outline, const QTransform &place, double size,
               const EventSymbol &symbol)
{
    const QPointF heart = place.map(outline.heart);
    switch (symbol.fill) {
    case Fill::Solid:
        painter.fillPath(place.map(outline.path), symbol.colour);
        break;
    case Fill::Half:
        painter.fillPath(place.map(outline.lowerHalf), symbol.colour);
        break;
    case Fill::Ring:
        break;
    case Fill::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(symbol.colour);
        painter.drawEllipse(heart, size * dotShare, size * dotShare);
        break;
    case Fill::Target:
        painter.setPen(QPen(symbol.colour, std::max(thinnestTarget, size * targetLineShare)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(heart, size * targetShare, size * targetShare);
        break;
    }
}

/// Dots that go into the outline a whole number of times, so that none is cut where it closes.
QPen dotted(QPen pen, const QPainterPath &path)
{
    const double length = path.length() / pen.widthF();
    const double dots = std::max(3.0, std::round(length / (2 * dotLength)));
    pen.setDashPattern({length / dots / 2, length / dots / 2});
    return pen;
}

} // namespace

void paintSymbol(QPainter &painter, const QPointF &centre, double size, const EventSymbol &symbol,
                 const QColor &ground, const QColor &halo)
{
    const ShapeOutline &outline = outlineOf(symbol.shape);
    const double line = lineOf(size);
    const QTransform place = placeOf(outline, centre, size, line, painter.deviceTransform());
    const QPainterPath path = place.map(outline.path);
    const QPen pen(symbol.colour, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (halo.isValid())
        painter.strokePath(
            path,
            QPen(halo, line + 2 * haloShare * size, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, ground);
    paintFill(painter, outline, place, size, symbol);
    if (symbol.uncertain) {
        // Between the dots the ground shows, also around a symbol that is filled.
        painter.strokePath(path, QPen(ground, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.strokePath(path, dotted(pen, path));
    } else {
        painter.strokePath(path, pen);
    }
    if (symbol.denied)
        paintDenialBar(painter, place.map(QPointF()), size, symbol.colour, ground);
    painter.restore();
}

void paintSymbol(QPainter &painter, const QRectF &box, const EventSymbol &symbol,
                 const QColor &ground)
{
    paintSymbol(painter, box.center(), box.width() / (2 * symbolReach), symbol, ground);
}

void paintDenialBar(QPainter &painter, const QPointF &centre, double size, const QColor &colour,
                    const QColor &ground)
{
    const QPointF reach(size * barReach, -size * barReach);
    const double width = barWidth * lineOf(size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ground, width * barGap, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre - reach, centre + reach);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre - reach, centre + reach);
    painter.restore();
}

} // namespace dateline::symbology
