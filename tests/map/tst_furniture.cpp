// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/furniture.h>
#include <map/furniture_widget.h>
#include <map/hover_card.h>
#include <map/legend.h>

#include <support/test_main.h>

#include <QImage>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <utility>

#include "map_window.h"
#include "scene_fixture.h"

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;
using tests::SceneFixture;

namespace {

/// The furniture of a map that nobody looks at.
struct FurnitureWindow
{
    FurnitureWindow(std::shared_ptr<const events::Dataset> dataset, double scale, const QSize &size)
        : control(&workspace)
        , furniture(&control, &map)
    {
        workspace.setDataset(std::move(dataset));
        control.setPalette(
            mapPalette(workspace::Theme::Paper, QFont(u"Noto Sans"_s, int(10 * scale))));
        map.resize(size);
        control.setSize(size);
        furniture.refresh();
    }

    [[nodiscard]] QToolButton *tray() const { return map.findChild<QToolButton *>(u"trayChip"_s); }

    [[nodiscard]] QList<QToolButton *> columns() const
    {
        QList<QToolButton *> buttons = map.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
        buttons.removeOne(tray());
        return buttons;
    }

    /// What the buttons keep clear of.
    [[nodiscard]] QList<QWidget *> plates() const
    {
        QList<QWidget *> plates{map.findChild<LegendWidget *>(), map.findChild<ScaleWidget *>(),
                                tray()};
        plates.removeIf([](const QWidget *plate) { return plate->isHidden(); });
        return plates;
    }

    workspace::Workspace workspace;
    QWidget map;
    MapControl control;
    Furniture furniture;
};

} // namespace

class FurnitureTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void legendListsOnlyWhatIsShown()
    {
        const SceneFixture fixture;
        const auto kinds = fixture.dataset->kinds();
        const auto italy = legendOf(composeScene(fixture.input(8.9, 44.4, 10)), kinds);
        const auto pacific = legendOf(composeScene(fixture.input(-171.77, -13.83, 9)), kinds);
        const auto has = [](const std::vector<LegendEntry> &entries, LegendEntry::Sample sample) {
            return std::ranges::find(entries, sample, &LegendEntry::sample) != entries.end();
        };
        QVERIFY(has(italy, LegendEntry::Sample::Denied));
        QVERIFY(has(italy, LegendEntry::Sample::Cluster));
        QVERIFY(!has(italy, LegendEntry::Sample::Country));
        QVERIFY(has(pacific, LegendEntry::Sample::Uncertain));
        QVERIFY(!has(pacific, LegendEntry::Sample::Denied));
        QCOMPARE(std::ranges::count(pacific, LegendEntry::Sample::Kind, &LegendEntry::sample), 1);
        QVERIFY(legendOf(composeScene(fixture.input(-35, 10, 6)), kinds).empty());
    }

    void legendIsLowAndWide_data()
    {
        QTest::addColumn<double>("widest");
        QTest::newRow("beside the scale bar") << 760.0;
        QTest::newRow("presented") << 520.0;
        QTest::newRow("narrow") << 200.0;
    }
    void legendIsLowAndWide()
    {
        QFETCH(const double, widest);
        using Sample = LegendEntry::Sample;
        std::vector<LegendEntry> entries;
        for (std::uint16_t kind = 0; kind < 12; ++kind)
            entries.push_back({Sample::Kind, kind, {}, u"Investigation"_s});
        entries.push_back({Sample::Denied, 0, {}, u"denied by somebody"_s});
        entries.push_back({Sample::Country, 0, {}, u"country known, city not stated"_s});
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont(u"Noto Sans"_s, 10));
        const LegendLayout layout = layOutLegend(entries, widest, palette);
        QCOMPARE(layout.boxes.size(), entries.size());
        const QRectF sheet(QPointF(), layout.size);
        for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
            QVERIFY(sheet.contains(layout.boxes[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!layout.boxes[i].intersects(layout.boxes[j]));
        }
        const double longest = layout.boxes.back().width();
        QVERIFY(layout.size.width() <= std::max(widest, longest + 16));
        // Kinds and other marks do not share a line.
        QVERIFY(layout.boxes[12].top() > layout.boxes[11].top());
        const double line = layout.boxes.front().height();
        if (widest > 700)
            QVERIFY(layout.size.height() < 4 * line);
    }

    void noLegendForNothing()
    {
        const LegendLayout layout = layOutLegend({}, 500, mapPalette(workspace::Theme::Paper, {}));
        QVERIFY(layout.boxes.empty());
        QVERIFY(layout.size.isEmpty());
    }

    void scaleBarIsRound_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QString>("text");
        QTest::newRow("equator, world") << 0.0 << 2.0 << u"2,000 km"_s;
        QTest::newRow("equator, close") << 0.0 << 11.0 << u"5 km"_s;
        QTest::newRow("equator, nearer") << 0.0 << 3.0 << u"2,000 km"_s;
        QTest::newRow("60 degrees is half") << 60.0 << 3.0 << u"1,000 km"_s;
    }
    void scaleBarIsRound()
    {
        QFETCH(double, latitude);
        QFETCH(double, zoom);
        QFETCH(QString, text);
        const ScaleBar bar = scaleBar({events::toMercator(0, latitude), zoom}, 110);
        QCOMPARE(bar.text, text);
        QVERIFY(bar.pixels > 110 / 2.6 && bar.pixels <= 110);
    }

    void everyLineOfTheCreditHasRoom()
    {
        const MapPalette palette = mapPalette(workspace::Theme::Paper, QFont(u"Noto Sans"_s, 10));
        const ScaleBar bar = scaleBar({events::toMercator(0, 45), 5}, 110);
        const QString longer = u"a longer credit than the bar is wide, by far"_s;
        const QSizeF one = scalePlateSize(bar, longer, palette);
        const QSizeF two = scalePlateSize(bar, longer + u"\nshort"_s, palette);
        QCOMPARE(two.width(), one.width());
        QVERIFY(two.height() > one.height() + 5);
        QImage image(two.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        std::vector<SceneLabel> drawn;
        paintScalePlate(painter, {{0, 0}, two}, bar, longer + u"\nshort"_s, palette,
                        [&drawn](QPainter &, const SceneLabel &label, const MapPalette &) {
                            drawn.push_back(label);
                        });
        QCOMPARE(drawn.size(), std::size_t(3)); // with the bar's own text
        for (const SceneLabel &label : drawn)
            QVERIFY2(QRectF({0, 0}, two).contains(label.box), qPrintable(label.text));
        QVERIFY(!drawn[1].box.intersects(drawn[2].box));
    }

    void hoverTextNamesClaimantAndReplies()
    {
        const SceneFixture fixture;
        const events::Row row = fixture.row(u"genoa");
        const QString text = hoverText(*fixture.dataset, std::span(&row, 1));
        QVERIFY(text.contains(u"according to society; denied by ministry"));
        QVERIFY(text.contains(u"12 May 2016"));
        QVERIFY(text.contains(u"Genoa"));
        QVERIFY(text.contains(u"replies: 1"));
        QVERIFY(hoverText(*fixture.dataset, {}).isEmpty());
        const std::array both{row, fixture.row(u"france")};
        QVERIFY(hoverText(*fixture.dataset, both).contains(u"2 events, according to society"));
    }

    void hoverTextEscapesTheDataset()
    {
        tests::DatasetBuilder builder;
        const auto kind = builder.kind(u"<b>kind"_s);
        const auto actor = builder.actor(u"<img src=x>"_s);
        const auto source = builder.source(u"s"_s, actor);
        builder.claim(builder.event(u"<script>"_s, kind, u"2020"_s), actor, source);
        const auto dataset = builder.build();
        const events::Row row = 0;
        const QString text = hoverText(*dataset, std::span(&row, 1));
        QVERIFY(!text.contains(u"<script>"));
        QVERIFY(!text.contains(u"<img"));
    }

    void buttonsStayOnTheMap_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        for (const double scale : {1.0, 1.5, 2.5})
            for (const QSize size : {QSize(240, 180), QSize(240, 240), QSize(500, 240),
                                     QSize(900, 240), QSize(900, 560), QSize(300, 1000)})
                QTest::addRow("%dx%d at %g", size.width(), size.height(), scale) << scale << size;
    }

    /// At the smallest size that a map may have and with large type too.
    void buttonsStayOnTheMap()
    {
        QFETCH(const double, scale);
        QFETCH(const QSize, size);
        FurnitureWindow window(tests::sampleDataset(), scale, size);
        for (const bool legend : {false, true}) {
            window.furniture.setLegendShown(legend);
            const QList<QToolButton *> buttons = window.columns();
            QCOMPARE(buttons.size(), 7);
            for (const QToolButton *button : buttons) {
                QVERIFY(window.map.rect().contains(button->geometry()));
                QVERIFY(button->width() >= 13 && button->width() == button->height());
                QVERIFY(button->iconSize().width() < button->width());
                for (const QToolButton *other : buttons)
                    QVERIFY(other == button || !other->geometry().intersects(button->geometry()));
                QVERIFY(!window.tray()->geometry().intersects(button->geometry()));
                // Where the plates alone fill the map, the buttons cover some of them.
                if ((legend && size.height() < 500) || (size.height() < 200 && scale > 2))
                    continue;
                for (const QWidget *plate : window.plates())
                    QVERIFY(!plate->geometry().intersects(button->geometry()));
            }
            QVERIFY(window.map.rect().contains(window.tray()->geometry()));
        }
    }

    void buttonsWithRoomAreOneColumn()
    {
        const FurnitureWindow window(tests::sampleDataset(), 1, {900, 560});
        int top = 8;
        for (const QToolButton *button : window.columns()) {
            QCOMPARE(button->geometry(), QRect(8, top, 26, 26));
            top += 28;
        }
    }

    /// A screen reader hears the number that is to be seen.
    void shadesComeFirstOnALowMap()
    {
        tests::MapWindow window;
        QVERIFY(window.isShown());
        const auto legend = [&window] { return window.view->findChild<LegendWidget *>(); };
        window.workspace.change(
            [](workspace::ViewState &state) { state.shading = workspace::Shading::Stated; });
        window.view->resize(420, 560);
        QVERIFY(tests::eventually(
            [&] { return legend()->isVisible() && window.view->width() == 420; }));
        QTest::qWait(60);
        const QString whole = legend()->accessibleDescription();
        const int high = legend()->height();
        window.view->resize(420, 190);
        QVERIFY(tests::eventually([&] { return legend()->height() < high; }));
        QCOMPARE(legend()->accessibleDescription(), whole); // nothing is lost to who cannot see it
    }

    void theTrayButtonSaysItsCount()
    {
        FurnitureWindow window(tests::sampleDataset(), 1, {900, 560});
        QCOMPARE(window.tray()->text(), u"1 event(s) not on the map"_s);
        QCOMPARE(window.tray()->accessibleName(), window.tray()->text());
        QVERIFY(!window.tray()->isHidden());
        window.workspace.change([](workspace::ViewState &state) {
            state.filters.choose(query::Facet::Country, {u"IT"_s});
        });
        window.furniture.refresh();
        QVERIFY(window.tray()->isHidden());
    }

    /// The first number is the ledger's and the tray's; the second is a part of what they count as
    /// known by country only, and the counters are the rest of it.
    void countriesThatAreNotDrawnAreCounted()
    {
        tests::DatasetBuilder builder;
        const auto kind = builder.kind(u"opening"_s);
        const auto actor = builder.actor(u"society"_s);
        const auto source = builder.source(u"report"_s, actor);
        const auto reunion = builder.country(u"RE"_s);
        builder.claim(builder.event(u"reunion"_s, kind, u"2020"_s, reunion), actor, source);
        FurnitureWindow alone(builder.build(), 1, {900, 560});
        QCOMPARE(alone.tray()->text(), u"1 event(s) in countries not drawn"_s);

        builder.claim(builder.event(u"france"_s, kind, u"2020"_s, builder.country(u"FR"_s)), actor,
                      source);
        builder.claim(builder.event(u"nowhere"_s, kind, u"2020"_s), actor, source);
        FurnitureWindow window(builder.build(), 1, {900, 560});
        const MapScene &scene = window.control.scene();
        const query::LocatedSum &sum = window.workspace.ledger().passingEvents;
        QCOMPARE(scene.notOnMap, sum.unlocated);
        QCOMPARE(scene.undrawn.size(), std::size_t(1));
        QCOMPARE(scene.shownEvents() + scene.undrawn[0].count, sum.located + sum.countryOnly);
        QCOMPARE(window.tray()->text(),
                 u"1 event(s) not on the map + 1 event(s) in countries not drawn"_s);
        QVERIFY(window.tray()->toolTip().contains(u"Réunion (1)"));
        QVERIFY(window.tray()->accessibleDescription().contains(u"Réunion (1)"));
    }

    void palettesDiffer()
    {
        const MapPalette paper = mapPalette(workspace::Theme::Paper, QFont());
        QCOMPARE(paper.sea, QColor(0xDC, 0xE6, 0xEC));
        QCOMPARE(paper.land, QColor(0xF5, 0xF3, 0xEE));
        const MapPalette night = mapPalette(workspace::Theme::Night, QFont());
        QVERIFY(night.land.lightness() < 100 && night.ink.lightness() > 180);
        QVERIFY(mapPalette(workspace::Theme::Projector, QFont(u"Noto Sans"_s, 10)).scale() > 1.1);
    }
};

DATELINE_TEST(furniture, FurnitureTest)

#include "tst_furniture.moc"
