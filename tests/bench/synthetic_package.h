// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace dateline::tests {

/// Writes a Data Package of `events` synthetic events into `folder`, which is made when it is not
/// there; files of an earlier package are replaced. The same events and seed give the same bytes
/// on every machine. Holds no more than the places in memory. Throws std::runtime_error.
void writeSyntheticPackage(const std::filesystem::path &folder, std::uint32_t events,
                           std::uint64_t seed);

} // namespace dateline::tests
