// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_packing.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

namespace dateline::timeline {

namespace {

class LanePackingTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void emptyLane();
    void fewMarksStandAlone();
    void aCrowdIsOnePile();
    void marksElsewhereStay();
    void daysDoNotVanishBehindAYear();
    void nothingOverlapsWhateverComes();
};

bool overlap(const Extent &a, const Extent &b, double gap)
{
    return a.from < b.to + gap - 1e-9 && b.from < a.to + gap - 1e-9;
}

void LanePackingTest::emptyLane()
{
    const PackedLane lane = packLane({}, {2, 1, 20});
    QVERIFY(lane.marks.empty() && lane.piles.empty() && lane.under.empty());
    QCOMPARE(lane.rowsUsed, std::size_t(0));
}

void LanePackingTest::fewMarksStandAlone()
{
    const Extent extents[] = {{0, 10}, {5, 15}, {30, 40}};
    const PackedLane lane = packLane(extents, {2, 1, 20});
    QCOMPARE(lane.marks.size(), std::size_t(3));
    QVERIFY(lane.piles.empty());
    QCOMPARE(lane.rowsUsed, std::size_t(2));
}

void LanePackingTest::aCrowdIsOnePile()
{
    const std::vector<Extent> extents(47, Extent{100, 110});
    const PackedLane lane = packLane(extents, {3, 1, 20});
    QVERIFY(lane.marks.empty());
    QCOMPARE(lane.piles.size(), std::size_t(1));
    QCOMPARE(lane.piles.front().indices.size(), std::size_t(47));
    QCOMPARE(lane.piles.front().extent, (Extent{100, 110}));
}

void LanePackingTest::marksElsewhereStay()
{
    const Extent extents[] = {{100, 110}, {101, 111}, {102, 112}, {300, 310}};
    const PackedLane lane = packLane(extents, {1, 1, 20});
    QCOMPARE(lane.piles.size(), std::size_t(1));
    QCOMPARE(lane.marks, (std::vector<PackedMark>{{3, 0}}));
}

void LanePackingTest::daysDoNotVanishBehindAYear()
{
    const Extent extents[] = {{0, 300}, {50, 60}, {100, 110}, {200, 210}};
    const PackedLane tight = packLane(extents, {1, 1, 20});
    QVERIFY(tight.piles.empty());
    QCOMPARE(tight.marks.size(), std::size_t(3));
    QCOMPARE(tight.under.size(), std::size_t(1));
    QCOMPARE(tight.under.front().extent, extents[0]);
    const PackedLane roomy = packLane(extents, {2, 1, 20});
    QVERIFY(roomy.under.empty());
    QCOMPARE(roomy.marks.size(), std::size_t(4));
}

/// Each mark is in exactly one place and no two places overlap.
void checkPacking(const std::vector<Extent> &extents, const PackingRules &rules)
{
    const PackedLane lane = packLane(extents, rules);
    std::map<std::size_t, int> seen;
    for (const PackedMark &mark : lane.marks) {
        ++seen[mark.index];
        QVERIFY(mark.subRow < rules.rows);
        for (const PackedMark &other : lane.marks) {
            if (other.index != mark.index && other.subRow == mark.subRow)
                QVERIFY(!overlap(extents[mark.index], extents[other.index], rules.gap));
        }
        for (const Pile &pile : lane.piles) {
            const Extent labelled{pile.extent.from, pile.extent.to + rules.pileLabel};
            QVERIFY(!overlap(extents[mark.index], labelled, rules.gap));
        }
    }
    for (const auto *piles : {&lane.piles, &lane.under}) {
        for (std::size_t i = 0; i < piles->size(); ++i) {
            const Pile &pile = (*piles)[i];
            for (const std::size_t index : pile.indices) {
                ++seen[index];
                QVERIFY(extents[index].centre() >= pile.extent.from - 1e-9);
                QVERIFY(extents[index].centre() <= pile.extent.to + 1e-9);
            }
            QVERIFY(std::ranges::is_sorted(pile.indices));
            if (i > 0)
                QVERIFY(!overlap(pile.extent, (*piles)[i - 1].extent, rules.gap));
            QVERIFY(piles == &lane.under || pile.indices.size() > 1);
        }
    }
    QCOMPARE(seen.size(), extents.size());
    QVERIFY(std::ranges::all_of(seen, [](const auto &entry) { return entry.second == 1; }));
}

void LanePackingTest::nothingOverlapsWhateverComes()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 400; ++round) {
        std::vector<Extent> extents;
        const int count = random.bounded(120);
        for (int i = 0; i < count; ++i) {
            const double from = random.bounded(1000) + random.generateDouble();
            const double width = random.bounded(5) == 0 ? random.bounded(400) + 10 : 10;
            extents.push_back({from, from + width});
        }
        checkPacking(extents, {std::size_t(1 + random.bounded(6)), 1, double(random.bounded(30))});
        if (QTest::currentTestFailed())
            return;
    }
}

} // namespace

DATELINE_TEST(lane_packing, LanePackingTest)

} // namespace dateline::timeline

#include "tst_lane_packing.moc"
