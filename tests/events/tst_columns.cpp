// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that take less memory than what they hold, and the sort they are ordered by.
#include <events/compact_column.h>
#include <events/id_order.h>
#include <events/interval_shapes.h>
#include <events/keyed_rows.h>
#include <events/run_column.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace dateline::tests {

using events::CompactColumn;
using events::FuzzyInterval;
using events::Instant;
using events::IntervalShapes;
using events::KeyedRow;
using events::Row;
using events::RunColumn;

namespace {

std::vector<Row> backwards(std::size_t size)
{
    std::vector<Row> order(size);
    std::iota(order.rbegin(), order.rend(), Row(0));
    return order;
}

} // namespace

/// Compares each with plain vectors of the same.
class ColumnsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void compactColumnHoldsAnyNumber()
    {
        const std::vector<std::uint32_t> values{0,   1,   253,    254,        255,       256,
                                                253, 1,   65'534, 65'535,     4'000'000, 0xFFFFFFFE,
                                                0,   254, 255,    0xFFFFFFFF, 7};
        CompactColumn<std::uint8_t> column;
        for (const std::uint32_t value : values)
            column.append(value);
        const std::vector<Row> order = backwards(values.size());
        const CompactColumn<std::uint8_t> reordered = column.reordered(order);
        QCOMPARE(column.size(), values.size());
        QCOMPARE(reordered.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE(column[i], values[i]);
            QCOMPARE(reordered[i], values[order[i]]);
        }
    }

    void runColumnSaysWhereRunsBegin()
    {
        QCOMPARE(RunColumn().size(), 0U);
        QCOMPARE(RunColumn({7}).size(), 0U);
        QRandomGenerator random(20261127);
        for (const std::size_t rows : {1U, 7U, 8U, 9U, 100U}) {
            std::vector<Row> begins{5};
            for (std::size_t row = 0; row < rows; ++row) {
                const quint32 longest = row % 10 == 3 ? 2'000 : 4;
                begins.push_back(begins.back() + random.bounded(longest));
            }
            const RunColumn runs(begins);
            QCOMPARE(runs.size(), rows);
            for (Row row = 0; row < rows; ++row) {
                QCOMPARE(runs.begin(row), begins[row]);
                QCOMPARE(runs.length(row), begins[row + 1] - begins[row]);
            }
            QVERIFY_THROWS_EXCEPTION(std::out_of_range, static_cast<void>(runs.length(Row(rows))));
            QVERIFY_THROWS_EXCEPTION(std::out_of_range, static_cast<void>(runs.begin(Row(rows))));
        }
    }

    void intervalShapesGiveBackTheBounds()
    {
        QRandomGenerator random(3);
        std::vector<FuzzyInterval> all{
            {}, {events::distantPast, 5, events::distantPast, 7}, {5, 5, 9, events::distantFuture}};
        // More shapes than are looked for, and many that repeat.
        for (int i = 0; i < 150'000; ++i) {
            const Instant start = Instant(random.generate64() / 4) - Instant(1ULL << 61U);
            const Instant length = i % 2 == 0 ? 86'400'000 : Instant(random.generate());
            all.push_back({start, start + length / 2, start + 1, start + length});
        }
        IntervalShapes shapes;
        for (const FuzzyInterval &bounds : all)
            shapes.append(bounds);
        const std::vector<Row> order = backwards(all.size());
        const IntervalShapes reordered = shapes.reordered(order);
        for (Row row = 0; row < all.size(); ++row) {
            QVERIFY(shapes.at(row, all[row].earliestStart) == all[row]);
            QVERIFY(reordered.at(row, all[order[row]].earliestStart) == all[order[row]]);
        }
    }

    void sortByKeyKeepsTies()
    {
        QRandomGenerator random(5);
        std::vector<KeyedRow> rows;
        for (Row row = 0; row < 5'000; ++row) {
            const Instant moment = Instant(random.generate64() % 500) - 250;
            rows.push_back({events::keyOf(row % 7 == 0 ? moment << 50U : moment), row});
        }
        std::vector<KeyedRow> expected = rows;
        std::ranges::stable_sort(expected, {}, &KeyedRow::key);
        events::sortByKey(rows);
        QVERIFY(std::ranges::equal(rows, expected, {}, &KeyedRow::row, &KeyedRow::row));
        std::vector<KeyedRow> none;
        events::sortByKey(none);
        QVERIFY(none.empty());
    }

    void sortByKeyOfRowsBeside_data()
    {
        QTest::addColumn<quint64>("differing");
        QTest::newRow("all the same") << quint64(0);
        QTest::newRow("one bit") << quint64(1ULL << 63U);
        QTest::newRow("low bits") << quint64(0xFF);
        QTest::newRow("digits of text") << quint64(0x0F3F3F3F3F000000);
        QTest::newRow("the most that fits beside a row") << (~quint64(0) << 13U);
        QTest::newRow("one more") << (~quint64(0) << 12U);
        QTest::newRow("all bits") << ~quint64(0);
    }

    void sortByKeyOfRowsBeside()
    {
        QFETCH(const quint64, differing);
        QRandomGenerator random(6);
        for (const Row size : {0U, 1U, 2U, 70U, 6'000U}) {
            // Some keys twice, and rows in no order.
            std::vector<Row> rows = backwards(size);
            std::vector<std::uint64_t> keys;
            for (Row row = 0; row < size; ++row) {
                const bool again = row > 0 && random.bounded(4) == 0;
                keys.push_back(again ? keys[random.bounded(row)]
                                     : (0x3030303030303030 & ~differing)
                                       | (random.generate64() & differing));
            }
            std::vector<KeyedRow> expected;
            for (Row i = 0; i < size; ++i)
                expected.push_back({keys[i], rows[i]});
            std::ranges::stable_sort(expected, {}, &KeyedRow::key);
            events::sortByKey(rows, keys);
            QVERIFY(std::ranges::equal(rows, expected, {}, {}, &KeyedRow::row));
            QVERIFY(std::ranges::equal(keys, expected, {}, {}, &KeyedRow::key));
        }
    }

    void manyIdsAreSortedAsBytes()
    {
        QRandomGenerator random(9);
        events::TextColumn ids;
        // Common beginnings of several lengths, ids that end where others go on, bytes of 0.
        for (int i = 0; i < 3'000; ++i) {
            QByteArray id("event-");
            for (quint64 part = random.generate64() % 4; part > 0; --part)
                id += QByteArray("abcdefghij", qsizetype(random.generate64() % 11));
            id += QByteArray::number(random.generate64() % 100);
            if (i % 50 == 0)
                id += '\0';
            ids.append(std::string_view(id.constData(), std::size_t(id.size())));
        }
        const auto idOf = [&ids](Row row) { return ids.utf8(row); };
        std::vector<Row> rows = backwards(ids.size());
        events::sortById(rows, ids);
        QVERIFY(std::ranges::is_sorted(rows, {}, idOf));
        std::ranges::sort(rows);
        QVERIFY(std::ranges::adjacent_find(rows) == rows.end());
    }
};

DATELINE_TEST(columns, ColumnsTest)

} // namespace dateline::tests

#include "tst_columns.moc"
