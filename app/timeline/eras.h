// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/package_info.h>

#include <span>
#include <vector>

class QPainter;
class QPointF;

namespace dateline::timeline {

class TimelinePicture;

/// For each era the line of the strip that it stands on, from the top, so that no two share a
/// moment there; the first free one, in the order of the package.
[[nodiscard]] std::vector<std::size_t> eraLines(std::span<const events::Era> eras);

/// How many lines that takes.
[[nodiscard]] std::size_t eraLineCount(std::span<const events::Era> eras);

/// The eras of the package above the lanes, solid where they are certain, light where they are
/// possible; nothing where the layout has no room for them.
void drawEras(QPainter &painter, const TimelinePicture &picture);

/// The era at a position of a picture; null for none.
[[nodiscard]] const events::Era *eraAt(const TimelinePicture &picture, const QPointF &at);

} // namespace dateline::timeline
