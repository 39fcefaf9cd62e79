// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/legend.h>
#include <map/scene_composer.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "scene_fixture.h"

using namespace Qt::StringLiterals;

namespace dateline::map {

/// Counters of claims about whole countries: inside their country, apart, and none lost.
class ChipsTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyCountryHasItsCounterInside_data();
    void everyCountryHasItsCounterInside();
    void noneIsLostOnTheWholeWorld_data();
    void noneIsLostOnTheWholeWorld();
    void countersThatGrewKeepApart();
    void aCounterStandsBesideWhatCoversItsCountry();
    void theLegendDoesNotDependOnFurniture();

private:
    /// So many events about each country of the base map, and of no place in it.
    static std::shared_ptr<const events::Dataset> claimsAboutEveryCountry(int each);
    static void verifyApart(const MapScene &scene, double scale);
};

std::shared_ptr<const events::Dataset> ChipsTest::claimsAboutEveryCountry(int each)
{
    tests::DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto actor = builder.actor(u"society"_s);
    const auto source = builder.source(u"report"_s, actor);
    const std::shared_ptr<const BaseMap> land = BaseMap::fromResources(0).map;
    for (const BaseMapCountry &country : land->countries()) {
        if (country.code.isNull())
            continue;
        const QString code = country.code.toString();
        const auto place = builder.country(code);
        for (int i = 0; i < each; ++i)
            builder.claim(builder.event(u"%1-%2"_s.arg(code).arg(i), kind, u"2020"_s, place), actor,
                          source);
    }
    return builder.build();
}

void ChipsTest::verifyApart(const MapScene &scene, double scale)
{
    const auto boxOf = [scale](const SceneChip &chip) {
        QRectF box({0, 0}, chipSize(chip.rows.size()) * scale);
        box.moveCenter(chip.pixel);
        return box;
    };
    for (std::size_t i = 0; i < scene.chips.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!boxOf(scene.chips[i]).intersects(boxOf(scene.chips[j])));
}

void ChipsTest::everyCountryHasItsCounterInside_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<double>("scale");
    for (int level = 0; level < BaseMap::levelCount; ++level)
        for (const double scale : {1.0, 2.5})
            QTest::addRow("level %d at %g", level, scale) << level << scale;
}

/// Over each country in turn, from where the world is seen to where its land fills the view: the
/// country in the middle of the view has a counter, and every counter lies in its first country.
void ChipsTest::everyCountryHasItsCounterInside()
{
    QFETCH(const int, level);
    QFETCH(const double, scale);
    tests::SceneFixture fixture(claimsAboutEveryCountry(1));
    fixture.land = BaseMap::fromResources(level).map;
    const std::span<const BaseMapCountry> countries = fixture.land->countries();
    for (std::size_t area = std::size_t(level); area < countries.size();
         area += std::size_t(BaseMap::levelCount)) {
        if (countries[area].code.isNull())
            continue;
        for (const double zoom : {3.0, 6.0}) {
            SceneInput input
                = fixture.input(events::mercatorLongitude(countries[area].label.x),
                                events::mercatorLatitude(countries[area].label.y), zoom);
            input.scale = scale;
            const MapScene scene = composeScene(input);
            bool found = false;
            for (const SceneChip &chip : scene.chips) {
                // Beside it, the end of its line does.
                const MercatorPoint point
                    = toPoint(input.camera, input.size, chip.anchor.value_or(chip.pixel));
                const QString &name = countries[chip.areas.front()].name;
                QVERIFY2(fixture.land->contains(chip.areas.front(), {wrappedX(point.x), point.y}),
                         qPrintable(name));
                QVERIFY2(QRectF({0, 0}, scene.size).contains(chip.pixel), qPrintable(name));
                QCOMPARE(chip.rows.size(), chip.areas.size());
                found = found || std::ranges::find(chip.areas, area) != chip.areas.end();
            }
            QVERIFY2(found, qPrintable(countries[area].name));
            verifyApart(scene, scale);
        }
    }
}

void ChipsTest::noneIsLostOnTheWholeWorld_data()
{
    QTest::addColumn<int>("each");
    QTest::addColumn<QSizeF>("size");
    for (const int each : {1, 9})
        for (const QSizeF size : {QSizeF(256, 256), QSizeF(2048, 2048)})
            QTest::addRow("%d each in %g px", each, size.width()) << each << size;
}

