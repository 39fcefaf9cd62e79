// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/country_shades.h>
#include <map/map_labels.h>
#include <map/map_scene.h>

#include <support/test_main.h>

#include <QFile>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

#include "scene_fixture.h"

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;
using tests::SceneFixture;

namespace {

QByteArray snapshotOf(const MapScene &scene, const events::Dataset &dataset)
{
    return QJsonDocument(toJson(scene, dataset)).toJson();
}

/// Quarters of a harbour some kilometres apart, and both shores of a strait at the antimeridian
/// with claims about the countries behind them.
std::shared_ptr<const events::Dataset> coastDataset()
{
    tests::DatasetBuilder builder;
    const auto opening = builder.kind(u"opening"_s);
    const auto visit = builder.kind(u"visit"_s, events::Shape::Square);
    const auto actor = builder.actor(u"society"_s);
    const auto source = builder.source(u"report"_s, actor);
    const auto tell = [&](const QString &id, std::uint16_t kind, events::Row place) {
        builder.claim(builder.event(id, kind, u"2020"_s, place), actor, source);
    };
    const auto city
        = [&](const QString &id, const QString &country, double latitude, double longitude) {
              const events::Row place = builder.city(id, country, latitude, longitude);
              tell(u"opening-"_s + id, opening, place);
              return place;
          };
    tell(u"visit-old-port"_s, visit, city(u"old-port"_s, u"IT"_s, 44.408, 8.925));
    tell(u"visit-lighthouse"_s, visit, city(u"lighthouse"_s, u"IT"_s, 44.404, 8.905));
    city(u"airport"_s, u"IT"_s, 44.414, 8.848);
    city(u"river"_s, u"IT"_s, 44.431, 8.952);
    city(u"sturla"_s, u"IT"_s, 44.394, 8.985);
    city(u"nervi"_s, u"IT"_s, 44.382, 9.041);
    city(u"nome"_s, u"US"_s, 64.50, -165.41);
    city(u"gambell"_s, u"US"_s, 63.78, -171.74);
    city(u"provideniya"_s, u"RU"_s, 64.42, -173.23);
    city(u"anadyr"_s, u"RU"_s, 64.73, 177.51);
    tell(u"russia"_s, visit, builder.country(u"RU"_s));
    tell(u"states"_s, visit, builder.country(u"US"_s));
    tell(u"states-too"_s, opening, builder.country(u"US"_s));
    return builder.build();
}

/// What is stated or asked about each country, as a view with this shading has it.
Choropleth shadesFor(const SceneFixture &fixture, workspace::Shading shading)
{
    workspace::Workspace workspace;
    workspace.setDataset(fixture.dataset);
    workspace.change([shading](workspace::ViewState &state) { state.shading = shading; });
    return shadesOf(workspace, *fixture.land);
}

} // namespace

class SceneTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void snapshots_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QString>("selected");
        QTest::newRow("world") << 12.0 << 25.0 << 2.0 << QString();
        QTest::newRow("europe") << 8.0 << 46.0 << 4.5 << QString();
        QTest::newRow("genoa") << 8.9 << 44.4 << 9.0 << QString();
        QTest::newRow("pacific") << 180.0 << -16.0 << 4.0 << QString();
        QTest::newRow("empty-ocean") << -35.0 << 10.0 << 5.0 << QString();
        QTest::newRow("selected") << 8.0 << 46.0 << 4.5 << u"inquiry"_s;
        QTest::newRow("lasso") << 178.0 << -16.0 << 4.0 << QString();
        QTest::newRow("arctic") << 20.0 << 82.0 << 4.0 << QString();
        QTest::newRow("strait") << 180.0 << 64.5 << 4.5 << QString();
        QTest::newRow("harbour") << 8.94 << 44.41 << 11.0 << QString();
        QTest::newRow("stated") << 8.0 << 30.0 << 2.5 << QString();
        QTest::newRow("inquiries") << 8.0 << 46.0 << 4.5 << QString();
    }

    /// Compares with tests/map/scenes/NAME.json. DATELINE_ADOPT=1 in the environment writes the
    /// file instead; a difference leaves NAME.json.fail in the working folder.
    void snapshots()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        QFETCH(double, zoom);
        QFETCH(QString, selected);
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".json"_s;
        const bool isCoast = name == u"strait.json" || name == u"harbour.json";
        SceneFixture fixture(isCoast ? coastDataset() : tests::sampleDataset());
        if (!selected.isEmpty())
            fixture.selection = {fixture.row(selected)};
        const Choropleth shades
            = shadesFor(fixture,
                        name == u"stated.json"          ? workspace::Shading::Stated
                            : name == u"inquiries.json" ? workspace::Shading::Investigations
                                                        : workspace::Shading::None);
        SceneInput input = fixture.input(longitude, latitude, zoom);
        const std::vector<events::GeoPoint> acrossTheAntimeridian{
            {170, -25}, {-165, -25}, {180, -5}};
        if (name == u"lasso.json")
            input.lasso = acrossTheAntimeridian;
        input.choropleth = &shades;
        const QByteArray json = snapshotOf(composeScene(input), *fixture.dataset);
        QFile file(QStringLiteral(DATELINE_SOURCE_DIR "/tests/map/scenes/") + name);
        if (qEnvironmentVariableIsSet("DATELINE_ADOPT")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        if (file.readAll() == json)
            return;
        QFile fail(name + u".fail"_s);
        QVERIFY(fail.open(QIODevice::WriteOnly));
        fail.write(json);
        QFAIL(qPrintable(u"the scene differs; see %1"_s.arg(fail.fileName())));
    }

    void composingIsPure()
    {
        const SceneFixture fixture;
        const SceneInput input = fixture.input(10, 45, 4);
        QCOMPARE(snapshotOf(composeScene(input), *fixture.dataset),
                 snapshotOf(composeScene(input), *fixture.dataset));
    }

    void nothingWithoutAClaimant()
    {
        const SceneFixture fixture;
        for (const double zoom : {0.0, 2.0, 5.0, 9.0})
            for (const double longitude : {8.9, 2.0, 178.4, -171.8}) {
                const double latitude = longitude > 0 && longitude < 20 ? 45 : -16;
                const MapScene scene = composeScene(fixture.input(longitude, latitude, zoom));
                const QJsonObject json = toJson(scene, *fixture.dataset);
                const QJsonArray symbols = json[u"symbols"_s].toArray();
                const QJsonArray chips = json[u"chips"_s].toArray();
                QCOMPARE(std::size_t(symbols.size()), scene.symbols.size());
                QCOMPARE(std::size_t(chips.size()), scene.chips.size());
                for (const QJsonArray &marks : {symbols, chips})
                    for (const auto &mark : marks)
                        QVERIFY(mark[u"attribution"_s].toString().contains(u"society"));
            }
    }

    void denialsShowAtEveryZoom()
    {
        const SceneFixture fixture;
        const events::Row denied = fixture.row(u"genoa");
        for (double zoom = 2; zoom <= 10; ++zoom) {
            const MapScene scene = composeScene(fixture.input(8.9, 44.4, zoom));
            const auto holding
                = std::ranges::find_if(scene.symbols, [&](const SceneSymbol &symbol) {
                      return std::ranges::binary_search(symbol.rows, denied);
                  });
            QVERIFY(holding != scene.symbols.end());
            QVERIFY(holding->denied >= 1);
        }
    }

    void noPinForACountry()
    {
        const SceneFixture fixture;
        const events::Row inFrance = fixture.row(u"france");
        for (double zoom = 0; zoom <= 10; ++zoom) {
            const MapScene scene = composeScene(fixture.input(2.5, 46.6, zoom));
            for (const SceneSymbol &symbol : scene.symbols)
                for (const events::Row row : symbol.rows)
                    QVERIFY(row < fixture.dataset->pointCount() && row != inFrance);
            QCOMPARE(scene.countries.size(), std::size_t(1));
            QCOMPARE(scene.countries[0].code.toString(), u"FR"_s);
        }
    }

    void chipsLieInsideTheirCountry()
    {
        const SceneFixture fixture;
        const auto france
            = fixture.land->countryIndex(*events::CountryCode::fromString(u"FR")).value();
        for (double zoom = 2; zoom <= 8; zoom += 0.5) {
            const SceneInput input = fixture.input(2.5, 46.6, zoom);
            const MapScene scene = composeScene(input);
            QCOMPARE(scene.chips.size(), std::size_t(1));
            QCOMPARE(scene.chips[0].rows.size(), std::size_t(2));
            const MercatorPoint point = toPoint(input.camera, input.size, scene.chips[0].pixel);
            QVERIFY(fixture.land->contains(france, {wrappedX(point.x), point.y}));
        }
    }

    /// A country in view has its counter, also when its label point is out of view.
    void aCountryInViewHasItsCounter()
    {
        const SceneFixture fixture;
        const auto france
            = fixture.land->countryIndex(*events::CountryCode::fromString(u"FR")).value();
        for (const auto &[longitude, latitude] :
             {std::pair(-0.5, 44.0), std::pair(2.0, 48.5), std::pair(5.5, 46.0)}) {
            const SceneInput input = fixture.input(longitude, latitude, 9);
            const MapScene scene = composeScene(input);
            QCOMPARE(scene.chips.size(), std::size_t(1));
            const QPointF pixel = scene.chips[0].pixel;
            QVERIFY(QRectF(QPointF(), input.size).contains(pixel));
            const MercatorPoint point = toPoint(input.camera, input.size, pixel);
            QVERIFY(fixture.land->contains(france, {wrappedX(point.x), point.y}));
        }
        QVERIFY(composeScene(fixture.input(20, 30, 9)).chips.empty()); // Libya
    }

    /// A name that gave way to a mark must not come to stand on a neighbour.
    void namesStayInTheirCountry()
    {
        const SceneFixture fixture;
        const std::span<const BaseMapCountry> countries = fixture.land->countries();
        std::vector<QString> names;
        for (const BaseMapCountry &country : countries)
            names.push_back(country.name);
        std::size_t seen = 0;
        for (double zoom = 1.5; zoom <= 6; zoom += 0.25) {
            SceneInput input = fixture.input(10, 46, zoom);
            input.names = names;
            for (const SceneLabel &label : composeScene(input).labels) {
                const auto named = std::ranges::find(names, label.text) - names.begin();
                const MercatorPoint point = toPoint(input.camera, input.size, label.box.center());
                QVERIFY2(fixture.land->contains(std::size_t(named), {wrappedX(point.x), point.y}),
                         qPrintable(label.text));
                ++seen;
            }
        }
        QVERIFY(seen > 100);
    }

    /// Where there is no room, a counter covers as little of a symbol as its country allows.
    void aCounterGivesWayToASymbol()
    {
        tests::DatasetBuilder builder;
        const auto kind = builder.kind(u"opening"_s);
        const auto actor = builder.actor(u"society"_s);
        const auto source = builder.source(u"report"_s, actor);
        const std::shared_ptr<const BaseMap> land = BaseMap::fromResources(0).map;
        const std::size_t nigeria
            = land->countryIndex(*events::CountryCode::fromString(u"NG")).value();
        const MercatorPoint label = land->countries()[nigeria].label;
        const auto city = builder.city(u"city"_s, u"NG"_s, events::mercatorLatitude(label.y),
                                       events::mercatorLongitude(label.x));
        builder.claim(builder.event(u"symbol"_s, kind, u"2020"_s, city), actor, source);
        builder.claim(builder.event(u"counter"_s, kind, u"2020"_s, builder.country(u"NG"_s)), actor,
                      source);
        const SceneFixture fixture(builder.build());
        const MapScene scene = composeScene(fixture.input(8, 9, 1.9));
        QCOMPARE(scene.chips.size(), std::size_t(1));
        QCOMPARE(scene.symbols.size(), std::size_t(1));
        QVERIFY(scene.chips[0].pixel != scene.symbols[0].pixel);
    }

    void crowdedCountersJoinWithoutLosingEvents()
    {
        tests::DatasetBuilder builder;
        const auto kind = builder.kind(u"opening"_s);
        const auto actor = builder.actor(u"society"_s);
        const auto source = builder.source(u"report"_s, actor);
        const QStringList codes{u"BE"_s, u"NL"_s, u"LU"_s, u"DE"_s, u"CH"_s, u"AT"_s, u"CZ"_s,
                                u"SI"_s, u"HR"_s, u"HU"_s, u"SK"_s, u"PL"_s, u"LI"_s, u"MC"_s};
        for (const QString &code : codes)
            builder.claim(builder.event(code, kind, u"2020"_s, builder.country(code)), actor,
                          source);
        const SceneFixture fixture(builder.build());
        for (const double zoom : {1.0, 2.0, 3.0, 4.0, 5.0}) {
            const MapScene scene = composeScene(fixture.input(10, 48, zoom));
            QCOMPARE(scene.shownEvents(), std::size_t(codes.size()));
            QCOMPARE(scene.countries.size(), std::size_t(codes.size()));
            for (std::size_t i = 0; i < scene.chips.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const QPointF gap = scene.chips[i].pixel - scene.chips[j].pixel;
                    QVERIFY(std::abs(gap.x()) >= 15 || std::abs(gap.y()) >= 15);
                }
        }
    }

    void labelsCoverNothing()
    {
        const SceneFixture fixture;
        std::vector<QString> names;
        for (const BaseMapCountry &country : fixture.land->countries())
            names.push_back(country.name);
        const std::vector<QRectF> furniture{QRectF(0, 400, 200, 200)};
        for (const double zoom : {2.0, 3.0, 4.0, 5.5}) {
            SceneInput input = fixture.input(12, 40, zoom);
            input.names = names;
            input.font = QGuiApplication::font();
            input.furniture = furniture;
            const MapScene scene = composeScene(input);
            QVERIFY(scene.labels.size() > 5);
            for (std::size_t i = 0; i < scene.labels.size(); ++i) {
                const QRectF &box = scene.labels[i].box;
                QVERIFY(QRectF({0, 0}, scene.size).contains(box));
                QVERIFY(!box.intersects(furniture[0]));
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!box.intersects(scene.labels[j].box));
                for (const SceneSymbol &symbol : scene.symbols)
                    QVERIFY(!box.contains(symbol.pixel));
            }
        }
    }

    void joinedLettersStayTogether_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("joined");
        QTest::newRow("Latin") << u"Tunisia"_s << false;
        QTest::newRow("Han") << u"突尼斯"_s << false;
        QTest::newRow("Arabic") << u"تونس"_s << true;
        QTest::newRow("Syriac") << u"ܬܘܢܣ"_s << true;
        QTest::newRow("N'Ko") << u"ߕߎߣߛߌ"_s << true;
        QTest::newRow("Mongolian") << u"ᠮᠣᠩᠭᠣᠯ"_s << true;
        QTest::newRow("Adlam") << u"𞤚𞤵𞤲𞤭𞤧𞤭"_s << true;
        QTest::newRow("Devanagari") << u"ट्यूनीशिया"_s << true;
        QTest::newRow("both") << u"Tunis تونس"_s << true;
    }

    void joinedLettersStayTogether()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, joined);
        for (const int rank : {0, 1, 2}) {
            const QFont font = labelFont(QGuiApplication::font(), rank, name);
            QFont tight = font;
            tight.setLetterSpacing(QFont::PercentageSpacing, 100);
            const double wide = QFontMetricsF(font).horizontalAdvance(name);
            const double narrow = QFontMetricsF(tight).horizontalAdvance(name);
            if (joined || rank == 2)
                QCOMPARE(wide, narrow);
            else
                QVERIFY(wide > narrow);
        }
    }

    void namesAreMeasuredAsTheyAreDrawn()
    {
        const SceneFixture fixture;
        for (const QString &name : {u"Italy"_s, u"إيطاليا"_s}) {
            const std::vector<QString> names(fixture.land->countries().size(), name);
            SceneInput input = fixture.input(12, 40, 4.0);
            input.names = names;
            input.font = QGuiApplication::font();
            const MapScene scene = composeScene(input);
            QVERIFY(!scene.labels.empty());
            for (const SceneLabel &label : scene.labels) {
                const QFontMetricsF metrics(labelFont(input.font, label.rank, label.text));
                const double beside = label.box.width() - metrics.horizontalAdvance(name);
                QVERIFY(beside >= 0 && beside < 10);
            }
        }
    }

    void relationsOfTheSelectionGoTheShortWay()
    {
        SceneFixture fixture;
        QVERIFY(composeScene(fixture.input(5, 45, 4)).relations.empty());
        fixture.selection = {fixture.row(u"inquiry")};
        const MapScene scene = composeScene(fixture.input(5, 45, 4));
        QCOMPARE(scene.relations.size(), std::size_t(1));
        const SceneRelation &relation = scene.relations[0];
        QVERIFY(std::abs(relation.from.x() - relation.to.x()) < scene.size.width());
        QVERIFY(relation.bend.y() < std::max(relation.from.y(), relation.to.y()));
    }

    void emphasisFollowsSelectionAndHover()
    {
        SceneFixture fixture;
        fixture.hovered = fixture.row(u"apia");
        fixture.selection = {fixture.row(u"suva")};
        const MapScene scene = composeScene(fixture.input(180, -16, 6));
        int hovered = 0;
        int selected = 0;
        for (const SceneSymbol &symbol : scene.symbols) {
            hovered += symbol.emphasis == Emphasis::Hovered ? 1 : 0;
            selected += symbol.emphasis == Emphasis::Selected ? 1 : 0;
        }
        QCOMPARE(hovered, 1);
        QCOMPARE(selected, 1);
        QVERIFY(scene.symbols.back().emphasis == Emphasis::Selected);
    }
};

DATELINE_TEST(scene, SceneTest)

#include "tst_scene.moc"
