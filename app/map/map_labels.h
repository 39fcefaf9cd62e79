// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_scene.h>

#include <QFont>
#include <QStringView>

#include <span>
#include <vector>

namespace dateline::map {

struct SceneInput;

/// The font of a label of this rank, from the base font. Letters stand apart in larger ones, but
/// where the script of the text joins them.
[[nodiscard]] QFont labelFont(const QFont &base, int rank, QStringView text);

/// Names of the countries in view, larger ones first, where they cover neither each other nor any
/// of the marks (pixels) and no furniture. A name gives way by a line up or down before it is left
/// out. Then those of cities, each beside its place or the mark that stands there; none for a city
/// that is hidden by furniture.
[[nodiscard]] std::vector<SceneLabel> placeLabels(const SceneInput &input,
                                                  std::span<const QRectF> marks);

} // namespace dateline::map
