// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/symbol_painting.h>

#include <symbology/shape_outline.h>

#include <QHash>
#include <QImage>
#include <QPaintEngine>
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

/// Where the box of an outline with its line goes on the device: between two pixels on each side.
QRectF boxOnDevice(const ShapeOutline &outline, const QPointF &centre, double size, double line,
                   const QTransform &toDevice)
{
    const double radius = (size - line) / 2;
    const QRectF box(outline.bounds.topLeft() * radius + centre, outline.bounds.size() * radius);
    const QRectF blurred = toDevice.mapRect(box.adjusted(-line / 2, -line / 2, line / 2, line / 2));
    const QSizeF extent(std::max(1.0, std::round(blurred.width())),
                        std::max(1.0, std::round(blurred.height())));
    // What lies in the middle between two pixels, but for the noise of doubles, goes to the same
    // one wherever the device begins.
    const auto snapped = [](double at) { return std::floor(at + 0.5 + 1.0 / 1024); };
    return {QPointF(snapped(blurred.center().x() - extent.width() / 2),
                    snapped(blurred.center().y() - extent.height() / 2)),
            extent};
}

/// From the units of an outline to the painter's, for a line of width `line`. Moved and stretched
/// by less than a pixel, so that flat sides end between two pixels of the device and not inside
/// one.
QTransform placeOf(const ShapeOutline &outline, const QPointF &centre, double size, double line,
                   const QTransform &toDevice)
{
    if (toDevice.type() > QTransform::TxScale) {
        const double radius = (size - line) / 2;
        return QTransform::fromTranslate(centre.x(), centre.y()).scale(radius, radius);
    }
    const QRectF sharp = toDevice.inverted()
                             .mapRect(boxOnDevice(outline, centre, size, line, toDevice))
                             .adjusted(line / 2, line / 2, -line / 2, -line / 2);
    QTransform place = QTransform::fromTranslate(sharp.x(), sharp.y());
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

void paintShapes(QPainter &painter, const QPointF &centre, double size, const EventSymbol &symbol,
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

/// How a symbol looks on pixels, wherever it stands: what an image of it is kept by.
struct Look
{
    EventSymbol symbol;
    QColor ground;
    QColor halo;
    double size = 0;
    double scale = 1; ///< pixels of the device per unit

    friend bool operator==(const Look &, const Look &) = default;
    friend std::size_t qHash(const Look &look, std::size_t seed = 0)
    {
        return qHashMulti(seed, look.symbol.shape, look.symbol.fill, look.symbol.denied,
                          look.symbol.uncertain, look.symbol.colour.rgba(), look.ground.rgba(),
                          look.halo.rgba(), look.size, look.scale);
    }
};

struct Stamp
{
    QImage image;
    QPointF corner; ///< of boxOnDevice() in the image
};

Stamp stampOf(const Look &look)
{
    const double reach
        = (look.size * (symbolReach + haloShare) + lineOf(look.size)) * look.scale + 1;
    const int half = int(std::ceil(reach));
    Stamp stamp{QImage(2 * half, 2 * half, QImage::Format_ARGB32_Premultiplied), {}};
    stamp.image.fill(Qt::transparent);
    const QPointF centre = QPointF(half, half) / look.scale;
    const QTransform toDevice = QTransform::fromScale(look.scale, look.scale);
    stamp.corner
        = boxOnDevice(outlineOf(look.symbol.shape), centre, look.size, lineOf(look.size), toDevice)
              .topLeft();
    QPainter painter(&stamp.image);
    painter.setTransform(toDevice);
    paintShapes(painter, centre, look.size, look.symbol, look.ground, look.halo);
    painter.end();
    stamp.image.setDevicePixelRatio(look.scale);
    return stamp;
}

/// Paints from an image that is kept for the look, which on the grid of the device's pixels is the
/// same everywhere; false where there is no such grid, or where it is too coarse or too large to
/// keep. Thirty times as fast as its shapes.
bool paintStamp(QPainter &painter, const QPointF &centre, const Look &look)
{
    constexpr double largest = 64;
    constexpr qsizetype most = 2000;
    const QTransform toDevice = painter.deviceTransform();
    if (!paintsUprightPixels(painter) || toDevice.m11() < 1 || look.size * look.scale > largest)
        return false;
    static thread_local QHash<Look, Stamp> stamps;
    if (stamps.size() > most)
        stamps.clear();
    auto stamp = stamps.constFind(look);
    if (stamp == stamps.cend())
        stamp = stamps.insert(look, stampOf(look));
    const QPointF corner
        = boxOnDevice(outlineOf(look.symbol.shape), centre, look.size, lineOf(look.size), toDevice)
              .topLeft();
    painter.drawImage(toDevice.inverted().map(corner - stamp->corner), stamp->image);
    return true;
}

} // namespace

void paintSymbol(QPainter &painter, const QPointF &centre, double size, const EventSymbol &symbol,
                 const QColor &ground, const QColor &halo)
{
    if (!paintStamp(painter, centre, {symbol, ground, halo, size, painter.deviceTransform().m11()}))
        paintShapes(painter, centre, size, symbol, ground, halo);
}

void paintSymbol(QPainter &painter, const QRectF &box, const EventSymbol &symbol,
                 const QColor &ground)
{
    paintSymbol(painter, box.center(), box.width() / (2 * symbolReach), symbol, ground);
}

bool paintsUprightPixels(const QPainter &painter)
{
    const QTransform toDevice = painter.deviceTransform();
    return painter.paintEngine()->type() == QPaintEngine::Raster
        && toDevice.type() <= QTransform::TxScale && toDevice.m11() == toDevice.m22()
        && painter.compositionMode() == QPainter::CompositionMode_SourceOver;
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
