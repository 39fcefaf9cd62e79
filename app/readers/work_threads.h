// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace dateline::readers {

/// Threads that do one task after another, for many tasks that are each too short for a thread of
/// their own. Not a QThreadPool, which waits for ever for threads that a system does not have, and
/// whose locks a thread sanitizer cannot see. One thread gives the tasks.
class WorkThreads
{
public:
    /// Starts so many threads, or as many as the system has left.
    explicit WorkThreads(unsigned threads);
    /// Waits until all tasks are done.
    ~WorkThreads() = default;
    WorkThreads(const WorkThreads &) = delete;
    WorkThreads &operator=(const WorkThreads &) = delete;
    WorkThreads(WorkThreads &&) = delete;
    WorkThreads &operator=(WorkThreads &&) = delete;

    /// Has the task done behind those that were given before; at once and by the thread that asks
    /// where there are no others. What the task throws is the future's.
    [[nodiscard]] std::future<void> start(std::function<void()> task);

private:
    void work(const std::stop_token &stop);

    std::mutex m_mutex; ///< of the tasks
    std::condition_variable_any m_given;
    std::deque<std::packaged_task<void()>> m_tasks;
    std::vector<std::jthread> m_threads; ///< last, so that they end before the rest goes
};

} // namespace dateline::readers
