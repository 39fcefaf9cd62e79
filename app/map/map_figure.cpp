// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_figure.h>

#include <map/coordinates.h>
#include <map/country_shades.h>
#include <map/furniture.h>
#include <map/map_control.h>
#include <map/symbol_painter.h>
#include <map/symbol_pieces.h>

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::map {

namespace {

constexpr double plateMargin = 8; ///< from the edge of the map
constexpr double markMargin = 28; ///< what a mark and its badge take

/// The whole world; where the page is too low for all of it, the part in which the events are.
Camera homeFor(const workspace::Workspace &workspace, const BaseMap *land, const QSizeF &size)
{
    Camera camera = homeCamera(size);
    if (!land)
        return camera;
    double north = 1;
    double south = 0;
    workspace.crossfilter().passing().forEach([&](events::Row row) {
        if (const auto point = placeOf(workspace.dataset(), *land, row)) {
            north = std::min(north, point->y);
            south = std::max(south, point->y);
        }
    });
    const double half = (size.height() / 2 - markMargin) / worldPixels(camera.zoom);
    if (north > south || half <= 0)
        return camera;
    // The least shift that brings all in sight, or what leaves out as much above as below.
    camera.centre.y = south - north > 2 * half
        ? (north + south) / 2
        : std::clamp(camera.centre.y, south - half, north + half);
    return clamped(camera, size);
}

Camera cameraOf(const workspace::Workspace &workspace, const BaseMap *land,
                const MapFigureWishes &wishes)
{
    const std::optional<workspace::Camera> &wanted = workspace.state().camera;
    if (!wanted)
        return homeFor(workspace, land, wishes.size);
    Camera camera = fromDegrees(*wanted);
    if (wishes.seenIn && !wishes.seenIn->isEmpty())
        camera.zoom += std::log2(std::min(wishes.size.width() / wishes.seenIn->width(),
                                          wishes.size.height() / wishes.seenIn->height()));
    return clamped(camera, wishes.size);
}

std::shared_ptr<const BaseMap> landFor(const Camera &camera, double detail)
{
    for (int level = levelForZoom(camera.zoom + detail); level >= 0; --level)
        if (const BaseMapResult result = BaseMap::fromResources(level); result.map)
            return result.map;
    return nullptr;
}

/// How many marks of a scene a box would cover.
std::size_t coveredBy(const QRectF &box, const MapScene &scene, const MapPalette &palette)
{
    const auto covers = [&](const QPointF &centre, double reach) {
        return box.adjusted(-reach, -reach, reach, reach).contains(centre);
    };
    std::size_t count = 0;
    for (const SceneSymbol &symbol : scene.symbols)
        count += covers(symbol.pixel, reachOf(symbol, palette)) ? 1 : 0;
    for (const SceneChip &chip : scene.chips)
        count += covers(chip.pixel, reachOf(chip, palette)) ? 1 : 0;
    return count;
}

} // namespace

MapFigure::MapFigure(const workspace::Workspace &workspace, const MapPalette &palette,
                     const MapFigureWishes &wishes)
    : m_workspace(&workspace)
    , m_palette(palette)
    , m_size(wishes.size)
    , m_camera(cameraOf(workspace, BaseMap::fromResources(0).map.get(), wishes))
    , m_land(landFor(m_camera, wishes.detail))
    // A painter takes the level of a scene or the finest below it, so that one list of one serves.
    , m_painter({m_land})
    , m_names(m_land ? countryNames(*m_land) : std::vector<QString>())
{
    const MapScene bare = scene();
    const QSizeF bar = scalePlateSize(scaleBar(m_camera, longestScaleBar * palette.scale()),
                                      baseMapCredit(), palette);
    m_scalePlate = inCorner(freeCorner(bare, bar,
                                       {Qt::BottomRightCorner, Qt::BottomLeftCorner,
                                        Qt::TopLeftCorner, Qt::TopRightCorner}),
                            bar);
}

QRectF MapFigure::inCorner(Qt::Corner corner, const QSizeF &size) const
{
    const bool right = corner == Qt::TopRightCorner || corner == Qt::BottomRightCorner;
    const bool bottom = corner == Qt::BottomLeftCorner || corner == Qt::BottomRightCorner;
    return {{right ? m_size.width() - plateMargin - size.width() : plateMargin,
             bottom ? m_size.height() - plateMargin - size.height() : plateMargin},
            size};
}

Qt::Corner MapFigure::freeCorner(const MapScene &scene, const QSizeF &size,
                                 std::initializer_list<Qt::Corner> corners) const
{
    const auto covered
        = [&](Qt::Corner corner) { return coveredBy(inCorner(corner, size), scene, m_palette); };
    return std::ranges::min(corners, {}, covered);
}

MapScene MapFigure::scene() const
{
    if (!m_land) {
        MapScene empty;
        empty.camera = m_camera;
        empty.size = m_size;
        return empty;
    }
    const std::array furniture{m_scalePlate};
    const Choropleth shades = shadesOf(*m_workspace, *m_land);
    const std::vector<QString> names = shadedNames(m_names, shades);
    return composeScene({m_workspace->dataset(), m_workspace->crossfilter().followed(),
                         m_workspace->clusters(), *m_land, m_camera, m_size,
                         m_workspace->selection(), std::nullopt, names, m_palette.font,
                         m_palette.scale(), furniture, &shades, m_workspace->state().filters.lasso,
                         citiesAt(m_camera.zoom)});
}

std::size_t MapFigure::outside() const
{
    const MapScene shown = scene();
    return m_workspace->crossfilter().passingCount() - shown.notOnMap - shown.shownEvents();
}

void MapFigure::paint(QPainter &painter)
{
    const MapScene shown = scene();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRectF({0, 0}, m_size), Qt::IntersectClip);
    paintLand(painter, shown);
    // Below the marks: where a mark stands in the way, the mark is what has to be seen.
    paintScalePlate(painter, m_scalePlate, scaleBar(m_camera, longestScaleBar * m_palette.scale()),
                    baseMapCredit(), m_palette);
    m_painter.paintMarks(painter, shown, m_workspace->dataset().kinds(), m_palette);
    painter.restore();
}

void MapFigure::paintLand(QPainter &painter, const MapScene &scene)
{
    const bool pixelsForPixels = painter.transform().type() <= QTransform::TxTranslate;
    if (keepsVectors(painter) || !pixelsForPixels) {
        m_painter.paintLand(painter, scene, m_palette);
        return;
    }
    std::vector<std::size_t> areas;
    for (const SceneCountry &country : scene.countries)
        areas.push_back(country.area);
    if (m_landImage.image.isNull() || m_landImage.areas != areas
        || m_landImage.choropleth != scene.choropleth) {
        QImage image(m_size.toSize(), QImage::Format_RGB32);
        QPainter land(&image);
        land.setRenderHint(QPainter::Antialiasing);
        m_painter.paintLand(land, scene, m_palette);
        land.end();
        m_landImage = {std::move(areas), scene.choropleth, std::move(image)};
    }
    painter.drawImage(QPointF(0, 0), m_landImage.image);
}

} // namespace dateline::map
