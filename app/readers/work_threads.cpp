// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/work_threads.h>

#include <system_error>
#include <utility>

namespace dateline::readers {

WorkThreads::WorkThreads(unsigned threads)
{
    m_threads.reserve(threads);
    try {
        while (m_threads.size() < threads)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    } catch (const std::system_error &) {
        return; // those that there are will do
    }
}

std::future<void> WorkThreads::start(std::function<void()> task)
{
    std::packaged_task<void()> packaged(std::move(task));
    std::future<void> done = packaged.get_future();
    if (m_threads.empty()) {
        packaged();
        return done;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(packaged));
    }
    m_given.notify_one();
    return done;
}

void WorkThreads::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    // Also when it is to stop, as long as there are tasks.
    while (m_given.wait(lock, stop, [this] { return !m_tasks.empty(); })) {
        std::packaged_task<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace dateline::readers
