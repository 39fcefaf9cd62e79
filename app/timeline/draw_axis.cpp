// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

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

/// Turning points that the package names, as small wedges on the axis.
void drawTurningPoints(QPainter &painter, const TimelinePicture &picture, const QRectF &axis)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(picture.style().hover);
    const double size = 4 * picture.style().scale;
    for (const events::TurningPoint &point : picture.dataset().info().turningPoints) {
        const double x = turningPointAt(point, picture.scale());
        if (x >= axis.left() && x <= axis.right())
            painter.drawPolygon(QPolygonF({{x - size, axis.top() + 1},
                                           {x + size, axis.top() + 1},
                                           {x, axis.top() + 1 + 1.4 * size}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

double turningPointAt(const events::TurningPoint &point, const TimeScale &scale)
{
    const events::FuzzyInterval &bounds = point.date.bounds();
    return (scale.toPixel(bounds.earliestStart) + scale.toPixel(bounds.latestStart)) / 2;
}

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
    drawTurningPoints(painter, picture, axis);
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

void drawPlayHead(QPainter &painter, const TimelinePicture &picture)
{
    const std::optional<workspace::PlayHead> &head = picture.workspace().state().play;
    if (!head)
        return;
    const TimelineStyle &style = picture.style();
    const TimelineLayout &layout = picture.layout();
    const double x = picture.scale().toPixel(head->at);
    const QRectF &last = layout.hasGrowth() ? layout.growth : layout.axis;
    const QRectF area(layout.lanes.topLeft(), last.bottomRight());
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    if (head->mode == workspace::PlayMode::Moving) {
        QColor shade = style.accent;
        shade.setAlpha(26);
        const double from = picture.scale().toPixel(shifted(head->at, -head->width));
        painter.fillRect(QRectF(from, area.top(), x - from, area.height()), shade);
    }
    painter.fillRect(QRectF(x - 0.75, area.top(), 1.5, area.height()), style.accent);

    const QString date = workspace::momentPhrase(head->at);
    const QFontMetricsF metrics(style.strong);
    const double width = metrics.horizontalAdvance(date) + 10 * style.scale;
    const double left = std::clamp(x - width / 2, layout.axis.left(),
                                   std::max(layout.axis.left(), layout.axis.right() - width));
    const QRectF tag(left, layout.axis.top(), width, layout.axis.height());
    if (x >= layout.axis.left() && x <= layout.axis.right()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.accent);
        painter.drawRoundedRect(tag, 3, 3);
        painter.setFont(style.strong);
        painter.setPen(style.onAccent);
        painter.drawText(tag, Qt::AlignCenter, date);
    }
    painter.restore();
}

} // namespace dateline::timeline
