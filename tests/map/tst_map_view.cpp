// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/drawing.h>
#include <map/map_view.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

#include "map_window.h"

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;
using tests::eventually;
using tests::MapWindow;

#define OPEN_WINDOW                                                                                \
    MapWindow window;                                                                              \
    QVERIFY(window.isShown())

class MapViewTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // This machine has no graphics processor, or hides it: ctest runs the class once as it is and
    // once with the scene graph asked for.
    void isDrawnAsAskedFor()
    {
        const bool meshes = qEnvironmentVariable("QT_QUICK_BACKEND") == u"rhi"_s
            && qEnvironmentVariable("QT_QPA_PLATFORM") != u"offscreen"_s;
        QCOMPARE(drawing(), meshes ? Drawing::SceneGraph : Drawing::Painter);
    }

    void shadesCountriesWhenAsked()
    {
        OPEN_WINDOW;
        window.look(12, 42.5, 5);
        const MapPalette palette = mapPalette(workspace::Theme::Paper, window.view->font());
        const auto isItaly = [&](const QColor &colour) {
            const MapScene &scene = window.view->scene();
            const QPointF pixel = toPixel(scene.camera, scene.size, events::toMercator(16.3, 40.7));
            return window.view->grab().toImage().pixelColor(pixel.toPoint()) == colour;
        };
        QVERIFY(eventually([&] { return isItaly(palette.land); }));
        window.view->setLegendShown(false);
        const auto *button = window.view->findChild<QToolButton *>(u"shadingButton"_s);
        QVERIFY(button && button->isVisible());
        QCOMPARE(button->menu()->actions().size(), 3);
        button->menu()->actions().at(1)->trigger();
        QCOMPARE(window.workspace.state().shading, workspace::Shading::Stated);
        QVERIFY(eventually([&] { return isItaly(palette.shadeOf(2, 3)); }));
        QVERIFY(window.view->isLegendShown()); // which says whose numbers they are
        window.workspace.change([](workspace::ViewState &state) {
            state.filters.choose(query::Facet::Kind, {u"visit"_s});
        });
        QVERIFY(eventually([&] { return isItaly(palette.shadeOfNone()); }));
        window.workspace.undo();
        window.workspace.undo();
        QVERIFY(eventually([&] { return isItaly(palette.land); }));
        QVERIFY(button->menu()->actions().at(0)->isChecked());
    }

    void drawsLandAndSea()
    {
        OPEN_WINDOW;
        QTest::qWait(300);
        const MapPalette palette = mapPalette(workspace::Theme::Paper, window.view->font());
        const QImage image = window.view->grab().toImage();
        const Camera camera = window.view->scene().camera;
        const auto at = [&](double longitude, double latitude) {
            return image.pixelColor(
                toPixel(camera, window.view->size(), events::toMercator(longitude, latitude))
                    .toPoint());
        };
        QCOMPARE(at(17.3, 46.5), palette.land); // Hungary
        QCOMPARE(at(5.6, 39.1), palette.sea);
    }

    void clickSelectsAndSecondClickOpens()
    {
        OPEN_WINDOW;
        window.look(-171.77, -13.83, 7);
        const events::Row apia = window.workspace.dataset().eventRow(u"apia").value();
        QSignalSpy detail(window.view.get(), &MapView::detailRequested);
        QTest::mouseClick(window.surface(), Qt::LeftButton, {}, window.pixelOf(u"apia"));
        QCOMPARE(window.workspace.selected(), std::optional(apia));
        QCOMPARE(detail.size(), 0);
        QTest::qWait(QApplication::doubleClickInterval() + 20);
        QTest::mouseClick(window.surface(), Qt::LeftButton, {}, window.pixelOf(u"apia"));
        QCOMPARE(detail.size(), 1);
        QCOMPARE(detail[0][0].value<events::Row>(), apia);
    }

    void hoverIsShared()
    {
        OPEN_WINDOW;
        window.look(-171.77, -13.83, 7);
        QTest::mouseMove(window.surface(), window.pixelOf(u"apia"));
        QVERIFY(eventually([&] {
            return window.workspace.hovered() == window.workspace.dataset().eventRow(u"apia");
        }));
        const auto *card = window.view->findChild<QWidget *>(u"hoverCard"_s);
        QVERIFY(card && card->isVisible());
        QVERIFY(window.view->rect().contains(card->geometry()));
        QTest::mouseMove(window.surface(), {700, 500});
        QVERIFY(eventually([&] { return !window.workspace.hovered().has_value(); }));
        QVERIFY(!card->isVisible());
    }

    void clusterClickSplitsOrLists()
    {
        OPEN_WINDOW;
        window.look(180, -16, 2.5);
        const double before = window.camera().zoom;
        const events::Row suva = window.workspace.dataset().eventRow(u"suva").value();
        const auto cluster = [&]() -> const SceneSymbol & {
            return *std::ranges::find_if(window.view->scene().symbols, [&](const auto &symbol) {
                return std::ranges::binary_search(symbol.rows, suva);
            });
        };
        QVERIFY(cluster().isCluster());
        if (cluster().rows.size() > 3) { // with Apia: parts when closer
            QTest::mouseClick(window.surface(), Qt::LeftButton, {}, cluster().pixel.toPoint());
            QTest::qWait(60);
            QVERIFY(window.camera().zoom > before);
        }
        window.look(178.4, -18.1, 9); // three events in one city never part
        QCOMPARE(cluster().rows.size(), std::size_t(3));
        QTest::mouseClick(window.surface(), Qt::LeftButton, {}, cluster().pixel.toPoint());
        auto *menu = window.view->findChild<QMenu *>(u"eventList"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 3);
        QVERIFY(menu->actions().at(0)->text().contains(u"according to"));
        menu->actions().at(0)->trigger();
        QVERIFY(window.workspace.selected().has_value());
        menu->close();
    }

    void chipClickLists()
    {
        OPEN_WINDOW;
        window.look(2.5, 46.6, 5);
        QTest::mouseClick(window.surface(), Qt::LeftButton, {}, window.pixelOf(u"france"));
        auto *menu = window.view->findChild<QMenu *>(u"eventList"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        window.workspace.setDataset(tests::sampleDataset()); // its events would be others
        QVERIFY(!menu->isVisible());
    }

    void wheelZoomsAtThePointer()
    {
        OPEN_WINDOW;
        const QPoint at(640, 170);
        const QSizeF size = window.view->size();
        const MercatorPoint held = toPoint(window.view->scene().camera, size, at);
        const double before = window.camera().zoom;
        window.wheel(at, 2);
        QCOMPARE_GT(window.camera().zoom, before + 0.4);
        const MercatorPoint now = toPoint(window.view->scene().camera, size, at);
        const double pixels = worldPixels(window.camera().zoom);
        QVERIFY(std::abs(now.x - held.x) * pixels < 1 && std::abs(now.y - held.y) * pixels < 1);
        const double coarse = window.camera().zoom - before;
        const double fineStart = window.camera().zoom;
        window.wheel(at, 2, Qt::ControlModifier);
        QVERIFY(window.camera().zoom > fineStart);
        QVERIFY(window.camera().zoom - fineStart < coarse / 2);
    }

    void dragPans()
    {
        OPEN_WINDOW;
        const workspace::Camera before = window.camera();
        QWidget *surface = window.surface();
        QTest::mousePress(surface, Qt::LeftButton, {}, {500, 400});
        for (int step = 1; step <= 10; ++step) {
            QTest::mouseMove(surface, {500 + 12 * step, 400}, 10);
        }
        QTest::mouseRelease(surface, Qt::LeftButton, {}, {620, 400});
        QTest::qWait(60);
        QVERIFY(window.camera().longitude < before.longitude - 1);
        QVERIFY(std::abs(window.camera().latitude - before.latitude) < 0.2);
        QVERIFY(!window.workspace.selected().has_value());
    }

    void shiftDragZoomsToTheBox()
    {
        OPEN_WINDOW;
        const double before = window.camera().zoom;
        QWidget *surface = window.surface();
        QTest::mousePress(surface, Qt::LeftButton, Qt::ShiftModifier, {300, 200});
        QTest::mouseMove(surface, {400, 260}, 10);
        QTest::mouseMove(surface, {500, 320}, 10);
        QTest::mouseRelease(surface, Qt::LeftButton, Qt::ShiftModifier, {500, 320});
        QTest::qWait(60);
        QVERIFY(window.camera().zoom > before + 1.5);
    }

    void doubleClickZooms()
    {
        OPEN_WINDOW;
        const double before = window.camera().zoom;
        QTest::mouseDClick(window.surface(), Qt::LeftButton, {}, {700, 480});
        QTest::qWait(60);
        QVERIFY(std::abs(window.camera().zoom - before - 1) < 1e-6);
        QTest::mouseDClick(window.surface(), Qt::LeftButton, Qt::ShiftModifier, {700, 480});
        QTest::qWait(60);
        QVERIFY(std::abs(window.camera().zoom - before) < 1e-6);
    }

    void keysMoveTheMap()
    {
        OPEN_WINDOW;
        MapView *view = window.view.get();
        view->setFocus();
        const workspace::Camera start = window.camera();
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(eventually([&] { return std::abs(window.camera().zoom - start.zoom - 1) < 1e-6; }));
        QTest::keyClick(view, Qt::Key_Minus);
        QVERIFY(eventually([&] { return std::abs(window.camera().zoom - start.zoom) < 1e-6; }));
        const double degrees = 100 * 360 / worldPixels(start.zoom);
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(eventually([&] {
            return std::abs(window.camera().longitude - start.longitude - degrees) < 1e-4;
        }));
        QTest::keyClick(view, Qt::Key_Up);
        QVERIFY(eventually([&] { return window.camera().latitude > start.latitude + 1; }));
        QTest::keyClick(view, Qt::Key_Home);
        QVERIFY(eventually(
            [&] { return std::abs(window.camera().zoom - minimumZoom(view->size())) < 1e-6; }));
    }

    void trayChipCountsAndAsks()
    {
        OPEN_WINDOW;
        auto *chip = window.view->findChild<QToolButton *>(u"trayChip"_s);
        QVERIFY(chip);
        QVERIFY(eventually([&] { return chip->isVisible(); }));
        QCOMPARE(chip->text(), u"1 event(s) not on the map"_s);
        QSignalSpy asked(window.view.get(), &MapView::trayRequested);
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void filterChangesTheMap()
    {
        OPEN_WINDOW;
        const std::size_t before = window.view->scene().shownEvents();
        window.workspace.change([](workspace::ViewState &state) {
            state.filters.choose(query::Facet::Kind, {u"visit"_s});
        });
        QVERIFY(window.view->scene().shownEvents() < before);
        QVERIFY(window.view->scene().chips.empty());
    }

    void cameraOfAViewIsKeptExactly()
    {
        OPEN_WINDOW;
        int changes = 0;
        QObject::connect(&window.workspace, &workspace::Workspace::cameraChanged, window.view.get(),
                         [&changes] { ++changes; });
        window.look(12.5, 41.9, 6.25);
        QTest::qWait(100);
        QCOMPARE(changes, 1); // no echo
        QCOMPARE(window.camera(), (workspace::Camera{12.5, 41.9, 6.25}));
    }
};

DATELINE_TEST(map_view, MapViewTest)

#include "tst_map_view.moc"
