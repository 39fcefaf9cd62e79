// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <span>

namespace dateline::events {

/// From about so many rows on, a thread is worth what it costs to start one.
inline constexpr std::size_t rowsForTwoThreads = 20'000;

/// Calls both once, neither of which may need what the other does. For a work of many `rows`,
/// `elsewhere` is called by another thread, if the system has one left; `here` always by this one.
/// Returns when both are done and the other thread has gone. What one of them throws is thrown on,
/// and `here` goes first: the other is not called then, or its exception is lost.
template<typename Elsewhere, typename Here>
void sideBySide(std::size_t rows, Elsewhere elsewhere, Here here)
{
    // Without async's promise of a thread: what is deferred is called by get().
    const auto policy = rows < rowsForTwoThreads ? std::launch::deferred
                                                 : std::launch::async | std::launch::deferred;
    std::future<void> other = std::async(policy, std::ref(elsewhere));
    here(); // When this throws, the future waits for the other thread before it goes.
    other.get();
}

/// Calls each of the tasks once, none of which may need what another does: this thread and another
/// one, as with sideBySide(), take the next one as soon as they are done with the one before. The
/// longest ones had better come first.
inline void sharedOut(std::size_t rows, std::span<const std::function<void()>> tasks)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t task = next++; task < tasks.size(); task = next++)
            tasks[task]();
    };
    sideBySide(rows, work, work);
}

/// Calls use(from, to) with the first and with the second half of `rows`, side by side.
template<typename Use>
void inHalves(std::size_t rows, const Use &use)
{
    const std::size_t middle = rows / 2;
    sideBySide(rows, [&] { use(middle, rows); }, [&] { use(std::size_t(0), middle); });
}

} // namespace dateline::events
