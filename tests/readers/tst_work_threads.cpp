// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/work_threads.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using dateline::readers::WorkThreads;

class WorkThreadsTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTaskIsDoneOnce()
    {
        std::vector<int> done(500);
        std::vector<std::future<void>> futures;
        WorkThreads workers(3);
        for (int &each : done)
            futures.push_back(workers.start([&each] { ++each; }));
        for (std::size_t i = 0; i < done.size(); ++i) {
            futures[i].get();
            QCOMPARE(done[i], 1);
        }
    }

    void oneThreadTakesThemInTheirOrder()
    {
        std::vector<int> order;
        {
            WorkThreads workers(1);
            for (int i = 0; i < 100; ++i)
                (void)workers.start([&order, i] { order.push_back(i); });
        } // waits for all
        QCOMPARE(order.size(), 100U);
        QVERIFY(std::ranges::is_sorted(order));
    }

    void theyWorkSideBySide()
    {
        // Each waits for the other, which only comes to an end with two threads.
        WorkThreads workers(2);
        std::promise<void> one;
        std::promise<void> other;
        const std::future<void> first = workers.start([&] {
            one.set_value();
            other.get_future().wait();
        });
        const std::future<void> second = workers.start([&] {
            other.set_value();
            one.get_future().wait();
        });
        first.wait();
        second.wait();
    }

    void withoutThreadsTheCallerDoesIt()
    {
        WorkThreads workers(0);
        std::thread::id by;
        std::future<void> done = workers.start([&by] { by = std::this_thread::get_id(); });
        QVERIFY(by == std::this_thread::get_id());
        done.get();
    }

    void whatATaskThrowsIsTheFutures_data()
    {
        QTest::addColumn<unsigned>("threads");
        QTest::newRow("by a thread") << 1U;
        QTest::newRow("by the caller") << 0U;
    }

    void whatATaskThrowsIsTheFutures()
    {
        QFETCH(const unsigned, threads);
        WorkThreads workers(threads);
        std::future<void> failed = workers.start([] { throw std::runtime_error("no memory"); });
        std::atomic<bool> wentOn = false;
        std::future<void> next = workers.start([&wentOn] { wentOn = true; });
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, failed.get());
        next.get();
        QVERIFY(wentOn);
    }
};

DATELINE_TEST(work_threads, WorkThreadsTest)
#include "tst_work_threads.moc"
