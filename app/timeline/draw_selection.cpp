// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/draw_thread.h>
#include <timeline/timeline_drawing.h>

#include <QPainter>

#include <algorithm>

namespace dateline::timeline {

using events::Row;

namespace {

constexpr double ringGap = 2.5;

/// The mark again, above all others and never faint, in a ring; with a line to the axis.
void drawRinged(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark,
                const QColor &colour, bool guide)
{
    const double half = picture.scene().metrics.symbol / 2 + ringGap;
    const MarkShape &shape = mark.shape;
    const TimeScale &scale = picture.scale();
    painter.save();
    if (guide) {
        const double bottom = picture.layout().lanes.bottom();
        QColor faint = colour;
        faint.setAlpha(110);
        painter.fillRect(
            QRectF(mark.symbol - 0.5, mark.y + half, 1, std::max(0.0, bottom - mark.y - half)),
            faint);
    }
    const double left = std::max(shape.from, scale.left - 20);
    const double right = std::min(shape.to, scale.right() + 20);
    const QRectF box = shape.compact || mark.under
        ? QRectF(mark.symbol - half, mark.y - half, 2 * half, 2 * half)
        : QRectF(left - 2, mark.y - half, right - left + 4, 2 * half);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(picture.style().base);
    painter.drawRoundedRect(box, half, half);
    painter.setRenderHint(QPainter::Antialiasing, false);
    LaneMark raised = mark;
    raised.under = false;
    drawMark(painter, picture, raised, false);
    painter.restore();
}

} // namespace

void drawSelection(QPainter &painter, const TimelinePicture &picture)
{
    const std::vector<Row> &selection = picture.workspace().selection();
    if (selection.empty())
        return;
    painter.save();
    painter.setClipRect(picture.layout().marks(), Qt::IntersectClip);
    drawThread(painter, picture);
    for (auto it = selection.rbegin(); it != selection.rend(); ++it) {
        const auto mark = picture.scene().find(*it, picture.dates(), picture.scale());
        if (!mark)
            continue;
        drawLag(painter, picture, *mark);
        drawRinged(painter, picture, *mark, picture.style().accent, *it == selection.front());
    }
    painter.restore();
}

void drawHover(QPainter &painter, const TimelinePicture &picture)
{
    const std::optional<Row> row = picture.workspace().hovered();
    if (!row)
        return;
    const auto mark = picture.scene().find(*row, picture.dates(), picture.scale());
    if (!mark)
        return;
    painter.save();
    painter.setClipRect(picture.layout().marks(), Qt::IntersectClip);
    drawRinged(painter, picture, *mark, picture.style().hover, true);
    painter.restore();
}

} // namespace dateline::timeline
