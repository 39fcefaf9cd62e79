// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

namespace dateline::map {

/// What parts letters from whatever is under them.
struct Halo
{
    QColor colour; ///< may be translucent
    double reach = 1; ///< around the letters, in the painter's units
};

/// One line of text over its halo, with the left end of its baseline at `baseline`. In a vector
/// file the letters stay text, which can be searched and set anew. The painter may be moved and
/// scaled, but not turned.
void drawHaloed(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font,
                const QColor &ink, const Halo &halo);

} // namespace dateline::map
