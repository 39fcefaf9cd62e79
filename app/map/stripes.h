// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <cstdint>

namespace dateline::map {

/// Which way stripes run: those of one family are the lines on which stripeSum() is equal.
enum class StripeRun : std::uint8_t {
    Diagonal, ///< from the lower left to the upper right
    Level,
    Upright,
};

/// x + y for diagonal stripes, y for level ones, x for upright ones.
[[nodiscard]] double stripeSum(StripeRun run, const QPointF &point);

/// Stripes inside a shape as the lines that they are, for files in which a clip is dear and its
/// edges are pixels: the parts of the lines stripeSum() = origin + n · step (step > 0) that lie
/// inside `shape`, by the odd-even rule, and inside `box`. Empty where there are none.
[[nodiscard]] QPainterPath stripesIn(const QPainterPath &shape, double step, double origin,
                                     const QRectF &box, StripeRun run = StripeRun::Diagonal);

} // namespace dateline::map