void ChipsTest::noneIsLostOnTheWholeWorld()
{
    QFETCH(const int, each);
    QFETCH(const QSizeF, size);
    const tests::SceneFixture fixture(claimsAboutEveryCountry(each));
    for (const double scale : {1.0, 1.6, 2.5}) {
        SceneInput input = fixture.input(0, 0, 0, size); // as far out as the size allows
        input.scale = scale;
        const MapScene scene = composeScene(input);
        std::set<std::size_t> areas;
        std::set<events::Row> rows;
        for (const SceneChip &chip : scene.chips) {
            QVERIFY(std::ranges::is_sorted(chip.rows));
            for (const std::size_t area : chip.areas)
                QVERIFY(areas.insert(area).second);
            for (const events::Row row : chip.rows)
                QVERIFY(rows.insert(row).second);
        }
        QCOMPARE(rows.size(), fixture.dataset->size());
        QCOMPARE(areas.size() * std::size_t(each), rows.size());
        QCOMPARE(scene.notOnMap, std::size_t(0));
        verifyApart(scene, scale);
    }
}

/// Nine and nine are eighteen, which is wider than nine: neighbours that stood close are touched.
void ChipsTest::countersThatGrewKeepApart()
{
    for (const int each : {3, 9}) {
        const tests::SceneFixture fixture(claimsAboutEveryCountry(each));
        for (double zoom = 1.4; zoom < 5; zoom += 0.4)
            for (const double longitude : {10.0, -70.0, 100.0})
                verifyApart(composeScene(fixture.input(longitude, 20, zoom)), 1);
    }
}

/// A ring, or a sheet of furniture, over a small country: number and denial are to be read anyway.
void ChipsTest::aCounterStandsBesideWhatCoversItsCountry()
{
    tests::DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto actor = builder.actor(u"society"_s);
    const auto source = builder.source(u"report"_s, actor);
    const auto city = builder.city(u"city"_s, u"LU"_s, 49.75, 6.1);
    for (int i = 0; i < 40; ++i)
        builder.claim(builder.event(QString::number(i), kind, u"2020"_s, city), actor, source);
    builder.claim(builder.event(u"whole"_s, kind, u"2020"_s, builder.country(u"LU"_s)), actor,
                  source);
    const tests::SceneFixture fixture(builder.build());
    const std::size_t area
        = fixture.land->countryIndex(*events::CountryCode::fromString(u"LU")).value();
    const std::vector<QRectF> furniture{QRectF(420, 0, 90, 600)};
    for (const bool isFurnished : {false, true}) {
        SceneInput input = fixture.input(6.1, 49.75, 4);
        if (isFurnished)
            input.furniture = furniture;
        const MapScene scene = composeScene(input);
        QCOMPARE(scene.symbols.size(), std::size_t(1));
        QCOMPARE(scene.chips.size(), std::size_t(1));
        const SceneChip &chip = scene.chips.front();
        QVERIFY(chip.anchor);
        const MercatorPoint inside = toPoint(input.camera, input.size, *chip.anchor);
        QVERIFY(fixture.land->contains(area, inside));
        QRectF box({0, 0}, chipSize(chip.rows.size()));
        box.moveCenter(chip.pixel);
        const double radius = clusterRadius(scene.symbols.front().rows.size());
        QRectF ring(0, 0, 2 * radius, 2 * radius);
        ring.moveCenter(scene.symbols.front().pixel);
        QVERIFY(!box.intersects(ring));
        QVERIFY(!isFurnished || !box.intersects(furniture.front()));
        QVERIFY(std::hypot(chip.pixel.x() - chip.anchor->x(), chip.pixel.y() - chip.anchor->y())
                < 100);
    }
}

/// The legend is furniture itself: if what it says depended on where counters find room, its size
/// could change what it says, and so on for ever.
void ChipsTest::theLegendDoesNotDependOnFurniture()
{
    const tests::SceneFixture fixture(claimsAboutEveryCountry(3));
    const std::vector<std::vector<QRectF>> furnitures{
        {QRectF(0, 400, 700, 200)}, {QRectF(0, 0, 1000, 180)}, {QRectF(300, 100, 400, 400)}};
    int moved = 0;
    for (double zoom = 1.9; zoom < 6; zoom += 0.5) {
        SceneInput input = fixture.input(15, 45, zoom);
        const MapScene free = composeScene(input);
        for (const std::vector<QRectF> &furniture : furnitures) {
            input.furniture = furniture;
            const MapScene covered = composeScene(input);
            moved += covered.chips.size() != free.chips.size()
                || !std::ranges::equal(covered.chips, free.chips, {}, &SceneChip::pixel,
                                       &SceneChip::pixel);
            QVERIFY(legendOf(covered, fixture.dataset->kinds())
                    == legendOf(free, fixture.dataset->kinds()));
        }
    }
    QVERIFY(moved > 10);
}

} // namespace dateline::map

DATELINE_TEST(chips, dateline::map::ChipsTest)

#include "tst_chips.moc"
