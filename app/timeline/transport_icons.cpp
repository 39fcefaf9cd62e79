// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/transport_icons.h>

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace dateline::timeline {

namespace {

constexpr double gridSize = 16;

QPainterPath triangle(double left, double right)
{
    QPainterPath path(QPointF(left, 3));
    path.lineTo(right, 8);
    path.lineTo(left, 13);
    path.closeSubpath();
    return path;
}

/// What is filled.
QPainterPath solidPart(Glyph glyph)
{
    QPainterPath path;
    switch (glyph) {
    case Glyph::Play:
        return triangle(4.5, 13);
    case Glyph::Pause:
        path.addRect(4, 3, 3, 10);
        path.addRect(9, 3, 3, 10);
        break;
    case Glyph::StepBack:
        path = triangle(11.5, 5);
        path.addRect(3, 3, 1.6, 10);
        break;
    case Glyph::StepForward:
        path = triangle(4.5, 11);
        path.addRect(11.4, 3, 1.6, 10);
        break;
    case Glyph::Once:
        path.addPolygon(QPolygonF({{9, 5}, {12.5, 8}, {9, 11}}));
        path.addRect(12.5, 3.5, 1.5, 9);
        break;
    case Glyph::Loop:
        path.addPolygon(QPolygonF({{10.2, 1.2}, {13.4, 4}, {10.2, 6.8}}));
        path.addPolygon(QPolygonF({{5.8, 9.2}, {2.6, 12}, {5.8, 14.8}}));
        break;
    case Glyph::Bounce:
        path.addPolygon(QPolygonF({{11, 5}, {14.5, 8}, {11, 11}}));
        path.addPolygon(QPolygonF({{5, 5}, {1.5, 8}, {5, 11}}));
        break;
    case Glyph::Legend:
        for (const double y : {3.0, 7.0, 11.0})
            path.addEllipse(QRectF(1.5, y, 3, 3));
        break;
    case Glyph::Clear:
    case Glyph::Growth:
        break;
    }
    return path;
}

/// What is drawn with a pen.
QPainterPath linePart(Glyph glyph)
{
    QPainterPath path;
    switch (glyph) {
    case Glyph::Clear:
        path.moveTo(4, 4);
        path.lineTo(12, 12);
        path.moveTo(12, 4);
        path.lineTo(4, 12);
        break;
    case Glyph::Once:
        path.moveTo(2, 8);
        path.lineTo(9.5, 8);
        break;
    case Glyph::Loop:
        path.moveTo(3, 8);
        path.lineTo(3, 4);
        path.lineTo(10.4, 4);
        path.moveTo(13, 8);
        path.lineTo(13, 12);
        path.lineTo(5.6, 12);
        break;
    case Glyph::Bounce:
        path.moveTo(4.5, 8);
        path.lineTo(11.5, 8);
        break;
    case Glyph::Growth:
        path.moveTo(2, 13);
        path.lineTo(6, 13);
        path.lineTo(6, 9);
        path.lineTo(10, 9);
        path.lineTo(10, 4);
        path.lineTo(14.5, 4);
        break;
    case Glyph::Legend:
        for (const double y : {4.5, 8.5, 12.5}) {
            path.moveTo(7, y);
            path.lineTo(14, y);
        }
        break;
    case Glyph::Play:
    case Glyph::Pause:
    case Glyph::StepBack:
    case Glyph::StepForward:
        break;
    }
    return path;
}

/// Draws the paths at whatever size is asked for.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, const QColor &colour)
        : m_glyph(glyph)
        , m_colour(colour)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double size = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(mode == QIcon::Disabled ? 0.35 : 1.0);
        painter->translate(rect.x() + (rect.width() - size) / 2,
                           rect.y() + (rect.height() - size) / 2);
        painter->scale(size / gridSize, size / gridSize);
        painter->fillPath(solidPart(m_glyph), m_colour);
        painter->setPen(QPen(m_colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(linePart(m_glyph));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixels(size);
        pixels.fill(Qt::transparent);
        QPainter painter(&pixels);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixels;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    QColor m_colour;
};

} // namespace

QIcon glyphIcon(Glyph glyph, const QColor &colour)
{
    return QIcon(new GlyphEngine(glyph, colour));
}

} // namespace dateline::timeline
