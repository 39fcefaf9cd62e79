// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lag.h>
#include <timeline/timeline_drawing.h>

#include <QPainter>

#include <algorithm>

namespace dateline::timeline {

namespace {

constexpr std::size_t mostLagLines = 400; ///< more are a grey cloud

/// From a mark to where the other clock has its event: a bar across the line's end for when it was
/// said or published, an open ring for when it happened. It is dotted where that may have been
/// anywhere, and not there at all where both may have been at once.
void drawLagOf(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark,
               const QColor &colour, double width)
{
    const std::shared_ptr<const ClockDates> other = picture.otherDates();
    const events::FuzzyInterval bounds = other->bounds(mark.row);
    if (bounds.isUnbounded() || picture.dates().bounds(mark.row).isUnbounded())
        return;
    const TimeScale &scale = picture.scale();
    const double symbol = picture.scene().metrics.symbol;
    const std::optional<Extent> there = beginningOn(scale, bounds);
    const std::optional<Extent> here = beginningOn(scale, picture.dates().bounds(mark.row));
    const double half = symbol / 2 + 1;
    if (!there || !here)
        return;
    const bool isLater = there->from >= here->to;
    if (!isLater && there->to > here->from)
        return;
    const double side = isLater ? 1 : -1;
    const auto visible
        = [&scale](double x) { return std::clamp(x, scale.left - 20, scale.right() + 20); };
    const double near = visible(isLater ? there->from : there->to);
    const double seen = visible(there->width() < symbol ? there->centre()
                                    : isLater           ? there->to
                                                        : there->from);
    if ((seen - mark.symbol) * side < half + 2)
        return;
    const double ring = 2 * picture.style().scale;
    const bool isReport = other->clock() != workspace::Clock::Happened;
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    const double begin = mark.symbol + side * half;
    const double certain = there->width() < symbol ? seen : near;
    if ((certain - begin) * side > 0)
        painter.drawLine(
            QPointF(begin, mark.y),
            QPointF(isReport || certain != seen ? certain : seen - side * ring, mark.y));
    if (certain != seen) {
        painter.setPen(QPen(colour, width, Qt::DotLine));
        painter.drawLine(QPointF((certain - begin) * side > 0 ? certain : begin, mark.y),
                         QPointF(isReport ? seen : seen - side * ring, mark.y));
        painter.setPen(QPen(colour, width));
    }
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
    const bitsets::RowSet &passing = picture.workspace().crossfilter().passing();
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
