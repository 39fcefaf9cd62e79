// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/symbol_painting.h>
#include <timeline/eras.h>
#include <timeline/laid_text.h>
#include <timeline/timeline_drawing.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

namespace {

/// How many events of a lane pass, without a look at each.
std::uint32_t passingOf(const TimelinePicture &picture, const Lane &lane)
{
    const query::Crossfilter &crossfilter = picture.workspace().crossfilter();
    const query::Facet facet = facetOf(picture.workspace().state().lens);
    const std::vector<QString> &chosen = crossfilter.filters().values(facet);
    if (!chosen.empty() && std::ranges::find(chosen, lane.value) == chosen.end())
        return 0;
    return crossfilter.counts(facet)[lane.code];
}

/// Down for an open lane, to the right for a folded one.
void drawFold(QPainter &painter, const TimelineStyle &style, const QPointF &at, bool isFolded)
{
    const double size = 3 * style.scale;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.rotate(isFolded ? -90 : 0);
    painter.setPen(QPen(style.muted, 1.3));
    painter.drawPolyline(
        QPolygonF({QPointF(-size, -size / 2), QPointF(0, size / 2), QPointF(size, -size / 2)}));
    painter.restore();
}

void drawLabel(QPainter &painter, const TimelinePicture &picture, const LaneBand &band)
{
    const TimelineStyle &style = picture.style();
    const Lane &lane = picture.lanes()[band.lane];
    const std::uint32_t passing = passingOf(picture, lane);
    const double scale = style.scale;
    const QRectF row(picture.layout().labels.left() + 8 * scale, band.top,
                     picture.layout().labels.width() - 16 * scale, band.height);
    const QFontMetricsF metrics(style.small);
    double left = row.left();
    left += 8 * scale; // beside the handle of folding
    painter.setOpacity(passing > 0 ? 1 : 0.55);
    if (lane.kind) {
        const double size = picture.scene().metrics.symbol;
        symbology::paintSymbol(
            painter, QPointF(left + size / 2, row.center().y()), size,
            symbology::symbolOf(picture.dataset().kinds()[*lane.kind], style.theme), style.base);
        left += size + 6 * scale;
    }
    painter.setOpacity(1);
    const QString count = QLocale().toString(passing);
    const double countWidth = advanceOf(style.small, count);
    painter.setPen(passing > 0 ? style.text : style.muted);
    // Letters may reach above and below a low lane; they never meet those of the next one.
    const QRectF text(left, row.center().y() - metrics.height() / 2,
                      row.right() - countWidth - 6 * scale - left, metrics.height());
    drawLaidText(painter, text, Qt::AlignLeft | Qt::AlignVCenter,
                 elidedTo(style.small, lane.label, text.width()));
    painter.setPen(style.muted);
    drawLaidText(painter,
                 QRectF(row.right() - countWidth - 1, text.top(), countWidth + 1, text.height()),
                 Qt::AlignRight | Qt::AlignVCenter, count);
}

/// The ground of the lanes, where filling is much of a frame: what a stripe will cover is left out,
/// but for an edge below it, so that no line shows between the two.
void fillLanes(QPainter &painter, const TimelinePicture &picture)
{
    constexpr double edge = 4;
    const QRectF marks = picture.layout().marks();
    const auto fill = [&](double top, double bottom, const QColor &colour) {
        painter.fillRect(QRectF(marks.left(), top, marks.width(), bottom - top), colour);
    };
    double base = marks.top(); // down to here all is filled, or will be
    for (const LaneBand &band : picture.scene().bands) {
        if (!band.isStriped)
            continue;
        const double bottom = band.top + band.height;
        if (const double end = std::min(band.top + edge, marks.bottom()); end > base)
            fill(base, end, picture.style().base);
        base = std::max(base, bottom - edge);
    }
    if (base < marks.bottom())
        fill(base, marks.bottom(), picture.style().base);
    for (const LaneBand &band : picture.scene().bands) {
        if (band.isStriped)
            fill(band.top, band.top + band.height, picture.style().stripe);
    }
}

} // namespace

void drawFolds(QPainter &painter, const TimelinePicture &picture)
{
    const TimelineStyle &style = picture.style();
    painter.save();
    painter.setClipRect(picture.layout().labels, Qt::IntersectClip);
    for (const LaneBand &band : picture.scene().bands)
        drawFold(painter, style, {6 * style.scale, band.top + band.height / 2}, band.isFolded);
    painter.restore();
}

void drawGround(QPainter &painter, const TimelinePicture &picture)
{
    const TimelineStyle &style = picture.style();
    const TimelineLayout &layout = picture.layout();
    painter.save();
    painter.setClipRect(layout.labels.united(layout.marks()), Qt::IntersectClip);
    fillLanes(painter, picture);
    painter.setFont(style.small);
    for (const LaneBand &band : picture.scene().bands)
        drawLabel(painter, picture, band);
    painter.restore();

    painter.save();
    if (layout.hasGrowth())
        painter.fillRect(layout.growth, style.base);
    for (const Tick &tick : picture.ticks()) {
        // A filled column takes a quarter of the time of a line.
        const double x = std::floor(picture.scale().toPixel(tick.at));
        const QColor &colour = tick.major ? style.line : style.grid;
        painter.fillRect(QRectF(x, layout.lanes.top(), 1, layout.lanes.height()), colour);
        if (layout.hasGrowth())
            painter.fillRect(QRectF(x, layout.growth.top(), 1, layout.growth.height()), colour);
    }
    painter.setPen(QPen(style.line, 1));
    painter.drawLine(QPointF(layout.lanes.left() - 0.5, layout.lanes.top()),
                     QPointF(layout.lanes.left() - 0.5, layout.lanes.bottom()));
    if (!layout.undated.isEmpty())
        painter.drawLine(QPointF(layout.undated.left() + 0.5, layout.undated.top()),
                         QPointF(layout.undated.left() + 0.5, layout.undated.bottom()));
    painter.restore();
}

void drawPicture(QPainter &painter, const TimelinePicture &picture, const LaneScene &scene)
{
    drawGround(painter, picture);
    drawEras(painter, picture);
    if (&scene == &picture.scene()) // not while marks are on their way
        drawLags(painter, picture);
    drawMarks(painter, picture, scene);
    drawAxis(painter, picture);
    drawGrowth(painter, picture);
    drawOverview(painter, picture);
}

void drawTimeline(QPainter &painter, const TimelinePicture &picture, const QSizeF &size)
{
    painter.save();
    painter.fillRect(QRectF({0, 0}, size), picture.style().window);
    drawPicture(painter, picture, picture.scene());
    drawSelection(painter, picture);
    drawPlayHead(painter, picture);
    painter.restore();
}

} // namespace dateline::timeline
