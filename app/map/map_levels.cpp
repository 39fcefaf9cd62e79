// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_levels.h>

#include <events/free_memory.h>
#include <map/drawing.h>

#include <algorithm>

namespace dateline::map {

namespace {

BaseMapResult readLevel(int level, Drawing drawing)
{
    return BaseMap::fromResources(level,
                                  drawing == Drawing::SceneGraph ? BaseMap::Triangles::Kept
                                                                 : BaseMap::Triangles::Dropped);
}

/// The mesh of a level that was read, where meshes are drawn.
std::shared_ptr<const LandMesh> meshOf(const BaseMapResult &result, Drawing drawing)
{
    return result.map && drawing == Drawing::SceneGraph ? buildLandMesh(*result.map) : nullptr;
}

} // namespace

MapLevels::MapLevels(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    const BaseMapResult coarsest = readLevel(0, drawing());
    m_levels[0].requested = true;
    deliver(0, coarsest, meshOf(coarsest, drawing()));
}

MapLevels::~MapLevels()
{
    m_pool.waitForDone();
}

void MapLevels::request(int level)
{
    for (int each = 1; each <= std::min(level, BaseMap::levelCount - 1); ++each) {
        if (std::exchange(m_levels[std::size_t(each)].requested, true))
            continue;
        m_pool.start([this, each, how = drawing()] {
            const BaseMapResult result = readLevel(each, how);
            const auto mesh = meshOf(result, how);
            // What unpacking a level took is several times what the level takes.
            events::releaseFreeMemory();
            // The destructor waits for this function, so `this` is still there; a call that is
            // queued after that is dropped with the receiver.
            QMetaObject::invokeMethod(
                this, [this, each, result, mesh] { deliver(each, result, mesh); },
                Qt::QueuedConnection);
        });
    }
}

void MapLevels::deliver(int level, const BaseMapResult &result,
                        const std::shared_ptr<const LandMesh> &mesh)
{
    if (!result.map) {
        m_fault = result.fault;
        Q_EMIT failed(m_fault);
        return;
    }
    m_levels[std::size_t(level)].map = result.map;
    m_levels[std::size_t(level)].mesh = mesh;
    Q_EMIT levelReady(level);
}

const MapLevels::Level *MapLevels::available(int level) const
{
    for (int each = std::clamp(level, 0, BaseMap::levelCount - 1); each >= 0; --each)
        if (m_levels[std::size_t(each)].map)
            return &m_levels[std::size_t(each)];
    return nullptr;
}

std::shared_ptr<const BaseMap> MapLevels::map(int level) const
{
    const Level *found = available(level);
    return found ? found->map : nullptr;
}

std::shared_ptr<const LandMesh> MapLevels::mesh(int level) const
{
    const Level *found = available(level);
    return found ? found->mesh : nullptr;
}

bool MapLevels::isReading() const
{
    return m_fault.isEmpty() && std::ranges::any_of(m_levels, [](const Level &level) {
               return level.requested && !level.map;
           });
}

} // namespace dateline::map
