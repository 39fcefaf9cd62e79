// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_painter.h>

#include <map/graticule.h>
#include <map/land_paths.h>
#include <map/stripes.h>
#include <map/symbol_painter.h>
#include <map/symbol_pieces.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dateline::map {

namespace {

bool isInView(const BaseMapCountry &country, const Extent &view, int world)
{
    for (const double shift : {double(world), double(world) - 1}) {
        const Extent &box = country.bounds;
        if (view.intersects({box.minX + shift, box.minY, box.maxX + shift, box.maxY}))
            return true;
    }
    return false;
}

/// Strokes all paths. The raster engine goes over a path again for every band of the picture, so
/// many small ones take it a fraction of the time; a vector file is smaller with a single one.
void strokePaths(QPainter &painter, const std::vector<QPainterPath> &paths, const QPen &pen)
{
    if (!keepsVectors(painter)) {
        for (const QPainterPath &path : paths)
            painter.strokePath(path, pen);
        return;
    }
    QPainterPath all;
    for (const QPainterPath &path : paths)
        all.addPath(path);
    painter.strokePath(all, pen);
}

void paintLines(QPainter &painter, const BaseMap &map, const LandPaths &land, const Extent &view,
                const MapPalette &palette)
{
    const double scale = palette.scale();
    for (const LineKind kind : {LineKind::Border, LineKind::Disputed, LineKind::Coast}) {
        std::vector<QPainterPath> paths;
        for (const BaseMapLine &line : map.lines())
            if (line.kind == kind && line.bounds.intersects(view))
                paths.push_back(land.line(line));
        QPen pen(kind == LineKind::Coast ? palette.coast : palette.border,
                 (kind == LineKind::Coast ? 0.9 : 1.1) * scale, Qt::SolidLine, Qt::FlatCap,
                 Qt::BevelJoin);
        if (kind == LineKind::Disputed)
            pen.setDashPattern({3, 2.4});
        strokePaths(painter, paths, pen);
    }
}

void paintGraticule(QPainter &painter, const MapScene &scene, const LandPaths &land,
                    const MapPalette &palette)
{
    painter.setPen(QPen(palette.graticule, palette.scale()));
    for (const auto &line : graticuleLines(graticuleStep(scene.camera.zoom)))
        painter.drawLine(land.pixelOf(line[0]), land.pixelOf(line[1]));
}

/// How stripes over land look, at text scale 1.
struct Hatching
{
    StripeRun run = StripeRun::Diagonal;
    double spacing = hatchSpacing;
    QColor colour;
};

/// A gradient that repeats from stripe to stripe. The edges are soft over a pixel.
QLinearGradient stripeGradient(const Hatching &hatching, double origin, double step, double width)
{
    // Along a line across the stripes, on which stripeSum() grows by a step.
    const double from = std::fmod(origin, step);
    const QPointF across = hatching.run == StripeRun::Diagonal ? QPointF(0.5, 0.5)
        : hatching.run == StripeRun::Level                     ? QPointF(0, 1)
                                                               : QPointF(1, 0);
    // Qt paints a repeated gradient from a table of 1,024 colours, of which it takes 1,023 for one
    // length of it: without this, stripes would leave their places by a pixel in some hundred.
    constexpr double lengthInTable = 1023.0 / 1024.0;
    QLinearGradient stripes(across * from, across * (from + step * lengthInTable));
    stripes.setSpread(QGradient::RepeatSpread);
    QColor none = hatching.colour;
    none.setAlpha(0);
    const double inner = std::max(0.0, width - 1) / 2 / step;
    const double outer = (width + 1) / 2 / step;
    for (const auto &[at, ink] :
         {std::pair(0.0, hatching.colour), std::pair(inner, hatching.colour),
          std::pair(outer, none), std::pair(1 - outer, none), std::pair(1 - inner, hatching.colour),
          std::pair(1.0, hatching.colour)})
        stripes.setColorAt(at, ink);
    return stripes;
}

// The stripes of a picture are a gradient that repeats, which needs no clipping. Those of a vector
// file are lines that end at the border, which needs none either. Both keep their place on the land
// while the camera moves.
void paintHatch(QPainter &painter, const QPainterPath &path, const MapScene &scene,
                const MapPalette &palette, const Hatching &hatching)
{
    const QRectF box = path.boundingRect().intersected(QRectF({0, 0}, scene.size));
    if (box.isEmpty())
        return;
    const double step = hatching.spacing * palette.scale();
    const double width = hatchWidth * palette.scale();
    const MercatorPoint &centre = scene.camera.centre;
    const double origin = stripeSum(hatching.run, {scene.size.width() / 2, scene.size.height() / 2})
        - stripeSum(hatching.run, {centre.x, centre.y}) * worldPixels(scene.camera.zoom);
    if (!keepsVectors(painter)) {
        painter.fillPath(path, stripeGradient(hatching, origin, step, width));
        return;
    }
    const double across = hatching.run == StripeRun::Diagonal ? width / std::sqrt(2.0) : width;
    painter.strokePath(stripesIn(path, step, origin, box, hatching.run),
                       QPen(hatching.colour, across, Qt::SolidLine, Qt::FlatCap));
}

/// The fill of a country with the pattern that its class has.
void paintCountry(QPainter &painter, const QPainterPath &path, const MapScene &scene,
                  std::size_t area, const MapPalette &palette)
{
    const QColor fill = countryFill(scene.choropleth, area, palette);
    // A hair of its colour closes the seams that anti-aliasing leaves between neighbours.
    painter.setPen(QPen(fill, 0.6));
    painter.setBrush(fill);
    painter.drawPath(path);
    if (const auto run = countryPattern(scene.choropleth, area))
        paintHatch(painter, path, scene, palette, {*run, patternSpacing, palette.pattern()});
}

/// Calls use(country, its place in the base map, paths) for each country of the scene in view, on
/// every copy of the world.
template<typename Use>
void forEachCountry(const BaseMap &map, const MapScene &scene, const Use &use)
{
    for (const int world : visibleWorlds(scene.camera, scene.size)) {
        const LandPaths land(map, scene, world);
        for (const SceneCountry &country : scene.countries) {
            const BaseMapCountry &shape = map.countries()[country.area];
            if (isInView(shape, visibleBox(scene.camera, scene.size), world))
                use(country, shape, land);
        }
    }
}

void paintOutline(QPainter &painter, const LandPaths &land, const BaseMapCountry &country,
                  const QColor &colour, double width)
{
    strokePaths(painter, land.outlines(country),
                QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
}

} // namespace

MapPainter::MapPainter(std::vector<std::shared_ptr<const BaseMap>> levels)
    : m_levels(std::move(levels))
{}

MapPainter MapPainter::withBuiltInLevels()
{
    std::vector<std::shared_ptr<const BaseMap>> levels;
    for (int level = 0; level < BaseMap::levelCount; ++level)
        levels.push_back(BaseMap::fromResources(level).map);
    return MapPainter(std::move(levels));
}

const BaseMap *MapPainter::levelFor(int level) const
{
    for (auto i = std::ptrdiff_t(std::min(std::size_t(level) + 1, m_levels.size())); i > 0; --i)
        if (const auto &map = m_levels[std::size_t(i - 1)])
            return map.get();
    return nullptr;
}

void MapPainter::paintLand(QPainter &painter, const MapScene &scene,
                           const MapPalette &palette) const
{
    painter.fillRect(QRectF({0, 0}, scene.size), palette.sea);
    const BaseMap *map = levelFor(scene.level);
    if (!map)
        return;
    const Extent view = visibleBox(scene.camera, scene.size);
    for (const int world : visibleWorlds(scene.camera, scene.size)) {
        const LandPaths land(*map, scene, world);
        paintGraticule(painter, scene, land, palette);
        for (std::size_t area = 0; area < map->countries().size(); ++area) {
            const BaseMapCountry &country = map->countries()[area];
            if (!isInView(country, view, world))
                continue;
            paintCountry(painter, land.shape(country), scene, area, palette);
        }
        paintLines(painter, *map, land,
                   {view.minX - world, view.minY, view.maxX - world, view.maxY}, palette);
    }
    paintClaims(painter, scene, palette);
}

void MapPainter::paintClaims(QPainter &painter, const MapScene &scene,
                             const MapPalette &palette) const
{
    const BaseMap *map = levelFor(scene.level);
    if (!map)
        return;
    forEachCountry(*map, scene, [&](const auto &, const auto &shape, const LandPaths &land) {
        paintHatch(painter, land.shape(shape), scene, palette, {.colour = palette.hatched()});
        paintOutline(painter, land, shape, palette.hatch, 1.3 * palette.scale());
    });
}

void MapPainter::paintEmphasis(QPainter &painter, const MapScene &scene,
                               const MapPalette &palette) const
{
    const BaseMap *map = levelFor(scene.level);
    if (!map)
        return;
    forEachCountry(*map, scene, [&](const auto &country, const auto &shape, const LandPaths &land) {
        if (country.emphasis != Emphasis::None)
            paintOutline(painter, land, shape,
                         country.emphasis == Emphasis::Selected ? palette.selection : palette.hover,
                         2.2 * palette.scale());
    });
}

void MapPainter::paint(QPainter &painter, const MapScene &scene,
                       const std::vector<events::Kind> &kinds, const MapPalette &palette) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRectF({0, 0}, scene.size), Qt::IntersectClip);
    paintLand(painter, scene, palette);
    paintMarks(painter, scene, kinds, palette);
    painter.restore();
}

