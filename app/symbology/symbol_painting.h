// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/event_symbol.h>

#include <QPointF>
#include <QRectF>

class QPainter;

/// How a symbol is painted, on screen and as vectors: sharp from 8 to 60 pixels. Sizes are in the
/// painter's units. Each function leaves the painter as it was.
namespace dateline::symbology {

/// How far a symbol of size 1 reaches from its centre at most, with its tips and the bar of denial.
inline constexpr double symbolReach = 0.64;

/// Paints a symbol as large as a circle of diameter `size`, its line included. `ground` is what
/// lies behind: it shows in rings and parts the bar of denial from the fill. Where what lies behind
/// is of many colours, a valid `halo` is painted around the outline first. On the grid of the
/// device's pixels, thus up to half a pixel from `centre`, unless the painter is turned.
void paintSymbol(QPainter &painter, const QPointF &centre, double size, const EventSymbol &symbol,
                 const QColor &ground, const QColor &halo = {});

/// Paints a symbol as large as fits into `box` (square) with its tips and its bar.
void paintSymbol(QPainter &painter, const QRectF &box, const EventSymbol &symbol,
                 const QColor &ground);

/// Whether a painter paints over the pixels of a device, neither turned nor stretched: onto those
/// an image that is kept may be copied instead of painting shapes again.
[[nodiscard]] bool paintsUprightPixels(const QPainter &painter);

/// Paints the bar of denial alone, as long as across a symbol of `size`.
void paintDenialBar(QPainter &painter, const QPointF &centre, double size, const QColor &colour,
                    const QColor &ground);

} // namespace dateline::symbology
