// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/online_map.h>

#include <map/camera.h>
#include <map/furniture.h>

namespace dateline::map {

void OnlineMap::setServer(std::optional<TileServer> server)
{
    if (server == m_server)
        return;
    // Between two servers there is none: what asks them is made for one.
    if (m_server) {
        m_server.reset();
        Q_EMIT changed();
    }
    if (server) {
        m_server = std::move(server);
        Q_EMIT changed();
    }
}

QString OnlineMap::prefix() const
{
    return m_server ? m_server->prefix.toString() : QString();
}

QString OnlineMap::folder() const
{
    return m_server ? tileFolder(*m_server) : QString();
}

double OnlineMap::closestZoom() const
{
    return m_server ? maximumZoomOnline : maximumZoom;
}

QString OnlineMap::credit(double zoom) const
{
    if (!m_server)
        return baseMapCredit();
    // The built-in map shows through pictures while countries are shaded and where one is missing.
    const QString credit = baseMapCredit();
    return tileCredit(*m_server) + u'\n'
        + (zoom > maximumZoom ? tr("Symbols: cities, not addresses. %1").arg(credit) : credit);
}

} // namespace dateline::map
