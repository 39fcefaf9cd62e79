// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>

namespace dateline::map {

/// How far a point (degrees) lies outside a country: 0 inside it, else the kilometres to where its
/// coast or border is nearest on the map; nothing when the map does not have the country. Exact to
/// about a hundredth near the country, less far away from it.
[[nodiscard]] std::optional<double> kilometresOutside(const BaseMap &map,
                                                      events::CountryCode country, double latitude,
                                                      double longitude);

} // namespace dateline::map
