// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;
class QPainter;
class QRectF;

/// Text of the timeline. Its labels are the same ones in frame after frame, and shaping them anew
/// takes longer than filling their pixels: what was laid out is kept by font, resolution and text,
/// so that nothing else can change it, until the fonts of the system do. GUI thread.
namespace dateline::timeline {

/// As QFontMetricsF(font).horizontalAdvance().
[[nodiscard]] double advanceOf(const QFont &font, const QString &text);

/// As QFontMetricsF(font).elidedText(), with the dots at the right.
[[nodiscard]] QString elidedTo(const QFont &font, const QString &text, double width);

/// As QPainter::drawText() with the painter's font and pen, to the pixel; as text on vectors.
void drawLaidText(QPainter &painter, const QRectF &box, Qt::Alignment alignment,
                  const QString &text);

} // namespace dateline::timeline
