// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_legend.h>

#include <timeline/draw_thread.h>
#include <timeline/mark_painting.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using Sample = MarkLegendEntry::Sample;

namespace {

constexpr double sampleMargin = 8; ///< around the legend
constexpr double entryGap = 16;
constexpr double bandWidth = 44; ///< of a sample that shows a band
constexpr double symbolRoom = 26; ///< of a sample that shows a symbol and what stands beside it
constexpr double textGap = 4;

class MarkLegendText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline::MarkLegendText)
};

bool showsBand(const MarkLegendEntry &entry)
{
    return entry.isWide;
}

double sampleWidth(const MarkLegendEntry &entry, const TimelineStyle &style)
{
    return (showsBand(entry) ? bandWidth : symbolRoom) * style.scale;
}

double lineHeightOf(const TimelineStyle &style)
{
    const double row = 14 * style.scale + 4;
    return std::ceil(std::max(QFontMetricsF(style.small).height() + 2, row));
}

/// A symbol of no kind. That of a standing has corners, so that it is no sample of a date.
symbology::EventSymbol sampleSymbol(const MarkLegendEntry &entry, const TimelineStyle &style)
{
    symbology::EventSymbol symbol;
    symbol.colour = style.muted;
    symbol.fill = entry.fill;
    if (entry.sample == Sample::Fill)
        symbol.shape = events::Shape::Square;
    symbol.denied = entry.sample == Sample::Denied;
    symbol.uncertain
        = !entry.date.isEmpty() && symbology::isDateUncertain(entry.date.toStdString());
    return symbol;
}

void paintOneMark(QPainter &painter, const MarkLegendEntry &entry, const QRectF &box,
                  const TimelineStyle &style, const LaneMetrics &metrics)
{
    const std::optional<events::Edtf> date = events::Edtf::parse(entry.date);
    if (!date)
        return;
    const events::FuzzyInterval &bounds = date->bounds();
    const events::Instant from = bounds.earliestStart;
    const events::Instant to = bounds.latestEnd == events::distantFuture
        ? 3 * bounds.latestStart - 2 * from
        : bounds.latestEnd;
    TimeScale scale{{from, to}, box.left() + 1, box.width() - 2};
    if (!entry.isWide)
        scale.span = padded(scale.span, 100);
    LaneMark mark;
    mark.shape = markShape(bounds, scale, metrics.symbol);
    if (!entry.isWide) { // room for its flags
        const double shift = box.left() + metrics.symbol * 0.7 - mark.shape.centre();
        mark.shape.from += shift;
        mark.shape.to += shift;
    }
    mark.symbol = symbolCentre(mark.shape, scale, metrics.symbol);
    mark.y = box.center().y();
    mark.under = entry.sample == Sample::Under;
    const MarkLook look{sampleSymbol(entry, style), date, dateFlags(entry.date.toStdString())};
    paintMark(painter, mark, look, {style, metrics, box.left(), box.right()});
}

void paintSampleStack(QPainter &painter, const MarkLegendEntry &entry, const QRectF &box,
                      const TimelineStyle &style, const LaneMetrics &metrics)
{
    const QPointF centre(box.left() + metrics.symbol * 0.7, box.center().y() + 1);
    paintStack(painter, centre, metrics.symbol, sampleSymbol(entry, style), style.window);
    const double left = centre.x() + metrics.symbol / 2 + 3;
    paintNumber(painter, style, QRectF(left, box.top(), box.right() - left, box.height()),
                style.window, 3, 3);
}

void paintSampleStrip(QPainter &painter, const QRectF &box, const TimelineStyle &style)
{
    LanePile pile;
    pile.bins = {1, 2, 5, 8, 6, 3, 7, 4, 2, 1};
    pile.passingBins = pile.bins;
    const double width = double(pile.bins.size()) * LaneMetrics::binWidth;
    const double left = std::round(box.center().x() - width / 2);
    pile.extent = {left, left + width};
    pile.box = QRectF(left, box.top() + 2, width, box.height() - 4);
    paintBars(painter, pile, std::ranges::max(pile.bins), 0, pile.bins.size(), style.muted);
}

