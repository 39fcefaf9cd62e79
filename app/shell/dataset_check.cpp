// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dataset_check.h>

#include <map/country_distance.h>

namespace dateline::shell {

namespace {

/// Asks the finest level of the base map, which is read when the first place is asked for.
readers::CountryDistance mapDistance()
{
    return [map = std::shared_ptr<const map::BaseMap>()](
               events::CountryCode country, double latitude,
               double longitude) mutable -> std::optional<double> {
        if (!map)
            map = map::BaseMap::fromResources(map::BaseMap::levelCount - 1).map;
        if (!map)
            return std::nullopt;
        return map::kilometresOutside(*map, country, latitude, longitude);
    };
}

} // namespace

readers::ReadResult checkDataset(const QString &path)
{
    return readers::checkPackage(path, {.read = {}, .kilometresOutside = mapDistance()});
}

} // namespace dateline::shell
