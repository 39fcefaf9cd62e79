// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that take less memory than what they hold, and the sort they are ordered by.
#include <events/compact_column.h>
#include <events/country_column.h>
#include <events/id_order.h>
#include <events/instant_column.h>
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
using events::CountryColumn;
using events::FuzzyInterval;
using events::Instant;
using events::InstantColumn;
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
    void compactColumnHoldsAnyNumber_data()
    {
        QTest::addColumn<std::vector<std::uint32_t>>("values");
        QTest::addColumn<double>("bytes");
        const std::vector<std::uint32_t> edges{
            0,      1,      253,       254,        255,        256,        65'533,
            65'534, 65'535, 1U << 24U, 4'000'000,  16'777'213, 16'777'214, 0xFFFFFFFE,
            0,      254,    255,       0xFFFFFFFF, 7};
        // Widths are decided where there are many numbers.
        const auto rows = [&edges](std::uint32_t bound, int rarely) {
            std::vector<std::uint32_t> values = edges;
            QRandomGenerator random(20261128);
            for (int i = 0; i < 100'000; ++i) {
                if (rarely > 0 && i % rarely == 0)
                    values.push_back(edges[random.bounded(quint32(edges.size()))]);
                else
                    values.push_back(i % 5 == 0 ? 0xFFFFFFFF : random.bounded(bound));
            }
            return values;
        };
        QTest::newRow("none") << std::vector<std::uint32_t>() << 0.0;
        QTest::newRow("equal") << std::vector<std::uint32_t>(1'000, 70'000) << 0.0;
        QTest::newRow("absent") << std::vector<std::uint32_t>(1'000, 0xFFFFFFFF) << 0.0;
        std::vector<std::uint32_t> oneDiffers(1'000, 70'000);
        oneDiffers.push_back(1);
        QTest::newRow("one differs") << oneDiffers << 3.0;
        QTest::newRow("edges") << edges << 8.0;
        QTest::newRow("a byte") << rows(254, 50) << 1.2;
        QTest::newRow("two bytes") << rows(65'000, 50) << 2.2;
        QTest::newRow("three bytes") << rows(16'000'000, 50) << 3.2;
        QTest::newRow("four bytes") << rows(0xFFFFFFF0, 3) << 4.2;
    }

    void compactColumnHoldsAnyNumber()
    {
        QFETCH(const std::vector<std::uint32_t>, values);
        QFETCH(const double, bytes);
        const CompactColumn column(values);
        const std::vector<Row> order = backwards(values.size());
        const CompactColumn reordered = column.reordered(order);
        QCOMPARE(column.size(), values.size());
        QCOMPARE(reordered.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE(column[i], values[i]);
            QCOMPARE(reordered[i], values[order[i]]);
        }
        for (const CompactColumn &one : {column, reordered}) {
            QCOMPARE_LE(double(one.bytes()), bytes * double(values.size()) + 4);
            QVERIFY_THROWS_EXCEPTION(std::out_of_range, static_cast<void>(one.at(values.size())));
        }
    }

    /// One that grows wider goes on from what it has.
    void compactColumnGrowsWider()
    {
        QRandomGenerator random(7);
        CompactColumn column;
        std::vector<std::uint32_t> values;
        for (const std::uint32_t bound : {1U, 2U, 300U, 70'000U, 20'000'000U, 0xFFFFFFFFU}) {
            for (int i = 0; i < 2'000; ++i) {
                values.push_back(random.bounded(bound));
                column.append(values.back());
            }
            for (std::size_t i = 0; i < values.size(); ++i)
                QCOMPARE(column[i], values[i]);
        }
    }

    void countryColumnHoldsAllCountries()
    {
        QRandomGenerator random(11);
        for (const quint32 countries : {1U, 50U, quint32(events::CountryCode::ordinalCount)}) {
            CountryColumn column;
            std::vector<std::uint16_t> ordinals;
            for (int i = 0; i < 3'000; ++i) {
                ordinals.push_back(std::uint16_t(events::CountryCode::ordinalCount - 1
                                                 - random.bounded(countries)));
                column.append(ordinals.back());
            }
            QCOMPARE(column.size(), ordinals.size());
            for (std::size_t i = 0; i < ordinals.size(); ++i)
                QCOMPARE(column[i], ordinals[i]);
        }
    }

    void instantColumnHoldsAnyMoment_data()
    {
        QTest::addColumn<std::vector<Instant>>("moments");
        QTest::addColumn<double>("bytes");
        const std::vector<Instant> edges{0,
                                         1,
                                         -1,
                                         999,
                                         1'000,
                                         -1'000,
                                         60'000,
                                         2'147'483'647'000,
                                         2'147'483'648'000,
                                         -2'147'483'646'000,
                                         -2'147'483'647'000,
                                         -2'147'483'648'000,
                                         -2'147'483'649'000,
                                         128'849'018'820'000,
                                         128'849'018'880'000,
                                         events::distantPast,
                                         events::distantPast + 1,
                                         events::distantFuture,
                                         events::distantFuture - 1};
        const auto rows = [&edges](Instant step, Instant bound) {
            std::vector<Instant> moments = edges;
            QRandomGenerator random(20261129);
            for (int i = 0; i < 50'000; ++i) {
                const Instant moment = Instant(random.generate64() % quint64(bound)) - bound / 2;
                moments.push_back(i % 5 == 0        ? events::distantPast
                                      : i % 50 == 1 ? edges[random.bounded(quint32(edges.size()))]
                                                    : moment / step * step);
            }
            return moments;
        };
        QTest::newRow("none") << std::vector<Instant>() << 0.0;
        QTest::newRow("edges") << edges << 20.0;
        QTest::newRow("seconds") << rows(1'000, 4'000'000'000'000) << 4.4;
        QTest::newRow("days of 4,000 years") << rows(86'400'000, 126'000'000'000'000) << 4.4;
        QTest::newRow("milliseconds") << rows(1, 4'000'000'000'000) << 8.0;
        QTest::newRow("any") << rows(1, events::distantFuture) << 8.0;
    }

    void instantColumnHoldsAnyMoment()
    {
        QFETCH(const std::vector<Instant>, moments);
        QFETCH(const double, bytes);
        InstantColumn column;
        for (const Instant moment : moments)
            column.append(moment);
        const std::vector<Row> order = backwards(moments.size());
        const InstantColumn reordered = column.reordered(order);
        QCOMPARE(column.size(), moments.size());
        QCOMPARE(reordered.size(), moments.size());
        for (std::size_t i = 0; i < moments.size(); ++i) {
            QCOMPARE(column[i], moments[i]);
            QCOMPARE(reordered[i], moments[order[i]]);
        }
        QCOMPARE_LE(double(column.bytes()), bytes * double(moments.size()));
        QCOMPARE_LE(double(reordered.bytes()), bytes * double(moments.size()));
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
