// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/kind.h>

#include <array>

using namespace Qt::StringLiterals;

namespace dateline::events {

namespace {

/// In the order of the enumeration.
constexpr std::array shapeNames{
    "circle"_L1,  "square"_L1, "diamond"_L1, "triangle-up"_L1, "triangle-down"_L1, "pentagon"_L1,
    "hexagon"_L1, "star"_L1,   "cross"_L1,   "plus"_L1,        "chevron"_L1,       "bar"_L1,
};

} // namespace

QString shapeName(Shape shape)
{
    return shapeNames.at(std::size_t(shape));
}

std::optional<Shape> shapeFromName(QStringView name)
{
    for (std::size_t i = 0; i < shapeNames.size(); ++i) {
        if (name == shapeNames.at(i))
            return Shape(i);
    }
    return std::nullopt;
}

} // namespace dateline::events
