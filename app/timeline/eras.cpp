// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/eras.h>

#include <timeline/laid_text.h>
#include <timeline/timeline_picture.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace dateline::timeline {

using events::Era;
using events::FuzzyInterval;

namespace {

/// Where an era is along x and on which line, its certain part within.
struct EraBox
{
    QRectF box;
    MarkShape shape;
};

EraBox eraBoxOf(const TimelinePicture &picture, std::size_t era)
{
    const QRectF &strip = picture.layout().eras;
    EraBox result;
    result.shape = markShape(picture.dataset().info().eras[era].date.bounds(), picture.scale(), 2);
    const std::vector<std::size_t> lines = eraLines(picture.dataset().info().eras);
    const double height = strip.height() / double(std::ranges::max(lines) + 1);
    const double from = std::max(result.shape.from, strip.left());
    const double to = std::min(result.shape.to, strip.right());
    result.box = QRectF(from, strip.top() + height * double(lines[era]), std::max(0.0, to - from),
                        height - 1);
    return result;
}

void drawEra(QPainter &painter, const TimelinePicture &picture, std::size_t era)
{
    const TimelineStyle &style = picture.style();
    const auto [box, shape] = eraBoxOf(picture, era);
    if (box.width() <= 0)
        return;
    painter.fillRect(box, symbology::mixed(style.window, style.line, 0.35));
    const double from = std::max(shape.coreFrom, box.left());
    const double to = std::min(shape.coreTo, box.right());
    if (from < to)
        painter.fillRect(QRectF(from, box.top(), to - from, box.height()),
                         symbology::mixed(style.window, style.line, 0.8));
    painter.setPen(QPen(style.muted, 1));
    for (const double x : {shape.from, shape.to}) {
        if (x >= box.left() && x <= box.right())
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
    const QRectF text = box.adjusted(5 * style.scale, 0, -4 * style.scale, 0);
    const QFontMetricsF metrics(style.small);
    if (text.width() < metrics.averageCharWidth() * 4)
        return;
    painter.setPen(style.text);
    drawLaidText(painter, text, Qt::AlignLeft | Qt::AlignVCenter,
                 elidedTo(style.small, picture.dataset().info().eras[era].label, text.width()));
}

} // namespace

std::vector<std::size_t> eraLines(std::span<const Era> eras)
{
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < eras.size(); ++i) {
        const auto isTaken = [&](std::size_t line) {
            for (std::size_t other = 0; other < i; ++other) {
                const FuzzyInterval &bounds = eras[other].date.bounds();
                if (lines[other] == line
                    && events::possiblyTouches(eras[i].date.bounds(),
                                               {bounds.earliestStart, bounds.latestEnd}))
                    return true;
            }
            return false;
        };
        std::size_t line = 0;
        while (isTaken(line))
            ++line;
        lines.push_back(line);
    }
    return lines;
}

std::size_t eraLineCount(std::span<const Era> eras)
{
    return eras.empty() ? 0 : std::ranges::max(eraLines(eras)) + 1;
}

void drawEras(QPainter &painter, const TimelinePicture &picture)
{
    if (picture.layout().eras.isEmpty())
        return;
    painter.save();
    painter.setClipRect(picture.layout().eras, Qt::IntersectClip);
    painter.setFont(picture.style().small);
    for (std::size_t era = 0; era < picture.dataset().info().eras.size(); ++era)
        drawEra(painter, picture, era);
    painter.restore();
}

const Era *eraAt(const TimelinePicture &picture, const QPointF &at)
{
    const std::vector<Era> &eras = picture.dataset().info().eras;
    for (std::size_t era = 0; era < eras.size() && !picture.layout().eras.isEmpty(); ++era) {
        if (eraBoxOf(picture, era).box.contains(at))
            return &eras[era];
    }
    return nullptr;
}

} // namespace dateline::timeline
