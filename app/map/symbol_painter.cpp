// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/symbol_painter.h>

#include <map/haloed_text.h>
#include <map/inquiries.h>
#include <map/map_labels.h>
#include <map/symbol_pieces.h>
#include <symbology/symbol_painting.h>

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr double symbolSize = 2 * symbolRadius + 2; ///< with its line
constexpr double haloWidth = 1.6; ///< around a cluster
constexpr double emphasisGap = 4.5;

QPainterPath circlePath(double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(), radius, radius);
    return path;
}

void drawEmphasis(QPainter &painter, const QPainterPath &outline, Emphasis emphasis,
                  const MapPalette &palette)
{
    if (emphasis == Emphasis::None)
        return;
    const bool selected = emphasis == Emphasis::Selected;
    painter.strokePath(outline, QPen(palette.halo, (selected ? 5.5 : 4) * palette.scale()));
    painter.strokePath(outline,
                       QPen(selected ? palette.selection : palette.hover,
                            (selected ? 2.8 : 1.8) * palette.scale()));
}

QColor labelHalo(const MapPalette &palette)
{
    QColor halo = palette.halo;
    halo.setAlphaF(0.85F);
    return halo;
}

QColor labelInk(bool isOverShades, const MapPalette &palette)
{
    return isOverShades ? palette.ink : palette.label;
}

QFont countFont(const MapPalette &palette)
{
    QFont font = palette.font;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.9);
    font.setWeight(QFont::DemiBold);
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

/// The line from a counter to its country, where it ends in a dot.
void drawLeader(QPainter &painter, const QPointF &end, const MapPalette &palette)
{
    const double scale = palette.scale();
    for (const auto &[colour, width] :
         {std::pair(palette.halo, 3.4 * scale), std::pair(palette.hatch, 1.4 * scale)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(colour);
        painter.drawLine(QPointF(), end);
        painter.drawEllipse(end, scale, scale);
    }
}

/// At least so much, and whole pixels of the device also where that has 1.25 or 1.5 a unit.
double wholePixels(double reach)
{
    return 4 * std::ceil(reach / 4);
}

} // namespace

symbology::EventSymbol eventSymbol(const SceneSymbol &symbol, const events::Kind &kind,
                                   workspace::Theme theme)
{
    symbology::EventSymbol result = symbology::symbolOf(kind, theme);
    result.fill = symbol.fill;
    result.denied = symbol.denied > 0;
    result.uncertain = symbol.uncertain;
    return result;
}

void drawEventSymbol(QPainter &painter, const QPointF &centre, const symbology::EventSymbol &symbol,
                     const MapPalette &palette)
{
    symbology::paintSymbol(painter, centre, symbolSize * palette.scale(), symbol, palette.paper,
                           palette.halo);
}

void drawSymbol(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
                const events::Kind &kind, const MapPalette &palette)
{
    const double scale = palette.scale();
    painter.save();
    painter.translate(centre);
    drawEmphasis(painter, circlePath((symbolRadius + emphasisGap) * scale), symbol.emphasis,
                 palette);
    drawEventSymbol(painter, {}, eventSymbol(symbol, kind, palette.theme), palette);
    if (symbol.count > 1) {
        const QString times = u"×"_s + QLocale().toString(symbol.count);
        drawHaloed(painter, {(symbolRadius + 2) * scale, (symbolRadius + 3) * scale}, times,
                   labelFont(palette.font, 2, times), palette.ink, {palette.halo, 1.5 * scale});
    }
    painter.restore();
}

void drawCluster(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
                 const std::vector<events::Kind> &kinds, const MapPalette &palette)
{
    const double scale = palette.scale();
    const double outer = clusterRadius(symbol.rows.size()) * scale;
    const double band = 4.5 * scale;
    painter.save();
    painter.translate(centre);
    drawEmphasis(painter, circlePath(outer + 3.5 * scale), symbol.emphasis, palette);
    drawDisc(painter, outer + haloWidth * scale, palette.halo);
    // The ring is what a disc leaves of a pie: two thirds of the time of a wide line.
    const QRectF pie(-outer, -outer, 2 * outer, 2 * outer);
    painter.setPen(Qt::NoPen);
    // Angles of QPainter: 16ths of a degree against the clock from three o'clock.
    const double gap = symbol.kinds.size() > 1 ? 5.0 : 0.0;
    double from = 90;
    for (const KindShare &share : symbol.kinds) {
        const double sweep = 360.0 * share.count / double(symbol.rows.size());
        painter.setBrush(palette.kindColour(kinds[share.kind].colour));
        painter.drawPie(pie, int(std::lround((from - gap / 2) * 16)),
                        -int(std::lround(std::max(2.0, sweep - gap) * 16)));
        from -= sweep;
    }
    drawDisc(painter, outer - band, palette.paper);
    painter.setPen(palette.ink);
    painter.setFont(countFont(palette));
    painter.drawText(QRectF(-outer, -outer, 2 * outer, 2 * outer), Qt::AlignCenter,
                     QLocale().toString(qulonglong(symbol.rows.size())));
    if (symbol.denied > 0)
        drawDenialBadge(painter, QPointF(outer, -outer) * 0.76, palette);
    painter.restore();
}

