// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

namespace dateline::timeline {

/// Where the parts of the timeline are. The time axis of lanes, axis and growth is the same; that
/// of the overview has the same left and right. Parts do not overlap and lie within the size, as
/// long as that is not below the minimum.
struct TimelineLayout
{
    QRectF eras; ///< above the lanes; empty without any, or without room
    QRectF labels; ///< beside the lanes
    QRectF lanes;
    QRectF undated; ///< beside the lanes, for what has no date; empty where nothing needs it
    QRectF axis;
    QRectF growth; ///< empty when it is not shown
    QRectF overview;

    [[nodiscard]] bool hasGrowth() const { return !growth.isEmpty(); }
    /// Where marks are: lanes and undated.
    [[nodiscard]] QRectF marks() const { return lanes.united(undated); }
};

struct LayoutWishes
{
    double scale = 1; ///< of all pixel sizes
    double labelWidth = 120;
    double undatedWidth = 0; ///< 0 for no such part
    double eraHeight = 0; ///< 0 for no such part
    double lineHeight = 14; ///< of the small font
    bool growth = true;
    bool lanes = true; ///< without them growth takes their room
    double leastLanes = 70; ///< height that the lanes keep when there is growth
    double lanesAtMost = 0; ///< height that shows all lanes comfortably; the rest goes to growth
};

/// Growth gives way when it would leave the lanes less than their least height.
[[nodiscard]] TimelineLayout layOut(const QSizeF &size, const LayoutWishes &wishes);

} // namespace dateline::timeline
