// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace dateline::timeline {

/// One step of a thread: what `to` says of, or follows from, `from`.
struct ThreadLink
{
    events::Row from = 0; ///< a claim, or what led to something
    events::Row to = 0; ///< its denial, the inquiry into it, its outcome
    bool isPart = false; ///< `to` is a part of `from`: no step, but it belongs together
    bool isDenial = false; ///< `to` denies `from`

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

/// All links of a dataset: its relations, and the claims that answer a claim of another event. One
/// is a denial when the answering claim denies, or when one source has the actor of the other
/// event's first claim speak there and deny the one.
[[nodiscard]] ThreadLinks threadLinks(const events::Dataset &dataset);

/// The thread through an event, by `from`, then `to`, no link twice; costs what is linked to it:
/// back to the claims that it answers or follows from, on to all that answers or follows from it,
/// and all that answers or follows directly from one of the former, so that no claim is joined
/// without its denial. What only belongs together is of it where it touches `event` itself. Empty
/// for an event that nothing is linked to.
[[nodiscard]] std::vector<ThreadLink> threadOf(const ThreadLinks &links, events::Row event);

/// Where an event of a thread is for whoever looks at a part of time.
enum class ThreadPlace : std::uint8_t { Shown, Earlier, Later, Missing };

/// Links that lead from a shown event out of the visible time, together.
struct ThreadExit
{
    events::Row row = 0; ///< the shown event
    bool isLater = false;
    bool isDenial = false; ///< all of them
    std::uint32_t count = 0;

    friend bool operator==(const ThreadExit &, const ThreadExit &) = default;
};

/// The exits of a thread, one for each shown event and side, by event; none for a link to what is
/// missing.
[[nodiscard]] std::vector<ThreadExit>
exitsOf(const std::vector<ThreadLink> &thread,
        const std::function<ThreadPlace(events::Row)> &placeOf);

} // namespace dateline::timeline
