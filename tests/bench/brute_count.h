// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload.h"

namespace dateline::tests {

/// What a step's answer must be, by looking at every event, and what reaching it has to touch.
struct BruteAnswer
{
    BenchCounts counts{};
    std::uint32_t points = 0; ///< passing and at a point
    std::uint32_t pointsInView = 0; ///< of those, within the view
    std::uint32_t changed = 0; ///< events that came or went since the step before
};

/// `before` is the step before, or nothing filtered.
[[nodiscard]] BruteAnswer bruteAnswer(const std::vector<SyntheticEvent> &events,
                                      const BenchState &before, const BenchState &state,
                                      const std::optional<BenchView> &view);

} // namespace dateline::tests
