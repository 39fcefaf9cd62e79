// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/camera_flight.h>

#include <map/map_control.h>

#include <cmath>

namespace dateline::map {

namespace {

constexpr int flightMilliseconds = 350;

/// Between two cameras the short way round the world; `share` 0 to 1.
Camera between(const Camera &from, const Camera &to, double share)
{
    // Exactly: clusters part at whole levels, which a rounded sum may just miss.
    if (share >= 1)
        return to;
    double dx = to.centre.x - from.centre.x;
    dx -= std::round(dx);
    // The centre moves with the scale, so that the flight follows a straight line on the ground.
    const double span = to.zoom - from.zoom;
    const double moved
        = std::abs(span) < 1e-6 ? share : (1 - std::exp2(-span * share)) / (1 - std::exp2(-span));
    return {{from.centre.x + dx * moved, from.centre.y + (to.centre.y - from.centre.y) * moved},
            from.zoom + span * share};
}

} // namespace

CameraFlight::CameraFlight(MapControl *control)
    : QObject(control)
    , m_control(control)
{
    m_glide.setDuration(flightMilliseconds);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &share) { show(share.toDouble()); });
    connect(control, &MapControl::cameraChanged, this, [this] {
        if (m_control->camera() != m_shown)
            stop();
    });
}

void CameraFlight::flyTo(const Camera &target)
{
    if (!m_control->isAnimated()) {
        stop();
        m_control->setCamera(target);
        return;
    }
    // One that starts from speed must not stand still first, or a held key would hold the map.
    m_glide.setEasingCurve(isRunning() ? QEasingCurve::OutCubic : QEasingCurve::InOutCubic);
    m_glide.stop();
    m_from = m_shown = m_control->camera();
    m_to = clamped(target, m_control->size(), m_control->online()->closestZoom());
    m_glide.start();
}

void CameraFlight::stop()
{
    m_glide.stop();
}

Camera CameraFlight::goal() const
{
    return isRunning() ? m_to : m_control->camera();
}

bool CameraFlight::isRunning() const
{
    return m_glide.state() != QAbstractAnimation::Stopped;
}

void CameraFlight::show(double share)
{
    m_shown = clamped(between(m_from, m_to, share), m_control->size(),
                      m_control->online()->closestZoom());
    m_control->setCamera(m_shown);
}

} // namespace dateline::map
