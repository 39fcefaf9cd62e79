// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_hit.h>
#include <map/map_scene.h>

#include <Qt>

#include <optional>

namespace dateline::map {

/// Pure: from mark to mark of a scene, for the keyboard. Symbols and counters alike; only marks in
/// view count.

/// Where a mark of the scene is drawn. Not for a hit of nothing.
[[nodiscard]] QPointF centreOf(const MapScene &scene, const Hit &hit);

/// The mark that holds an event; nothing when none in view does.
[[nodiscard]] Hit markOf(const MapScene &scene, events::Row row);

/// The mark closest to a point, or the closest one beyond it in the direction of an arrow key:
/// rather one straight ahead than one aside. Nothing when there is none.
[[nodiscard]] Hit nearestMark(const MapScene &scene, const QPointF &from,
                              std::optional<Qt::Key> arrow = {});

/// The mark after (+1) or before (-1) one of the scene from top to bottom, round again at the ends:
/// so every mark is reached, also one that no arrow leads to. The first or last one from nothing;
/// nothing when there is no mark.
[[nodiscard]] Hit markInOrder(const MapScene &scene, const Hit &from, int direction);

} // namespace dateline::map
