// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>
#include <symbology/event_symbol.h>
#include <timeline/date_flags.h>
#include <timeline/lane_scene.h>
#include <timeline/timeline_style.h>

class QPainter;

/// How marks and piles are painted, free of any dataset: the lanes and the legend that explains
/// them use the same functions. Each leaves the painter as it was, but for its pen and font.
namespace dateline::timeline {

/// How much of a mark is left when it does not pass.
inline constexpr double faintOpacity = 0.22;
/// Of what is possible, where 255 is certain.
inline constexpr int wingAlpha = 84;

/// What a mark looks like, apart from where it is.
struct MarkLook
{
    symbology::EventSymbol symbol;
    std::optional<events::Edtf> date; ///< as written, for the caps of its band; none: no caps
    DateFlags flags; ///< "~" and "?" beside the symbol
};

/// What marks are painted on.
struct MarkSurface
{
    const TimelineStyle &style;
    const LaneMetrics &metrics;
    double left = 0; ///< what can be seen, in pixels; bands end a little beyond
    double right = 0;
};

/// Paints a band with its symbol and flags; the symbol alone for a compact mark, a thin line for
/// one that is under.
void paintMark(QPainter &painter, const LaneMark &mark, const MarkLook &look,
               const MarkSurface &surface);

/// Paints the bars [first, last) of a strip, the higher the more events; `fullest` of them, above
/// 0, are as high as the strip. What does not pass is faint.
void paintBars(QPainter &painter, const LanePile &pile, std::uint32_t fullest, std::size_t first,
               std::size_t last, const QColor &colour);

/// Paints events at nearly one moment: `symbol`, and a second one behind it.
void paintStack(QPainter &painter, const QPointF &centre, double size,
                const symbology::EventSymbol &symbol, const QColor &ground);

/// Paints the wedge of a turning point; `top` is the middle of its upper side.
void paintTurningPoint(QPainter &painter, const QPointF &top, const TimelineStyle &style);

/// Paints two slanted strokes with nothing between them, `height` high: a break of playback.
void paintBreak(QPainter &painter, const QPointF &centre, double height,
                const TimelineStyle &style);
/// How far it reaches to either side of its centre.
[[nodiscard]] double breakReach(double height, const TimelineStyle &style);

/// Paints the number beside what it counts, at the left of `box`: what passes, or all when nothing
/// does. Where the box is too narrow it ends with the box, over a veil of `ground`.
void paintNumber(QPainter &painter, const TimelineStyle &style, QRectF box, const QColor &ground,
                 std::uint64_t passing, std::uint64_t all);

} // namespace dateline::timeline
