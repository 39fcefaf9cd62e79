// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/row_set.h>

#include <support/test_main.h>

#include <QTest>

namespace dateline::tests {

using events::Row;
using query::RowSet;

/// Sets of rows at the boundaries of their words.
class RowSetTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fullSetHasNoBitsBeyondItsSize_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 63, 64, 65, 127, 128, 200})
            QTest::addRow("%d", size) << size;
    }

    void fullSetHasNoBitsBeyondItsSize()
    {
        QFETCH(int, size);
        RowSet full(std::size_t(size), true);
        QCOMPARE(full.count(), std::size_t(size));
        RowSet filled((std::size_t(size)));
        QCOMPARE(filled.count(), std::size_t(0));
        filled.fill();
        QVERIFY(filled == full);
        filled.clear();
        QVERIFY(filled == RowSet(std::size_t(size)));
    }

    void countsAndVisitsAnyRange()
    {
        RowSet set(200);
        for (Row row = 0; row < 200; row += 3)
            set.insert(row);
        for (Row begin = 0; begin <= 200; ++begin) {
            for (Row end = begin; end <= 200; ++end) {
                std::size_t expected = 0;
                for (Row row = begin; row < end; ++row)
                    expected += row % 3 == 0 ? 1 : 0;
                std::vector<Row> visited;
                set.forEach(begin, end, [&](Row row) { visited.push_back(row); });
                QCOMPARE(set.count(begin, end), expected);
                QCOMPARE(visited.size(), expected);
                QVERIFY(visited.empty() || (visited.front() >= begin && visited.back() < end));
                QVERIFY(std::ranges::is_sorted(visited));
            }
        }
    }

    void differenceTellsWhoEnteredAndWhoLeft()
    {
        RowSet before(130);
        RowSet after(130);
        before.insert(0);
        before.insert(64);
        after.insert(64);
        after.insert(129);
        std::vector<std::pair<Row, bool>> seen;
        query::forEachDifference(before, after,
                                 [&](Row row, bool entered) { seen.emplace_back(row, entered); });
        QCOMPARE(seen, (std::vector<std::pair<Row, bool>>{{0, false}, {129, true}}));
        after &= before;
        QCOMPARE(after.count(), std::size_t(1));
        QVERIFY(after.contains(64));
        after.remove(64);
        QVERIFY(!after.contains(64));
    }
};

DATELINE_TEST(rowSet, RowSetTest)

} // namespace dateline::tests

#include "tst_row_set.moc"
