// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>

#include <array>
#include <vector>

namespace dateline::map {

/// Degrees between the lines of the graticule at a zoom.
[[nodiscard]] int graticuleStep(double zoom);

/// Meridians and parallels every `step` degrees over one world, as straight lines of two points.
[[nodiscard]] std::vector<std::array<MapVertex, 2>> graticuleLines(int step);

} // namespace dateline::map
