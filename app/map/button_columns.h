// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include <span>
#include <vector>

namespace dateline::map {

/// Where `count` square buttons stand: in columns from the top left of `room`, clear of `others`.
/// They are `side` pixels wide, or less, down to half of that, where there is no room for them.
/// Where even that is too little they cover others, the last of them first, but stay in the room.
[[nodiscard]] std::vector<QRect> buttonColumns(std::size_t count, int side, const QRect &room,
                                               std::span<const QRect> others);

} // namespace dateline::map