void drawChip(QPainter &painter, const QPointF &centre, const SceneChip &chip,
              const MapPalette &palette)
{
    const double scale = palette.scale();
    const QSizeF size = chipSize(chip.rows.size()) * scale;
    painter.save();
    painter.translate(centre);
    if (chip.anchor)
        drawLeader(painter, *chip.anchor - chip.pixel, palette);
    drawSheet(painter, size, chip.areas.size() > 1, palette);
    if (chip.emphasis != Emphasis::None) {
        const bool selected = chip.emphasis == Emphasis::Selected;
        painter.strokePath(
            sheetOutline(size),
            QPen(selected ? palette.selection : palette.hover, (selected ? 2.6 : 1.8) * scale));
    }
    painter.setPen(palette.ink);
    painter.setFont(countFont(palette));
    painter.drawText(QRectF(-size.width() / 2 + 5 * scale, -size.height() / 2,
                            size.width() - 5 * scale, size.height()),
                     Qt::AlignCenter, QLocale().toString(qulonglong(chip.rows.size())));
    if (chip.denied > 0)
        drawDenialBadge(painter, {size.width() / 2, -size.height() / 2}, palette);
    painter.restore();
}

void drawLabel(QPainter &painter, const SceneLabel &label, const MapPalette &palette)
{
    painter.save();
    painter.setOpacity(label.share());
    if (label.dot)
        drawCityDot(painter, *label.dot, label.isOverShades, palette);
    drawName(painter, label, palette);
    painter.restore();
}

void drawName(QPainter &painter, const SceneLabel &label, const MapPalette &palette)
{
    const QFont font = labelFont(palette.font, label.rank, label.text);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(label.text);
    const QPointF baseline(label.box.center().x() - width / 2,
                           label.box.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    drawHaloed(painter, baseline, label.text, font, labelInk(label.isOverShades, palette),
               {labelHalo(palette), 1.3 * palette.scale()});
}

void drawCityDot(QPainter &painter, const QPointF &centre, bool isOverShades,
                 const MapPalette &palette)
{
    painter.setPen(QPen(labelHalo(palette), palette.scale()));
    painter.setBrush(labelInk(isOverShades, palette));
    const double radius = cityDotRadius * palette.scale();
    painter.drawEllipse(centre, radius, radius);
}

QColor countryFill(const Choropleth &choropleth, std::size_t area, const MapPalette &palette)
{
    const ShadedCountry *country = choropleth.find(area);
    if (!country)
        return palette.land;
    return country->step ? classFill(choropleth, *country->step, palette) : palette.shadeOfNone();
}

QColor classFill(const Choropleth &choropleth, std::size_t step, const MapPalette &palette)
{
    return choropleth.shading == workspace::Shading::Investigations
        ? palette.outcomeFill(step)
        : palette.shadeOf(step, choropleth.steps());
}

std::optional<StripeRun> classPattern(workspace::Shading shading, std::size_t step)
{
    if (shading != workspace::Shading::Investigations)
        return std::nullopt;
    switch (Outcome(step)) {
    case Outcome::NoEndStated:
        break;
    case Outcome::ClosureStated:
        return StripeRun::Upright;
    case Outcome::WithoutFinding:
        return StripeRun::Level;
    }
    return std::nullopt;
}

std::optional<StripeRun> countryPattern(const Choropleth &choropleth, std::size_t area)
{
    const ShadedCountry *country = choropleth.find(area);
    return country && country->step ? classPattern(choropleth.shading, *country->step)
                                    : std::nullopt;
}

void drawMark(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
              const std::vector<events::Kind> &kinds, const MapPalette &palette)
{
    if (symbol.isCluster())
        drawCluster(painter, centre, symbol, kinds, palette);
    else
        drawSymbol(painter, centre, symbol, kinds[symbol.kinds.front().kind], palette);
}

double reachOf(const SceneSymbol &symbol, const MapPalette &palette)
{
    if (symbol.isCluster())
        return wholePixels((clusterRadius(symbol.rows.size()) + 8) * palette.scale());
    const double count = symbol.count > 1 ? 30 : 0;
    return (symbolRadius + 8 + count) * palette.scale();
}

double reachOf(const SceneChip &chip, const MapPalette &palette)
{
    const double box = chipSize(chip.rows.size()).width() / 2 + 8;
    const QPointF leader = chip.anchor ? *chip.anchor - chip.pixel : QPointF();
    return wholePixels(std::max(box, std::hypot(leader.x(), leader.y()) / palette.scale() + 4)
                       * palette.scale());
}

} // namespace dateline::map
