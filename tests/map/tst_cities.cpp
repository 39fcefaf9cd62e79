// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/cities.h>
#include <map/map_labels.h>

#include <support/test_main.h>

#include <QGuiApplication>
#include <QTest>

#include <algorithm>
#include <array>
#include <set>

#include "scene_fixture.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using map::MapScene;
using map::SceneLabel;

/// Names of cities: which there are, and where they stand on the map.
class CitiesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInListIsWhole();
    void brokenListsAreEmpty_data();
    void brokenListsAreEmpty();
    void namesComeAsOneZooms();
    void namesCoverNothing();
    void aSymbolStandsForItsDot();
    void noNameForACityUnderFurniture();

private:
    /// The names of cities, which alone have the rank of small ones while no country has a name.
    static std::vector<SceneLabel> labels(const SceneFixture &fixture, double longitude,
                                          double latitude, double zoom)
    {
        map::SceneInput input = fixture.input(longitude, latitude, zoom);
        input.cities = map::citiesAt(zoom);
        return map::composeScene(input).labels;
    }
    static bool names(const std::vector<SceneLabel> &labels, QStringView city)
    {
        return std::ranges::any_of(labels,
                                   [city](const SceneLabel &label) { return label.text == city; });
    }
};

void CitiesTest::theBuiltInListIsWhole()
{
    constexpr double deepest = 30;
    const std::span<const map::City> list = map::citiesAt(deepest);
    QVERIFY(list.size() > 1'000);
    QVERIFY(std::ranges::is_sorted(list, {}, &map::City::firstZoom));
    std::set<QString> all;
    for (const map::City &city : list) {
        QVERIFY(!city.name.isEmpty());
        QVERIFY(city.place.x >= 0 && city.place.x <= 1 && city.place.y >= 0 && city.place.y <= 1);
        all.insert(city.name);
    }
    for (const QStringView capital : {u"New Delhi", u"Bern", u"Suva", u"Manila"})
        QVERIFY2(all.contains(capital.toString()), qPrintable(capital.toString()));
    QVERIFY(!all.contains(u"Brooklyn"_s)); // a part of another
    const auto rome = std::ranges::find(list, u"Rome"_s, &map::City::name);
    QVERIFY(rome != list.end());
    const events::MercatorPoint expected = events::toMercator(12.511, 41.892);
    QCOMPARE(rome->place, expected);
}

void CitiesTest::brokenListsAreEmpty_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no list") << QByteArray(R"({"cities":7})");
    QTest::newRow("no numbers") << QByteArray(R"({"cities":[["A","x",1,5]]})");
    QTest::newRow("beyond the pole") << QByteArray(R"({"cities":[["A",1,91,5]]})");
    QTest::newRow("cut off") << QByteArray(R"({"cities":[["A",1,9,5])");
}

void CitiesTest::brokenListsAreEmpty()
{
    QFETCH(const QByteArray, json);
    QVERIFY(map::citiesFromJson(json).empty());
}

void CitiesTest::namesComeAsOneZooms()
{
    const SceneFixture fixture;
    QVERIFY(labels(fixture, 12.5, 43, 2).empty());
    QVERIFY(!names(labels(fixture, 12.5, 43, 4), u"Florence"));
    QVERIFY(names(labels(fixture, 12.5, 43, 5.2), u"Rome"));
    QVERIFY(names(labels(fixture, 12.5, 43, 7), u"Florence"));
    // First faintly.
    const double first
        = std::ranges::find(map::citiesAt(7), u"Rome"_s, &map::City::name)->firstZoom;
    const auto opacity = [&](double zoom) {
        const std::vector<SceneLabel> shown = labels(fixture, 12.5, 43, zoom);
        const auto rome = std::ranges::find(shown, u"Rome"_s, &SceneLabel::text);
        return rome == shown.end() ? 0 : rome->opacity;
    };
    QCOMPARE(opacity(first - 0.01), 0);
    QCOMPARE(opacity(first + 0.01), SceneLabel::opaque / 2);
    QVERIFY(opacity(first + 0.2) > opacity(first + 0.01));
    QCOMPARE(opacity(first + 0.5), SceneLabel::opaque);
}

void CitiesTest::namesCoverNothing()
{
    const SceneFixture fixture;
    for (double zoom = 4; zoom < 9; zoom += 0.5) {
        map::SceneInput input = fixture.input(9, 45, zoom);
        input.cities = map::citiesAt(zoom);
        const MapScene scene = map::composeScene(input);
        for (std::size_t i = 0; i < scene.labels.size(); ++i) {
            const QRectF &box = scene.labels[i].box;
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!box.intersects(scene.labels[j].box));
            for (const map::SceneSymbol &symbol : scene.symbols)
                QVERIFY2(!box.contains(symbol.pixel), qPrintable(scene.labels[i].text));
        }
    }
}

void CitiesTest::aSymbolStandsForItsDot()
{
    const SceneFixture fixture; // five events are at Genoa
    const std::vector<SceneLabel> shown = labels(fixture, 8.9, 44.4, 9);
    const auto genoa = std::ranges::find(shown, u"Genoa"_s, &SceneLabel::text);
    QVERIFY(genoa != shown.end());
    QVERIFY(!genoa->dot);
    const std::vector<SceneLabel> elsewhere = labels(fixture, 11.25, 43.77, 9);
    const auto florence = std::ranges::find(elsewhere, u"Florence"_s, &SceneLabel::text);
    QVERIFY(florence != elsewhere.end());
    QVERIFY(florence->dot);
    QVERIFY(!florence->box.contains(*florence->dot));
}

void CitiesTest::noNameForACityUnderFurniture()
{
    const SceneFixture fixture;
    map::SceneInput input = fixture.input(11.25, 43.77, 9);
    input.cities = map::citiesAt(9);
    const std::vector<SceneLabel> before = map::composeScene(input).labels;
    const auto florence = std::ranges::find(before, u"Florence"_s, &SceneLabel::text);
    QVERIFY(florence != before.end());
    QVERIFY(florence->dot);
    const std::array plates{QRectF(*florence->dot - QPointF(150, 40), QSizeF(300, 80))};
    input.furniture = plates;
    const std::vector<SceneLabel> after = map::composeScene(input).labels;
    QVERIFY(!names(after, u"Florence"));
    for (const SceneLabel &label : after)
        QVERIFY2(!label.box.intersects(plates.front()), qPrintable(label.text));
    // Only what hides the place itself takes the name away.
    const std::array beside{QRectF(*florence->dot + QPointF(3, -40), QSizeF(300, 80))};
    input.furniture = beside;
    const std::vector<SceneLabel> moved = map::composeScene(input).labels;
    QVERIFY(names(moved, u"Florence"));
}

DATELINE_TEST(cities, CitiesTest)

} // namespace dateline::tests

#include "tst_cities.moc"
