// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/glyphs.h>

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace dateline::panels {

namespace {

/// Maps a drawing of 16 by 16 units onto a box.
class Sketch
{
public:
    explicit Sketch(const QRectF &box)
        : m_box(box)
    {}

    [[nodiscard]] QPointF at(double x, double y) const
    {
        return {m_box.left() + x / 16 * m_box.width(), m_box.top() + y / 16 * m_box.height()};
    }
    void line(std::initializer_list<QPointF> points)
    {
        QPolygonF polygon;
        for (const QPointF &p : points)
            polygon << at(p.x(), p.y());
        m_path.addPolygon(polygon);
    }
    void circle(double x, double y, double radius)
    {
        m_path.addEllipse(at(x, y), radius / 16 * m_box.width(), radius / 16 * m_box.height());
    }
    void box(double x, double y, double width, double height)
    {
        m_path.addRoundedRect(QRectF(at(x, y), at(x + width, y + height)), 1.5, 1.5);
    }
    void stroke(QPainter &painter, const QColor &colour) const
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const double width = std::max(1.2, m_box.width() / 16 * 1.6);
        painter.strokePath(m_path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.restore();
    }

private:
    QRectF m_box;
    QPainterPath m_path;
};

void speech(Sketch &sketch)
{
    sketch.line({{2, 3}, {14, 3}, {14, 11}, {8, 11}, {5, 14}, {5, 11}, {2, 11}, {2, 3}});
}

} // namespace

void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &colour)
{
    Sketch sketch(box);
    switch (glyph) {
    case Glyph::None:
        return;
    case Glyph::Left:
        sketch.line({{10, 3}, {5, 8}, {10, 13}});
        break;
    case Glyph::Right:
        sketch.line({{6, 3}, {11, 8}, {6, 13}});
        break;
    case Glyph::Down:
        sketch.line({{3, 6}, {8, 11}, {13, 6}});
        break;
    case Glyph::Cross:
        sketch.line({{4, 4}, {12, 12}});
        sketch.line({{12, 4}, {4, 12}});
        break;
    case Glyph::Copy:
        sketch.box(5.5, 5.5, 8, 8);
        sketch.line({{3, 10.5}, {2.5, 10.5}, {2.5, 2.5}, {10.5, 2.5}, {10.5, 3}});
        break;
    case Glyph::Check:
        sketch.line({{3.5, 8.5}, {6.5, 11.5}, {12.5, 4.5}});
        break;
    case Glyph::Search:
        sketch.circle(7, 7, 4.4);
        sketch.line({{10.4, 10.4}, {14, 14}});
        break;
    }
    sketch.stroke(painter, colour);
}

void paintStance(QPainter &painter, const QRectF &box, events::Stance stance, const QColor &colour)
{
    Sketch sketch(box);
    switch (stance) {
    case events::Stance::Asserts: // speech with lines
        speech(sketch);
        sketch.line({{5, 6}, {11, 6}});
        sketch.line({{5, 8.5}, {9, 8.5}});
        break;
    case events::Stance::Confirms: // a tick in a circle
        sketch.circle(8, 8, 6.3);
        sketch.line({{5, 8.3}, {7.2, 10.5}, {11, 5.8}});
        break;
    case events::Stance::Denies: // a circle with a bar across, like the symbol of a denied event
        sketch.circle(8, 8, 6.3);
        sketch.line({{3.6, 12.4}, {12.4, 3.6}});
        break;
    case events::Stance::Disputes: // not equal
        sketch.line({{2.5, 6}, {13.5, 6}});
        sketch.line({{2.5, 10}, {13.5, 10}});
        sketch.line({{4.5, 13.5}, {11.5, 2.5}});
        break;
    case events::Stance::Corrects: // a pencil
        sketch.line({{2.5, 13.5}, {3.3, 10.2}, {11, 2.5}, {13.5, 5}, {5.8, 12.7}, {2.5, 13.5}});
        break;
    case events::Stance::Closes: // a shut door
        sketch.box(3.5, 2, 9, 12);
        sketch.circle(10, 8.3, 0.5);
        break;
    case events::Stance::Clears: // a magnifying glass
        sketch.circle(6.8, 6.8, 4.6);
        sketch.line({{10.3, 10.3}, {14, 14}});
        break;
    }
    sketch.stroke(painter, colour);
}

} // namespace dateline::panels
