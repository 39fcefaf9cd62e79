// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/button_columns.h>

#include <algorithm>

namespace dateline::map {

namespace {

constexpr int buttonGap = 2;

/// As many of the buttons as there is room for.
std::vector<QRect> fittingButtons(std::size_t count, int side, const QRect &room,
                                  std::span<const QRect> others)
{
    std::vector<QRect> boxes;
    for (int left = room.left(); left + side <= room.right() + 1; left += side + buttonGap)
        for (int top = room.top(); top + side <= room.bottom() + 1;) {
            const QRect box(left, top, side, side);
            const QRect apart = box.adjusted(-buttonGap, -buttonGap, buttonGap, buttonGap);
            const auto inTheWay = std::ranges::find_if(
                others, [&apart](const QRect &other) { return apart.intersects(other); });
            top = inTheWay == others.end() ? top + side + buttonGap
                                           : inTheWay->bottom() + 1 + buttonGap;
            if (inTheWay == others.end())
                boxes.push_back(box);
            if (boxes.size() == count)
                return boxes;
        }
    return boxes;
}

} // namespace

std::vector<QRect> buttonColumns(std::size_t count, int side, const QRect &room,
                                 std::span<const QRect> others)
{
    for (std::size_t avoided = others.size() + 1; avoided-- > 0;)
        for (int smaller = side; smaller >= side / 2; --smaller) {
            std::vector<QRect> boxes = fittingButtons(count, smaller, room, others.first(avoided));
            if (boxes.size() == count)
                return boxes;
        }
    // Of a view that small nothing is left to be seen; the buttons are one on another.
    return std::vector<QRect>(count, QRect(room.topLeft(), QSize(side / 2, side / 2)));
}

} // namespace dateline::map
