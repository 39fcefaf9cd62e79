// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dataset_check.h>

#include <map/country_distance.h>

#include <array>

namespace dateline::shell {

namespace {

/// Asks a coarser level of the base map first, which is read five times as fast and settles it for
/// most places; the finest one for those that lie outside on it. Each is read when it is asked.
readers::CountryDistance mapDistance()
{
    constexpr int finest = map::BaseMap::levelCount - 1;
    return [levels = std::array<std::shared_ptr<const map::BaseMap>, map::BaseMap::levelCount>()](
               events::CountryCode country, double latitude,
               double longitude) mutable -> std::optional<double> {
        std::optional<double> outside;
        for (int level = finest - 1; level <= finest; ++level) {
            std::shared_ptr<const map::BaseMap> &map = levels[std::size_t(level)];
            if (!map)
                map = map::BaseMap::fromResources(level).map;
            if (map)
                outside = map::kilometresOutside(*map, country, latitude, longitude);
            if (!outside || *outside <= readers::toleratedKilometres)
                break;
        }
        return outside;
    };
}

} // namespace

readers::ReadResult checkDataset(const QString &path)
{
    return readers::checkPackage(path, {.read = {}, .kilometresOutside = mapDistance()});
}

} // namespace dateline::shell
