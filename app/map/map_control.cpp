// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_control.h>

#include <map/cluster_motion.h>
#include <map/coordinates.h>
#include <map/country_filter.h>
#include <map/country_shades.h>
#include <map/drawing.h>
#include <map/symbol_painter.h>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace dateline::map {

namespace {

// A pointer this far beside a mark still means it, in pixels.
constexpr double hitTolerance = 3;
constexpr double fitMargin = 60;
// Degrees and zoom levels: Qt Location computes in another order, so the last digits differ.
constexpr double sameCamera = 1e-7;
// The filter follows the camera at most once a frame.
constexpr int areaMilliseconds = 16;
// Closer than this a fit to one place would show nothing but land.
constexpr double closestFit = 6.5;

} // namespace

MapControl::MapControl(workspace::Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_online(new OnlineMap(this))
    , m_motion(new ClusterMotion(this))
{
    m_area.setSingleShot(true);
    m_area.setInterval(areaMilliseconds);
    connect(&m_area, &QTimer::timeout, this, &MapControl::followArea);
    connect(this, &MapControl::cameraChanged, this, &MapControl::scheduleArea);
    resetNames();
    connectWorkspace();
    connect(&m_levels, &MapLevels::levelReady, this, &MapControl::invalidate);
    connect(m_motion, &ClusterMotion::moved, this, &MapControl::invalidate);
    connect(m_online, &OnlineMap::changed, this, [this] {
        setCamera(m_camera); // no closer than it now may be
        invalidate();
    });
}

void MapControl::connectWorkspace()
{
    using workspace::Workspace;
    connect(m_workspace, &Workspace::datasetChanged, this, &MapControl::dropShades);
    connect(m_workspace, &Workspace::filtersChanged, this, &MapControl::dropShades);
    connect(m_workspace, &Workspace::shadingChanged, this, &MapControl::dropShades);
    connect(m_workspace, &Workspace::filtersChanged, this, &MapControl::scheduleArea);
    connect(m_workspace, &Workspace::datasetChanged, this, &MapControl::follow);
    connect(m_workspace, &Workspace::cameraChanged, this, &MapControl::follow);
    connect(m_workspace, &Workspace::selectionChanged, this, &MapControl::invalidate);
    connect(m_workspace, &Workspace::hoveredChanged, this, &MapControl::invalidate);
}

void MapControl::resetNames()
{
    if (const auto land = m_levels.map(0))
        m_names = countryNames(*land, m_namesIn);
}

void MapControl::setNamesIn(NamesIn language)
{
    if (language == m_namesIn)
        return;
    m_namesIn = language;
    prepareCities(language);
    resetNames();
    dropShades();
}

void MapControl::follow()
{
    const std::optional<workspace::Camera> &wanted = m_workspace->state().camera;
    if (!wanted || wanted != m_told) {
        takeCamera(wanted ? fromDegrees(*wanted) : home());
        m_told = wanted;
    }
    invalidate();
}

void MapControl::takeCamera(const Camera &camera)
{
    const Camera next = clamped(camera, m_size, m_online->closestZoom());
    if (next == m_camera)
        return;
    m_camera = next;
    requestMove();
    Q_EMIT cameraChanged();
    invalidate();
}

void MapControl::requestMove()
{
    const workspace::Camera degrees = toDegrees(m_camera);
    Q_EMIT moveRequested(degrees.latitude, degrees.longitude, degrees.zoom);
}

bool MapControl::isShaded() const
{
    return m_workspace->state().shading != workspace::Shading::None;
}

void MapControl::setAnimated(bool animated)
{
    if (animated == m_isAnimated)
        return;
    m_isAnimated = animated;
    Q_EMIT animatedChanged();
}

void MapControl::setCamera(const Camera &camera)
{
    const Camera next = clamped(camera, m_size, m_online->closestZoom());
    if (next == m_camera)
        return;
    m_told = toDegrees(next);
    takeCamera(next);
    m_workspace->change([this](workspace::ViewState &state) { state.camera = m_told; },
                        workspace::Step::Passing);
}

void MapControl::mapMoved(double latitude, double longitude, double zoom)
{
    const workspace::Camera degrees = toDegrees(m_camera);
    const double away = std::max({std::abs(degrees.latitude - latitude),
                                  std::abs(std::remainder(degrees.longitude - longitude, 360)),
                                  std::abs(degrees.zoom - zoom)});
    if (away < sameCamera)
        return;
    m_camera = fromDegrees({longitude, latitude, zoom});
    m_camera.centre.x = wrappedX(m_camera.centre.x);
    m_told = toDegrees(m_camera);
    Q_EMIT cameraChanged();
    invalidate();
    m_workspace->change([this](workspace::ViewState &state) { state.camera = m_told; },
                        workspace::Step::Passing);
}

void MapControl::setSize(const QSizeF &size)
{
    if (size == m_size)
        return;
    m_size = size;
    takeCamera(m_workspace->state().camera ? m_camera : home());
    scheduleArea();
    invalidate();
}

void MapControl::setFoot(double pixels)
{
    if (pixels == m_foot)
        return;
    m_foot = pixels;
    if (!m_workspace->state().camera)
        takeCamera(home());
}

void MapControl::setPalette(const MapPalette &palette)
{
    if (palette == m_palette)
        return;
    m_palette = palette;
    Q_EMIT seaChanged();
    invalidate();
}

void MapControl::setFurniture(std::vector<QRectF> boxes)
{
    if (boxes == m_furniture)
        return;
    m_furniture = std::move(boxes);
    invalidate();
}

void MapControl::dropShades()
{
    m_shades.reset();
    invalidate();
}

void MapControl::shade(const BaseMap &land)
{
    if (m_shades)
        return;
    m_shades = shadesOf(*m_workspace, land);
    m_shadedNames = shadedNames(m_names, *m_shades);
}

void MapControl::invalidate()
{
    m_isSceneCurrent = false;
    m_drawn = Drawn::NotYet;
    Q_EMIT sceneChanged();
}

const MapScene &MapControl::scene()
{
    if (std::exchange(m_isSceneCurrent, true))
        return m_scene;
    const int level = levelForZoom(m_camera.zoom);
    m_levels.request(level);
    const std::shared_ptr<const BaseMap> land = m_levels.map(level);
    const MapScene before = std::exchange(m_scene, {.camera = m_camera, .size = m_size});
    if (!land || m_size.isEmpty())
        return m_scene;
    shade(*land);
    m_scene = composeScene(
        {m_workspace->dataset(), m_workspace->crossfilter().followed(), m_workspace->clusters(),
         *land, m_camera, m_size, m_workspace->selection(), m_workspace->hovered(), m_shadedNames,
         m_palette.font, m_palette.scale(), m_furniture, &*m_shades,
         m_workspace->state().filters.lasso, citiesAt(m_camera.zoom, m_namesIn)});
    m_motion->follow(before, m_scene, m_isAnimated);
    return m_scene;
}

Hit MapControl::hitAt(const QPointF &pixel)
{
    const MapScene &current = scene();
    const double scale = m_palette.scale();
    for (std::size_t i = current.symbols.size(); i-- > 0;) {
        const SceneSymbol &symbol = current.symbols[i];
        const QPointF off = pixel - symbol.pixel;
        const double radius = symbol.isCluster() ? clusterRadius(symbol.rows.size()) : symbolRadius;
        if (std::hypot(off.x(), off.y()) <= radius * scale + hitTolerance)
            return SymbolHit{i};
    }
    for (std::size_t i = current.chips.size(); i-- > 0;) {
        QRectF box({0, 0}, chipSize(current.chips[i].rows.size()) * scale);
        box.moveCenter(current.chips[i].pixel);
        if (box.adjusted(-hitTolerance, -hitTolerance, hitTolerance, hitTolerance).contains(pixel))
            return ChipHit{i};
    }
    return {};
}

std::optional<std::size_t> MapControl::areaUnder(const QPointF &pixel)
{
    const std::shared_ptr<const BaseMap> land = m_levels.map(levelForZoom(m_camera.zoom));
    return land ? land->countryAt(toPoint(m_camera, m_size, pixel)) : std::nullopt;
}

std::optional<QString> MapControl::countryUnder(const QPointF &pixel)
{
    const std::optional<std::size_t> area = areaUnder(pixel);
    return area ? filterableCountry(*m_workspace, *m_levels.map(0), *area) : std::nullopt;
}

events::GeoBox MapControl::visibleArea() const
{
    const Extent seen = visibleBox(m_camera, m_size);
    events::GeoBox box;
    box.north = events::mercatorLatitude(std::clamp(seen.minY, 0.0, 1.0));
    box.south = events::mercatorLatitude(std::clamp(seen.maxY, 0.0, 1.0));
    // The whole world fits exactly, but for the last digits: its two edges are no narrow box.
    constexpr double almostAll = 1 - 1e-9;
    if (seen.width() < almostAll) {
        box.west = events::mercatorLongitude(wrappedX(seen.minX));
        box.east = events::mercatorLongitude(wrappedX(seen.maxX));
    }
    return box;
}

void MapControl::setAreaFollowsMap(bool follows)
{
    m_workspace->change([this, follows](workspace::ViewState &next) {
        next.areaFollowsMap = follows;
        next.filters.area = follows ? std::optional(visibleArea()) : std::nullopt;
    });
}

void MapControl::scheduleArea()
{
    if (m_workspace->state().areaFollowsMap && !m_area.isActive())
        m_area.start();
}

void MapControl::followArea()
{
    if (m_workspace->state().areaFollowsMap && !m_size.isEmpty())
        m_workspace->change(
            [this](workspace::ViewState &next) { next.filters.area = visibleArea(); },
            workspace::Step::Passing);
}

std::vector<events::Row> MapControl::rowsOf(const Hit &hit)
{
    const MapScene &current = scene();
    if (const auto *symbol = std::get_if<SymbolHit>(&hit))
        return current.symbols.at(symbol->index).rows;
    if (const auto *chip = std::get_if<ChipHit>(&hit))
        return current.chips.at(chip->index).rows;
    return {};
}

std::optional<Camera> MapControl::splittingCamera(const Hit &hit)
{
    const std::vector<events::Row> rows = rowsOf(hit);
    const std::optional<Extent> box = boxAroundEvents(rows);
    if (!box)
        return std::nullopt;
    const double fit = fitting(*box).zoom;
    if (std::holds_alternative<SymbolHit>(hit)) {
        const std::optional<int> splits = m_workspace->clusters().zoomThatSplits(
            m_workspace->crossfilter().followed(), rows, m_camera.zoom,
            clusterDistance * m_palette.scale());
        if (!splits || *splits > m_online->closestZoom())
            return std::nullopt;
        // Below the next integral zoom, which groups anew.
        return lookingAt(*box, std::max(double(*splits), std::min(fit, *splits + 0.99)));
    }
    if (scene().chips.at(std::get<ChipHit>(hit).index).areas.size() < 2
        || fit < m_camera.zoom + 0.25)
        return std::nullopt;
    return lookingAt(*box, fit);
}

std::optional<Camera> MapControl::fittingCamera(std::span<const events::Row> rows)
{
    const std::optional<Extent> box = boxAroundEvents(rows);
    return box ? std::optional(lookingAt(*box, fitting(*box).zoom)) : std::nullopt;
}

std::optional<Extent> MapControl::boxAroundEvents(std::span<const events::Row> rows)
{
    const std::shared_ptr<const BaseMap> land = m_levels.map(0);
    if (!land)
        return std::nullopt;
    std::vector<MercatorPoint> points;
    for (const events::Row row : rows)
        if (const auto point = placeOf(m_workspace->dataset(), *land, row))
            points.push_back(*point);
    return points.empty() ? std::nullopt : std::optional(boxAround(std::move(points)));
}

Camera MapControl::fitting(const Extent &box) const
{
    const QSizeF clear(m_size.width(), std::max(1.0, m_size.height() - m_foot));
    return fitted(box, clear, fitMargin, closestFit);
}

Camera MapControl::lookingAt(const Extent &box, double zoom) const
{
    return raised({box.centre(), zoom}, m_size, m_foot, m_online->closestZoom());
}

} // namespace dateline::map
