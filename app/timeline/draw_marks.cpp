// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/symbol_painting.h>
#include <timeline/lane_runs.h>
#include <timeline/mark_painting.h>
#include <timeline/timeline_drawing.h>

#include <QPainter>

#include <algorithm>
#include <bit>

namespace dateline::timeline {

using events::Row;

namespace {

QColor groundOf(const TimelinePicture &picture, const LaneBand &band)
{
    return band.isStriped ? picture.style().stripe : picture.style().base;
}

/// The colour of a pile: that of its kind, or none's when there are several.
QColor colourOf(const TimelinePicture &picture, const LanePile &pile)
{
    return pile.kind ? picture.style().kindColour(picture.dataset().kinds()[*pile.kind].colour)
                     : picture.style().muted;
}

/// What all of several events share: their standing as the fill, or a ring when they differ.
symbology::Fill commonFill(std::uint8_t standings)
{
    return std::has_single_bit(standings)
        ? symbology::fillOf(events::Standing(std::countr_zero(standings)))
        : symbology::Fill::Ring;
}

/// Events at nearly one moment: their symbol, one more behind it where there are several.
void drawStack(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
               const LanePile &pile, const LaneRun &run, const QPointF &centre)
{
    const Row first = pile.firstOfBin[run.fullest];
    const QColor ground = groundOf(picture, band);
    const double size = std::min(picture.scene().metrics.symbol, pile.box.height());
    symbology::EventSymbol symbol
        = symbology::symbolOf(picture.dataset(), first, picture.style().theme);
    if (run.all == 1) {
        symbology::paintSymbol(painter, centre, size, symbol, ground);
        return;
    }
    symbol.colour = colourOf(picture, pile);
    symbol.uncertain = false;
    symbol.fill = commonFill(run.standings);
    symbol.denied = run.denied > 0;
    paintStack(painter, centre, size, symbol, ground);
}

/// A run of a strip: a stack where it is hardly wider than a symbol, else bars. Neither is drawn
/// without the denials of what is in it.
void drawRun(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
             const LanePile &pile, const LaneRun &run)
{
    const double symbol = picture.scene().metrics.symbol;
    const Extent extent = extentOf(pile, run);
    double right = extent.to;
    painter.save();
    if (run.width() < symbol) {
        painter.setOpacity(run.passing > 0 ? 1 : faintOpacity);
        const QPointF centre(extent.centre(), pile.box.center().y());
        drawStack(painter, picture, band, pile, run, centre);
        right = centre.x() + symbol / 2;
    } else {
        paintBars(painter, pile, band.fullestBin, run.begin, run.end, colourOf(picture, pile));
        if (run.denied > 0) {
            const double x = pile.extent.from + (double(run.fullest) + 0.5) * LaneMetrics::binWidth;
            const double size = std::min(symbol, pile.box.height());
            painter.setOpacity(run.passing > 0 ? 1 : faintOpacity);
            symbology::paintDenialBar(painter, {x, pile.box.bottom() - size / 2}, size,
                                      colourOf(picture, pile), groundOf(picture, band));
        }
    }
    painter.restore();
    const TimelineLayout &layout = picture.layout();
    const QRectF &area = pile.undated ? layout.undated : layout.lanes;
    // At the edge a number stands over the last bars of its run, for which a narrow run has too
    // few: it would hide the number beside it.
    const double label = picture.scene().metrics.pileLabel;
    if (run.all > 1 && (pile.undated || area.right() - right > label || run.width() > 3 * label)) {
        const double height = band.height - picture.scene().metrics.underHeight;
        paintNumber(painter, picture.style(),
                    QRectF(QPointF(right + 3, band.top), QPointF(area.right(), band.top + height)),
                    groundOf(picture, band), run.passing, run.all);
    }
}

/// Where all that is seen of a strip are dates that reach into view: their number and denials.
void drawOutside(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
                 const LanePile &pile)
{
    const double symbol = picture.scene().metrics.symbol;
    const double height = band.height - picture.scene().metrics.underHeight;
    const QColor ground = groundOf(picture, band);
    painter.save();
    painter.setOpacity(pile.outside.passing > 0 ? 1 : faintOpacity);
    if (pile.outside.denied > 0)
        symbology::paintDenialBar(painter, {pile.extent.from + symbol, pile.box.center().y()},
                                  std::min(symbol, height), colourOf(picture, pile), ground);
    painter.restore();
    const QRectF room(pile.extent.from + 2 * symbol, band.top, pile.extent.width() - 2 * symbol,
                      height);
    paintNumber(painter, picture.style(), room, ground, pile.outside.passing, pile.outside.all);
}

void drawPile(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
              const LanePile &pile)
{
    // A line has no bars: what is possible, as the bands of its marks are.
    QColor light = colourOf(picture, pile);
    light.setAlpha(pile.passing > 0 ? wingAlpha * 2 : wingAlpha / 2);
    if (pile.under) {
        painter.fillRect(pile.box, light);
        return;
    }
    // Below those that are shorter, as a long mark is.
    const double bottom = band.top + band.height - 1;
    const auto below = [&](const Extent &possible) {
        painter.fillRect(
            QRectF(QPointF(possible.from, bottom - picture.scene().metrics.underHeight),
                   QPointF(possible.to, bottom)),
            light);
    };
    if (pile.outside.all > 0)
        below(pile.extent);
    const std::vector<LaneRun> runs = runsOf(pile, picture.scene().metrics);
    for (const LaneRun &run : runs) {
        if (const Extent possible = possibleOf(pile, run); possible.width() > 0)
            below(possible);
        drawRun(painter, picture, band, pile, run);
    }
    if (runs.empty() && pile.outside.all > 0)
        drawOutside(painter, picture, band, pile);
}

} // namespace

void drawMark(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark, bool faint)
{
    painter.save();
    if (faint)
        painter.setOpacity(painter.opacity() * faintOpacity);
    MarkLook look{symbology::symbolOf(picture.dataset(), mark.row, picture.style().theme),
                  {},
                  picture.dates().flags(mark.row)};
    if (!mark.shape.compact)
        look.date = picture.dates().date(mark.row);
    const TimeScale &scale = picture.scale();
    paintMark(painter, mark, look,
              {picture.style(), picture.scene().metrics, scale.left, scale.right()});
    painter.restore();
}

void drawMarks(QPainter &painter, const TimelinePicture &picture, const LaneScene &scene)
{
    painter.save();
    painter.setClipRect(picture.layout().marks(), Qt::IntersectClip);
    const bitsets::RowSet &passing = picture.workspace().crossfilter().passing();
    const QRectF &area = picture.layout().lanes;
    for (const LaneBand &band : scene.bands) {
        if (band.top > area.bottom() || band.top + band.height < area.top())
            continue;
        for (const bool faint : {true, false}) {
            for (const LaneMark &mark : band.marks) {
                if (passing.contains(mark.row) != faint)
                    drawMark(painter, picture, mark, faint);
            }
        }
        for (const LanePile &pile : band.piles)
            drawPile(painter, picture, band, pile);
    }
    painter.restore();
}

} // namespace dateline::timeline
