// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <events/standing.h>

#include <QColor>
#include <QPainterPath>
#include <QPointF>

class QPainter;

namespace dateline::timeline {

/// How an event's symbol looks: the shape and colour of its kind; its standing as the fill (solid:
/// officially confirmed, lower half: several origins or disputed, ring: a single claim, ring with
/// a dot: closed, double ring: concluded without finding); a bar across when it is denied; a
/// dotted outline when its date is approximate or uncertain.
struct MarkSymbol
{
    events::Shape shape = events::Shape::Circle;
    QColor colour;
    events::Standing standing = events::Standing::OfficiallyConfirmed;
    bool denied = false;
    bool dotted = false;
};

/// The outline of a shape around the origin, of the same area for all shapes as a circle of
/// diameter 1 has (nearly, where it is not closed simply).
[[nodiscard]] const QPainterPath &unitOutline(events::Shape shape);

/// Paints the bar of a denial across a symbol of `size` pixels, set off from it by the ground.
void paintDenial(QPainter &painter, const QPointF &centre, double size, const QColor &colour,
                 const QColor &ground);

/// Paints a symbol of `size` pixels around `centre`; `ground` is the colour behind it.
void paintMarkSymbol(QPainter &painter, const QPointF &centre, double size,
                     const MarkSymbol &symbol, const QColor &ground);

} // namespace dateline::timeline
