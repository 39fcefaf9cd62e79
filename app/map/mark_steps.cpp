// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/mark_steps.h>

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace dateline::map {

namespace {

/// Calls visit(hit, its mark) for every mark that a person can see.
template<typename Visit>
void forEachMark(const MapScene &scene, const Visit &visit)
{
    const QRectF view({}, scene.size);
    for (std::size_t i = 0; i < scene.symbols.size(); ++i)
        if (view.contains(scene.symbols[i].pixel))
            visit(Hit(SymbolHit{i}), scene.symbols[i]);
    for (std::size_t i = 0; i < scene.chips.size(); ++i)
        if (view.contains(scene.chips[i].pixel))
            visit(Hit(ChipHit{i}), scene.chips[i]);
}

QPointF directionOf(Qt::Key arrow)
{
    switch (arrow) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

/// How far a way is; nothing for one that does not lead where the arrow points.
std::optional<double> lengthAlong(const QPointF &way, std::optional<Qt::Key> arrow)
{
    if (!arrow)
        return std::hypot(way.x(), way.y());
    const QPointF direction = directionOf(*arrow);
    const double along = QPointF::dotProduct(way, direction);
    const QPointF aside = way - along * direction;
    // Half a pixel: the mark that one stands on does not lie ahead.
    if (along < 0.5)
        return std::nullopt;
    return along + 2 * std::hypot(aside.x(), aside.y());
}

} // namespace

QPointF centreOf(const MapScene &scene, const Hit &hit)
{
    const auto *symbol = std::get_if<SymbolHit>(&hit);
    return symbol ? scene.symbols.at(symbol->index).pixel
                  : scene.chips.at(std::get<ChipHit>(hit).index).pixel;
}

Hit markOf(const MapScene &scene, events::Row row)
{
    Hit found;
    forEachMark(scene, [&](const Hit &hit, const auto &mark) {
        if (std::ranges::binary_search(mark.rows, row))
            found = hit;
    });
    return found;
}

Hit nearestMark(const MapScene &scene, const QPointF &from, std::optional<Qt::Key> arrow)
{
    Hit nearest;
    double least = std::numeric_limits<double>::infinity();
    forEachMark(scene, [&](const Hit &hit, const auto &mark) {
        const std::optional<double> length = lengthAlong(mark.pixel - from, arrow);
        if (length && *length < least) {
            least = *length;
            nearest = hit;
        }
    });
    return nearest;
}

Hit markInOrder(const MapScene &scene, const Hit &from, int direction)
{
    std::vector<Hit> marks;
    forEachMark(scene, [&marks](const Hit &hit, const auto &) { marks.push_back(hit); });
    if (marks.empty())
        return {};
    std::ranges::stable_sort(marks, {}, [&scene](const Hit &hit) {
        const QPointF pixel = centreOf(scene, hit);
        return std::pair(pixel.y(), pixel.x());
    });
    const auto at = std::ranges::find(marks, from);
    if (at == marks.end())
        return direction > 0 ? marks.front() : marks.back();
    const auto count = std::ptrdiff_t(marks.size());
    const std::ptrdiff_t next = (at - marks.begin() + direction + count) % count;
    return marks[std::size_t(next)];
}

} // namespace dateline::map
