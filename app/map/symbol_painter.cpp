// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/symbol_painter.h>

#include <map/map_labels.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr double outlineWidth = 1.8;
constexpr double haloWidth = 1.6; ///< beyond the outline
constexpr double emphasisGap = 4.5;
constexpr double badgeRadius = 4.6;

QPainterPath polygonPath(int corners, double radius, double startDegrees, double inner = 1)
{
    QPainterPath path;
    const int points = inner < 1 ? corners * 2 : corners;
    for (int i = 0; i < points; ++i) {
        const double angle = (startDegrees + 360.0 * i / points) * std::numbers::pi / 180;
        const double length = i % 2 == 1 && inner < 1 ? radius * inner : radius;
        const QPointF corner(std::cos(angle) * length, std::sin(angle) * length);
        if (i == 0)
            path.moveTo(corner);
        else
            path.lineTo(corner);
    }
    path.closeSubpath();
    return path;
}

QPainterPath crossPath(double radius, double turn)
{
    const double arm = radius * 0.36;
    QPainterPath path;
    path.addRect(-radius, -arm, 2 * radius, 2 * arm);
    QPainterPath upright;
    upright.addRect(-arm, -radius, 2 * arm, 2 * radius);
    return QTransform().rotate(turn).map(path.united(upright).simplified());
}

QPainterPath chevronPath(double radius)
{
    QPainterPath path;
    path.moveTo(-radius, -radius * 0.1);
    path.lineTo(0, -radius);
    path.lineTo(radius, -radius * 0.1);
    path.lineTo(radius, radius * 0.8);
    path.lineTo(0, -radius * 0.1);
    path.lineTo(-radius, radius * 0.8);
    path.closeSubpath();
    return path;
}

QPainterPath rectPath(double halfWidth, double halfHeight)
{
    QPainterPath path;
    path.addRect(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight);
    return path;
}

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

