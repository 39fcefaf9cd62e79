// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <vector>

namespace dateline::timeline {

/// One step of a thread: what `to` says of, or follows from, `from`.
struct ThreadLink
{
    events::Row from = 0; ///< a claim, or what led to something
    events::Row to = 0; ///< its denial, the inquiry into it, its outcome
    bool isPart = false; ///< `to` is a part of `from`: no step, but it belongs together

    friend auto operator<=>(const ThreadLink &, const ThreadLink &) = default;
};

/// All links of a dataset: its relations, and the claims that answer a claim of another event. In
/// the order of their rows, each once.
[[nodiscard]] std::vector<ThreadLink> threadLinks(const events::Dataset &dataset);

/// The thread through an event, in the order of `links`, no link twice: back to the claims that it
/// answers or follows from, on to all that answers or follows from it, and all that answers or
/// follows directly from one of the former, so that no claim is joined without its denial. What
/// only belongs together is of it where it touches `event` itself. Empty for an event that nothing
/// is linked to.
[[nodiscard]] std::vector<ThreadLink> threadOf(const std::vector<ThreadLink> &links,
                                               events::Row event);

} // namespace dateline::timeline
