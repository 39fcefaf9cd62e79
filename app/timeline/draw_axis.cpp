// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_drawing.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

namespace {

constexpr double labelGap = 6;

/// The labels of ticks from left to right, each only where it has room; those of larger units
/// are placed first.
void drawTickLabels(QPainter &painter, const TimelinePicture &picture, const QRectF &area)
{
    const TimelineStyle &style = picture.style();
    QFont majorFont = style.small;
    majorFont.setWeight(QFont::DemiBold);
    std::vector<QRectF> taken;
    for (const bool major : {true, false}) {
        const QFont &font = major ? majorFont : style.small;
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(major ? style.text : style.muted);
        for (const Tick &tick : picture.ticks()) {
            if (tick.major != major)
                continue;
            const double width = metrics.horizontalAdvance(tick.label);
            const QRectF box(picture.scale().toPixel(tick.at) + 4 * style.scale, area.top(),
                             width + 1, area.height());
            const QRectF wide = box.adjusted(-labelGap, 0, labelGap, 0);
            const bool blocked = std::ranges::any_of(
                taken, [&wide](const QRectF &other) { return other.intersects(wide); });
            if (blocked || box.right() > area.right() || box.left() < area.left())
                continue;
            taken.push_back(box);
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    }
}

} // namespace

void drawAxis(QPainter &painter, const TimelinePicture &picture)
{
    const TimelineStyle &style = picture.style();
    const QRectF &axis = picture.layout().axis;
    painter.save();
    painter.setPen(QPen(style.line, 1));
    painter.drawLine(QPointF(axis.left(), axis.top() + 0.5),
                     QPointF(axis.right(), axis.top() + 0.5));
    for (const Tick &tick : picture.ticks()) {
        const double x = std::floor(picture.scale().toPixel(tick.at)) + 0.5;
        painter.setPen(QPen(tick.major ? style.muted : style.line, 1));
        painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.bottom() - 3 * style.scale));
    }
    drawTickLabels(painter, picture, axis);
    drawTurningPoints(painter, picture, picture.scale(), axis);
    // Across the line of the axis, so that no label is crossed out.
    const double half = 5 * style.scale;
    drawBreaks(painter, picture, picture.scale(),
               QRectF(axis.left(), axis.top() - half, axis.width(), 2 * half));
    painter.setFont(style.small);
    painter.setPen(style.muted);
    const double right = axis.left() - 8 * style.scale;
    painter.drawText(QRectF(0, axis.top(), right, axis.height()), Qt::AlignRight | Qt::AlignVCenter,
                     picture.context());
    painter.setClipRect(axis, Qt::IntersectClip);
    for (const events::TimeSpan &window : picture.workspace().state().filters.windows) {
        const double from = std::max(picture.scale().toPixel(window.from), axis.left());
        const double to = std::min(picture.scale().toPixel(window.to), axis.right());
        if (from < to)
            painter.fillRect(QRectF(from, axis.top() - 1, to - from, 3), style.accent);
    }
    painter.restore();
}

} // namespace dateline::timeline
