// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>
#include <query/filters.h>

#include <QPolygonF>

#include <span>
#include <vector>

/// The closed line of Filters::lasso between a hand that draws it and pixels that show it: pure.
namespace dateline::map {

/// A line that a hand drew, in Mercator units (x unwrapped), as the filter takes it: what is within
/// `tolerance` units of a straight line is left out, more where it would be too many points, and
/// a long way is cut so that each step is the short way round the world. At most `mostDrawnPoints`.
inline constexpr std::size_t mostDrawnPoints = 200;
[[nodiscard]] std::vector<events::GeoPoint> lassoOf(std::vector<MercatorPoint> line,
                                                    double tolerance);

/// The line in pixels, closed, once for every copy of the world in which it is in view. Empty for
/// fewer than three points.
[[nodiscard]] std::vector<QPolygonF> lassoOutlines(std::span<const events::GeoPoint> lasso,
                                                   const Camera &camera, const QSizeF &view);

} // namespace dateline::map
