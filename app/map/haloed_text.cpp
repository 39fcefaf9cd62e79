// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/haloed_text.h>

#include <map/symbol_pieces.h>

#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>
#include <numbers>
#include <vector>

namespace dateline::map {

namespace {

void drawOutlined(QPainter &painter, const QPointF &baseline, const QString &text,
                  const QFont &font, const QColor &ink, const Halo &halo)
{
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.strokePath(
        path, QPen(halo.colour, 2 * halo.reach, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(baseline, text);
}

/// The steps to points up to `reach` pixels away, so close to each other that letters repeated
/// there leave no gap.
std::vector<QPointF> stepsAround(double reach)
{
    std::vector<QPointF> steps;
    for (double ring = reach; ring > 0.5; ring -= 1) {
        const int count = int(std::ceil(2 * std::numbers::pi * ring));
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * i / count;
            steps.emplace_back(ring * std::cos(angle), ring * std::sin(angle));
        }
    }
    return steps;
}

/// Letters that can be written again and again at little cost.
class Letters
{
public:
    Letters(const QString &text, const QFont &font, const QPointF &baseline)
        : m_layout(text, font)
    {
        m_layout.beginLayout();
        const QTextLine line = m_layout.createLine();
        m_layout.endLayout();
        m_corner = baseline - QPointF(0, line.ascent());
        m_size = {line.naturalTextWidth(), line.height()};
        m_runs = m_layout.glyphRuns();
    }

    [[nodiscard]] QRectF box() const { return {m_corner, m_size}; }

    void write(QPainter &painter, const QPointF &step, const QColor &colour) const
    {
        painter.setPen(colour);
        for (const QGlyphRun &run : m_runs)
            painter.drawGlyphRun(m_corner + step, run);
    }

private:
    QTextLayout m_layout;
    QList<QGlyphRun> m_runs;
    QPointF m_corner;
    QSizeF m_size;
};

} // namespace

// The halo of a picture is the letters again, all around: stroking their outlines takes several
// times as long, and names come into sight many at a time.
void drawHaloed(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font,
                const QColor &ink, const Halo &halo)
{
    if (keepsVectors(painter)) {
        drawOutlined(painter, baseline, text, font, ink, halo);
        return;
    }
    const Letters letters(text, font, baseline);
    const double margin = halo.reach + 2; // letters lean out of their boxes
    const QTransform toDevice = painter.deviceTransform();
    const QRect box = toDevice.mapRect(letters.box().adjusted(-margin, -margin, margin, margin))
                          .toAlignedRect();
    QImage picture(box.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter pen(&picture);
    pen.setTransform(toDevice * QTransform::fromTranslate(-box.x(), -box.y()));
    QColor opaque = halo.colour;
    opaque.setAlpha(255);
    const double scale = toDevice.m11();
    for (const QPointF &step : stepsAround(halo.reach * scale))
        letters.write(pen, step / scale, opaque);
    pen.save();
    pen.resetTransform();
    pen.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    pen.fillRect(picture.rect(), halo.colour);
    pen.restore();
    letters.write(pen, {}, ink);
    pen.end();
    picture.setDevicePixelRatio(painter.device()->devicePixelRatio());
    painter.save();
    painter.resetTransform();
    painter.drawImage(painter.deviceTransform().inverted().map(QPointF(box.topLeft())), picture);
    painter.restore();
}

} // namespace dateline::map
