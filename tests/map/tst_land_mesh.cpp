// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/graticule.h>
#include <map/land_mesh.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace dateline::map;

namespace {

double areaOf(std::span<const LandChunk> chunks)
{
    double area = 0;
    for (const LandChunk &chunk : chunks)
        for (std::size_t i = 0; i + 2 < chunk.indices.size(); i += 3) {
            const MapVertex &a = chunk.vertices[chunk.indices[i]];
            const MapVertex &b = chunk.vertices[chunk.indices[i + 1]];
            const MapVertex &c = chunk.vertices[chunk.indices[i + 2]];
            area += std::abs(double(b.x - a.x) * double(c.y - a.y)
                             - double(c.x - a.x) * double(b.y - a.y))
                / 2;
        }
    return area;
}

void addLevelRows()
{
    QTest::addColumn<int>("level");
    for (int level = 0; level < BaseMap::levelCount; ++level)
        QTest::newRow(qPrintable(QString::number(level))) << level;
}

} // namespace

class LandMeshTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void chunksHoldAllLand_data() { addLevelRows(); }
    void chunksHoldAllLand()
    {
        QFETCH(int, level);
        const auto map = BaseMap::fromResources(level).map;
        QVERIFY(map);
        const auto mesh = buildLandMesh(*map);
        double expected = 0;
        for (const BaseMapCountry &country : map->countries())
            expected += country.area;
        QVERIFY(std::abs(areaOf(mesh->land) - expected) < 1e-6);
        for (const LandChunk &chunk : mesh->land) {
            QVERIFY(chunk.vertices.size() <= 65'536);
            QVERIFY(std::ranges::all_of(
                chunk.indices, [&](std::uint16_t index) { return index < chunk.vertices.size(); }));
        }
        std::size_t points = 0;
        for (const LineChunk &chunk : mesh->lines) {
            QVERIFY(chunk.vertices.size() <= 65'536);
            points += chunk.vertices.size() / 2;
        }
        QCOMPARE(points, map->lineVertices().size());
    }

    void countryMeshIsThatCountry()
    {
        const auto map = BaseMap::fromResources(2).map;
        QVERIFY(map);
        for (const QStringView code : {u"IT", u"CA", u"RU", u"MC"}) {
            const auto index = map->countryIndex(*dateline::events::CountryCode::fromString(code));
            QVERIFY(index.has_value());
            QVERIFY(std::abs(areaOf(countryTriangles(*map, *index)) - map->countries()[*index].area)
                    < 1e-9);
            QVERIFY(!countryOutline(*map, *index).empty());
        }
    }

    void outlinesLeaveTheCutOut_data() { addLevelRows(); }
    void outlinesLeaveTheCutOut()
    {
        QFETCH(int, level);
        const auto map = BaseMap::fromResources(level).map;
        QVERIFY(map);
        // A file has 2^24 steps; what lies within 17 of them is on the cut for anybody who looks.
        constexpr float near = 1e-6F;
        const auto along = [](float from, float to) {
            return std::max(from, to) < near || std::min(from, to) > 1 - near;
        };
        for (std::size_t country = 0; country < map->countries().size(); ++country)
            for (const LineChunk &chunk : countryOutline(*map, country))
                for (std::size_t i = 0; i + 5 < chunk.indices.size(); i += 6) {
                    const LineVertex &from = chunk.vertices[chunk.indices[i]];
                    const LineVertex &to = chunk.vertices[chunk.indices[i + 2]];
                    QVERIFY2(!along(from.x, to.x) && !along(from.y, to.y),
                             qPrintable(map->countries()[country].name));
                }
    }

    void coastsAndBordersLeaveTheCutOut_data() { addLevelRows(); }
    void coastsAndBordersLeaveTheCutOut()
    {
        QFETCH(int, level);
        const auto map = BaseMap::fromResources(level).map;
        QVERIFY(map);
        for (const BaseMapLine &line : map->lines()) {
            const auto indices
                = map->lineVertices().subspan(line.vertices.first, line.vertices.count);
            for (std::size_t i = 1; i < indices.size(); ++i)
                QVERIFY(!isCut(map->vertices()[indices[i - 1]], map->vertices()[indices[i]]));
        }
    }

    void linesWidenEvenly()
    {
        std::vector<LineChunk> chunks;
        const std::array<MapVertex, 3> corner{{{0, 0}, {1, 0}, {1, 1}}};
        appendLine(chunks, LineKind::Coast, corner);
        QCOMPARE(chunks.size(), std::size_t(1));
        QCOMPARE(chunks[0].vertices.size(), std::size_t(6));
        QCOMPARE(chunks[0].indices.size(), std::size_t(12));
        // The mitre of a right angle is √2 long; half of it is stored, in 127ths.
        const double half = (chunks[0].vertices[2].normalX - 127) / 127.0;
        QVERIFY(std::abs(std::abs(half) - 0.5) < 0.01);
        QCOMPARE(chunks[0].vertices[4].along, 2.0F);
        appendLine(chunks, LineKind::Coast, std::span(corner).first(1));
        QCOMPARE(chunks[0].vertices.size(), std::size_t(6));
    }

    void veryLongLinesAreCut()
    {
        std::vector<MapVertex> points;
        for (int i = 0; i < 100'000; ++i)
            points.push_back({float(i) / 100'000, 0.5F});
        std::vector<LineChunk> chunks;
        appendLine(chunks, LineKind::Coast, points);
        QVERIFY(chunks.size() > 1);
        for (const LineChunk &chunk : chunks)
            QVERIFY(chunk.vertices.size() <= 65'536);
    }

    void graticuleCoversTheWorld()
    {
        QVERIFY(graticuleStep(2) > graticuleStep(5));
        QCOMPARE(graticuleLines(30).size(), std::size_t(12 + 5));
    }
};

DATELINE_TEST(land_mesh, LandMeshTest)

#include "tst_land_mesh.moc"
