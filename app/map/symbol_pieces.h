// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_palette.h>

class QPainter;
class QPainterPath;
class QPointF;
class QSizeF;

/// What many marks have in common, whatever number stands in them. While a brush slides every mark
/// has another number in every frame, and to paint shapes with smooth edges takes most of the time:
/// so on pixels each piece is painted from an image that is kept for its look, provided that the
/// origin of the painter lies between pixels, as it does for a sprite; else it is painted as
/// shapes. Any thread, each with images of its own.
namespace dateline::map {

/// Whether what is painted stays lines and letters (SVG, PDF) instead of becoming pixels.
[[nodiscard]] bool keepsVectors(const QPainter &painter);

/// A disc around the origin.
void drawDisc(QPainter &painter, double radius, const QColor &colour);

/// The sheet of a counter around the origin, with stripes as those of a country; a second sheet
/// behind it where it stands for several countries.
void drawSheet(QPainter &painter, const QSizeF &size, bool forSeveral, const MapPalette &palette);

/// Its outline.
[[nodiscard]] QPainterPath sheetOutline(const QSizeF &size);

/// The badge that says that some of several events are denied: a small ring with a bar.
void drawDenialBadge(QPainter &painter, const QPointF &centre, const MapPalette &palette);

} // namespace dateline::map
