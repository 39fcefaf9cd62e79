// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/graticule.h>

namespace dateline::map {

int graticuleStep(double zoom)
{
    if (zoom < 4)
        return 30;
    return zoom < 6 ? 10 : 5;
}

std::vector<std::array<MapVertex, 2>> graticuleLines(int step)
{
    std::vector<std::array<MapVertex, 2>> lines;
    for (int longitude = -180; longitude < 180; longitude += step) {
        const auto x = float(events::mercatorX(longitude));
        lines.push_back({MapVertex{x, 0}, MapVertex{x, 1}});
    }
    for (int latitude = -90 + step; latitude < 90; latitude += step) {
        const auto y = float(events::mercatorY(latitude));
        lines.push_back({MapVertex{0, y}, MapVertex{1, y}});
    }
    return lines;
}

} // namespace dateline::map
