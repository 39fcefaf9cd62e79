// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace dateline::map {

/// A larger city or a capital, to find one's way by. Nothing is stated about it.
struct City
{
    QString name;
    MercatorPoint place;
    double firstZoom = 0; ///< of a view where nothing else decides; the larger the earlier
};

/// The built-in cities that a view at this zoom may name, the earliest first; read in the first
/// call that can have any. None, with a warning, when the resource is not what
/// resources/basemap/README.md describes. GUI thread.
[[nodiscard]] std::span<const City> citiesAt(double zoom);

/// The same from bytes; nothing when they are not such a list.
[[nodiscard]] std::vector<City> citiesFromJson(const QByteArray &json);

} // namespace dateline::map