void paintSampleRing(QPainter &painter, const MarkLegendEntry &entry, const QRectF &box,
                     const TimelineStyle &style, const LaneMetrics &metrics)
{
    const QPointF centre(box.left() + metrics.symbol * 0.7, box.center().y());
    const double half = metrics.symbol / 2 + 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.accent, 2));
    painter.setBrush(style.base);
    painter.drawEllipse(centre, half, half);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintOneMark(painter, entry, box, style, metrics);
}

void paintSampleLine(QPainter &painter, Sample sample, const QRectF &box,
                     const TimelineStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF from(box.left() + 3, box.center().y());
    const QPointF to(box.right() - 5, box.center().y());
    QPainterPath path(from);
    path.lineTo(to);
    if (sample == Sample::Lag) {
        const double ring = 2 * style.scale;
        painter.setPen(QPen(style.muted, 1));
        painter.drawLine(from + QPointF(2 * ring, 0), to);
        painter.drawEllipse(from + QPointF(ring, 0), ring, ring);
        painter.drawLine(to - QPointF(0, 2 * ring), to + QPointF(0, 2 * ring));
        return;
    }
    const ThreadLink link{.isPart = sample == Sample::Part, .isDenial = sample == Sample::Denial};
    paintThreadLine(painter, path, link, {style.accent, style.scale, 0});
}

void paintSample(QPainter &painter, const MarkLegendEntry &entry, const QRectF &box,
                 const TimelineStyle &style)
{
    LaneMetrics metrics;
    metrics.symbol = std::round(10 * style.scale);
    metrics.rowHeight = 14 * style.scale;
    painter.save();
    switch (entry.sample) {
    case Sample::Faint:
        painter.setOpacity(painter.opacity() * faintOpacity);
        [[fallthrough]];
    case Sample::Date:
    case Sample::Denied:
    case Sample::Fill:
    case Sample::Under:
        paintOneMark(painter, entry, box, style, metrics);
        break;
    case Sample::Stack:
        paintSampleStack(painter, entry, box, style, metrics);
        break;
    case Sample::Strip:
        paintSampleStrip(painter, box, style);
        break;
    case Sample::Selected:
        paintSampleRing(painter, entry, box, style, metrics);
        break;
    case Sample::Step:
    case Sample::Denial:
    case Sample::Part:
    case Sample::Lag:
        paintSampleLine(painter, entry.sample, box, style);
        break;
    case Sample::TurningPoint:
        paintTurningPoint(painter, {box.left() + metrics.symbol * 0.7, box.center().y() - 3},
                          style);
        break;
    case Sample::Level:
        painter.setPen(QPen(style.text, 1, Qt::DashLine));
        painter.drawLine(QPointF(box.left() + 2, std::round(box.center().y()) + 0.5),
                         QPointF(box.right() - 6, std::round(box.center().y()) + 0.5));
        break;
    case Sample::Break:
        paintBreak(painter, {box.left() + metrics.symbol * 0.9, box.center().y()}, box.height() - 4,
                   style);
        break;
    case Sample::Loose:
        painter.fillRect(box.adjusted(2, 4, -6, -4), QBrush(style.text, Qt::FDiagPattern));
        break;
    case Sample::Missing:
        painter.fillRect(box.adjusted(2, 4, -6, -4), QBrush(style.muted, Qt::BDiagPattern));
        break;
    }
    painter.restore();
}

} // namespace

