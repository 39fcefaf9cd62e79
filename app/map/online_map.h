// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/tile_server.h>

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace dateline::map {

/// Whose pictures of the map lie over the land, if anybody's: nobody's at first. Then nothing that
/// could ask a server is even loaded. GUI thread.
class OnlineMap : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QString prefix READ prefix NOTIFY changed) ///< of addresses; empty for nobody
    Q_PROPERTY(QString folder READ folder NOTIFY changed) ///< keeps that server's pictures
    Q_PROPERTY(double closestZoom READ closestZoom NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] const std::optional<TileServer> &server() const { return m_server; }
    /// From here on the server hears what is looked at.
    void setServer(std::optional<TileServer> server);

    [[nodiscard]] QString prefix() const;
    [[nodiscard]] QString folder() const;
    /// How close the camera may come: closer than to cities where there are streets to see.
    [[nodiscard]] double closestZoom() const;
    /// Whose maps and names to name below the map at a zoom, each on a line: the built-in always.
    [[nodiscard]] QString credit(double zoom) const;

Q_SIGNALS:
    void changed();

private:
    std::optional<TileServer> m_server;
};

} // namespace dateline::map
