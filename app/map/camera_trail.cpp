// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/camera_trail.h>

#include <map/coordinates.h>
#include <map/map_control.h>

#include <algorithm>
#include <cmath>

namespace dateline::map {

namespace {

constexpr int restMilliseconds = 500;

/// Whether a person would call the two the same place: a pixel or so apart.
bool samePlace(const std::optional<workspace::Camera> &one,
               const std::optional<workspace::Camera> &other)
{
    if (!one || !other)
        return one == other;
    const Camera from = fromDegrees(*one);
    const Camera to = fromDegrees(*other);
    const double dx = std::remainder(from.centre.x - to.centre.x, 1);
    return std::abs(from.zoom - to.zoom) < 0.01
        && std::hypot(dx, from.centre.y - to.centre.y) * worldPixels(from.zoom) < 2;
}

} // namespace

CameraTrail::CameraTrail(MapControl *control)
    : QObject(control)
    , m_control(control)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &CameraTrail::rest);
    using workspace::Workspace;
    connect(control->workspace(), &Workspace::cameraChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(control->workspace(), &Workspace::datasetChanged, this, &CameraTrail::clear);
    clear();
}

void CameraTrail::clear()
{
    m_rest.stop();
    m_isGoing = false;
    m_places = {m_control->workspace()->state().camera};
    m_at = 0;
    Q_EMIT changed();
}

void CameraTrail::rest()
{
    m_rest.stop();
    m_isGoing = false;
    const std::optional<workspace::Camera> &now = m_control->workspace()->state().camera;
    if (samePlace(now, m_places[m_at]))
        return;
    m_places.resize(m_at + 1);
    m_places.push_back(now);
    if (m_places.size() > limit)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
    Q_EMIT changed();
}

bool CameraTrail::canGo(int direction) const
{
    return direction < 0 ? m_at > 0 : m_at + 1 < m_places.size();
}

std::optional<std::optional<workspace::Camera>> CameraTrail::go(int direction)
{
    if (m_rest.isActive() && !m_isGoing)
        rest();
    if (!canGo(direction))
        return std::nullopt;
    m_at = direction < 0 ? m_at - 1 : m_at + 1;
    m_isGoing = true;
    Q_EMIT changed();
    return m_places[m_at];
}

} // namespace dateline::map
