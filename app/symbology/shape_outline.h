// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

namespace dateline::symbology {

/// The outline of a shape around (0, 0), in units of the radius of the circle that looks as large;
/// y points down.
struct ShapeOutline
{
    QPainterPath path; ///< closed
    QPainterPath lowerHalf; ///< the part of `path` below the heart
    QRectF bounds; ///< of `path`
    QPointF heart; ///< the middle of its widest part, where there is room for a dot
};

/// The outline of a shape. The same for the whole life of the program; may be asked on any thread.
/// With a line around them all shapes cover nearly the same area. Chevrons point right.
[[nodiscard]] const ShapeOutline &outlineOf(events::Shape shape);

} // namespace dateline::symbology
