// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/laid_text.h>
#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

namespace {

struct AxisWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

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
        painter.setFont(font);
        painter.setPen(major ? style.text : style.muted);
        for (const Tick &tick : picture.ticks()) {
            if (tick.major != major)
                continue;
            const double width = advanceOf(font, tick.label);
            const QRectF box(picture.scale().toPixel(tick.at) + 4 * style.scale, area.top(),
                             width + 1, area.height());
            const QRectF wide = box.adjusted(-labelGap, 0, labelGap, 0);
            const bool blocked = std::ranges::any_of(
                taken, [&wide](const QRectF &other) { return other.intersects(wide); });
            if (blocked || box.right() > area.right() || box.left() < area.left())
                continue;
            taken.push_back(box);
            drawLaidText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    }
}

/// What stands beside the ticks: at the left what places the events and what the ticks leave
/// unsaid, at the right the title of what has no date.
void drawAxisEnds(QPainter &painter, const TimelinePicture &picture)
{
    const TimelineStyle &style = picture.style();
    const TimelineLayout &layout = picture.layout();
    const QRectF title = clockTitleBox(picture);
    if (picture.areLanesWanted())
        drawClockTitle(painter, style, picture.workspace().state().clock,
                       title.adjusted(8 * style.scale, 0, -14 * style.scale, 0));
    painter.setFont(style.small);
    painter.setPen(style.muted);
    drawLaidText(
        painter,
        QRectF(title.topRight(), layout.axis.bottomLeft()).adjusted(0, 0, -8 * style.scale, 0),
        Qt::AlignRight | Qt::AlignVCenter, picture.context());
    if (!layout.undated.isEmpty())
        drawLaidText(painter,
                     QRectF(layout.undated.left(), layout.axis.top(), layout.undated.width(),
                            layout.axis.height()),
                     Qt::AlignCenter, undatedTitle());
}

/// The brush filters by when things happened: on another clock it does not stand where the marks
/// that pass do.
void drawBrushOnAxis(QPainter &painter, const TimelinePicture &picture)
{
    const TimelineStyle &style = picture.style();
    const QRectF &axis = picture.layout().axis;
    const bool muted = picture.workspace().state().clock != workspace::Clock::Happened;
    painter.setClipRect(axis, Qt::IntersectClip);
    for (const events::TimeSpan &window : picture.workspace().state().filters.windows) {
        const double from = std::max(picture.scale().toPixel(window.from), axis.left());
        const double to = std::min(picture.scale().toPixel(window.to), axis.right());
        if (from < to)
            painter.fillRect(QRectF(from, axis.top() - 1, to - from, muted ? 5 : 3),
                             muted ? hatchOf(style.accent) : QBrush(style.accent));
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
    if (picture.workspace().state().clock == workspace::Clock::Happened) {
        // Across the line of the axis, so that no label is crossed out.
        const double half = 5 * style.scale;
        drawBreaks(painter, picture, picture.scale(),
                   QRectF(axis.left(), axis.top() - half, axis.width(), 2 * half));
    }
    drawAxisEnds(painter, picture);
    drawBrushOnAxis(painter, picture);
    painter.restore();
}

QBrush hatchOf(const QColor &colour)
{
    return {colour, Qt::BDiagPattern};
}

void drawClockTitle(QPainter &painter, const TimelineStyle &style, workspace::Clock clock,
                    const QRectF &box)
{
    const QString phrase = workspace::clockPhrase(clock);
    QString text = AxisWords::tr("placed by: %1", "a clock").arg(phrase);
    for (const QString &shorter : {phrase, shortClockTitle(clock)}) {
        if (advanceOf(style.small, text) > box.width())
            text = shorter;
    }
    painter.setFont(style.small);
    painter.setPen(style.text);
    drawLaidText(painter, box, Qt::AlignLeft | Qt::AlignVCenter,
                 elidedTo(style.small, text, box.width()));
}

QString shortClockTitle(workspace::Clock clock)
{
    switch (clock) {
    case workspace::Clock::Said:
        return AxisWords::tr("first said");
    case workspace::Clock::Published:
        return AxisWords::tr("published");
    case workspace::Clock::Happened:
        break;
    }
    return AxisWords::tr("happened");
}

QRectF clockTitleBox(const TimelinePicture &picture)
{
    const TimelineStyle &style = picture.style();
    const QRectF &axis = picture.layout().axis;
    const double context = advanceOf(style.small, picture.context()) + 10 * style.scale;
    return {0, axis.top(), std::max(1.0, axis.left() - context), axis.height()};
}

QString undatedTitle()
{
    return AxisWords::tr("no date");
}

} // namespace dateline::timeline
