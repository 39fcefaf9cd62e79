// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace dateline::map {

/// A larger city or a capital, to find one's way by. Nothing is stated about it.
struct City
{
    QString name;
    MercatorPoint place;
    double firstZoom = 0; ///< of a view where nothing else decides; the larger the earlier
};

/// The cities that are built into the program, the earliest first; read in the first call. None,
/// with a warning, when the resource is not what resources/basemap/README.md describes. GUI thread.
[[nodiscard]] const std::vector<City> &cities();

/// The same from bytes; nothing when they are not such a list.
[[nodiscard]] std::vector<City> citiesFromJson(const QByteArray &json);

} // namespace dateline::map
