// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/basemap.h>

#include <support/test_main.h>

#include <QFile>
#include <QtEndian>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace dateline::map;
using dateline::events::CountryCode;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const BaseMap> builtIn(int level)
{
    static std::map<int, std::shared_ptr<const BaseMap>> levels;
    if (!levels.contains(level))
        levels[level] = BaseMap::fromResources(level).map;
    return levels[level];
}

QByteArray fileOf(int level)
{
    QFile file(u":/dateline/basemap/world-%1.dlbm"_s.arg(level));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The area of a country from its rings: holes count negatively through their direction.
double ringAreaOf(const BaseMap &map, const BaseMapCountry &country)
{
    double area = 0;
    for (const Run &ring : map.rings().subspan(country.rings.first, country.rings.count)) {
        const auto indices = map.ringVertices().subspan(ring.first, ring.count);
        double sum = 0;
        for (std::size_t i = 0, j = indices.size() - 1; i < indices.size(); j = i++) {
            const MapVertex &a = map.vertices()[indices[j]];
            const MapVertex &b = map.vertices()[indices[i]];
            sum += double(a.x) * double(b.y) - double(b.x) * double(a.y);
        }
        area += sum / 2;
    }
    return std::abs(area);
}

double distanceTo(const MercatorPoint &point, const MapVertex &from, const MapVertex &to)
{
    const double dx = double(to.x) - double(from.x);
    const double dy = double(to.y) - double(from.y);
    const double x = point.x - double(from.x);
    const double y = point.y - double(from.y);
    const double along = std::clamp((x * dx + y * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(x - along * dx, y - along * dy);
}

struct Border
{
    LineKind kind = LineKind::Coast;
    double distance = 1;
};

Border nearestBorder(const BaseMap &map, const MercatorPoint &point)
{
    Border nearest;
    for (const BaseMapLine &line : map.lines()) {
        if (line.kind == LineKind::Coast)
            continue;
        const auto indices = map.lineVertices().subspan(line.vertices.first, line.vertices.count);
        for (std::size_t i = 1; i < indices.size(); ++i) {
            const double distance
                = distanceTo(point, map.vertices()[indices[i - 1]], map.vertices()[indices[i]]);
            if (distance < nearest.distance)
                nearest = {line.kind, distance};
        }
    }
    return nearest;
}

void addLevels()
{
    QTest::addColumn<int>("level");
    for (int level = 0; level < BaseMap::levelCount; ++level)
        QTest::newRow(qPrintable(QString::number(level))) << level;
}

} // namespace

class BaseMapTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void trianglesMayBeDropped()
    {
        const auto whole = BaseMap::fromResources(0).map;
        const auto lean = BaseMap::fromResources(0, BaseMap::Triangles::Dropped).map;
        QVERIFY(!whole->triangles().empty());
        QVERIFY(lean->triangles().empty());
        QCOMPARE(lean->vertices().size(), whole->vertices().size());
        for (std::size_t i = 0; i < whole->countries().size(); ++i)
            QCOMPARE(lean->countries()[i].area, whole->countries()[i].area);
    }

    void levelsLoad_data() { addLevels(); }
    void levelsLoad()
    {
        QFETCH(int, level);
        const BaseMapResult result = BaseMap::fromResources(level);
        QVERIFY2(result.map, qPrintable(result.fault));
        QVERIFY(result.fault.isEmpty());
        QCOMPARE(result.map->level(), level);
        QVERIFY(result.map->countries().size() > 200);
    }

    void filesTogetherAreSmall()
    {
        qsizetype bytes = 0;
        for (int level = 0; level < BaseMap::levelCount; ++level)
            bytes += fileOf(level).size();
        QVERIFY(bytes > 0);
        QVERIFY(bytes <= 6'000'000);
    }

    void countriesAreTheSameAtEachLevel()
    {
        for (int level = 1; level < BaseMap::levelCount; ++level) {
            const auto coarse = builtIn(0)->countries();
            const auto fine = builtIn(level)->countries();
            QCOMPARE(fine.size(), coarse.size());
            for (std::size_t i = 0; i < fine.size(); ++i) {
                QVERIFY(fine[i].code == coarse[i].code);
                QCOMPARE(fine[i].name, coarse[i].name);
            }
        }
    }

    void codesAreUnique()
    {
        std::set<CountryCode> seen;
        for (const BaseMapCountry &country : builtIn(0)->countries())
            if (!country.code.isNull())
                QVERIFY2(seen.insert(country.code).second, qPrintable(country.name));
        QVERIFY(seen.size() >= 230);
        const auto italy = builtIn(0)->countryIndex(*CountryCode::fromString(u"IT"));
        QVERIFY(italy.has_value());
        QCOMPARE(builtIn(0)->countries()[*italy].name, u"Italy"_s);
        QVERIFY(!builtIn(0)->countryIndex(CountryCode()).has_value());
        QVERIFY(!builtIn(0)->countryIndex(*CountryCode::fromString(u"ZZ")).has_value());
    }

    void everyLabelPointIsInsideItsCountry_data() { addLevels(); }
    void everyLabelPointIsInsideItsCountry()
    {
        QFETCH(int, level);
        const auto map = builtIn(level);
        for (std::size_t i = 0; i < map->countries().size(); ++i) {
            const BaseMapCountry &country = map->countries()[i];
            if (country.code.isNull())
                continue;
            QVERIFY2(country.rings.count > 0, qPrintable(country.name));
            QVERIFY2(map->contains(i, country.label), qPrintable(country.name));
            const Extent &box = country.bounds;
            QVERIFY2(box.contains(country.label)
                         || box.contains({country.label.x + 1, country.label.y}),
                     qPrintable(country.name));
        }
    }

    void trianglesCoverEachCountryExactly_data() { addLevels(); }
    void trianglesCoverEachCountryExactly()
    {
        QFETCH(int, level);
        const auto map = builtIn(level);
        for (const BaseMapCountry &country : map->countries()) {
            const double expected = ringAreaOf(*map, country);
            QVERIFY2(
                std::abs(country.area - expected) <= expected * 1e-3 + (level == 0 ? 1e-7 : 1e-8),
                qPrintable(u"%1: %2 of %3"_s.arg(country.name).arg(country.area).arg(expected)));
        }
    }

    void noTriangleIsABand_data() { addLevels(); }
    void noTriangleIsABand()
    {
        QFETCH(int, level);
        const auto map = builtIn(level);
        const auto antarctica = map->countryIndex(*CountryCode::fromString(u"AQ"));
        const BaseMapCountry &south = map->countries()[antarctica.value()];
        for (std::size_t i = 0; i + 2 < map->triangles().size(); i += 3) {
            // Antarctica does reach round the world; its triangles along the edge may too.
            if (i >= south.triangles.first && i < south.triangles.first + south.triangles.count)
                continue;
            const auto corners = map->triangles().subspan(i, 3);
            const auto [west, east]
                = std::minmax({map->vertices()[corners[0]].x, map->vertices()[corners[1]].x,
                               map->vertices()[corners[2]].x});
            QVERIFY(east - west < 0.5F);
        }
        for (const BaseMapLine &line : map->lines())
            QVERIFY(line.bounds.width() < 0.5);
    }

    void boundsGoTheShortWay()
    {
        for (const auto &[code, widest] : {std::pair(u"RU"_s, 0.5), std::pair(u"FJ"_s, 0.03),
                                           std::pair(u"NZ"_s, 0.1), std::pair(u"US"_s, 0.4)}) {
            const auto index = builtIn(0)->countryIndex(*CountryCode::fromString(code));
            const BaseMapCountry &country = builtIn(0)->countries()[index.value()];
            QVERIFY2(country.bounds.width() < widest, qPrintable(country.name));
            QVERIFY2(country.bounds.maxX > 1, qPrintable(country.name));
        }
    }

    void citiesLieInTheirCountries_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<QString>("code");
        QTest::newRow("Rome") << 12.5 << 41.9 << u"IT"_s;
        QTest::newRow("Paris") << 2.35 << 48.85 << u"FR"_s;
        QTest::newRow("Chukotka, across 180") << -175.0 << 66.5 << u"RU"_s;
        QTest::newRow("Toronto") << -79.4 << 43.8 << u"CA"_s;
        QTest::newRow("Maseru, in a hole") << 27.9 << -29.4 << u"LS"_s;
        QTest::newRow("Pretoria, around a hole") << 28.2 << -25.7 << u"ZA"_s;
        QTest::newRow("South pole") << 0.0 << -85.0 << u"AQ"_s;
        QTest::newRow("mid Atlantic") << -35.0 << 30.0 << QString();
        QTest::newRow("wrapped") << 12.5 + 360 << 41.9 << u"IT"_s;
    }
    void citiesLieInTheirCountries()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(QString, code);
        for (int level = 0; level < BaseMap::levelCount; ++level) {
            const auto index
                = builtIn(level)->countryAt(dateline::events::toMercator(longitude, latitude));
            QCOMPARE(index ? builtIn(level)->countries()[*index].code.toString() : QString(), code);
        }
    }

    void neighboursShareVertices()
    {
        // A border is drawn once, between countries whose rings use the same vertices: there are
        // as many borders as a world of separate outlines could not have.
        const auto map = builtIn(1);
        const auto borders = std::ranges::count(map->lines(), LineKind::Border, &BaseMapLine::kind);
        const auto disputed
            = std::ranges::count(map->lines(), LineKind::Disputed, &BaseMapLine::kind);
        QCOMPARE_GT(borders, 200);
        QCOMPARE_GT(disputed, 3);
        std::set<std::pair<float, float>> places;
        for (const MapVertex &vertex : map->vertices())
            QVERIFY(places.emplace(vertex.x, vertex.y).second);
    }

    void disputedBordersAreMarked_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<bool>("isDisputed");
        QTest::newRow("Western Sahara and Morocco") << -12.1 << 25.7 << true;
        QTest::newRow("Western Sahara and Mauritania") << -12.0 << 23.4 << false;
        QTest::newRow("Crimea") << 34.4 << 46.0 << true;
        QTest::newRow("Russia and Ukraine, elsewhere") << 35.5 << 50.4 << false;
        QTest::newRow("Kashmir, line of control") << 75.5 << 34.5 << true;
        QTest::newRow("India and Pakistan, elsewhere") << 70.6 << 28.0 << false;
        QTest::newRow("Aksai Chin") << 78.3 << 34.6 << true;
        QTest::newRow("Arunachal Pradesh") << 94.0 << 28.9 << true;
        QTest::newRow("West Bank") << 35.0 << 31.7 << true;
        QTest::newRow("Golan Heights") << 35.8 << 33.1 << true;
        QTest::newRow("Cyprus") << 33.4 << 35.15 << true;
        QTest::newRow("Korea") << 127.5 << 38.3 << true;
        QTest::newRow("Kosovo and Serbia") << 20.8 << 43.2 << true;
        QTest::newRow("Somaliland and Somalia") << 48.5 << 8.8 << true;
        QTest::newRow("France and Spain") << 0.5 << 42.7 << false;
        QTest::newRow("Germany and Poland") << 14.6 << 52.5 << false;
    }
    void disputedBordersAreMarked()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(bool, isDisputed);
        for (int level = 0; level < BaseMap::levelCount; ++level) {
            const Border border
                = nearestBorder(*builtIn(level), dateline::events::toMercator(longitude, latitude));
            QVERIFY2(border.distance < 0.3 / 360, qPrintable(QString::number(level)));
            QCOMPARE(border.kind, isDisputed ? LineKind::Disputed : LineKind::Border);
        }
    }

    /// The coarsest level has no room for Gaza.
    void theBorderOfGazaIsMarked()
    {
        for (int level = 1; level < BaseMap::levelCount; ++level) {
            const Border border
                = nearestBorder(*builtIn(level), dateline::events::toMercator(34.5, 31.5));
            QVERIFY(border.distance < 0.05 / 360);
            QCOMPARE(border.kind, LineKind::Disputed);
        }
    }

    /// The dashes of a disputed border would not be seen under the outline of a country.
    void outlinesLeaveDisputedBordersOut()
    {
        using Edge = std::pair<std::uint32_t, std::uint32_t>;
        for (int level = 0; level < BaseMap::levelCount; ++level) {
            const auto map = builtIn(level);
            std::set<Edge> disputed;
            for (const BaseMapLine &line : map->lines()) {
                const auto vertices
                    = map->lineVertices().subspan(line.vertices.first, line.vertices.count);
                for (std::size_t i = 1; i < vertices.size(); ++i)
                    if (line.kind == LineKind::Disputed)
                        disputed.insert(std::minmax({vertices[i - 1], vertices[i]}));
            }
            std::size_t edges = 0;
            std::size_t ringEdges = 0;
            std::size_t disputedEdges = 0;
            for (const BaseMapCountry &country : map->countries()) {
                for (const auto &line : map->outline(country))
                    for (std::size_t i = 1; i < line.size(); ++i, ++edges)
                        QVERIFY(!disputed.contains(Edge(std::minmax({line[i - 1], line[i]}))));
                for (const Run &ring :
                     map->rings().subspan(country.rings.first, country.rings.count)) {
                    const auto indices = map->ringVertices().subspan(ring.first, ring.count);
                    for (std::size_t i = 0; i < indices.size(); ++i) {
                        const std::uint32_t from = indices[i];
                        const std::uint32_t to = indices[(i + 1) % indices.size()];
                        const bool isDisputed = disputed.contains(Edge(std::minmax({from, to})));
                        disputedEdges += isDisputed;
                        ringEdges
                            += !isDisputed && !isCut(map->vertices()[from], map->vertices()[to]);
                    }
                }
            }
            QVERIFY(disputedEdges > 100);
            QCOMPARE(edges, ringEdges); // and nothing else
        }
    }

    void truncatedFilesAreRefused()
    {
        const QByteArray whole = fileOf(0);
        for (qsizetype length = 0; length < whole.size(); length += 1 + length / 3) {
            const BaseMapResult result = BaseMap::fromBytes(whole.first(length));
            QVERIFY(!result.map);
            QVERIFY(!result.fault.isEmpty());
        }
    }

    void headersAreChecked()
    {
        const QByteArray whole = fileOf(0);
        for (const qsizetype at : {0, 4, 8, 12, 15, 16}) {
            QByteArray altered = whole;
            altered[at] = char(altered[at] ^ 0x55);
            QVERIFY(!BaseMap::fromBytes(altered).map);
        }
        QVERIFY(!BaseMap::fromBytes("not a map at all").map);
    }

    /// The payload itself altered and deflated again, so that only the reader's own checks stand
    /// between it and memory.
    void alteredPayloadsNeverCrash()
    {
        const QByteArray whole = fileOf(0);
        QByteArray sized(4, Qt::Uninitialized);
        const quint32 size = qFromLittleEndian<quint32>(whole.constData() + 12);
        qToBigEndian<quint32>(size, sized.data());
        const QByteArray payload = qUncompress(sized + whole.sliced(20));
        QCOMPARE(payload.size(), qsizetype(size));
        int refused = 0;
        quint32 random = 12345;
        for (int round = 0; round < 60; ++round) {
            QByteArray altered = payload;
            random = random * 1664525U + 1013904223U;
            const qsizetype at = round < 28 ? round : qsizetype(random % quint32(payload.size()));
            altered[at] = char(altered[at] ^ 0x81);
            const QByteArray deflated = qCompress(altered, 1).sliced(4);
            QByteArray length(4, Qt::Uninitialized);
            qToLittleEndian<quint32>(quint32(deflated.size()), length.data());
            const QByteArray file = whole.first(16) + length + deflated;
            refused += BaseMap::fromBytes(file).map ? 0 : 1;
        }
        QVERIFY(refused >= 28); // each byte of the counts at least
    }
};

DATELINE_TEST(basemap, BaseMapTest)

#include "tst_basemap.moc"
