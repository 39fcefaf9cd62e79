// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::readers {

/// Where a cell lies among the bytes that it is a part of.
struct CellPlace
{
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

/// Takes apart the row of `bytes` that begins at `begin` < bytes.size(), below 4 GiB, if it is
/// plain: no quote in it but around whole cells, no cell and no number of cells over the limits.
/// Then there is one way only to read it. Adds its cells to `cells`, none for a row without a byte,
/// and returns where the next row begins. Any other row is for libcsv: nothing is added then.
[[nodiscard]] std::optional<qsizetype> splitPlainRow(QByteArrayView bytes, qsizetype begin,
                                                     std::vector<CellPlace> &cells);

} // namespace dateline::readers
