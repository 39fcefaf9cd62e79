// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>
#include <workspace/view_state.h>

#include <QString>

namespace dateline::map {

/// A camera of the workspace, in degrees, as one of the map, and back.
[[nodiscard]] Camera fromDegrees(const workspace::Camera &camera);
[[nodiscard]] workspace::Camera toDegrees(const Camera &camera);

/// The coordinates of a point of the map (x is wrapped) as decimal degrees, with no more digits
/// than a pixel at this zoom stands for, and how far off they may be: "43.9° N, 11.1° E (± 5 km)".
/// Digits and points are the same in every language.
[[nodiscard]] QString coordinatePhrase(const MercatorPoint &point, double zoom);

} // namespace dateline::map
