// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <events/kind.h>
#include <events/standing.h>
#include <panels/look.h>

#include <QColor>
#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace dateline::panels {

/// How much of a symbol is filled. Tells the standing; denial is a bar of its own and uncertainty
/// a dotted outline, so that each can go with any fill.
enum class Fill : std::uint8_t {
    Solid, ///< officially confirmed
    Half, ///< several independent origins
    Ring, ///< a single claim
    Dot, ///< said to have been closed or ended
    Target, ///< an inquiry ended without finding
};

/// The symbol of an event, a kind or a standing in lists: what it says, free of size and place.
struct KindSymbol
{
    events::Shape shape = events::Shape::Circle;
    QColor colour;
    Fill fill = Fill::Solid;
    bool denied = false; ///< a bar across
    bool uncertain = false; ///< dotted outline: date or place is not certain

    friend bool operator==(const KindSymbol &, const KindSymbol &) = default;
};

[[nodiscard]] Fill fillOf(events::Standing standing);

/// The symbol of an event as lists show it.
[[nodiscard]] KindSymbol symbolOf(const events::Dataset &dataset, events::Row event,
                                  const Look &look);
/// The symbol of a kind as such: solid.
[[nodiscard]] KindSymbol symbolOf(const events::Kind &kind, const Look &look);
/// The glyph of a standing as such: a circle in the colour of text.
[[nodiscard]] KindSymbol symbolOf(events::Standing standing, const Look &look);

/// The closed outline of a shape inside `box`, optically of one size for all shapes.
[[nodiscard]] QPainterPath shapePath(events::Shape shape, const QRectF &box);

/// Paints the symbol inside `box` (square), sharp from 8 pixels on; `ground` is what lies behind.
void paintSymbol(QPainter &painter, const QRectF &box, const KindSymbol &symbol,
                 const QColor &ground);

} // namespace dateline::panels
