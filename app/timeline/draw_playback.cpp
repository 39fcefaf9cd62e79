// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/laid_text.h>
#include <timeline/mark_painting.h>
#include <timeline/timeline_drawing.h>
#include <workspace/turning_point.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace dateline::timeline {

namespace {

struct PlayHeadWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

constexpr double tagPadding = 5;
constexpr double noteGap = 4;

QRectF tagOf(const TimelinePicture &picture, const QString &date, double x)
{
    const TimelineStyle &style = picture.style();
    const QRectF &axis = picture.layout().axis;
    const double width = advanceOf(style.strong, date) + 2 * tagPadding * style.scale;
    const double left
        = std::clamp(x - width / 2, axis.left(), std::max(axis.left(), axis.right() - width));
    return {left, axis.top(), width, axis.height()};
}

/// What there is to say of the moment itself; empty for most.
QString noteAt(const TimelinePicture &picture, events::Instant at)
{
    const events::PackageInfo &info = picture.dataset().info();
    if (const std::optional<std::size_t> point = workspace::turningPointOn(info, at))
        return info.turningPoints[*point].label;
    if (const std::optional<events::TimeSpan> stretch = breakAt(picture, at))
        return workspace::breakPhrase(*stretch);
    return {};
}

/// Beside the date, at the side that has more room.
void drawNote(QPainter &painter, const TimelinePicture &picture, const QRectF &tag,
              const QString &note)
{
    const TimelineStyle &style = picture.style();
    const QRectF &axis = picture.layout().axis;
    const double gap = noteGap * style.scale;
    const double padding = tagPadding * style.scale;
    const double atRight = axis.right() - tag.right() - gap;
    const double atLeft = tag.left() - axis.left() - gap;
    const double wanted = advanceOf(style.normal, note) + 2 * padding + 1;
    const bool right = wanted <= atRight || atRight >= atLeft;
    const double width = std::min(wanted, right ? atRight : atLeft);
    if (width <= 4 * padding)
        return;
    const QRectF box(right ? tag.right() + gap : tag.left() - gap - width, tag.top(), width,
                     tag.height());
    painter.setPen(QPen(style.accent, 1));
    painter.setBrush(style.base);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(style.normal);
    painter.setPen(style.text);
    drawLaidText(painter, box, Qt::AlignCenter,
                 elidedTo(style.normal, note, width - 2 * padding + 1));
}

} // namespace

double turningPointAt(const events::TurningPoint &point, const TimeScale &scale)
{
    const events::FuzzyInterval &bounds = point.date.bounds();
    return (scale.toPixel(bounds.earliestStart) + scale.toPixel(bounds.latestStart)) / 2;
}

std::optional<events::TimeSpan> breakAt(const TimelinePicture &picture, events::Instant at)
{
    if (!picture.workspace().state().play)
        return std::nullopt;
    const auto after = std::ranges::upper_bound(picture.breaks(), at, {}, &events::TimeSpan::from);
    if (after == picture.breaks().begin() || at >= (after - 1)->to)
        return std::nullopt;
    return *(after - 1);
}

void drawTurningPoints(QPainter &painter, const TimelinePicture &picture, const TimeScale &scale,
                       const QRectF &strip)
{
    for (const events::TurningPoint &point : picture.dataset().info().turningPoints) {
        const double x = turningPointAt(point, scale);
        if (x >= strip.left() && x <= strip.right())
            paintTurningPoint(painter, {x, strip.top() + 1}, picture.style());
    }
}

void drawBreaks(QPainter &painter, const TimelinePicture &picture, const TimeScale &scale,
                const QRectF &strip)
{
    if (!picture.workspace().state().play)
        return;
    const TimelineStyle &style = picture.style();
    const double reach = breakReach(strip.height(), style);
    for (const events::TimeSpan &stretch : picture.breaks()) {
        const double x = (scale.toPixel(stretch.from) + scale.toPixel(stretch.to)) / 2;
        if (x - reach >= strip.left() && x + reach <= strip.right())
            paintBreak(painter, {x, strip.center().y()}, strip.height(), style);
    }
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
    if (head->mode != workspace::PlayMode::Cumulative) {
        QColor shade = style.accent;
        shade.setAlpha(26);
        const events::TimeSpan window = head->window();
        const double from = picture.scale().toPixel(window.from);
        const double to = std::max(x, picture.scale().toPixel(window.to));
        painter.fillRect(QRectF(from, area.top(), to - from, area.height()), shade);
    }
    // On another clock the head does not stand where the marks that it shows do.
    const bool happened = picture.workspace().state().clock == workspace::Clock::Happened;
    painter.setPen(QPen(style.accent, 1.5, happened ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    if (x >= layout.axis.left() && x <= layout.axis.right()) {
        const QString moment = workspace::headPhrase(*head);
        const QString date = happened
            ? moment
            : PlayHeadWords::tr("happened: %1", "date of the play head").arg(moment);
        const QRectF tag = tagOf(picture, date, x);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.accent);
        painter.drawRoundedRect(tag, 3, 3);
        painter.setFont(style.strong);
        painter.setPen(style.onAccent);
        drawLaidText(painter, tag, Qt::AlignCenter, date);
        if (const QString note = noteAt(picture, head->at); !note.isEmpty())
            drawNote(painter, picture, tag, note);
    }
    painter.restore();
}

} // namespace dateline::timeline
