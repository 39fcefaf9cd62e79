// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <QColor>
#include <QRectF>

class QPainter;

namespace dateline::panels {

/// Small signs of controls, drawn in the colour of their text.
enum class Glyph : std::uint8_t { None, Left, Right, Down, Cross, Copy, Check, Search };

void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &colour);

/// The sign of what a claim does. Each has its own shape, so that none is told by colour.
void paintStance(QPainter &painter, const QRectF &box, events::Stance stance, const QColor &colour);

} // namespace dateline::panels
