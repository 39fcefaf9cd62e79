// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_check.h>

namespace dateline::shell {

/// readers::checkPackage with all that the program knows: places are compared with the countries of
/// the base map.
[[nodiscard]] readers::ReadResult checkDataset(const QString &path);

} // namespace dateline::shell
