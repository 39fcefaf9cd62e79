// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/bit_kernels.h>
#include <query/cell_runs.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>

#include "random_events.h"

namespace dateline::tests {

using events::Row;
using query::CellRuns;
using query::RowSet;

/// Runs of rows, and from a row that changed to its run.
class CellRunsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void changesKnowTheirRun()
    {
        Random random(11);
        for (int round = 0; round < 300; ++round) {
            const std::size_t words = 1 + below(random, 30);
            const auto rows = Row(words * 64);
            CellRuns runs;
            // Twice, for nothing may be left of what it held before.
            for (int again = 0; again < 2; ++again)
                fill(runs, random, words);
            const RowSet before = randomRows(random, rows);
            const RowSet after = below(random, 4) == 0 ? RowSet(rows) : randomRows(random, rows);

            std::vector<Row> expectedRows;
            std::vector<std::uint32_t> expectedRuns;
            for (std::uint32_t i = 0; i < runs.runs().size(); ++i) {
                for (Row row = runs.runs()[i].first; row < runs.runs()[i].end; ++row) {
                    if (before.contains(row) != after.contains(row)) {
                        expectedRows.push_back(row);
                        expectedRuns.push_back(i);
                    }
                }
            }
            const CellRuns::Changes found = runs.between(before, after, expectedRows.size());
            QVERIFY(std::ranges::equal(found.rows, expectedRows));
            QVERIFY(std::ranges::equal(found.runs, expectedRuns));
        }
    }

    void everyKernelFindsThem()
    {
        Random random(12);
        constexpr std::size_t words = 70; // more than are listed at a time
        const auto word = [&random] {
            std::uint64_t bits = random();
            for (int i = 0; i < 2; ++i)
                bits &= random(); // an eighth of them
            return bits;
        };
        for (int round = 0; round < 100; ++round) {
            std::vector<std::uint64_t> before(words);
            std::ranges::generate(before, word);
            std::vector<std::uint64_t> after = before;
            for (std::size_t i = below(random, words); i < words; ++i)
                after[i] = below(random, 2) == 0 ? after[i] : word();
            std::vector<std::uint64_t> starts(words);
            std::ranges::generate(starts, word);
            starts.front() |= 1;
            std::vector<std::uint32_t> runsBefore(words);
            for (std::uint32_t &number : runsBefore)
                number = std::uint32_t(below(random, 1000));
            std::vector<std::uint32_t> expectedNumbers;
            std::vector<std::uint32_t> expectedRuns;
            for (std::size_t i = 0; i < words; ++i) {
                std::uint32_t run = runsBefore[i] - 1;
                for (unsigned bit = 0; bit < 64; ++bit) {
                    run += (starts[i] >> bit & 1U) != 0 ? 1 : 0;
                    if (((before[i] ^ after[i]) >> bit & 1U) == 0)
                        continue;
                    expectedNumbers.push_back(std::uint32_t(640 + i * 64 + bit));
                    expectedRuns.push_back(run);
                }
            }
            for (const query::BitKernels *kernels :
                 {&query::portableBitKernels(), query::wideBitKernels()}) {
                if (kernels == nullptr)
                    continue;
                std::vector<std::uint32_t> numbers(words * 64);
                std::vector<std::uint32_t> runs(words * 64);
                const std::size_t count
                    = kernels->collectRuns(before.data(), after.data(), words, 640, starts.data(),
                                           runsBefore.data(), numbers.data(), runs.data());
                numbers.resize(count);
                runs.resize(count);
                QVERIFY(numbers == expectedNumbers);
                QVERIFY(runs == expectedRuns);
            }
        }
    }

private:
    /// Some ranges of the words, cut into runs; some runs are longer than a word.
    static void fill(CellRuns &runs, Random &random, std::size_t words)
    {
        std::vector<RowSet::WordRange> ranges;
        for (std::size_t begin = below(random, 3); begin < words;) {
            const std::size_t end = std::min(begin + 1 + below(random, 6), words);
            ranges.push_back({begin, end});
            begin = end + 1 + below(random, 3);
        }
        runs.reset(ranges);
        const std::size_t longest = below(random, 2) == 0 ? 5 : 200;
        for (const RowSet::WordRange &range : ranges) {
            for (std::size_t row = range.begin * 64; row < range.end * 64;) {
                const std::size_t end = std::min(row + 1 + below(random, longest), range.end * 64);
                runs.add({Row(row), Row(end), 0});
                row = end;
            }
        }
    }

    static RowSet randomRows(Random &random, Row size)
    {
        RowSet rows(size);
        for (Row row = 0; row < size; ++row) {
            if (below(random, 3) == 0)
                rows.insert(row);
        }
        return rows;
    }
};

DATELINE_TEST(cellRuns, CellRunsTest)

} // namespace dateline::tests

#include "tst_cell_runs.moc"
