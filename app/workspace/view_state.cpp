// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/view_state.h>

#include <algorithm>

namespace dateline::workspace {

events::TimeSpan PlayHead::window() const
{
    const bool sweeps = mode != PlayMode::Cumulative && since.has_value();
    const events::Instant last = sweeps ? std::max(at, *since) : at;
    // The engine's windows are half open; one millisecond more lets the end itself belong.
    const events::Instant end = last == events::distantFuture ? last : last + 1;
    if (mode == PlayMode::Cumulative)
        return {events::distantPast, end};
    events::Instant from = at;
    if (mode == PlayMode::Moving)
        from = at < events::distantPast + width ? events::distantPast : at - width;
    return {sweeps ? std::min(from, *since) : from, end};
}

} // namespace dateline::workspace
