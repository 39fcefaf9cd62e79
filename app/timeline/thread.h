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

/// Links to be followed both ways, each once.
struct ThreadLinks
{
    ThreadLinks() = default;
    explicit ThreadLinks(std::vector<ThreadLink> links);

    std::vector<ThreadLink> onward; ///< by `from`, then `to`
    std::vector<ThreadLink> back; ///< by `to`, then `from`
};

/// All links of a dataset: its relations, and the claims that answer a claim of another event.
[[nodiscard]] ThreadLinks threadLinks(const events::Dataset &dataset);

/// The thread through an event, by `from`, then `to`, no link twice; costs what is linked to it:
/// back to the claims that it answers or follows from, on to all that answers or follows from it,
/// and all that answers or follows directly from one of the former, so that no claim is joined
/// without its denial. What only belongs together is of it where it touches `event` itself. Empty
/// for an event that nothing is linked to.
[[nodiscard]] std::vector<ThreadLink> threadOf(const ThreadLinks &links, events::Row event);

} // namespace dateline::timeline
