// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_drawing.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

namespace {

constexpr std::size_t mostLagLines = 400; ///< more are a grey cloud

/// From a mark to where the other clock has its event: a bar across the line's end for when it was
/// said or published, an open ring for when it happened.
void drawLagOf(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark,
               const QColor &colour, double width)
{
    const std::shared_ptr<const ClockDates> other = picture.otherDates();
    const events::FuzzyInterval bounds = other->bounds(mark.row);
    if (bounds.isUnbounded() || picture.dates().bounds(mark.row).isUnbounded())
        return;
    const TimeScale &scale = picture.scale();
    const double symbol = picture.scene().metrics.symbol;
    const double end = symbolCentre(markShape(bounds, scale, symbol), scale, symbol);
    const double half = symbol / 2 + 1;
    if (std::abs(end - mark.symbol) < half + 2)
        return;
    const double side = end > mark.symbol ? 1 : -1;
    const double seen = std::clamp(end, scale.left - 20, scale.right() + 20);
    const double ring = 2 * picture.style().scale;
    const bool isReport = other->clock() != workspace::Clock::Happened;
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(mark.symbol + side * half, mark.y),
                     QPointF(isReport ? seen : seen - side * ring, mark.y));
    if (isReport)
        painter.drawLine(QPointF(seen, mark.y - 2 * ring), QPointF(seen, mark.y + 2 * ring));
    else
        painter.drawEllipse(QPointF(seen, mark.y), ring, ring);
}

} // namespace

void drawLags(QPainter &painter, const TimelinePicture &picture)
{
    std::size_t marks = 0;
    for (const LaneBand &band : picture.scene().bands)
        marks += band.marks.size();
    if (!picture.isLagWanted() || marks > mostLagLines)
        return;
    painter.save();
    painter.setClipRect(picture.layout().lanes, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const query::RowSet &passing = picture.workspace().crossfilter().passing();
    for (const LaneBand &band : picture.scene().bands) {
        for (const LaneMark &mark : band.marks) {
            if (passing.contains(mark.row) && !mark.under)
                drawLagOf(painter, picture, mark, picture.style().muted, 1);
        }
    }
    painter.restore();
}

void drawLag(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark)
{
    painter.save();
    painter.setClipRect(picture.layout().lanes, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    drawLagOf(painter, picture, mark, picture.style().accent, 1.6);
    painter.restore();
}

} // namespace dateline::timeline
