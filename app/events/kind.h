// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace dateline::events {

/// The outline of a kind's symbol. Together with the colour it tells kinds apart, so that no
/// kind is told by colour alone.
enum class Shape : std::uint8_t {
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    Pentagon,
    Hexagon,
    Star,
    Cross,
    Plus,
    Chevron,
    Bar,
};

/// A kind of event, as the package's datapackage.json lists it; its place in the list is the
/// order of lanes and legends.
struct Kind
{
    QString name; ///< stable id used by tables and views
    QString label; ///< for people, singular
    QString plural;
    QString definition; ///< one line
    Shape shape = Shape::Circle;
    std::uint32_t colour = 0x000000; ///< 0xRRGGBB
};

/// A dataset has at most so many: their numbers take a byte.
inline constexpr std::size_t mostKinds = 256;

/// The name a package uses for a shape, e.g. "triangle-up".
[[nodiscard]] QString shapeName(Shape shape);
[[nodiscard]] std::optional<Shape> shapeFromName(QStringView name);

} // namespace dateline::events
