// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/geo_box.h>

#include <span>
#include <vector>

namespace dateline::bitsets {

/// The inside of a closed line on the map, which goes straight from point to point as the map
/// shows it (Web Mercator), each step the short way round the world, and from the last point back
/// to the first. What a line that crosses itself surrounds twice is outside (even-odd rule, as of
/// SVG 2, 13.4.2). Fewer than three points have no inside. Private to SpatialBlocks.
class Lasso
{
public:
    explicit Lasso(std::span<const events::GeoPoint> points);

    /// One stretch of the line, Mercator units, x unwrapped.
    struct Edge
    {
        double x1;
        double y1;
        double x2;
        double y2;
    };

    /// Which whole worlds to add to an x of the unit square to meet the line: [first, last].
    [[nodiscard]] int firstWorld() const { return m_firstWorld; }
    [[nodiscard]] int lastWorld() const { return m_lastWorld; }

    /// The edges that decide about points in a box, edges included (x unwrapped), and whether any
    /// may run through it; if none does, all its points are inside or none.
    struct Part
    {
        std::vector<Edge> edges;
        bool isCut = false;

        [[nodiscard]] bool contains(double x, double y) const;
    };
    [[nodiscard]] Part over(double left, double right, double top, double bottom) const;

private:
    std::vector<Edge> m_edges;
    int m_firstWorld = 0;
    int m_lastWorld = -1;
};

} // namespace dateline::bitsets
