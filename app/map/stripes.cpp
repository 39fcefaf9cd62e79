// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/stripes.h>

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace dateline::map {

namespace {

/// The x at which the edge from `p` to `q` crosses each stripe, by the number of the stripe. Half
/// open, so that a corner is crossed once.
void addCrossings(const QPointF &p, const QPointF &q, double step, double origin,
                  std::map<long, std::vector<double>> &crossings)
{
    const double from = (p.x() + p.y() - origin) / step;
    const double to = (q.x() + q.y() - origin) / step;
    const auto [low, high] = std::minmax(from, to);
    for (long stripe = long(std::ceil(low)); double(stripe) < high; ++stripe) {
        const double share = (double(stripe) - from) / (to - from);
        crossings[stripe].push_back(p.x() + (q.x() - p.x()) * share);
    }
}

} // namespace

QPainterPath stripesIn(const QPainterPath &shape, double step, double origin, const QRectF &box)
{
    std::map<long, std::vector<double>> crossings;
    for (const QPolygonF &ring : shape.toSubpathPolygons()) {
        for (qsizetype i = 0; i < ring.size(); ++i)
            addCrossings(ring[i], ring[(i + 1) % ring.size()], step, origin, crossings);
    }
    QPainterPath stripes;
    for (auto &[stripe, xs] : crossings) {
        const double sum = origin + double(stripe) * step;
        const double left = std::max(box.left(), sum - box.bottom());
        const double right = std::min(box.right(), sum - box.top());
        std::ranges::sort(xs);
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            const double from = std::max(xs[i], left);
            const double to = std::min(xs[i + 1], right);
            if (from >= to)
                continue;
            stripes.moveTo(from, sum - from);
            stripes.lineTo(to, sum - to);
        }
    }
    return stripes;
}

} // namespace dateline::map
