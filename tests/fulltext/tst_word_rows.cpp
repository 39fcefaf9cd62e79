// SPDX-License-Identifier: GPL-3.0-or-later
#include <fulltext/word_rows.h>

#include <support/random_events.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>

namespace dateline::tests {

using bitsets::RowSet;
using events::Row;
using fulltext::WordRows;

/// Rows by word against plain sets, over several stretches of rows: words of nearly every row, of
/// some, and of a few, and rows without any.
class WordRowsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfWords_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {0, 1, 64, 1'000, 65'535, 65'536, 65'537, 200'000})
            QTest::addRow("%d", rows) << rows;
    }

    void rowsOfWords()
    {
        QFETCH(const int, rows);
        Random random(20261127);
        constexpr std::uint64_t wordCount = 60;
        std::vector<RowSet> expected(wordCount, RowSet(std::size_t(rows)));
        WordRows index((std::size_t(rows)));
        for (Row row = 0; row < Row(rows); ++row) {
            // None at all in the second stretch of rows.
            if (row >= 65'536 && row < 131'072)
                continue;
            std::vector<WordRows::Word> words;
            for (WordRows::Word word = 0; word < wordCount; ++word) {
                const bool isIn = word < 3 ? below(random, 10) > 0
                    : word < 6             ? below(random, 16) == 0
                                           : below(random, 2'000) == word;
                if (isIn) {
                    words.push_back(word);
                    expected[word].insert(row);
                }
            }
            std::ranges::reverse(words);
            index.add(row, words);
        }
        index.finish();
        QCOMPARE(index.size(), std::size_t(rows));
        for (int i = 0; i < 100; ++i) {
            std::vector<bool> isWanted(wordCount);
            RowSet wanted((std::size_t(rows)));
            for (WordRows::Word word = 0; word < wordCount; ++word) {
                isWanted[word] = i > 0 && below(random, std::uint64_t(i)) == 0;
                if (isWanted[word])
                    wanted |= expected[word];
            }
            QVERIFY(index.rowsWith(isWanted) == wanted);
        }
    }

    /// Lists of as many bytes as bits would take, of one less, and gaps of one to three bytes.
    void listsGoUpToTheSizeOfBits()
    {
        constexpr std::size_t size = 1U << 16U;
        std::vector<RowSet> expected(5, RowSet(size));
        for (Row i = 0; i < 8191; ++i)
            expected[0].insert(2 * i + 1); // 8191 bytes
        for (Row i = 0; i < 8192; ++i)
            expected[1].insert(2 * i + 1); // 8192
        for (Row row = 0; row < 4096; ++row)
            expected[2].insert(row * 16 + (row % 2 == 0 ? 0 : 15)); // pairs
        for (const Row row : {0U, 128U, 257U, 16'641U, 33'026U, 65'535U})
            expected[3].insert(row); // where a gap takes a byte more
        expected[4].insert(size - 1);
        // Runs where their length takes a byte more, from the first row on and later.
        for (const Row length : {1U, 2U, 128U, 129U, 130U, 16'384U, 16'385U, 16'386U, 65'536U}) {
            for (const Row begin : {0U, 3U}) {
                RowSet &run = expected.emplace_back(size);
                for (Row row = begin; row < std::min(begin + length, Row(size)); ++row)
                    run.insert(row);
                run.insert(size - 1);
            }
        }
        WordRows index(size);
        for (Row row = 0; row < size; ++row) {
            std::vector<WordRows::Word> words;
            for (WordRows::Word word = 0; word < expected.size(); ++word) {
                if (expected[word].contains(row))
                    words.push_back(word);
            }
            index.add(row, words);
        }
        index.finish();
        for (std::size_t word = 0; word < expected.size(); ++word) {
            std::vector<bool> isWanted(expected.size());
            isWanted[word] = true;
            QVERIFY(index.rowsWith(isWanted) == expected[word]);
        }
    }
};

DATELINE_TEST(wordRows, WordRowsTest)

} // namespace dateline::tests

#include "tst_word_rows.moc"
