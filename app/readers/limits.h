// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>

#include <QtTypes>

#include <cstddef>

/// What a package may be at most, so that no file can exhaust memory or time. data/FORMAT.md
/// states the same numbers under "Limits"; a test compares them.
namespace dateline::readers::limits {

inline constexpr qint64 descriptionBytes = 8 << 20; ///< datapackage.json
inline constexpr qint64 tableBytes = 1 << 30; ///< one CSV file
inline constexpr qint64 viewBytes = 1 << 20; ///< one view of a story step
inline constexpr qint64 packageBytes = 1 << 30; ///< all files of a .zip, unpacked
inline constexpr qint64 zipEntries = 10'000;
inline constexpr qint64 zipRatio = 200; ///< unpacked : packed, for entries over 1 MiB
inline constexpr int rows = 20'000'000; ///< of one table
inline constexpr int columns = 256;
inline constexpr std::size_t cellBytes = 64 << 10;
inline constexpr std::size_t hopelessCellBytes = 1 << 20; ///< ends the reading of the table
inline constexpr int jsonDepth = 64;
inline constexpr std::size_t kinds = events::mostKinds;
inline constexpr std::size_t diagnosticsPerCode = 100;

} // namespace dateline::readers::limits