std::vector<MarkLegendEntry> markLegend()
{
    const auto band = [](const QString &date, const QString &text) {
        return MarkLegendEntry{Sample::Date, date, true, text};
    };
    const auto symbol = [](Sample sample, const QString &date, const QString &text) {
        return MarkLegendEntry{sample, date, false, text};
    };
    const auto standing = [](symbology::Fill fill, const QString &text) {
        return MarkLegendEntry{Sample::Fill, u"2016-05-03"_s, false, text, fill};
    };
    const auto line = [](Sample sample, const QString &text) {
        return MarkLegendEntry{sample, {}, true, text};
    };
    return {
        band(u"2016/2020"_s, MarkLegendText::tr("solid: certain, light: possible")),
        band(u"2016-05-03"_s, MarkLegendText::tr("known to the day")),
        band(u"2016-05"_s, MarkLegendText::tr("to the month")),
        band(u"2016-21"_s, MarkLegendText::tr("to the season")),
        band(u"2016"_s, MarkLegendText::tr("to the year")),
        band(u"201X"_s, MarkLegendText::tr("to the decade or more")),
        band(u"2016/.."_s, MarkLegendText::tr("arrow: no end known")),
        symbol(Sample::Date, u"2016-05-03"_s, MarkLegendText::tr("too short for a band")),
        symbol(Sample::Date, u"2016~"_s, MarkLegendText::tr("about")),
        symbol(Sample::Date, u"2016?"_s, MarkLegendText::tr("date unsure")),
        symbol(Sample::Denied, u"2016"_s, MarkLegendText::tr("denied by somebody")),
        standing(symbology::Fill::Ring, MarkLegendText::tr("a single claim")),
        standing(symbology::Fill::Half,
                 MarkLegendText::tr("several independent origins, or disputed")),
        standing(symbology::Fill::Solid, MarkLegendText::tr("officially confirmed")),
        standing(symbology::Fill::Dot, MarkLegendText::tr("said to have ended")),
        standing(symbology::Fill::Target, MarkLegendText::tr("inquiry ended without finding")),
        symbol(Sample::Stack, {}, MarkLegendText::tr("several at one time")),
        {Sample::Strip, {}, true, MarkLegendText::tr("many: the higher, the more")},
        {Sample::Under, u"2016"_s, true, MarkLegendText::tr("long among short ones")},
        symbol(Sample::Faint, u"2016"_s, MarkLegendText::tr("outside the chosen time")),
        symbol(Sample::Selected, u"2016-05-03"_s, MarkLegendText::tr("selected")),
        line(Sample::Step, MarkLegendText::tr("what answers it or follows")),
        line(Sample::Denial, MarkLegendText::tr("what denies it")),
        line(Sample::Part, MarkLegendText::tr("part of a whole")),
        line(Sample::Lag, MarkLegendText::tr("from happening to saying")),
        {Sample::TurningPoint, {}, false, MarkLegendText::tr("turning point")},
        {Sample::Break, {}, false, MarkLegendText::tr("played fast")},
        line(Sample::Level, MarkLegendText::tr("total that somebody stated")),
        line(Sample::Loose, MarkLegendText::tr("growth without place or date")),
        line(Sample::Missing, MarkLegendText::tr("stated in all, not listed")),
    };
}

MarkLegendLayout layOutMarkLegend(const std::vector<MarkLegendEntry> &entries, double width,
                                  const TimelineStyle &style)
{
    MarkLegendLayout layout;
    if (entries.empty())
        return layout;
    const double margin = sampleMargin * style.scale;
    const double height = lineHeightOf(style);
    const QFontMetricsF metrics(style.small);
    QPointF at(margin, margin / 2);
    for (const MarkLegendEntry &entry : entries) {
        const double wide = std::ceil(sampleWidth(entry, style) + textGap * style.scale
                                      + metrics.horizontalAdvance(entry.text));
        if (at.x() > margin && at.x() + wide > width - margin)
            at = {margin, at.y() + height};
        layout.boxes.emplace_back(at, QSizeF(wide, height));
        at.rx() += wide + entryGap * style.scale;
    }
    layout.height = layout.boxes.back().bottom() + margin / 2;
    return layout;
}

void paintMarkLegend(QPainter &painter, const std::vector<MarkLegendEntry> &entries,
                     const MarkLegendLayout &layout, const TimelineStyle &style)
{
    for (std::size_t i = 0; i < entries.size() && i < layout.boxes.size(); ++i) {
        QRectF box = layout.boxes[i];
        const double sample = sampleWidth(entries[i], style);
        paintSample(painter, entries[i], QRectF(box.topLeft(), QSizeF(sample, box.height())),
                    style);
        box.setLeft(box.left() + sample + textGap * style.scale);
        painter.setFont(style.small);
        painter.setPen(style.text);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, entries[i].text);
    }
}

} // namespace dateline::timeline
