// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/clusters.h>
#include <clustering/point_sums.h>

#include <support/random_events.h>
#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using bitsets::RowChanges;
using bitsets::RowSet;
using clustering::Cluster;
using clustering::Clusters;
using events::MercatorBox;
using events::Row;

namespace {

std::vector<Cluster> clustersAt(const Clusters &clusters, const RowSet &passing,
                                const MercatorBox &view, double zoom, double radius = 40)
{
    RowChanges changes;
    return clusters.at({std::make_shared<const RowSet>(passing), changes}, view, zoom, radius);
}

std::optional<int> zoomThatSplits(const Clusters &clusters, const RowSet &passing,
                                  std::span<const Row> rows, double zoom)
{
    RowChanges changes;
    return clusters.zoomThatSplits({std::make_shared<const RowSet>(passing), changes}, rows, zoom);
}

/// Cities in clumps: some dense, some alone, some on the antimeridian and at the poles. Events of
/// so many kinds, some denied.
std::shared_ptr<const events::Dataset> clumps(Random &random, std::size_t count,
                                              std::size_t kinds = 2)
{
    DatasetBuilder b;
    for (std::size_t kind = 0; kind < kinds; ++kind)
        b.kind(u"kind-%1"_s.arg(kind));
    const Row denier = b.actor(u"denier"_s);
    const Row source = b.source(u"source"_s, denier);
    const auto unit = [&random] { return double(below(random, 1'000'000)) / 1'000'000 - 0.5; };
    double latitude = 0;
    double longitude = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (below(random, 20) == 0) {
            longitude = below(random, 4) == 0 ? 180 : unit() * 360;
            latitude = below(random, 8) == 0 ? 90 : unit() * 160;
        }
        const double spread = std::pow(10.0, -double(below(random, 5)));
        const double east = std::remainder(longitude + unit() * 10 * spread, 360);
        const double north = std::clamp(latitude + unit() * 10 * spread, -90.0, 90.0);
        const Row city = b.city(u"city-%1"_s.arg(i), u"IT"_s, north, east);
        const Row event
            = b.event(u"event-%1"_s.arg(i), std::uint16_t(below(random, kinds)), u"2016"_s, city);
        if (below(random, 5) == 0)
            b.claim(event, denier, source, events::Stance::Denies);
        if (below(random, 10) == 0)
            b.event(u"twin-%1"_s.arg(i), 0, u"2016"_s, city);
    }
    b.event(u"country"_s, 0, u"2016"_s, b.country(u"FR"_s));
    b.event(u"nowhere"_s, 0, u"2016"_s);
    return b.build();
}

