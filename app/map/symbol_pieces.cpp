// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/symbol_pieces.h>

#include <map/stripes.h>
#include <symbology/symbol_painting.h>

#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace dateline::map {

namespace {

constexpr double badgeRadius = 4.6;
constexpr double badgeLine = 1.2;
constexpr double edgeWidth = 1.2;
constexpr double sheetHalo = 3;
constexpr double behind = 2.5; ///< from a sheet to the one behind it

/// What an image of a piece is kept by.
struct Look
{
    enum class Piece : std::uint8_t { Disc, Sheet, Sheets, Badge };

    Piece piece = Piece::Disc;
    QSizeF size;
    std::array<QRgb, 3> colours{};
    double scale = 1; ///< pixels of the device per unit

    friend bool operator==(const Look &, const Look &) = default;
    friend std::size_t qHash(const Look &look, std::size_t seed = 0)
    {
        return qHashMulti(seed, look.piece, look.size.width(), look.size.height(), look.colours[0],
                          look.colours[1], look.colours[2], look.scale);
    }
};

/// The corner between pixels that is nearest to a position of a painter, in its coordinates;
/// nothing where it does not paint pixels, or where its origin lies inside one.
std::optional<QPointF> nearestCorner(const QPainter &painter, const QPointF &at)
{
    const QTransform toDevice = painter.deviceTransform();
    const QPointF origin = toDevice.map(QPointF());
    if (!symbology::paintsUprightPixels(painter) || origin != origin.toPoint())
        return std::nullopt;
    return toDevice.inverted().map(toDevice.map(at).toPoint().toPointF());
}

/// Paints a piece around `centre`; `paint` paints its shapes around the origin, no farther than
/// `reach`.
template<typename Paint>
void paintKept(QPainter &painter, const QPointF &centre, double reach, Look look,
               const Paint &paint)
{
    const std::optional<QPointF> corner = nearestCorner(painter, centre);
    if (!corner) {
        painter.save();
        painter.translate(centre);
        paint(painter);
        painter.restore();
        return;
    }
    constexpr qsizetype most = 500;
    static thread_local QHash<Look, QImage> images;
    if (images.size() > most)
        images.clear();
    look.scale = painter.deviceTransform().m11();
    const int half = int(std::ceil(reach * look.scale)) + 1;
    auto image = images.find(look);
    if (image == images.end()) {
        image
            = images.insert(look, QImage(2 * half, 2 * half, QImage::Format_ARGB32_Premultiplied));
        image->fill(Qt::transparent);
        QPainter inside(&*image);
        inside.setRenderHint(QPainter::Antialiasing);
        inside.translate(half, half);
        inside.scale(look.scale, look.scale);
        paint(inside);
        inside.end();
        image->setDevicePixelRatio(look.scale);
    }
    painter.drawImage(*corner - QPointF(half, half) / look.scale, *image);
}

/// Stripes as those of the country, at the left end of its counter.
void paintStripes(QPainter &painter, const QSizeF &size, const MapPalette &palette)
{
    const QPainterPath inside = sheetOutline(size - QSizeF(2, 2));
    const double width = 5 * palette.scale();
    const double step = 3.6 * palette.scale();
    const QRectF end(-size.width() / 2, -size.height() / 2, width, size.height());
    const QPen pen(palette.hatch, edgeWidth * palette.scale());
    if (keepsVectors(painter)) {
        painter.strokePath(stripesIn(inside, step, 0, end), pen);
        return;
    }
    painter.save();
    painter.setClipPath(inside, Qt::IntersectClip);
    painter.setClipRect(end, Qt::IntersectClip);
    painter.setPen(pen);
    for (double y = -size.height(); y < size.height(); y += step)
        painter.drawLine(QPointF(-size.width() / 2, y + width),
                         QPointF(-size.width() / 2 + width, y));
    painter.restore();
}

} // namespace

bool keepsVectors(const QPainter &painter)
{
    return painter.paintEngine()->type() != QPaintEngine::Raster;
}

QPainterPath sheetOutline(const QSizeF &size)
{
    QRectF box({0, 0}, size);
    box.moveCenter({0, 0});
    QPainterPath path;
    path.addRoundedRect(box, 3.5, 3.5);
    return path;
}

void drawDisc(QPainter &painter, double radius, const QColor &colour)
{
    const Look look{Look::Piece::Disc, QSizeF(radius, radius), {colour.rgba()}};
    paintKept(painter, {}, radius, look, [radius, &colour](QPainter &on) {
        QPainterPath circle;
        circle.addEllipse(QPointF(), radius, radius);
        on.fillPath(circle, colour);
    });
}

void drawSheet(QPainter &painter, const QSizeF &size, bool forSeveral, const MapPalette &palette)
{
    const double scale = palette.scale();
    const Look look{forSeveral ? Look::Piece::Sheets : Look::Piece::Sheet,
                    size,
                    {palette.halo.rgba(), palette.paper.rgba(), palette.hatch.rgba()}};
    const double reach = std::max(size.width(), size.height()) / 2 + (behind + sheetHalo) * scale;
    paintKept(painter, {}, reach, look, [&](QPainter &on) {
        const QPainterPath outline = sheetOutline(size);
        const QPen edge(palette.hatch, edgeWidth * scale);
        if (forSeveral) {
            const QPainterPath second = outline.translated(behind * scale, -behind * scale);
            on.fillPath(second, palette.paper);
            on.strokePath(second, edge);
        }
        on.strokePath(outline, QPen(palette.halo, sheetHalo * scale));
        on.fillPath(outline, palette.paper);
        paintStripes(on, size, palette);
        on.strokePath(outline, edge);
    });
}

void drawDenialBadge(QPainter &painter, const QPointF &centre, const MapPalette &palette)
{
    const double radius = badgeRadius * palette.scale();
    const double line = badgeLine * palette.scale();
    const Look look{
        Look::Piece::Badge, QSizeF(radius, radius), {palette.ink.rgba(), palette.paper.rgba()}};
    paintKept(painter, centre, radius + line, look, [&](QPainter &on) {
        on.setPen(QPen(palette.ink, line));
        on.setBrush(palette.paper);
        on.drawEllipse(QPointF(), radius, radius);
        const double d = radius * std::numbers::sqrt2 / 2;
        on.setPen(QPen(palette.ink, 1.7 * palette.scale()));
        on.drawLine(QPointF(-d, d), QPointF(d, -d));
    });
}

} // namespace dateline::map
