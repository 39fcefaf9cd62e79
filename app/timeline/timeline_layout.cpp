// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_layout.h>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

namespace {

constexpr double gapHeight = 6;
constexpr double rightMargin = 10;
constexpr double growthShare = 0.2; ///< of the height
constexpr double overviewShare = 0.13;
constexpr double leastGrowth = 50;
constexpr double mostGrowth = 150;
constexpr double leastOverview = 24; ///< of its bars
constexpr double mostOverview = 60;

} // namespace

TimelineLayout layOut(const QSizeF &size, const LayoutWishes &wishes)
{
    const double scale = wishes.scale;
    const double left = std::floor(wishes.labelWidth);
    const double undated = wishes.lanes ? std::ceil(wishes.undatedWidth) : 0;
    const double width
        = std::max(1.0, std::floor(size.width() - left - rightMargin * scale - undated));
    const double axisHeight = std::ceil(wishes.lineHeight + 4 * scale);
    const double gap = std::round(gapHeight * scale);
    const double bars = std::clamp(size.height() * overviewShare - wishes.lineHeight,
                                   leastOverview * scale, mostOverview * scale);
    const double overviewHeight = std::round(bars + wishes.lineHeight);
    double growthHeight = std::round(
        std::clamp(size.height() * growthShare, leastGrowth * scale, mostGrowth * scale));
    const double top = wishes.lanes ? std::ceil(wishes.eraHeight) : 0;
    double lanesHeight = size.height() - top - axisHeight - overviewHeight - gap;
    const bool growth
        = wishes.growth && (!wishes.lanes || lanesHeight - growthHeight >= wishes.leastLanes);
    if (growth && !wishes.lanes) {
        growthHeight = std::max(1.0, std::floor(lanesHeight));
        lanesHeight = 0;
    } else if (growth) {
        lanesHeight -= growthHeight;
        const double spare = lanesHeight - wishes.lanesAtMost;
        const double more
            = std::clamp(spare, 0.0, std::max(0.0, mostGrowth * scale - growthHeight));
        growthHeight += std::floor(more);
        lanesHeight -= std::floor(more);
    }
    lanesHeight = wishes.lanes ? std::max(1.0, std::floor(lanesHeight)) : 0;

    TimelineLayout layout;
    if (top > 0)
        layout.eras = QRectF(left, 0, width, top);
    layout.labels = QRectF(0, top, left, lanesHeight);
    layout.lanes = QRectF(left, top, width, lanesHeight);
    if (undated > 0)
        layout.undated = QRectF(left + width, top, undated, lanesHeight);
    layout.axis = QRectF(left, top + lanesHeight, width, axisHeight);
    double y = layout.axis.bottom();
    if (growth) {
        layout.growth = QRectF(left, y, width, growthHeight);
        y += growthHeight;
    }
    layout.overview = QRectF(left, y + gap, width, overviewHeight);
    return layout;
}

} // namespace dateline::timeline
