// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/draw_thread.h>
#include <timeline/lane_runs.h>
#include <timeline/timeline_drawing.h>

#include <QPainter>

#include <algorithm>
#include <ranges>
#include <span>

namespace dateline::timeline {

using events::Row;

namespace {

constexpr double ringGap = 2.5;
constexpr std::size_t mostRinged = 200;

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

/// Many selected events as lines under what is drawn of them: no more lines than there are bars.
void drawManySelected(QPainter &painter, const TimelinePicture &picture,
                      const std::vector<Row> &selection)
{
    bitsets::RowSet selected(picture.dataset().size());
    for (const Row row : selection)
        selected.insert(row);
    const double height = 2 * picture.style().scale;
    const auto underline = [&](double from, double to, double bottom) {
        painter.fillRect(QRectF(from, bottom - height, to - from, height), picture.style().accent);
    };
    const LaneMetrics &metrics = picture.scene().metrics;
    for (const LaneBand &band : picture.scene().bands) {
        for (const LaneMark &mark : band.marks)
            if (selected.contains(mark.row))
                underline(mark.symbol - metrics.symbol / 2, mark.symbol + metrics.symbol / 2,
                          mark.y + metrics.rowHeight / 2);
        for (const LanePile &pile : band.piles)
            for (const Extent &bars :
                 barsWith(selected, pile, picture.dates(), picture.scale(), metrics))
                underline(bars.from, bars.to, pile.box.bottom() + height);
    }
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
    // Of very many the one that was touched last, whose detail is shown.
    const bool isMany = selection.size() > mostRinged;
    if (isMany)
        drawManySelected(painter, picture, selection);
    const std::span<const Row> ringed = std::span(selection).first(isMany ? 1 : selection.size());
    for (const Row row : std::views::reverse(ringed)) {
        const auto mark = picture.scene().find(row, picture.dates(), picture.scale());
        if (!mark)
            continue;
        drawLag(painter, picture, *mark);
        drawRinged(painter, picture, *mark, picture.style().accent, row == selection.front());
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
