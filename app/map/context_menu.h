// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QMenu;
class QWidget;

namespace dateline::map {

class MapControl;

/// The menu of a point of the map, in pixels: the filter by the country there, and its coordinates
/// to copy. Deletes itself when it closes; the parent owns it until then.
[[nodiscard]] QMenu *makeContextMenu(MapControl *control, const QPointF &pixel, QWidget *parent);

} // namespace dateline::map
