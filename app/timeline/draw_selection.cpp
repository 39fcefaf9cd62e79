// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_drawing.h>

#include <QPainter>
#include <QPainterPath>

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

/// From one mark to another: down or up in a curve, so that lines through lanes can be told.
void drawThread(QPainter &painter, const LaneMark &from, const LaneMark &to)
{
    QPainterPath path(QPointF(from.symbol, from.y));
    const double middle = (from.symbol + to.symbol) / 2;
    path.cubicTo(QPointF(middle, from.y), QPointF(middle, to.y), QPointF(to.symbol, to.y));
    painter.drawPath(path);
}

void drawThreads(QPainter &painter, const TimelinePicture &picture, Row selected)
{
    const events::EventColumns &columns = picture.dataset().columns();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(picture.style().accent, 1.2));
    for (const events::Relation &relation : picture.dataset().relationsOf(selected)) {
        const auto from = picture.scene().find(relation.from, columns, picture.scale());
        const auto to = picture.scene().find(relation.to, columns, picture.scale());
        if (from && to)
            drawThread(painter, *from, *to);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void drawSelection(QPainter &painter, const TimelinePicture &picture)
{
    const std::vector<Row> &selection = picture.workspace().selection();
    if (selection.empty())
        return;
    painter.save();
    painter.setClipRect(picture.layout().lanes, Qt::IntersectClip);
    drawThreads(painter, picture, selection.front());
    for (auto it = selection.rbegin(); it != selection.rend(); ++it) {
        const auto mark = picture.scene().find(*it, picture.dataset().columns(), picture.scale());
        if (mark)
            drawRinged(painter, picture, *mark, picture.style().accent, *it == selection.front());
    }
    painter.restore();
}

void drawHover(QPainter &painter, const TimelinePicture &picture)
{
    const std::optional<Row> row = picture.workspace().hovered();
    if (!row)
        return;
    const auto mark = picture.scene().find(*row, picture.dataset().columns(), picture.scale());
    if (!mark)
        return;
    painter.save();
    painter.setClipRect(picture.layout().lanes, Qt::IntersectClip);
    drawRinged(painter, picture, *mark, picture.style().hover, true);
    painter.restore();
}

} // namespace dateline::timeline
