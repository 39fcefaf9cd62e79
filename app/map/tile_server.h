// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace dateline::map {

/// A server of pictures of the map, 256 pixels wide, in Web Mercator.
struct TileServer
{
    QUrl prefix; ///< to which "zoom/x/y.png" is added; ends with a slash

    friend bool operator==(const TileServer &, const TileServer &) = default;
};

/// The one of the OpenStreetMap Foundation, whose policy asks for a name of the program in each
/// request and for no pictures in advance: https://operations.osmfoundation.org/policies/tiles/
[[nodiscard]] TileServer openStreetMapServer();

/// The server that a person typed: "tiles.example.org/world" stands for
/// "https://tiles.example.org/world/". Nothing for what is no address, for one with a password, a
/// query or a fragment, and for any protocol but HTTPS.
[[nodiscard]] std::optional<TileServer> tileServerFrom(const QString &text);

/// "Map © OpenStreetMap contributors, from tile.openstreetmap.org"; "Map from" another host.
[[nodiscard]] QString tileCredit(const TileServer &server);

/// The folder of the cache that keeps pictures of this server and no other.
[[nodiscard]] QString tileFolder(const TileServer &server);

} // namespace dateline::map
