// SPDX-License-Identifier: GPL-3.0-or-later
#include <bitsets/bit_kernels.h>
#include <bitsets/row_changes.h>
#include <bitsets/row_set.h>

#include <support/random_events.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>

namespace dateline::tests {

using bitsets::RowSet;
using events::PackedPoint;
using events::Row;

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

    void changesTellWhoEnteredAndWhoLeft()
    {
        const auto before = std::make_shared<RowSet>(130);
        const auto after = std::make_shared<RowSet>(130);
        before->insert(0);
        before->insert(64);
        after->insert(64);
        after->insert(129);
        bitsets::RowChanges changes;
        using Rows = std::vector<Row>;
        const auto changed
            = [&changes](const bitsets::SharedRows &from, const bitsets::SharedRows &to) {
                  const auto [came, gone] = changes.between(from, to);
                  return std::pair(Rows(came.begin(), came.end()), Rows(gone.begin(), gone.end()));
              };
        QCOMPARE(changed(before, after), std::pair(Rows{129}, Rows{0}));
        QCOMPARE(changed(before, after), std::pair(Rows{129}, Rows{0}));
        QCOMPARE(changes.count(before, after), std::size_t(2));
        QCOMPARE(changed(after, before), std::pair(Rows{0}, Rows{129}));
        QCOMPARE(changed(after, after), std::pair(Rows(), Rows()));
        QCOMPARE(changes.sizeOf(before), std::size_t(2));
        QCOMPARE(changes.sizeOf(std::make_shared<RowSet>(130, true)), std::size_t(130));
        QCOMPARE(before->countDifference(*after), std::size_t(2));
    }

    void whereToLookIsEnough()
    {
        const auto before = std::make_shared<RowSet>(640);
        const auto after = std::make_shared<RowSet>(640);
        for (const Row row : {3U, 70U, 500U})
            before->insert(row);
        for (const Row row : {70U, 600U})
            after->insert(row);
        bitsets::RowChanges changes;
        QVERIFY(!changes.listed(before, after));
        // 70 is in both, 9 in none of them.
        const std::array<Row, 3> some{600, 70, 3};
        const std::array<Row, 2> others{9, 500};
        changes.expect(before, after, {some, others});
        QVERIFY(!changes.listed(before, after));
        QCOMPARE(changes.count(before, after), std::size_t(3));
        const std::optional<bitsets::ChangedRows> listed = changes.listed(before, after);
        QVERIFY(listed);
        QCOMPARE(std::vector(listed->came.begin(), listed->came.end()), std::vector<Row>{600});
        QCOMPARE(std::vector(listed->gone.begin(), listed->gone.end()), (std::vector<Row>{3, 500}));
        QVERIFY(!changes.listed(after, before));
        QCOMPARE(changes.between(after, before).gone.front(), Row(600));
        // More than there are words: looks through these, and finds what nobody said.
        const std::vector<Row> many(20, 9);
        changes.expect(before, after, {many, {}});
        QCOMPARE(changes.between(before, after).came.front(), Row(600));
        QCOMPARE(changes.between(before, after).gone.size(), std::size_t(2));
    }

    void theNearestSetIsTheOneToCountFrom()
    {
        constexpr Row size = 6400;
        const auto none = std::make_shared<RowSet>(size);
        const auto all = std::make_shared<RowSet>(size, true);
        const auto half = std::make_shared<RowSet>(size);
        const auto few = std::make_shared<RowSet>(size);
        const auto most = std::make_shared<RowSet>(size, true);
        for (Row row = 0; row < size; row += 2)
            half->insert(row);
        for (Row row = 1; row < 200; row += 2) {
            few->insert(row);
            most->remove(row);
        }
        const auto alike = std::make_shared<RowSet>(*half);
        alike->flip(7);
        bitsets::RowChanges changes;
        QCOMPARE(changes.nearest(half, none, all, few), none);
        QCOMPARE(changes.nearest(half, none, all, most), all);
        QCOMPARE(changes.nearest(half, none, all, alike), bitsets::SharedRows(half));
        QCOMPARE(changes.nearest(all, none, all, none), none);
        QCOMPARE(changes.nearest(none, none, all, all), all);
    }

