// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/legend.h>

#include <optional>

namespace dateline::map {

/// The entries with those of a choropleth behind them: a heading that says that the shades are what
/// is claimed, the classes, and what is not shaded. Unchanged when nothing is shaded.
[[nodiscard]] std::vector<LegendEntry> withShades(std::vector<LegendEntry> entries,
                                                  const Choropleth &choropleth,
                                                  const std::vector<events::Kind> &kinds);

/// What a class, or being in none, means: "3–5", "Ended without finding", "None stated".
[[nodiscard]] QString shadeClassText(const Choropleth &choropleth, std::optional<std::size_t> step);

} // namespace dateline::map
