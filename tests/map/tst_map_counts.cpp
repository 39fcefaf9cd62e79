// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>
#include <query/ledger.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <cmath>
#include <memory>
#include <set>
#include <utility>

#include "scene_fixture.h"

using namespace Qt::StringLiterals;

namespace dateline::map {

/// The sums of the map at every zoom and under every filter: no event is lost, none is twice.
class MapCountsTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEventIsInOneSymbol_data();
    void everyEventIsInOneSymbol();
    void theWholeWorldAddsUp_data();
    void theWholeWorldAddsUp();

private:
    /// A view of one size with others like it beside it, without gap, from one edge of the world
    /// to the other.
    struct Tiling
    {
        int columns = 1;
        int rows = 1;
        QSizeF size;
    };
    static Tiling tilingAt(double zoom);
    /// The tiles, by column and row, in or beside which a passing event lies.
    [[nodiscard]] std::set<std::pair<int, int>> tilesInUse(const Tiling &tiling) const;
    void countTile(const Tiling &tiling, const std::pair<int, int> &tile, double zoom,
                   std::set<events::Row> &seen) const;
    void addCrowds(tests::DatasetBuilder &builder);
    void applyFilter(const QString &name);
    static void addFilters();

    std::unique_ptr<tests::SceneFixture> m_fixture;
};

/// Events alone, on one another, close by, and on both sides of the antimeridian; some known by
/// country only, some without a place.
void MapCountsTest::addCrowds(tests::DatasetBuilder &builder)
{
    const std::array kinds{builder.kind(u"opening"_s), builder.kind(u"visit"_s)};
    const auto actor = builder.actor(u"society"_s);
    const auto source = builder.source(u"report"_s, actor);
    constexpr std::array<std::array<double, 2>, 8> middles{{{8.9, 44.4},
                                                            {12.5, 41.9},
                                                            {178.4, -18.1},
                                                            {-179.5, -16.5},
                                                            {179.99, 52},
                                                            {-70, -53},
                                                            {20, 78},
                                                            {103.8, 1.3}}};
    QRandomGenerator random(11);
    int number = 0;
    const auto add = [&](std::optional<events::Row> place) {
        const auto kind = kinds.at(std::size_t(random.bounded(2)));
        const QString date = QString::number(1990 + random.bounded(30));
        builder.claim(builder.event(u"event-%1"_s.arg(++number), kind, date, place), actor, source);
    };
    for (const auto &[longitude, latitude] : middles)
        for (int city = 0; city < 12; ++city) {
            // From some kilometres to some hundreds of them apart.
            const double spread = std::exp2(city / 2.0 - 4);
            const double east = longitude + spread * (random.bounded(2.0) - 1);
            const double north = latitude + spread / 4 * (random.bounded(2.0) - 1);
            const auto place
                = builder.city(u"city-%1"_s.arg(number), city % 2 == 0 ? u"IT"_s : u"FJ"_s, north,
                               std::remainder(east, 360));
            for (int i = 0; i <= city % 3; ++i)
                add(place);
        }
    for (const QString &code : {u"IT"_s, u"FR"_s, u"FJ"_s})
        add(builder.country(code));
    add({});
}

void MapCountsTest::initTestCase()
{
    tests::DatasetBuilder builder;
    addCrowds(builder);
    m_fixture = std::make_unique<tests::SceneFixture>(builder.build());
}