    void setsCombine()
    {
        RowSet one(130);
        RowSet other(130);
        for (const Row row : {0U, 64U, 129U})
            one.insert(row);
        other.insert(64);
        RowSet difference;
        difference.setDifference(one, other);
        QCOMPARE(difference.count(), std::size_t(2));
        difference |= other;
        QVERIFY(difference == one);
        one &= other;
        QVERIFY(one == other);
        one.flip(64);
        one.flip(3);
        QVERIFY(!one.contains(64) && one.contains(3));
        one.setWord(2, ~std::uint64_t(0)); // leaves out what is beyond the size
        QCOMPARE(one.count(), std::size_t(3));
    }

    /// What newer processors do is what all do.
    void wideLoopsAgreeWithPortableOnes()
    {
        const bitsets::BitKernels *wide = bitsets::wideBitKernels();
        if (wide == nullptr)
            QSKIP("this processor has no wider ones");
        const bitsets::BitKernels &plain = bitsets::portableBitKernels();
        Random random(5);
        for (std::size_t words = 0; words < 40; ++words) {
            std::vector<std::uint64_t> a(words);
            std::vector<std::uint64_t> b(words);
            for (auto *list : {&a, &b})
                std::ranges::generate(*list, [&random] {
                    // Empty, full, sparse and dense words.
                    constexpr std::array<std::uint64_t, 2> same{0, ~std::uint64_t(0)};
                    const std::uint64_t kind = below(random, 4);
                    const std::uint64_t dense = random();
                    const std::uint64_t sparse = dense & (dense << 7U) & (dense >> 5U);
                    return kind < 2 ? same[kind] : kind == 2 ? sparse : dense;
                });
            QCOMPARE(wide->count(a.data(), words), plain.count(a.data(), words));
            QCOMPARE(wide->countDifference(a.data(), b.data(), words),
                     plain.countDifference(a.data(), b.data(), words));
            for (const auto kernel :
                 {&bitsets::BitKernels::intersect, &bitsets::BitKernels::unite}) {
                std::vector<std::uint64_t> one = b;
                std::vector<std::uint64_t> two = b;
                (wide->*kernel)(one.data(), a.data(), words);
                (plain.*kernel)(two.data(), a.data(), words);
                QCOMPARE(one, two);
            }
            std::vector<std::uint64_t> one(words);
            std::vector<std::uint64_t> two(words);
            wide->subtract(one.data(), a.data(), b.data(), words);
            plain.subtract(two.data(), a.data(), b.data(), words);
            QCOMPARE(one, two);
            QCOMPARE(collected(*wide, a, b), collected(plain, a, b));
            std::vector<std::uint32_t> came;
            std::vector<std::uint32_t> gone;
            for (std::uint32_t bit = 0; bit < words * 64; ++bit) {
                const bool was = ((a[bit / 64] >> (bit % 64)) & 1U) != 0;
                if (was != (((b[bit / 64] >> (bit % 64)) & 1U) != 0))
                    (was ? gone : came).push_back(1000 + bit);
            }
            QCOMPARE(collected(plain, a, b), std::pair(came, gone));
            std::vector<std::uint32_t> changed;
            std::ranges::merge(came, gone, std::back_inserter(changed));
        }
        const std::vector<PackedPoint> points = randomPoints(random);
        const std::uint32_t left = points[0].x;
        const std::uint32_t right = points[1].x | 1U << 31U;
        const auto [top, bottom] = std::minmax(points[2].y, points[3].y);
        std::uint64_t inside = 0;
        for (Row row = 0; row < 64; ++row) {
            const auto &[x, y] = points[row];
            inside |= std::uint64_t(x >= left && x <= right && y >= top && y <= bottom) << row;
        }
        QCOMPARE(plain.pointsInside(points.data(), left, right, top, bottom), inside);
        QCOMPARE(wide->pointsInside(points.data(), left, right, top, bottom), inside);
    }