void MapPainter::paintMarks(QPainter &painter, const MapScene &scene,
                            const std::vector<events::Kind> &kinds, const MapPalette &palette) const
{
    paintEmphasis(painter, scene, palette);
    paintLasso(painter, scene, palette);
    for (const SceneLabel &label : scene.labels)
        drawLabel(painter, label, palette);
    paintRelations(painter, scene, palette);
    for (const SceneChip &chip : scene.chips)
        drawChip(painter, chip.pixel, chip, palette);
    for (const SceneSymbol &symbol : scene.symbols)
        drawMark(painter, symbol.pixel, symbol, kinds, palette);
}

void paintLasso(QPainter &painter, const MapScene &scene, const MapPalette &palette)
{
    const double width = lassoWidth * palette.scale();
    QPen dashes(palette.selection, width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    // As the scene graph's lines: a dash takes 55 % of a dash and its gap.
    const double period = lassoDash * palette.scale() / width;
    dashes.setDashPattern({0.55 * period, 0.45 * period});
    for (const QPolygonF &outline : scene.lasso) {
        painter.setPen(QPen(palette.halo, width + 2.4 * palette.scale()));
        painter.drawPolyline(outline);
        painter.setPen(dashes);
        painter.drawPolyline(outline);
    }
}

void paintRelations(QPainter &painter, const MapScene &scene, const MapPalette &palette)
{
    for (const SceneRelation &relation : scene.relations) {
        const QPainterPath path = relationPath(relation, palette.scale());
        painter.strokePath(path, QPen(palette.halo, 4 * palette.scale()));
        painter.strokePath(path,
                           QPen(palette.relation, 1.8 * palette.scale(), Qt::SolidLine,
                                Qt::RoundCap, Qt::RoundJoin));
    }
}

QPainterPath relationPath(const SceneRelation &relation, double scale)
{
    QPainterPath path(relation.from);
    path.quadTo(relation.bend, relation.to);
    // The head sits before the symbol it points at.
    const double back = (symbolRadius + 5) * scale;
    const double length = std::max(path.length(), 1.0);
    const double share = path.percentAtLength(std::max(0.0, length - back));
    const QPointF tip = path.pointAtPercent(share);
    const QPointF before
        = path.pointAtPercent(path.percentAtLength(std::max(0.0, length - back - 8 * scale)));
    const QPointF way = tip - before;
    const QPointF aside(-way.y() * 0.5, way.x() * 0.5);
    path.moveTo(before + aside);
    path.lineTo(tip);
    path.lineTo(before - aside);
    return path;
}

} // namespace dateline::map
