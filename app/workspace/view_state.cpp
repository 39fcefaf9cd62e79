// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/view_state.h>

namespace dateline::workspace {

events::TimeSpan PlayHead::window() const
{
    // The engine's windows are half open; one millisecond more lets the head itself belong.
    const events::Instant end = at == events::distantFuture ? at : at + 1;
    switch (mode) {
    case PlayMode::Cumulative:
        return {events::distantPast, end};
    case PlayMode::Moving:
        return {at < events::distantPast + width ? events::distantPast : at - width, end};
    case PlayMode::Point:
        break;
    }
    return {at, end};
}

} // namespace dateline::workspace
