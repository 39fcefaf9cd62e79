// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/centre_choice.h>

#include <support/random_events.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace dateline::tests {

using bitsets::RowSet;
using clustering::CellTable;
using clustering::CentreChoice;
using clustering::NeighbourLists;
using events::MercatorPoint;
using Node = CellTable::Node;

namespace {

/// Nodes in some of the cells of a part of a grid, or of all the world.
struct Sample
{
    CellTable table;
    std::vector<CellTable::Cell> cells{{}};
    std::vector<MercatorPoint> places{{}};
    bool wraps = false;
    double radius = 0;

    [[nodiscard]] NeighbourLists lists() const
    {
        return {{table, cells, places, wraps}, radius, NeighbourLists::mostReach};
    }
    [[nodiscard]] bool areNeighbours(Node one, Node other) const
    {
        const double x = std::abs(places[one].x - places[other].x);
        return one != other
            && std::hypot(std::min(x, 1 - x), places[one].y - places[other].y) < radius;
    }
    [[nodiscard]] double distance(Node one, Node other) const
    {
        return squaredDistance(places[one], places[other]);
    }
};

/// `across` is a power of two; a part is half as wide.
Sample sampleOf(Random &random, std::uint32_t across, bool wraps)
{
    Sample sample;
    sample.wraps = wraps;
    const std::uint32_t width = wraps ? across : across / 2;
    sample.table.reset(width, across);
    sample.radius = (1.5 + double(below(random, 1500)) / 1000) / across;
    const std::uint64_t emptyCells = below(random, 4);
    for (std::uint32_t y = 0; y < across; ++y) {
        for (std::uint32_t x = 0; x < width; ++x) {
            if (below(random, 4) < emptyCells)
                continue;
            sample.table.set({x, y}, Node(sample.places.size()));
            sample.cells.push_back({x, y});
            const auto within = [&random](std::uint32_t cell) {
                return double(cell) + double(below(random, 8)) / 8;
            };
            sample.places.push_back({within(x) / across, within(y) / across});
        }
    }
    return sample;
}

} // namespace

/// Which nodes are centres, and whose.
class CentreChoiceTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursAreThoseNearby()
    {
        Random random(31);
        for (int round = 0; round < 40; ++round) {
            const Sample sample = sampleOf(random, 16, round % 2 == 0);
            const NeighbourLists lists = sample.lists();
            QCOMPARE(lists.size(), sample.places.size());
            for (Node node = 1; node < lists.size(); ++node) {
                std::vector<Node> expected;
                for (Node other = 1; other < lists.size(); ++other) {
                    if (sample.areNeighbours(node, other))
                        expected.push_back(other);
                }
                std::ranges::stable_sort(expected, {},
                                         [&](Node other) { return sample.distance(node, other); });
                const std::span<const Node> found = lists.of(node);
                QCOMPARE(std::vector(found.begin(), found.end()), expected);
            }
            QVERIFY(lists.of(0).empty());
        }
    }

    /// Where the world is narrower than the neighbourhood of a cell some come again.
    void aSmallWorldHasNoOtherNeighbours()
    {
        Random random(32);
        std::size_t most = 0;
        for (int round = 0; round < 20; ++round) {
            const Sample sample = sampleOf(random, round % 2 == 0 ? 2 : 4, true);
            const NeighbourLists lists = sample.lists();
            for (Node node = 1; node < lists.size(); ++node) {
                std::set<Node> expected;
                for (Node other = 1; other < lists.size(); ++other) {
                    if (sample.areNeighbours(node, other))
                        expected.insert(other);
                }
                const std::span<const Node> found = lists.of(node);
                QCOMPARE(std::set(found.begin(), found.end()), expected);
                most = std::max(most, found.size() - expected.size());
            }
        }
        QVERIFY(most > 0);
    }

    /// What is remembered while nodes come and go, against the definition.
    void choicesAreThoseOfTheDefinition()
    {
        Random random(33);
        CentreChoice choice;
        for (int round = 0; round < 60; ++round) {
            const std::uint32_t across = round % 3 == 0 ? 2U << unsigned(round % 2) : 16;
            const Sample sample = sampleOf(random, across, across < 16 || round % 2 == 0);
            if (sample.places.size() < 2)
                continue;
            std::vector<std::uint8_t> isAtEdge(sample.places.size());
            for (std::uint8_t &each : isAtEdge)
                each = below(random, 12) == 0 ? 1 : 0;
            choice.reset(sample.lists(), isAtEdge);
            RowSet present(sample.places.size());
            for (int step = 0; step < 20; ++step) {
                const std::uint64_t flips = step % 5 == 0 ? sample.places.size() : 3;
                for (std::uint64_t i = 0; i < flips; ++i)
                    present.flip(Node(1 + below(random, sample.places.size() - 1)));
                choice.choose(present);
                verify(sample, isAtEdge, present, choice);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

private:
    static void verify(const Sample &sample, const std::vector<std::uint8_t> &isAtEdge,
                       const RowSet &present, const CentreChoice &choice)
    {
        std::set<Node> certain;
        std::set<Node> doubtful;
        present.forEach([&](Node node) {
            const auto isNear = [&](Node other) { return sample.areNeighbours(node, other); };
            if (std::ranges::any_of(certain, isNear))
                return;
            const bool isDoubtful = isAtEdge[node] != 0 || std::ranges::any_of(doubtful, isNear);
            (isDoubtful ? doubtful : certain).insert(node);
        });
        for (Node node = 1; node < sample.places.size(); ++node) {
            QCOMPARE(choice.doubtful().contains(node), doubtful.contains(node));
            const bool isCentre = certain.contains(node) || doubtful.contains(node);
            QCOMPARE(choice.centres().contains(node), isCentre);
            if (!present.contains(node))
                continue;
            Node expected = node;
            if (!isCentre) {
                expected = CellTable::noNode;
                for (const Node centre : certain) {
                    if (sample.areNeighbours(node, centre)
                        && (expected == CellTable::noNode
                            || sample.distance(node, centre) < sample.distance(node, expected)))
                        expected = centre;
                }
            }
            QCOMPARE(choice.centreOf(node), expected);
        }
    }
};

DATELINE_TEST(centreChoice, CentreChoiceTest)

} // namespace dateline::tests

#include "tst_centre_choice.moc"