void MapCountsTest::addFilters()
{
    for (const char *filter : {"none", "kind", "window", "country", "lasso", "area"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void MapCountsTest::applyFilter(const QString &name)
{
    query::Filters filters;
    if (name == u"kind")
        filters.choose(query::Facet::Kind, {u"visit"_s});
    if (name == u"window") {
        const auto span = events::Edtf::parse(u"2000/2009")->bounds();
        filters.windows = {{span.earliestStart, span.latestEnd}};
    }
    if (name == u"country")
        filters.choose(query::Facet::Country, {u"FJ"_s});
    if (name == u"lasso")
        filters.lasso = {{170, -40}, {-170, -40}, {-165, 10}, {180, 60}, {165, 10}};
    if (name == u"area")
        filters.area = events::GeoBox{.west = 5, .south = 30, .east = 20, .north = 80};
    query::Crossfilter crossfilter(m_fixture->dataset);
    crossfilter.setFilters(filters);
    m_fixture->passing = crossfilter.passing();
    QVERIFY(m_fixture->passing.count() > 5);
    QCOMPARE(m_fixture->passing.count() == m_fixture->dataset->size(), name == u"none");
}

MapCountsTest::Tiling MapCountsTest::tilingAt(double zoom)
{
    const double side = worldPixels(zoom);
    Tiling tiling;
    tiling.columns = int(std::ceil(side / 1000));
    tiling.rows = int(std::ceil(side / 600));
    tiling.size = {side / tiling.columns, side / tiling.rows};
    return tiling;
}

std::set<std::pair<int, int>> MapCountsTest::tilesInUse(const Tiling &tiling) const
{
    std::set<std::pair<int, int>> tiles;
    const events::EventColumns &columns = m_fixture->dataset->columns();
    m_fixture->passing.forEach(0, events::Row(columns.pointCount), [&](events::Row row) {
        const int column = int(columns.position.at(row).x * tiling.columns);
        const int line = int(columns.position.at(row).y * tiling.rows);
        for (const int east : {-1, 0, 1})
            for (const int south : {-1, 0, 1})
                if (line + south >= 0 && line + south < tiling.rows)
                    tiles.emplace((column + east + tiling.columns) % tiling.columns, line + south);
    });
    return tiles;
}

void MapCountsTest::countTile(const Tiling &tiling, const std::pair<int, int> &tile, double zoom,
                              std::set<events::Row> &seen) const
{
    const auto &[column, line] = tile;
    SceneInput input = m_fixture->input(0, 0, zoom, tiling.size);
    input.camera = {{(column + 0.5) / tiling.columns, (line + 0.5) / tiling.rows}, zoom};
    const Camera kept = clamped(input.camera, input.size);
    QVERIFY(std::abs(kept.centre.y - input.camera.centre.y) < 1e-9);
    QVERIFY(std::abs(kept.zoom - zoom) < 1e-9);
    const MapScene scene = composeScene(input);
    for (const SceneSymbol &symbol : scene.symbols) {
        std::size_t byKind = 0;
        for (const KindShare &share : symbol.kinds)
            byKind += share.count;
        QCOMPARE(byKind, symbol.rows.size());
        // A symbol at the edge is seen from both sides; it is where its middle is.
        if (!visibleBox(input.camera, input.size).contains(symbol.point))
            continue;
        for (const events::Row row : symbol.rows) {
            QVERIFY(m_fixture->passing.contains(row));
            QVERIFY(seen.insert(row).second);
        }
    }
}

void MapCountsTest::everyEventIsInOneSymbol_data()
{
    QTest::addColumn<QString>("filter");
    addFilters();
}

/// Over views that tile the world every passing event with a point is in exactly one symbol.
void MapCountsTest::everyEventIsInOneSymbol()
{
    QFETCH(const QString, filter);
    applyFilter(filter);
    const std::size_t located
        = m_fixture->passing.count(0, events::Row(m_fixture->dataset->pointCount()));
    for (double zoom = 0; zoom <= maximumZoom; zoom += 0.5) {
        const Tiling tiling = tilingAt(zoom);
        std::set<events::Row> seen;
        for (const std::pair<int, int> &tile : tilesInUse(tiling)) {
            countTile(tiling, tile, zoom, seen);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(seen.size() == located, qPrintable(QString::number(zoom)));
    }
}

void MapCountsTest::theWholeWorldAddsUp_data()
{
    QTest::addColumn<QString>("filter");
    addFilters();
}

/// In one view of the whole world, however large, each passing event is in one mark or not on the
/// map.
void MapCountsTest::theWholeWorldAddsUp()
{
    QFETCH(const QString, filter);
    applyFilter(filter);
    const query::Ledger ledger = query::ledgerOf(*m_fixture->dataset, m_fixture->passing);
    const std::size_t unlocated = ledger.passingEvents.unlocated;
    for (double zoom = 0; zoom <= maximumZoom; ++zoom) {
        const double side = worldPixels(zoom);
        const MapScene scene = composeScene(m_fixture->input(0, 0, zoom, {side, side}));
        std::set<events::Row> seen;
        for (const SceneSymbol &symbol : scene.symbols)
            for (const events::Row row : symbol.rows)
                QVERIFY(seen.insert(row).second);
        for (const SceneChip &chip : scene.chips)
            for (const events::Row row : chip.rows)
                QVERIFY(seen.insert(row).second);
        QCOMPARE(scene.notOnMap, unlocated);
        QCOMPARE(seen.size() + scene.notOnMap, m_fixture->passing.count());
    }
}

} // namespace dateline::map

DATELINE_TEST(map_counts, dateline::map::MapCountsTest)

#include "tst_map_counts.moc"
