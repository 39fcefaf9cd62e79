// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace dateline::map {

/// In which language countries and cities are named.
enum class NamesIn : std::uint8_t { ReadersLanguage, OwnLanguage };

} // namespace dateline::map
