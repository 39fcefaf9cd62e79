// SPDX-License-Identifier: GPL-3.0-or-later
// What Dataset::build is made of: work on two threads, and claims put in order in place.
#include <events/claim_order.h>
#include <events/side_by_side.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <numeric>
#include <semaphore>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Claim;
using events::Row;
using events::rowsForTwoThreads;
using events::sideBySide;

class BuildStepsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadForMuchWorkOnly()
    {
        for (const std::size_t rows : {std::size_t(0), rowsForTwoThreads - 1, rowsForTwoThreads}) {
            std::vector<std::thread::id> elsewhere;
            std::vector<std::thread::id> here;
            sideBySide(
                rows, [&] { elsewhere.push_back(std::this_thread::get_id()); },
                [&] { here.push_back(std::this_thread::get_id()); });
            QVERIFY(here == std::vector{std::this_thread::get_id()});
            QCOMPARE(elsewhere.size(), 1U);
            QCOMPARE(elsewhere == here, rows < rowsForTwoThreads);
        }
    }

    void exceptionsAreHandedOn()
    {
        for (const std::size_t rows : {std::size_t(0), rowsForTwoThreads}) {
            const auto fails = [] { throw std::runtime_error("no more"); };
            bool isDone = false;
            const auto works = [&isDone] { isDone = true; };
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, sideBySide(rows, fails, works));
            QVERIFY(isDone);
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, sideBySide(rows, works, fails));
        }
    }

    void tasksAreSharedOut()
    {
        for (const std::size_t rows : {std::size_t(0), rowsForTwoThreads}) {
            std::array<std::atomic<int>, 50> calls{};
            std::vector<std::function<void()>> tasks;
            for (std::atomic<int> &call : calls)
                tasks.emplace_back([&call] { ++call; });
            events::sharedOut(rows, tasks);
            QVERIFY(std::ranges::all_of(calls, [](const auto &call) { return call == 1; }));
            events::sharedOut(rows, {});
            tasks.emplace(tasks.begin() + 3, [] { throw std::runtime_error("no more"); });
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, events::sharedOut(rows, tasks));
        }
    }

    /// Two tasks, each of which waits for the other one to have begun.
    void tasksAreSharedByTwoThreads()
    {
        using namespace std::chrono_literals;
        std::array<std::binary_semaphore, 2> begun{std::binary_semaphore(0),
                                                   std::binary_semaphore(0)};
        std::array<bool, 2> met{};
        const auto meets = [&](std::size_t task) {
            begun.at(task).release();
            met.at(task) = begun.at(1 - task).try_acquire_for(20s);
        };
        const std::vector<std::function<void()>> tasks{[&] { meets(0); }, [&] { meets(1); }};
        events::sharedOut(rowsForTwoThreads, tasks);
        QVERIFY(met[0] && met[1]);
    }

    void halvesAreAllRows()
    {
        for (const std::size_t rows :
             {std::size_t(0), std::size_t(1), std::size_t(7), rowsForTwoThreads + 1}) {
            std::vector<int> calls(rows);
            events::inHalves(rows, [&calls](std::size_t from, std::size_t to) {
                for (std::size_t row = from; row < to; ++row)
                    ++calls[row];
            });
            QCOMPARE(std::size_t(std::ranges::count(calls, 1)), rows);
        }
    }

    void claimsArePutInOrder_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"as they are", "one further", "backwards", "halves", "anyhow"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void claimsArePutInOrder()
    {
        QFETCH(const QString, way);
        QRandomGenerator random(8);
        // None, fewer than a walker goes between two posts, and posts for more than all walkers.
        for (const Row size : {0U, 1U, 700U, 1'025U, 20'000U}) {
            std::vector<Row> order(size);
            std::iota(order.begin(), order.end(), Row(0));
            if (way == u"one further" && size > 0)
                std::ranges::rotate(order, order.end() - 1);
            else if (way == u"backwards")
                std::ranges::reverse(order);
            else if (way == u"halves")
                std::ranges::rotate(order, order.begin() + size / 2);
            else if (way == u"anyhow")
                std::ranges::shuffle(order, random);
            std::vector<Claim> claims(size);
            for (Row i = 0; i < size; ++i) {
                claims[i].id = QString::number(i);
                claims[i].source = i;
            }
            events::reorderInPlace(claims, order);
            QVERIFY(std::ranges::equal(claims, order, {}, &Claim::source));
            QVERIFY(std::ranges::all_of(claims, [](const Claim &claim) {
                return claim.id == QString::number(claim.source);
            }));
        }
    }
};

DATELINE_TEST(build_steps, BuildStepsTest)

} // namespace dateline::tests

#include "tst_build_steps.moc"
