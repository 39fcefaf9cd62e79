// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/cities.h>
#include <map/city_names.h>
#include <map/map_labels.h>

#include <support/test_main.h>

#include <QGuiApplication>
#include <QLocale>
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
    void citiesAreNamedInTheReadersLanguage_data();
    void citiesAreNamedInTheReadersLanguage();
    void citiesAreNamedInTheLanguagesOfTheirCountries();
    void citiesOfNoZoneKeepTheirNames();
    void theMapShowsNamesInALanguage();

private:
    /// The name that the city has in the built-in list, and what it is called in a language.
    static QString called(const QString &city, map::NamesIn language, const QLocale &reader = {})
    {
        map::City one{city, {}, {}, 0};
        const std::span<const map::City> list = map::citiesAt(deepest);
        const auto known = std::ranges::find(list, city, &map::City::name);
        if (known == list.end())
            return u"not listed"_s;
        one.country = known->country;
        return map::namedIn({one}, language, reader).front().name;
    }

    static constexpr double deepest = 30;
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
    QCOMPARE(rome->country.toString(), u"IT"_s);
}

void CitiesTest::brokenListsAreEmpty_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no list") << QByteArray(R"({"cities":7})");
    QTest::newRow("no numbers") << QByteArray(R"({"cities":[["A","x",1,5,"IT"]]})");
    QTest::newRow("beyond the pole") << QByteArray(R"({"cities":[["A",1,91,5,"IT"]]})");
    QTest::newRow("no country") << QByteArray(R"({"cities":[["A",1,9,5]]})");
    QTest::newRow("cut off") << QByteArray(R"({"cities":[["A",1,9,5,"IT"])");
}

void CitiesTest::brokenListsAreEmpty()
{
    QFETCH(const QByteArray, json);
    QVERIFY(map::citiesFromJson(json).empty());
    QCOMPARE(map::citiesFromJson(R"({"cities":[["A",1,9,5,"IT"]]})").size(), std::size_t(1));
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

void CitiesTest::citiesAreNamedInTheReadersLanguage_data()
{
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &city, const QString &language, const QString &name) {
        QTest::addRow("%ls in %ls", qUtf16Printable(city), qUtf16Printable(language))
            << city << language << name;
    };
    row(u"Rome"_s, u"en"_s, u"Rome"_s);
    row(u"Rome"_s, u"it"_s, u"Roma"_s);
    row(u"Rome"_s, u"zh"_s, u"罗马"_s);
    row(u"Rome"_s, u"zh-TW"_s, u"羅馬"_s);
    row(u"Rome"_s, u"ar"_s, u"روما"_s);
    row(u"New York"_s, u"ru"_s, u"Нью-Йорк"_s);
    row(u"Istanbul"_s, u"tr"_s, u"İstanbul"_s);
    row(u"Bogotá"_s, u"tr"_s, u"Bogotá"_s); // where CLDR has "Bogota"
    row(u"Bogotá"_s, u"en"_s, u"Bogotá"_s);
    row(u"Reykjavík"_s, u"de"_s, u"Reykjavík"_s); // where CLDR divides it into syllables
}

void CitiesTest::citiesAreNamedInTheReadersLanguage()
{
    QFETCH(const QString, city);
    QFETCH(const QString, language);
    QFETCH(const QString, name);
    QCOMPARE(called(city, map::NamesIn::ReadersLanguage, QLocale(language)), name);
}

void CitiesTest::citiesAreNamedInTheLanguagesOfTheirCountries()
{
    const auto own = [](const QString &city) {
        return called(city, map::NamesIn::OwnLanguage, QLocale(QLocale::French));
    };
    QCOMPARE(own(u"Rome"_s), u"Roma"_s);
    QCOMPARE(own(u"Vienna"_s), u"Wien"_s);
    QCOMPARE(own(u"Tokyo"_s), u"東京"_s);
    QCOMPARE(own(u"Cairo"_s), u"القاهرة"_s);
    QCOMPARE(own(u"London"_s), u"London"_s);
}

void CitiesTest::citiesOfNoZoneKeepTheirNames()
{
    const QLocale italian(QLocale::Italian);
    QCOMPARE(called(u"Florence"_s, map::NamesIn::ReadersLanguage, italian), u"Florence"_s);
    QCOMPARE(called(u"Florence"_s, map::NamesIn::OwnLanguage), u"Florence"_s);
    // Nor does a city get the name of its namesake in another country.
    const auto canada = events::CountryCode::fromString(u"CA").value();
    const map::City ontario{u"London"_s, canada, {}, 0};
    const std::vector<map::City> named
        = map::namedIn({ontario}, map::NamesIn::ReadersLanguage, italian);
    QCOMPARE(named.front().name, u"London"_s);
    QCOMPARE(called(u"London"_s, map::NamesIn::ReadersLanguage, italian), u"Londra"_s);
}

void CitiesTest::theMapShowsNamesInALanguage()
{
    const SceneFixture fixture;
    map::SceneInput input = fixture.input(12.5, 43, 7);
    input.cities = map::citiesAt(7, map::NamesIn::OwnLanguage);
    QVERIFY(names(map::composeScene(input).labels, u"Roma"));
    QVERIFY(names(map::composeScene(input).labels, u"Florence"));
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Arabic));
    input.cities = map::citiesAt(7);
    QLocale::setDefault(before);
    QVERIFY(names(map::composeScene(input).labels, u"روما"));
    input.cities = map::citiesAt(7);
    QVERIFY(names(map::composeScene(input).labels, u"Rome"));
}

DATELINE_TEST(cities, CitiesTest)

} // namespace dateline::tests

#include "tst_cities.moc"
