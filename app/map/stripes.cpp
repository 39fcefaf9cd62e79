// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/stripes.h>

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace dateline::map {

namespace {

/// Where on its stripe a point lies: y on upright stripes, x on others.
double alongOf(StripeRun run, const QPointF &point)
{
    return run == StripeRun::Upright ? point.y() : point.x();
}

QPointF onStripe(StripeRun run, double sum, double along)
{
    switch (run) {
    case StripeRun::Diagonal:
        return {along, sum - along};
    case StripeRun::Level:
        return {along, sum};
    case StripeRun::Upright:
        break;
    }
    return {sum, along};
}

/// The part of a stripe inside a box; from beyond to for none.
std::pair<double, double> partInside(StripeRun run, double sum, const QRectF &box)
{
    constexpr std::pair none{1.0, 0.0};
    switch (run) {
    case StripeRun::Diagonal:
        return {std::max(box.left(), sum - box.bottom()), std::min(box.right(), sum - box.top())};
    case StripeRun::Level:
        return sum >= box.top() && sum <= box.bottom() ? std::pair(box.left(), box.right()) : none;
    case StripeRun::Upright:
        break;
    }
    return sum >= box.left() && sum <= box.right() ? std::pair(box.top(), box.bottom()) : none;
}

/// Where the edge from `p` to `q` crosses each stripe, by the number of the stripe. Half open, so
/// that a corner is crossed once.
void addCrossings(const QPointF &p, const QPointF &q, double step, double origin, StripeRun run,
                  std::map<long, std::vector<double>> &crossings)
{
    const double from = (stripeSum(run, p) - origin) / step;
    const double to = (stripeSum(run, q) - origin) / step;
    const auto [low, high] = std::minmax(from, to);
    for (long stripe = long(std::ceil(low)); double(stripe) < high; ++stripe) {
        const double share = (double(stripe) - from) / (to - from);
        crossings[stripe].push_back(alongOf(run, p) + alongOf(run, q - p) * share);
    }
}

} // namespace

double stripeSum(StripeRun run, const QPointF &point)
{
    switch (run) {
    case StripeRun::Diagonal:
        return point.x() + point.y();
    case StripeRun::Level:
        return point.y();
    case StripeRun::Upright:
        break;
    }
    return point.x();
}

QPainterPath stripesIn(const QPainterPath &shape, double step, double origin, const QRectF &box,
                       StripeRun run)
{
    std::map<long, std::vector<double>> crossings;
    for (const QPolygonF &ring : shape.toSubpathPolygons()) {
        for (qsizetype i = 0; i < ring.size(); ++i)
            addCrossings(ring[i], ring[(i + 1) % ring.size()], step, origin, run, crossings);
    }
    QPainterPath stripes;
    for (auto &[stripe, alongs] : crossings) {
        const double sum = origin + double(stripe) * step;
        const auto [first, last] = partInside(run, sum, box);
        std::ranges::sort(alongs);
        for (std::size_t i = 0; i + 1 < alongs.size(); i += 2) {
            const double from = std::max(alongs[i], first);
            const double to = std::min(alongs[i + 1], last);
            if (from >= to)
                continue;
            stripes.moveTo(onStripe(run, sum, from));
            stripes.lineTo(onStripe(run, sum, to));
        }
    }
    return stripes;
}

} // namespace dateline::map
