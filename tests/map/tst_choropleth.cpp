// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/choropleth.h>
#include <map/legend.h>
#include <map/map_control.h>
#include <map/map_painter.h>
#include <map/symbol_painter.h>

#include <support/test_main.h>

#include <QImage>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

#include "scene_fixture.h"

using namespace Qt::StringLiterals;

namespace dateline::map {

class ChoroplethTest : public tests::TestCase
{
    Q_OBJECT

private:
    static std::uint64_t statedIn(const Choropleth &choropleth, const BaseMap &land,
                                  QStringView code)
    {
        const auto area = land.countryIndex(events::CountryCode::fromString(code).value());
        const ShadedCountry *country = choropleth.find(area.value());
        return country ? country->stated : 0;
    }

private Q_SLOTS:
    void sumsCitiesAndWholeCountries()
    {
        const tests::SceneFixture fixture;
        const Choropleth all = choroplethOf(*fixture.dataset, fixture.passing, *fixture.land);
        QCOMPARE(statedIn(all, *fixture.land, u"IT"), 3U); // 2 of them denied, and counted
        QCOMPARE(statedIn(all, *fixture.land, u"FR"), 3U); // known by country only
        QCOMPARE(statedIn(all, *fixture.land, u"FJ"), 1U);
        QCOMPARE(all.countries.size(), 4U);
        QCOMPARE(all.elsewhere, 1U);
        QCOMPARE(all.classes, (std::vector<std::uint64_t>{1, 2, 3}));
        QVERIFY(
            !all.find(fixture.land->countryIndex(*events::CountryCode::fromString(u"DE")).value()));
    }

    /// What the filter leaves out is not what nobody states; and a shade keeps its meaning.
    void filteredOutIsNotNoData()
    {
        tests::SceneFixture fixture;
        const Choropleth all = choroplethOf(*fixture.dataset, fixture.passing, *fixture.land);
        fixture.passing.remove(fixture.row(u"suva"));
        const Choropleth less = choroplethOf(*fixture.dataset, fixture.passing, *fixture.land);
        QCOMPARE(less.countries.size(), all.countries.size());
        QCOMPARE(less.classes, all.classes);
        const auto fiji = fixture.land->countryIndex(*events::CountryCode::fromString(u"FJ"));
        QVERIFY(less.find(*fiji));
        QVERIFY(!less.find(*fiji)->step);
    }

    void withoutCountedKindNothingIsShaded()
    {
        tests::DatasetBuilder builder;
        builder.event(u"one"_s, builder.kind(u"opening"_s), u"2016"_s, builder.country(u"IT"_s));
        const tests::SceneFixture fixture(builder.build());
        QCOMPARE(choroplethOf(*fixture.dataset, fixture.passing, *fixture.land), Choropleth());
    }

    void everySumHasOneClass()
    {
        QVERIFY(classesUpTo(0).empty());
        for (std::uint64_t most = 1; most < 3000; ++most) {
            Choropleth choropleth{.classes = classesUpTo(most), .most = most};
            QCOMPARE(choropleth.classes.front(), 1U);
            QVERIFY(choropleth.classes.size() <= 5);
            QVERIFY(!choropleth.classOf(0));
            std::uint64_t next = 1;
            for (std::size_t step = 0; step < choropleth.classes.size(); ++step) {
                QCOMPARE(choropleth.classes[step], next);
                QVERIFY(choropleth.lastOf(step) >= next);
                QCOMPARE(choropleth.classOf(next), std::optional(step));
                QCOMPARE(choropleth.classOf(choropleth.lastOf(step)), std::optional(step));
                next = choropleth.lastOf(step) + 1;
            }
            QCOMPARE(next, most + 1);
        }
    }

    /// Told apart by lightness, so without seeing colours too; more stands out more.
    void shadesDifferInLightness()
    {
        for (const auto theme :
             {workspace::Theme::Paper, workspace::Theme::Night, workspace::Theme::Projector}) {
            const MapPalette palette = mapPalette(theme, QFont());
            const auto away = [&](const QColor &colour) {
                return std::abs(qGray(colour.rgb()) - qGray(palette.land.rgb()));
            };
            QVERIFY(away(palette.shadeOfNone()) > 4);
            int last = away(palette.shadeOfNone());
            for (std::size_t step = 0; step < 5; ++step) {
                const int here = away(palette.shadeOf(step, 5));
                QVERIFY2(here >= last + 12, qPrintable(QString::number(here)));
                last = here;
            }
        }
    }

    void legendSaysThatItIsClaimed()
    {
        const tests::SceneFixture fixture;
        const Choropleth all = choroplethOf(*fixture.dataset, fixture.passing, *fixture.land);
        SceneInput input = fixture.input(-35, 10, 6);
        QVERIFY(legendOf(composeScene(input), fixture.dataset->kinds()).empty());
        input.choropleth = &all;
        QStringList texts;
        const MapScene scene = composeScene(input);
        for (const LegendEntry &entry : legendOf(scene, fixture.dataset->kinds()))
            texts.append(entry.text);
        QCOMPARE(
            texts,
            (QStringList{u"Openings by country, as claimants state them; denied ones included"_s,
                         u"1"_s, u"2"_s, u"3"_s, u"No data (not the same as none)"_s,
                         u"Not shaded, country unknown: 1"_s}));
        QVERIFY(toJson(scene, *fixture.dataset).contains("shades"_L1));
    }

    void painterShadesCountries()
    {
        const tests::SceneFixture fixture;
        const Choropleth all = choroplethOf(*fixture.dataset, fixture.passing, *fixture.land);
        SceneInput input = fixture.input(12, 44, 4);
        input.choropleth = &all;
        const MapScene scene = composeScene(input);
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont());
        QImage image(scene.size.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        MapPainter::withBuiltInLevels().paintLand(painter, scene, palette);
        painter.end();
        const auto at = [&](double longitude, double latitude) {
            return image.pixelColor(
                toPixel(scene.camera, scene.size, events::toMercator(longitude, latitude))
                    .toPoint());
        };
        QCOMPARE(at(16.3, 40.7), palette.shadeOf(2, 3)); // Italy
        QCOMPARE(at(10, 50), palette.land); // Germany: nothing stated
    }

    void aFilterByCountryLeavesTheOthersShaded()
    {
        workspace::Workspace workspace;
        workspace.setDataset(tests::sampleDataset());
        MapControl control(&workspace);
        control.setSize({800, 500});
        QVERIFY(control.scene().choropleth.countries.empty());
        const auto shadeBy = [&workspace](workspace::Shading shading) {
            workspace.change([&](workspace::ViewState &state) { state.shading = shading; });
        };
        shadeBy(workspace::Shading::Stated);
        const Choropleth before = control.scene().choropleth;
        QCOMPARE(before.countries.size(), 4U);
        workspace.change([](workspace::ViewState &state) {
            state.filters.choose(query::Facet::Country, {u"FR"_s, u"IT"_s});
        });
        QCOMPARE(control.scene().choropleth.countries, before.countries);
        shadeBy(workspace::Shading::None);
        QVERIFY(control.scene().choropleth.countries.empty());
        workspace.undo();
        QCOMPARE(control.scene().choropleth.countries, before.countries);
    }
};

} // namespace dateline::map

DATELINE_TEST(choropleth, dateline::map::ChoroplethTest)

#include "tst_choropleth.moc"
