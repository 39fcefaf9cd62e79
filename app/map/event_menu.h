// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <map/map_palette.h>

#include <functional>
#include <span>

class QMenu;
class QWidget;

namespace dateline::map {

/// The events of a mark, to choose one: each with its symbol, its title and who states and denies
/// it. Of more than two hundred the rest is a line that tells how many. Deletes itself when it
/// closes; the parent owns it until then.
[[nodiscard]] QMenu *makeEventMenu(const events::Dataset &dataset,
                                   std::span<const events::Row> rows, const MapPalette &palette,
                                   const std::function<void(events::Row)> &choose, QWidget *parent);

} // namespace dateline::map
