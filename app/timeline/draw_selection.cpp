// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_drawing.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>

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
QPainterPath curve(const LaneMark &from, const LaneMark &to)
{
    QPainterPath path(QPointF(from.symbol, from.y));
    const double middle = (from.symbol + to.symbol) / 2;
    path.cubicTo(QPointF(middle, from.y), QPointF(middle, to.y), QPointF(to.symbol, to.y));
    return path;
}

/// The head of an arrow on a curve, `before` pixels from its end; nothing on a shorter one.
void drawHead(QPainter &painter, const QPainterPath &path, double before, double size)
{
    const double length = path.length();
    if (length < before + 2 * size)
        return;
    const double at = path.percentAtLength(length - before);
    painter.save();
    painter.translate(path.pointAtPercent(at));
    painter.rotate(-path.angleAtPercent(at));
    QPainterPath head;
    head.lineTo(-1.6 * size, -size);
    head.lineTo(-1.6 * size, size);
    head.closeSubpath();
    painter.fillPath(head, painter.pen().color());
    painter.restore();
}

/// What belongs together is dotted, a step of the thread a line with an arrow. The events that it
/// joins are ringed, also those that are faint or in a pile.
void drawThread(QPainter &painter, const TimelinePicture &picture)
{
    const events::EventColumns &columns = picture.dataset().columns();
    const double scale = picture.style().scale;
    const double half = picture.scene().metrics.symbol / 2 + 1.5;
    const QColor &colour = picture.style().accent;
    std::map<Row, std::optional<LaneMark>> marks; // finding one looks through the scene
    const auto markOf = [&](Row row) -> const std::optional<LaneMark> & {
        const auto [found, isNew] = marks.try_emplace(row);
        if (isNew)
            found->second = picture.scene().find(row, columns, picture.scale());
        return found->second;
    };
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ThreadLink &link : picture.thread()) {
        const std::optional<LaneMark> &from = markOf(link.from);
        const std::optional<LaneMark> &to = markOf(link.to);
        if (!from || !to)
            continue;
        const QPainterPath path = curve(*from, *to);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.2, link.isPart ? Qt::DotLine : Qt::SolidLine));
        painter.drawPath(path);
        if (!link.isPart)
            drawHead(painter, path, half, 3 * scale);
        painter.setPen(QPen(colour, 1.2));
        for (const LaneMark &end : {*from, *to})
            painter.drawEllipse(QPointF(end.symbol, end.y), half, half);
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
    drawThread(painter, picture);
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