/// 20,000 places anywhere in 40° × 40°.
std::shared_ptr<const events::Dataset> crowd(Random &random)
{
    DatasetBuilder b;
    b.kind(u"visit"_s);
    for (int i = 0; i < 20'000; ++i) {
        const Row city = b.city(u"city-%1"_s.arg(i), {}, double(below(random, 40'000)) / 1000,
                                double(below(random, 40'000)) / 1000);
        b.event(u"event-%1"_s.arg(i), 0, u"2016"_s, city);
    }
    return b.build();
}

RowSet randomRows(Random &random, std::size_t size, std::uint64_t outOfFour)
{
    RowSet rows(size);
    for (Row row = 0; row < size; ++row) {
        if (below(random, 4) < outOfFour)
            rows.insert(row);
    }
    return rows;
}

std::shared_ptr<const events::Dataset>
eventsAt(const std::vector<std::pair<double, double>> &points)
{
    DatasetBuilder b;
    b.kind(u"visit"_s);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Row city = b.city(u"city-%1"_s.arg(i), {}, points[i].first, points[i].second);
        b.event(u"event-%1"_s.arg(i), 0, u"2016"_s, city);
    }
    return b.build();
}

double separation(const events::MercatorPoint &a, const events::MercatorPoint &b)
{
    const double dx = std::abs(a.x - b.x);
    return std::hypot(std::min(dx, 1 - dx), a.y - b.y);
}

bool isAlongAxis(const events::MercatorPoint &a, const events::MercatorPoint &b)
{
    const double dx = std::abs(a.x - b.x);
    const double dy = std::abs(a.y - b.y);
    return std::min(dx, dy) / std::max(dx, dy) < std::tan(5 * std::numbers::pi / 180);
}

bool same(const Cluster &a, const Cluster &b)
{
    return a.rows == b.rows && a.centre == b.centre && a.count == b.count && a.denied == b.denied
        && a.byKind == b.byKind && a.identity == b.identity;
}

/// Of each cluster how far away the nearest other one is, in pixels, ascending, and how many of
/// these ways are along an axis.
struct Distances
{
    std::vector<double> nearest;
    std::size_t alongAxis = 0;
};

Distances distances(const std::vector<Cluster> &clusters, double pixel)
{
    Distances result;
    for (const Cluster &one : clusters) {
        const auto away = [&one](const Cluster &other) {
            return &other == &one ? 2.0 : separation(one.centre, other.centre);
        };
        const auto neighbour = std::ranges::min_element(clusters, {}, away);
        result.nearest.push_back(away(*neighbour) / pixel);
        result.alongAxis += isAlongAxis(one.centre, neighbour->centre) ? 1 : 0;
    }
    std::ranges::sort(result.nearest);
    return result;
}

/// Cells are a third to two thirds of them wide.
const std::array radii{40.0, 48.4, 56.0};
const std::array zooms{0.0, 1.0, 2.5, 4.0, 7.9, 11.0, 15.0, 18.0, 22.0};

} // namespace

/// What has to hold of clusters whatever the data, and the edges of the world.
class ClustersTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyPassingEventAtAPointIsInOneCluster_data() { addSeeds(); }

    void everyPassingEventAtAPointIsInOneCluster()
    {
        QFETCH(quint64, seed);
        Random random(seed);
        constexpr std::array<std::size_t, 3> kinds{2, 7, clustering::PointSums::mostPlanes + 3};
        const auto dataset = clumps(random, 400, kinds.at(seed % kinds.size()));
        const Clusters clusters(dataset);
        for (const double zoom : zooms) {
            for (const std::uint64_t outOfFour : {0U, 1U, 3U, 4U}) {
                const RowSet passing = randomRows(random, dataset->size(), outOfFour);
                RowSet seen(dataset->size());
                for (const Cluster &cluster : clustersAt(clusters, passing, {}, zoom)) {
                    QVERIFY(!cluster.rows.empty() && std::ranges::is_sorted(cluster.rows));
                    std::vector<std::uint32_t> byKind(dataset->kinds().size());
                    std::uint32_t denied = 0;
                    for (const Row row : cluster.rows) {
                        QVERIFY2(!seen.contains(row), "in two clusters");
                        seen.insert(row);
                        ++byKind[dataset->columns().kind[row]];
                        denied += dataset->columns().isDenied(row) ? 1 : 0;
                    }
                    QVERIFY(std::ranges::equal(cluster.byKind.view(), byKind));
                    QCOMPARE(cluster.denied, denied);
                    QCOMPARE(cluster.count, cluster.rows.size());
                }
                RowSet expected = passing;
                for (Row row = Row(dataset->pointCount()); row < dataset->size(); ++row)
                    expected.remove(row);
                QVERIFY2(seen == expected, qPrintable(u"zoom %1"_s.arg(zoom)));
            }
        }
    }

    void membershipDoesNotDependOnTheView_data() { addSeeds(); }

    void membershipDoesNotDependOnTheView()
    {
        QFETCH(quint64, seed);
        Random random(seed);
        const auto dataset = clumps(random, 300);
        const Clusters clusters(dataset);
        for (const double zoom : zooms) {
            const RowSet passing = randomRows(random, dataset->size(), 1 + below(random, 3));
            const double radius = anyOf(radii, random);
            const std::vector<Cluster> all = clustersAt(clusters, passing, {}, zoom, radius);
            for (int i = 0; i < 12; ++i) {
                const MercatorBox view = randomView(random, zoom);
                const std::vector<Cluster> expected = shownIn(all, view);
                const std::vector<Cluster> found
                    = clustersAt(clusters, passing, view, zoom, radius);
                QVERIFY2(std::ranges::equal(found, expected, same),
                         qPrintable(u"seed %1, zoom %2"_s.arg(seed).arg(zoom)));
            }
        }
    }

    /// In a crowd each choice of a centre depends on the next, far beyond the edge of a view.
    void membershipDoesNotDependOnTheViewInACrowd()
    {
        Random random(8);
        const auto dataset = crowd(random);
        const double pixel = 1 / (256 * std::exp2(5));
        for (int round = 0; round < 12; ++round) {
            RowSet passing(dataset->size());
            for (Row row = 0; row < dataset->size(); ++row) {
                if (below(random, 1 + std::uint64_t(round)) == 0)
                    passing.insert(row);
            }
            const std::vector<Cluster> all = clustersAt(Clusters(dataset), passing, {}, 5);
            for (int i = 0; i < 12; ++i) {
                const double left = 0.5 + double(below(random, 700)) * pixel;
                const double top = 0.39 + double(below(random, 700)) * pixel;
                const MercatorBox view{left, top, left + 200 * pixel, top + 150 * pixel};
                const std::vector<Cluster> expected = shownIn(all, view);
                const std::vector<Cluster> found = clustersAt(Clusters(dataset), passing, view, 5);
                QVERIFY2(std::ranges::equal(found, expected, same),
                         qPrintable(u"round %1, view %2"_s.arg(round).arg(i)));
            }
        }
    }

    void whatIsRememberedChangesNoAnswer_data() { addSeeds(); }

    /// Many events come and go, or few, and the camera stays, moves, or is elsewhere.
    void whatIsRememberedChangesNoAnswer()
    {
        QFETCH(quint64, seed);
        Random random(seed);
        constexpr std::array<std::size_t, 3> kinds{1, 8, clustering::PointSums::mostPlanes + 1};
        const auto dataset = clumps(random, 1500, kinds.at(seed % kinds.size()));
        const Clusters clusters(dataset);
        RowSet passing(dataset->size());
        double zoom = 3;
        double radius = 40;
        MercatorBox view = randomView(random, zoom);
        for (int step = 0; step < 120; ++step) {
            if (below(random, 12) == 0)
                zoom = anyOf(zooms, random);
            if (below(random, 12) == 0)
                radius = anyOf(radii, random);
            if (below(random, 12) == 0) {
                view = randomView(random, zoom);
            } else if (below(random, 2) == 0) {
                const double pixel = 1 / (256 * std::exp2(zoom));
                const double east = (double(below(random, 161)) - 80) * pixel;
                const double south = (double(below(random, 161)) - 80) * pixel;
                view = {view.left + east, view.top + south, view.right + east, view.bottom + south};
            }
            if (below(random, 6) == 0)
                passing = randomRows(random, dataset->size(), below(random, 5));
            for (std::uint64_t flips = below(random, 20); flips > 0; --flips)
                passing.flip(Row(below(random, dataset->size())));
            const std::vector<Cluster> found = clustersAt(clusters, passing, view, zoom, radius);
            const std::vector<Cluster> anew
                = clustersAt(Clusters(dataset), passing, view, zoom, radius);
            QVERIFY2(std::ranges::equal(found, anew, same),
                     qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
        }
    }

    /// What a filter leaves of a place decides how large its symbol is, not which other places it
    /// takes along, so that symbols do not regroup while time plays.
    void placesStayTogetherWhateverIsLeftOfThem()
    {
        Random random(5);
        DatasetBuilder b;
        b.kind(u"visit"_s);
        for (int i = 0; i < 600; ++i) {
            const Row city = b.city(u"city-%1"_s.arg(i), {}, double(below(random, 20'000)) / 1000,
                                    double(below(random, 20'000)) / 1000);
            for (std::uint64_t event = 0; event < 2 + below(random, 6); ++event)
                b.event(u"%1-%2"_s.arg(i).arg(event), 0, u"2016"_s, city);
        }
        const auto dataset = b.build();
        const Clusters clusters(dataset);
        const auto placesAndNames = [&](const RowSet &passing) {
            std::vector<std::pair<std::uint64_t, std::set<Row>>> result;
            for (const Cluster &cluster : clustersAt(clusters, passing, {}, 5)) {
                result.emplace_back(cluster.identity, std::set<Row>());
                for (const Row row : cluster.rows)
                    result.back().second.insert(dataset->columns().place[row]);
            }
            return result;
        };
        const auto all = placesAndNames(RowSet(dataset->size(), true));
        QVERIFY(all.size() > 20 && all.size() < 300);
        for (int round = 0; round < 20; ++round) {
            RowSet passing(dataset->size());
            for (int i = 0; i < 600; ++i) {
                passing.insert(*dataset->eventRow(u"%1-0"_s.arg(i)));
                if (const auto more = dataset->eventRow(u"%1-%2"_s.arg(i).arg(below(random, 7))))
                    passing.insert(*more);
            }
            QVERIFY(placesAndNames(passing) == all);
        }
    }

    void centresAreMeanPositions()
    {
        Random random(7);
        const auto dataset = clumps(random, 300);
        for (const Cluster &cluster :
             clustersAt(Clusters(dataset), RowSet(dataset->size(), true), {}, 3)) {
            double dx = 0;
            double dy = 0;
            for (const Row row : cluster.rows) {
                const double x = dataset->columns().position.at(row).x - cluster.centre.x;
                dx += x - std::round(x);
                dy += dataset->columns().position.at(row).y - cluster.centre.y;
            }
            const auto count = double(cluster.rows.size());
            QVERIFY(std::abs(dx / count) < 1e-9 && std::abs(dy / count) < 1e-9);
            QVERIFY(cluster.centre.x >= 0 && cluster.centre.x < 1);
        }
    }

    void closeSymbolsMergeAndFarOnesDoNot()
    {
        // Pixels along the equator at zoom 4: 360° are 4096.
        const auto longitude = [](double pixels) { return pixels * 360 / 4096; };
        const auto dataset = eventsAt({{0, 0}, {0, longitude(39)}, {0, longitude(120)}});
        const Clusters clusters(dataset);
        const RowSet all(3, true);
        QCOMPARE(clustersAt(clusters, all, {}, 4).size(), std::size_t(2));
        QCOMPARE(clustersAt(clusters, all, {}, 4.9).size(), std::size_t(2));
        QCOMPARE(clustersAt(clusters, all, {}, 5).size(), std::size_t(3));
        QCOMPARE(clustersAt(clusters, all, {}, 4, 30).size(), std::size_t(3));
        QCOMPARE(clustersAt(clusters, all, {}, 3, 90).size(), std::size_t(1));
    }

    /// A uniform crowd must not show the grid that it is counted on, nor overlap itself.
    void symbolsKeepTheirDistanceAndShowNoGrid()
    {
        Random random(3);
        const auto dataset = crowd(random);
        const double pixel = 1 / (256 * std::exp2(5));
        const std::vector<Cluster> all
            = clustersAt(Clusters(dataset), RowSet(dataset->size(), true), {}, 5);
        const Distances ofAll = distances(all, pixel);
        QCOMPARE_GT(ofAll.nearest.front(), 24);
        QCOMPARE_GT(ofAll.nearest[all.size() / 10], 34);
        // A ninth of all directions lie within 5° of an axis; on a lattice most would.
        QCOMPARE_LT(double(ofAll.alongAxis) / double(all.size()), 0.2);
        // Where a filter leaves few events they lie anywhere in their cells.
        RowSet few(dataset->size());
        for (Row row = 0; row < dataset->size(); ++row) {
            if (below(random, 20) == 0)
                few.insert(row);
        }
        const std::vector<Cluster> left = clustersAt(Clusters(dataset), few, {}, 5);
        const Distances ofFew = distances(left, pixel);
        QCOMPARE_GT(left.size(), std::size_t(200));
        QCOMPARE_GT(ofFew.nearest.front(), 20);
        QCOMPARE_GT(ofFew.nearest[left.size() / 10], 32);
    }

    void neighboursMeetAcrossTheAntimeridian()
    {
        const auto dataset = eventsAt({{-17, 179.9}, {-17, -179.9}, {-17, 180}, {-17, -180}});
        const Clusters clusters(dataset);
        const RowSet all(4, true);
        const std::vector<Cluster> found = clustersAt(clusters, all, {}, 3);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(separation(found[0].centre, {0, found[0].centre.y}) < 1e-6);
        // Seen from either side, in this or a neighbouring world copy, once.
        for (const double left : {-0.1, 0.9, 1.9, -1.1})
            QCOMPARE(clustersAt(clusters, all, {left, 0, left + 0.2, 1}, 3).size(), std::size_t(1));
        QCOMPARE(clustersAt(clusters, all, {-1, 0, 2, 1}, 3).size(), std::size_t(1));
        QCOMPARE(clustersAt(clusters, all, {0.2, 0, 0.8, 1}, 3).size(), std::size_t(0));
    }

    /// 180° east is 180° west, where the columns and a view of the world begin.
    void theLastMeridianIsSeenWithoutARadius()
    {
        const auto dataset = eventsAt({{-17, 180}});
        const Clusters clusters(dataset);
        for (const double right : {0.5, 1.0})
            QCOMPARE(clustersAt(clusters, RowSet(1, true), {0, 0, right, 1}, 3, 0).size(),
                     std::size_t(1));
        QCOMPARE(clustersAt(clusters, RowSet(1, true), {0.5, 0, 1, 1}, 3, 0).size(),
                 std::size_t(0));
    }

    void polesAreOnTheMap()
    {
        const auto dataset = eventsAt({{90, 0}, {89, 1}, {-90, 0}, {-86, 120}});
        const std::vector<Cluster> found = clustersAt(Clusters(dataset), RowSet(4, true), {}, 5);
        QCOMPARE(found.size(), std::size_t(3));
        for (const Cluster &cluster : found)
            QVERIFY(cluster.centre.y == 0 || (cluster.centre.y < 1 && cluster.centre.y > 1 - 1e-7));
    }

    void splitsAtTheZoomThatItSays_data() { addSeeds(); }

    void splitsAtTheZoomThatItSays()
    {
        QFETCH(quint64, seed);
        Random random(seed);
        const auto dataset = clumps(random, 300);
        const Clusters clusters(dataset);
        const RowSet passing = randomRows(random, dataset->size(), 3);
        for (const Cluster &cluster : clustersAt(clusters, passing, {}, 3)) {
            const std::optional<int> split = zoomThatSplits(clusters, passing, cluster.rows, 3);
            for (int zoom = 4; zoom < split.value_or(Clusters::maximumZoom + 1); ++zoom)
                QVERIFY(isWhole(clustersAt(clusters, passing, {}, zoom), cluster.rows));
            if (split)
                QVERIFY(!isWhole(clustersAt(clusters, passing, {}, *split), cluster.rows));
        }
    }

    void whatSharesAPositionNeverSplits()
    {
        const auto dataset = eventsAt({{10, 10}, {10, 10}, {10, 10.001}, {50, 50}});
        const Clusters clusters(dataset);
        const Row first = *dataset->eventRow(u"event-0");
        const Row second = *dataset->eventRow(u"event-1");
        const Row beside = *dataset->eventRow(u"event-2");
        const RowSet all(4, true);
        QCOMPARE(zoomThatSplits(clusters, all, std::array{first, second}, 0), std::nullopt);
        QCOMPARE(zoomThatSplits(clusters, all, std::array{first}, 0), std::nullopt);
        QCOMPARE(zoomThatSplits(clusters, all, {}, 0), std::nullopt);
        // 0.001° are 40 pixels when the world is 14.4 million wide: between zooms 15 and 16.
        QCOMPARE(zoomThatSplits(clusters, all, std::array{first, second, beside}, 2.5),
                 std::optional(16));
        QCOMPARE(zoomThatSplits(clusters, RowSet(4), std::array{first, beside}, 0), std::nullopt);
    }

    void nothingForNothing()
    {
        const auto empty = DatasetBuilder().build();
        QVERIFY(clustersAt(Clusters(empty), RowSet(), {}, 3).empty());
        const auto dataset = eventsAt({{0, 0}});
        QVERIFY(clustersAt(Clusters(dataset), RowSet(1), {}, 3).empty());
        QVERIFY(clustersAt(Clusters(dataset), RowSet(1, true), {0.7, 0, 0.7, 1}, 3).empty());
    }

private:
    static void addSeeds()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }

    /// About as large as a window at that zoom, anywhere, also over the antimeridian.
    static MercatorBox randomView(Random &random, double zoom)
    {
        const double left = double(below(random, 3000)) / 1000 - 1;
        const double top = double(below(random, 1000)) / 1000;
        const double width = 1400 / (256 * std::exp2(zoom));
        return {left, top, left + width, top + width / 2};
    }

    static bool isIn(const events::MercatorPoint &point, const MercatorBox &view)
    {
        if (point.y < view.top || (point.y >= view.bottom && view.bottom < 1))
            return false;
        for (int copy = -3; copy <= 8; ++copy) {
            if (point.x + copy >= view.left && point.x + copy < view.right)
                return true;
        }
        return false;
    }

    static std::vector<Cluster> shownIn(const std::vector<Cluster> &all, const MercatorBox &view)
    {
        std::vector<Cluster> shown;
        std::ranges::copy_if(all, std::back_inserter(shown),
                             [&view](const Cluster &c) { return isIn(c.centre, view); });
        return shown;
    }

    static bool isWhole(const std::vector<Cluster> &all, const std::vector<Row> &rows)
    {
        return std::ranges::any_of(all, [&rows](const Cluster &cluster) {
            return std::ranges::includes(cluster.rows, rows);
        });
    }
};

DATELINE_TEST(clusters, ClustersTest)

} // namespace dateline::tests

#include "tst_clusters.moc"
