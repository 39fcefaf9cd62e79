// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/country_code.h>
#include <map/camera.h>
#include <map/names_in.h>

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace dateline::map {

/// A larger city or a capital, to find one's way by. Nothing is stated about it.
struct City
{
    QString name;
    events::CountryCode country; ///< as GeoNames counts it
    MercatorPoint place;
    double firstZoom = 0; ///< of a view where nothing else decides; the larger the earlier
};

/// The built-in cities that a view at this zoom may name, the earliest first. They stay where they
/// are. Another thread reads them, once for a language, from a zoom on at which none is named yet;
/// who comes closer before it is done waits. None, with a warning, when the resource is not what
/// resources/basemap/README.md describes. GUI thread.
[[nodiscard]] std::span<const City> citiesAt(double zoom,
                                             NamesIn language = NamesIn::ReadersLanguage);

/// Begins to read what citiesAt() is soon asked for. GUI thread.
void prepareCities(NamesIn language);

/// The same from bytes, with the names of the list; nothing when they are not such a list.
[[nodiscard]] std::vector<City> citiesFromJson(const QByteArray &json);

} // namespace dateline::map