/// The bar of denial through (0, 0), reaching `reach` to both sides.
void drawDenialBar(QPainter &painter, double reach, const MapPalette &palette)
{
    const double d = reach * std::numbers::sqrt2 / 2;
    const QLineF bar(-d, d, d, -d);
    painter.setPen(QPen(palette.halo, 4.2 * palette.scale(), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(bar);
    painter.setPen(QPen(palette.ink, 2 * palette.scale(), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(bar);
}

/// The badge that says that some of several events are denied: a small ring with a bar.
void drawDenialBadge(QPainter &painter, const QPointF &centre, const MapPalette &palette)
{
    const double radius = badgeRadius * palette.scale();
    painter.save();
    painter.translate(centre);
    painter.setPen(QPen(palette.ink, 1.2 * palette.scale()));
    painter.setBrush(palette.paper);
    painter.drawEllipse(QPointF(), radius, radius);
    const double d = radius * std::numbers::sqrt2 / 2;
    painter.setPen(QPen(palette.ink, 1.7 * palette.scale()));
    painter.drawLine(QPointF(-d, d), QPointF(d, -d));
    painter.restore();
}

void fillSymbol(QPainter &painter, const QPainterPath &path, SymbolFill fill, const QColor &colour,
                const MapPalette &palette)
{
    const double radius = symbolRadius * palette.scale();
    painter.fillPath(path, fill == SymbolFill::Solid ? colour : palette.paper);
    if (fill == SymbolFill::Half) {
        QPainterPath half;
        half.addRect(-2 * radius, 0, 4 * radius, 2 * radius);
        painter.fillPath(path.intersected(half), colour);
    } else if (fill == SymbolFill::Dot) {
        painter.fillPath(circlePath(radius * 0.36), colour);
    } else if (fill == SymbolFill::Target) {
        painter.strokePath(circlePath(radius * 0.34), QPen(colour, 1.2 * palette.scale()));
    }
}

void drawCount(QPainter &painter, const QPointF &at, const QString &text, const QFont &font,
               const MapPalette &palette)
{
    QPainterPath path;
    path.addText(at, font, text);
    painter.strokePath(
        path, QPen(palette.halo, 3 * palette.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, palette.ink);
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

QPainterPath roundedChip(const QSizeF &size)
{
    QRectF box({0, 0}, size);
    box.moveCenter({0, 0});
    QPainterPath path;
    path.addRoundedRect(box, 3.5, 3.5);
    return path;
}

/// Stripes as those of the country, at the left end of its counter.
void drawChipStripes(QPainter &painter, const QSizeF &size, const MapPalette &palette)
{
    const double width = 5 * palette.scale();
    painter.save();
    painter.setClipPath(roundedChip(size - QSizeF(2, 2)), Qt::IntersectClip);
    painter.setClipRect(QRectF(-size.width() / 2, -size.height() / 2, width, size.height()),
                        Qt::IntersectClip);
    painter.setPen(QPen(palette.hatch, 1.2 * palette.scale()));
    const double step = 3.6 * palette.scale();
    for (double y = -size.height(); y < size.height(); y += step)
        painter.drawLine(QPointF(-size.width() / 2, y + width),
                         QPointF(-size.width() / 2 + width, y));
    painter.restore();
}

} // namespace

QPainterPath shapePath(events::Shape shape, double radius)
{
    using events::Shape;
    switch (shape) {
    case Shape::Circle:
        return circlePath(radius);
    case Shape::Square:
        return rectPath(radius * 0.88, radius * 0.88);
    case Shape::Diamond:
        return polygonPath(4, radius * 1.18, -90);
    case Shape::TriangleUp:
        return polygonPath(3, radius * 1.25, -90).translated(0, radius * 0.2);
    case Shape::TriangleDown:
        return polygonPath(3, radius * 1.25, 90).translated(0, -radius * 0.2);
    case Shape::Pentagon:
        return polygonPath(5, radius * 1.1, -90);
    case Shape::Hexagon:
        return polygonPath(6, radius * 1.06, 0);
    case Shape::Star:
        return polygonPath(5, radius * 1.35, -90, 0.5);
    case Shape::Cross:
        return crossPath(radius * 1.15, 45);
    case Shape::Plus:
        return crossPath(radius * 1.1, 0);
    case Shape::Chevron:
        return chevronPath(radius * 1.1);
    case Shape::Bar:
        return rectPath(radius * 1.15, radius * 0.55);
    }
    return circlePath(radius);
}

void drawSymbol(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
                const events::Kind &kind, const MapPalette &palette)
{
    const double scale = palette.scale();
    const QColor colour = palette.kindColour(kind.colour);
    const QPainterPath path = shapePath(kind.shape, symbolRadius * scale);
    painter.save();
    painter.translate(centre);
    drawEmphasis(painter, circlePath((symbolRadius + emphasisGap) * scale), symbol.emphasis,
                 palette);
    painter.strokePath(path,
                       QPen(palette.halo, (outlineWidth + 2 * haloWidth) * scale, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
    fillSymbol(painter, path, symbol.fill, colour, palette);
    QPen outline(colour, outlineWidth * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (symbol.uncertain)
        outline.setDashPattern({1.3, 1.0});
    painter.strokePath(path, outline);
    if (symbol.denied > 0)
        drawDenialBar(painter, (symbolRadius + 3) * scale, palette);
    if (symbol.count > 1)
        drawCount(painter, {(symbolRadius + 2) * scale, (symbolRadius + 3) * scale},
                  u"×%1"_s.arg(symbol.count), labelFont(palette.font, 2), palette);
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
    painter.fillPath(circlePath(outer + haloWidth * scale), palette.halo);
    painter.fillPath(circlePath(outer - band), palette.paper);
    const QRectF ring(-outer + band / 2, -outer + band / 2, 2 * outer - band, 2 * outer - band);
    // Angles of QPainter: 16ths of a degree against the clock from three o'clock.
    const double gap = symbol.kinds.size() > 1 ? 5.0 : 0.0;
    double from = 90;
    for (const KindShare &share : symbol.kinds) {
        const double sweep = 360.0 * share.count / double(symbol.rows.size());
        painter.setPen(
            QPen(palette.kindColour(kinds[share.kind].colour), band, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, int(std::lround((from - gap / 2) * 16)),
                        -int(std::lround(std::max(2.0, sweep - gap) * 16)));
        from -= sweep;
    }
    painter.setPen(palette.ink);
    painter.setFont(countFont(palette));
    painter.drawText(QRectF(-outer, -outer, 2 * outer, 2 * outer), Qt::AlignCenter,
                     QString::number(symbol.rows.size()));
    if (symbol.denied > 0)
        drawDenialBadge(painter, QPointF(outer, -outer) * 0.76, palette);
    painter.restore();
}

void drawChip(QPainter &painter, const QPointF &centre, const SceneChip &chip,
              const MapPalette &palette)
{
    const double scale = palette.scale();
    const QSizeF size = chipSize(chip.rows.size()) * scale;
    const QPainterPath outline = roundedChip(size);
    const QPen edge(palette.hatch, 1.2 * scale);
    painter.save();
    painter.translate(centre);
    if (chip.areas.size() > 1) { // a second sheet behind: more than one country
        const QPainterPath behind = outline.translated(2.5 * scale, -2.5 * scale);
        painter.fillPath(behind, palette.paper);
        painter.strokePath(behind, edge);
    }
    painter.strokePath(outline, QPen(palette.halo, 3 * scale));
    painter.fillPath(outline, palette.paper);
    drawChipStripes(painter, size, palette);
    painter.strokePath(outline, edge);
    if (chip.emphasis != Emphasis::None) {
        const bool selected = chip.emphasis == Emphasis::Selected;
        painter.strokePath(
            outline,
            QPen(selected ? palette.selection : palette.hover, (selected ? 2.6 : 1.8) * scale));
    }
    painter.setPen(palette.ink);
    painter.setFont(countFont(palette));
    painter.drawText(QRectF(-size.width() / 2 + 5 * scale, -size.height() / 2,
                            size.width() - 5 * scale, size.height()),
                     Qt::AlignCenter, QString::number(chip.rows.size()));
    if (chip.denied > 0)
        drawDenialBadge(painter, {size.width() / 2, -size.height() / 2}, palette);
    painter.restore();
}

void drawLabel(QPainter &painter, const SceneLabel &label, const MapPalette &palette)
{
    const QFont font = labelFont(palette.font, label.rank);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(label.text);
    const QPointF baseline(label.box.center().x() - width / 2,
                           label.box.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    QPainterPath path;
    path.addText(baseline, font, label.text);
    QColor halo = palette.halo;
    halo.setAlphaF(0.85F);
    painter.strokePath(
        path, QPen(halo, 2.6 * palette.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, palette.label);
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
        return (clusterRadius(symbol.rows.size()) + 8) * palette.scale();
    const double count = symbol.count > 1 ? 30 : 0;
    return (symbolRadius + 8 + count) * palette.scale();
}

double reachOf(const SceneChip &chip, const MapPalette &palette)
{
    return (chipSize(chip.rows.size()).width() / 2 + 8) * palette.scale();
}

} // namespace dateline::map
