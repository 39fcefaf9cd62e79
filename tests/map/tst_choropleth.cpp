// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/choropleth.h>
#include <map/inquiries.h>
#include <map/legend.h>
#include <map/map_control.h>
#include <map/map_painter.h>
#include <map/symbol_painter.h>

#include <support/test_main.h>

#include <QImage>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

#include <array>
#include <cmath>
#include <set>

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

    /// Three hues as people see them who do not see red or green (Viénot, Brettel and Mollon 1999),
    /// apart from each other, from none and from no data; and a pattern besides.
    void outcomesStayApart()
    {
        const auto seen = [](const QColor &colour, bool red) {
            const auto linear = [](double value) { return std::pow(value, 2.2); };
            const double r = linear(colour.redF());
            const double g = linear(colour.greenF());
            const double b = linear(colour.blueF());
            const double rg = red ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
            const double blue
                = red ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;
            const auto back
                = [](double value) { return 255 * std::pow(std::max(value, 0.0), 1 / 2.2); };
            return std::array{back(rg), back(blue)};
        };
        for (const auto theme :
             {workspace::Theme::Paper, workspace::Theme::Night, workspace::Theme::Projector}) {
            const MapPalette palette = mapPalette(theme, QFont());
            const std::array fills{palette.outcomeFill(0), palette.outcomeFill(1),
                                   palette.outcomeFill(2), palette.shadeOfNone(), palette.land};
            for (const bool red : {true, false})
                for (std::size_t i = 0; i < fills.size(); ++i)
                    for (std::size_t j = 0; j < i && j < outcomeCount; ++j) {
                        const auto one = seen(fills[i], red);
                        const auto other = seen(fills[j], red);
                        const double apart = std::hypot(one[0] - other[0], one[1] - other[1]);
                        QVERIFY2(
                            apart > 24,
                            qPrintable(u"%1 %2 %3: %4"_s.arg(int(theme)).arg(i).arg(j).arg(apart)));
                    }
        }
        std::set<std::optional<StripeRun>> patterns;
        for (std::size_t step = 0; step < outcomeCount; ++step)
            patterns.insert(classPattern(workspace::Shading::Investigations, step));
        QCOMPARE(patterns.size(), outcomeCount);
    }

    /// "inquiry" in France is cleared, the one in Genoa and "last" in Suva have no end.
    void inquiriesByOutcome()
    {
        tests::SceneFixture fixture;
        const auto stepOf = [&](const Choropleth &shades, QStringView code) {
            const auto area
                = fixture.land->countryIndex(events::CountryCode::fromString(code).value());
            const ShadedCountry *country = shades.find(area.value());
            return country ? country->step : std::optional<std::size_t>(99);
        };
        const Choropleth all = inquiriesOf(*fixture.dataset, fixture.passing, *fixture.land);
        QCOMPARE(all.shading, workspace::Shading::Investigations);
        QCOMPARE(stepOf(all, u"FR"), std::optional(std::size_t(Outcome::WithoutFinding)));
        QCOMPARE(stepOf(all, u"IT"), std::optional(std::size_t(Outcome::NoEndStated)));
        QCOMPARE(stepOf(all, u"WS"), std::optional<std::size_t>()); // lamps, and no inquiry
        QCOMPARE(stepOf(all, u"DE"), std::optional<std::size_t>(99)); // no data
        QVERIFY(!all.isFiltered);
        fixture.passing.remove(fixture.row(u"inquiry"));
        const Choropleth less = inquiriesOf(*fixture.dataset, fixture.passing, *fixture.land);
        QVERIFY(less.isFiltered);
        QCOMPARE(stepOf(less, u"FR"), std::optional<std::size_t>());
        QCOMPARE(less.countries.size(), all.countries.size());
    }

    /// What an inquiry led to says how it ended; while one of a country is open, the country is.
    void outcomesFollowWhatInquiriesLeadTo()
    {
        tests::DatasetBuilder b;
        const auto inquiry = b.kind(u"inquiry"_s);
        const auto order = b.kind(u"order"_s);
        b.tables().info.inquiryKind = inquiry;
        const auto actor = b.actor(u"office"_s);
        const auto source = b.source(u"s"_s, actor);
        const auto italy = b.country(u"IT"_s);
        const auto add = [&](const QString &id, std::uint16_t kind, events::Stance stance) {
            const events::Row row = b.event(id, kind, u"2020"_s, italy);
            b.claim(row, actor, source, stance);
            return row;
        };
        const auto first = add(u"first"_s, inquiry, events::Stance::Asserts);
        const auto between = add(u"between"_s, order, events::Stance::Asserts);
        const auto closure = add(u"closure"_s, order, events::Stance::Closes);
        using events::RelationKind;
        b.tables().relations.push_back({first, between, RelationKind::LeadsTo});
        b.tables().relations.push_back({between, closure, RelationKind::LeadsTo});
        b.tables().relations.push_back({closure, first, RelationKind::LeadsTo}); // round and round
        add(u"cleared"_s, inquiry, events::Stance::Clears);
        const auto ended = b.build();
        const auto row = [&](QStringView id) { return ended->eventRow(id).value(); };
        QCOMPARE(outcomeOf(*ended, row(u"first")), Outcome::ClosureStated);
        QCOMPARE(outcomeOf(*ended, row(u"cleared")), Outcome::WithoutFinding);
        const tests::SceneFixture both(ended);
        QCOMPARE(inquiriesOf(*ended, both.passing, *both.land).countries.front().step,
                 std::optional(std::size_t(Outcome::ClosureStated)));
        add(u"open"_s, inquiry, events::Stance::Asserts);
        const tests::SceneFixture three(b.build());
        const Choropleth shades = inquiriesOf(*three.dataset, three.passing, *three.land);
        QCOMPARE(shades.countries.front().step, std::optional(std::size_t(Outcome::NoEndStated)));
        QCOMPARE(shades.countries.front().stated, 3U);
    }

    void legendNamesOutcomes()
    {
        tests::SceneFixture fixture;
        const auto textsOf = [&] {
            const Choropleth shades = inquiriesOf(*fixture.dataset, fixture.passing, *fixture.land);
            SceneInput input = fixture.input(-35, 10, 6);
            input.choropleth = &shades;
            QStringList texts;
            for (const LegendEntry &entry : legendOf(composeScene(input), fixture.dataset->kinds()))
                texts.append(entry.text);
            return texts;
        };
        QCOMPARE(textsOf(),
                 (QStringList{u"Inquirys by country: what is stated to have become of them"_s,
                              u"No end stated"_s, u"Ended, a closure stated"_s,
                              u"Ended without finding"_s, u"None stated"_s,
                              u"No data (not the same as none)"_s}));
        fixture.passing.remove(fixture.row(u"last"));
        QVERIFY(textsOf().contains(u"None passes the filter"_s));
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
