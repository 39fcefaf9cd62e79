// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

namespace dateline::map {

/// Stripes inside a shape as the lines that they are, for files in which a clip is dear and its
/// edges are pixels: the parts of the lines x + y = origin + n · step (step > 0) that lie inside
/// `shape`, by the odd-even rule, and inside `box`. Empty where there are none.
[[nodiscard]] QPainterPath stripesIn(const QPainterPath &shape, double step, double origin,
                                     const QRectF &box);

} // namespace dateline::map