    void wideSumsAgreeWithPortableOnes()
    {
        const bitsets::BitKernels *wide = bitsets::wideBitKernels();
        if (wide == nullptr)
            QSKIP("this processor has no wider ones");
        const bitsets::BitKernels &plain = bitsets::portableBitKernels();
        Random random(6);
        for (int round = 0; round < 200; ++round) {
            const std::vector<PackedPoint> points = randomPoints(random);
            const std::uint64_t dense = random();
            const std::uint64_t bits = round == 0 ? ~std::uint64_t(0) : dense & random();
            std::uint64_t sumX = 1;
            std::uint64_t sumY = 2;
            std::uint64_t wideX = 1;
            std::uint64_t wideY = 2;
            plain.addPoints(points.data(), bits, &sumX, &sumY);
            wide->addPoints(points.data(), bits, &wideX, &wideY);
            std::uint64_t expectedX = 1;
            std::uint64_t expectedY = 2;
            for (Row row = 0; row < 64; ++row) {
                const bool isIn = (bits >> row & 1U) != 0;
                expectedX += isIn ? points[row].stepsX() : 0;
                expectedY += isIn ? points[row].stepsY() : 0;
            }
            QCOMPARE(std::pair(sumX, sumY), std::pair(expectedX, expectedY));
            QCOMPARE(std::pair(wideX, wideY), std::pair(sumX, sumY));

            const std::array<std::uint64_t, 3> planes{random(), bits, ~bits};
            std::array<std::uint32_t, 3> sums{1, 2, 3};
            std::array<std::uint32_t, 3> wideSums = sums;
            plain.addCommon(bits, planes.data(), planes.size(), sums.data());
            wide->addCommon(bits, planes.data(), planes.size(), wideSums.data());
            QCOMPARE(wideSums, sums);
            QCOMPARE(sums[1], 2 + std::uint32_t(std::popcount(bits)));
            QCOMPARE(sums[2], 3U);
        }
    }

    void positionsAreThoseOfRows()
    {
        Random random(8);
        for (const std::size_t size : {1U, 63U, 64U, 65U, 1000U, 4096U}) {
            RowSet set(size);
            for (Row row = 0; row < size; ++row)
                set.set(row, below(random, 3) == 0);
            std::vector<Row> rows(below(random, 3 * size)); // some more than once
            std::ranges::generate(rows, [&] { return Row(below(random, size)); });
            RowSet expected(rows.size());
            for (std::size_t at = 0; at < rows.size(); ++at)
                expected.set(Row(at), set.contains(rows[at]));
            QVERIFY(set.positionsIn(rows) == expected);
            for (const bitsets::BitKernels *kernels :
                 {&bitsets::portableBitKernels(), bitsets::wideBitKernels()}) {
                if (kernels == nullptr)
                    continue;
                std::vector<std::uint64_t> words(rows.size() / 64);
                kernels->gather(set.words().data(), rows.data(), words.data(), words.size());
                QVERIFY(std::ranges::equal(words, std::span(expected.words()).first(words.size())));
            }
        }
        QCOMPARE(RowSet(5, true).positionsIn({}).size(), std::size_t(0));
    }

private:
    /// 64 points anywhere, some at the end of the world.
    static std::vector<PackedPoint> randomPoints(Random &random)
    {
        std::vector<PackedPoint> points(64);
        for (PackedPoint &point : points) {
            const bool isAtEnd = below(random, 4) == 0;
            const auto x = isAtEnd ? PackedPoint::stepsInWorld - 1
                                   : std::uint32_t(below(random, PackedPoint::stepsInWorld));
            const auto y = std::uint32_t(below(random, PackedPoint::stepsInWorld));
            point = PackedPoint::of(x, y, std::uint8_t(below(random, 256)), isAtEnd);
        }
        return points;
    }

    using Numbers = std::vector<std::uint32_t>;
    static std::pair<Numbers, Numbers> collected(const bitsets::BitKernels &kernels,
                                                 const std::vector<std::uint64_t> &before,
                                                 const std::vector<std::uint64_t> &after)
    {
        Numbers came(before.size() * 64 + bitsets::BitKernels::collectSpare);
        Numbers gone = came;
        const auto all = kernels.collect(before.data(), after.data(), before.size(), 1000,
                                         came.data(), gone.data());
        came.resize(all.came);
        gone.resize(all.gone);
        return {came, gone};
    }
};

DATELINE_TEST(rowSet, RowSetTest)

} // namespace dateline::tests

#include "tst_row_set.moc"
