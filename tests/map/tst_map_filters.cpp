// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/coordinates.h>
#include <map/lasso_line.h>

#include <support/test_main.h>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QToolButton>

#include <cmath>

#include "map_window.h"

using namespace Qt::StringLiterals;

namespace dateline::map {

using tests::eventually;
using tests::MapWindow;

/// Filters that are set on the map: by country, by a line around events, by what is in view; and
/// the way back to where the camera was.
class MapFiltersTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void legendClassesFilter();
    void legendClassesByKeys();
    void clickOnACountryFiltersWhenShaded();
    void ctrlClickFiltersAlways();
    void doubleClickAndDragDoNotFilter();
    void contextMenuFiltersAndCopies();
    void freehandLineFilters();
    void cornersMakeALine();
    void escapeLeavesTheLineAlone();
    void lassoButtonTakesTheLineAway();
    void lineAcrossTheAntimeridian();
    void backspaceWhileTheButtonIsDown();
    void inViewFollowsTheMap();
    void inViewOfTheWholeWorld();
    void backAndForward();
    void backInQuickSteps();

private:
    /// The same but for what a round trip through Mercator units costs.
    static bool isAt(const MapWindow &window, const workspace::Camera &camera)
    {
        const workspace::Camera now = window.camera();
        return std::abs(now.longitude - camera.longitude) < 1e-9
            && std::abs(now.latitude - camera.latitude) < 1e-9
            && std::abs(now.zoom - camera.zoom) < 1e-9;
    }
    static std::vector<QString> countries(const MapWindow &window)
    {
        return window.workspace.state().filters.values(query::Facet::Country);
    }
    static void shade(MapWindow &window, workspace::Shading shading)
    {
        window.workspace.change([&](workspace::ViewState &state) { state.shading = shading; });
        QTest::qWait(100); // the legend follows
    }
    static QList<QAbstractButton *> classes(const MapWindow &window)
    {
        QList<QAbstractButton *> all
            = window.view->findChildren<QAbstractButton *>(u"shadeButton"_s);
        all.removeIf([](const QAbstractButton *each) { return !each->isVisible(); });
        return all;
    }
    static void drawRound(const MapWindow &window, const QPoint &centre)
    {
        QWidget *sheet = window.surface();
        constexpr int radius = 60;
        QTest::mousePress(sheet, Qt::LeftButton, {}, centre + QPoint(radius, 0));
        for (int degrees = 10; degrees < 360; degrees += 10)
            QTest::mouseMove(sheet,
                             centre
                                 + QPoint(int(radius * std::cos(degrees * 0.0174533)),
                                          int(radius * std::sin(degrees * 0.0174533))));
        QTest::mouseRelease(sheet, Qt::LeftButton, {}, centre + QPoint(radius, 0));
    }
};

void MapFiltersTest::legendClassesFilter()
{
    MapWindow window;
    QVERIFY(window.isShown());
    shade(window, workspace::Shading::Stated);
    QVERIFY(eventually([&] { return classes(window).size() == 3; }));
    QAbstractButton *three = classes(window).at(2); // Italy and France
    QCOMPARE(three->accessibleName(), u"3 stated, 2 country(s), show only these"_s);
    QVERIFY(!three->isChecked());
    QTest::mouseClick(three, Qt::LeftButton);
    QCOMPARE(countries(window), (std::vector<QString>{u"FR"_s, u"IT"_s}));
    QVERIFY(eventually([&] { return three->isChecked(); }));
    // The other classes are shaded as before, and can be added.
    QAbstractButton *one = classes(window).at(0);
    QVERIFY(one->isEnabled());
    QTest::mouseClick(three, Qt::LeftButton);
    QVERIFY(countries(window).empty());
    QVERIFY(eventually([&] { return !three->isChecked(); }));
    window.workspace.undo();
    QCOMPARE(countries(window), (std::vector<QString>{u"FR"_s, u"IT"_s}));
    QVERIFY(eventually([&] { return three->isChecked(); }));
    QTest::mouseClick(one, Qt::LeftButton);
    QCOMPARE(countries(window), (std::vector<QString>{u"FJ"_s, u"WS"_s}));
    shade(window, workspace::Shading::None);
    QVERIFY(eventually([&] { return classes(window).empty(); }));
}

void MapFiltersTest::legendClassesByKeys()
{
    MapWindow window;
    QVERIFY(window.isShown());
    shade(window, workspace::Shading::Investigations);
    QVERIFY(eventually([&] { return classes(window).size() == 4; })); // with "None stated"
    const QList<QAbstractButton *> all = classes(window);
    QCOMPARE(std::ranges::count(all, Qt::TabFocus, &QWidget::focusPolicy), 1);
    QAbstractButton *open = all.at(0);
    QVERIFY(!all.at(1)->isEnabled()); // nothing closed
    open->setFocus(Qt::TabFocusReason);
    QTest::keyClick(open, Qt::Key_Right);
    QAbstractButton *cleared = all.at(2);
    QVERIFY(cleared->hasFocus());
    QCOMPARE(cleared->focusPolicy(), Qt::TabFocus);
    QCOMPARE(open->focusPolicy(), Qt::NoFocus);
    QTest::keyClick(cleared, Qt::Key_Return);
    QCOMPARE(countries(window), (std::vector<QString>{u"FR"_s}));
    QTest::keyClick(cleared, Qt::Key_Space);
    QVERIFY(countries(window).empty());
    QTest::keyClick(cleared, Qt::Key_Left);
    QVERIFY(open->hasFocus());
    QTest::keyClick(open, Qt::Key_Enter);
    QCOMPARE(countries(window), (std::vector<QString>{u"FJ"_s, u"IT"_s}));
}

void MapFiltersTest::clickOnACountryFiltersWhenShaded()
{
    MapWindow window;
    QVERIFY(window.isShown());
    const QPoint italy = window.pixelAt(12.2, 42.6);
    QTest::mouseClick(window.surface(), Qt::LeftButton, {}, italy);
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QVERIFY(countries(window).empty());
    shade(window, workspace::Shading::Stated);
    QTest::mouseClick(window.surface(), Qt::LeftButton, {}, italy);
    QVERIFY(eventually([&] { return countries(window) == std::vector<QString>{u"IT"_s}; }));
    QTest::mouseClick(window.surface(), Qt::LeftButton, {}, italy);
    QVERIFY(eventually([&] { return countries(window).empty(); }));
    window.workspace.undo();
    QCOMPARE(countries(window), (std::vector<QString>{u"IT"_s}));
    // Germany, of which there is no event, and the sea are nothing to choose.
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QTest::mouseClick(window.surface(), Qt::LeftButton, {}, window.pixelAt(10.5, 50));
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QCOMPARE(countries(window), (std::vector<QString>{u"IT"_s}));
}

void MapFiltersTest::ctrlClickFiltersAlways()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QTest::mouseClick(window.surface(), Qt::LeftButton, Qt::ControlModifier,
                      window.pixelAt(12.2, 42.6));
    QCOMPARE(countries(window), (std::vector<QString>{u"IT"_s}));
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QTest::mouseClick(window.surface(), Qt::LeftButton, Qt::ControlModifier,
                      window.pixelAt(0.5, 45.2));
    QCOMPARE(countries(window), (std::vector<QString>{u"FR"_s, u"IT"_s}));
}

void MapFiltersTest::doubleClickAndDragDoNotFilter()
{
    MapWindow window;
    QVERIFY(window.isShown());
    shade(window, workspace::Shading::Stated);
    const QPoint italy = window.pixelAt(12.2, 42.6);
    const double before = window.camera().zoom;
    QTest::mouseDClick(window.surface(), Qt::LeftButton, {}, italy);
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QVERIFY(window.camera().zoom > before + 0.5);
    QVERIFY(countries(window).empty());
    QWidget *surface = window.surface();
    QTest::mousePress(surface, Qt::LeftButton, {}, italy);
    for (int step = 1; step <= 6; ++step)
        QTest::mouseMove(surface, italy + QPoint(6 * step, 0), 10);
    QTest::mouseRelease(surface, Qt::LeftButton, {}, italy + QPoint(36, 0));
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QVERIFY(countries(window).empty());
}

void MapFiltersTest::contextMenuFiltersAndCopies()
{
    MapWindow window;
    QVERIFY(window.isShown());
    const auto openAt = [&](const QPoint &pixel) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, pixel,
                                window.surface()->mapToGlobal(pixel));
        QApplication::sendEvent(window.surface(), &event);
        return window.view->findChild<QMenu *>(u"mapMenu"_s);
    };
    const auto actionOf = [](const QMenu *menu, QStringView text) {
        const QList<QAction *> actions = menu->actions();
        const auto at = std::ranges::find_if(
            actions, [&](const QAction *each) { return each->text().startsWith(text); });
        return at == actions.end() ? nullptr : *at;
    };
    const auto shut = [&](QMenu *menu) {
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!window.view->findChild<QMenu *>(u"mapMenu"_s));
    };
    QMenu *menu = openAt(window.pixelAt(12.2, 42.6));
    QVERIFY(menu && menu->isVisible());
    QVERIFY(!actionOf(menu, u"All countries"));
    actionOf(menu, u"Only Italy")->trigger();
    QCOMPARE(countries(window), (std::vector<QString>{u"IT"_s}));
    actionOf(menu, u"Copy coordinates")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"42.6° N, 12.2° E (± 10 km)"_s);
    shut(menu);
    menu = openAt(window.pixelAt(0.5, 45.2));
    actionOf(menu, u"France as well")->trigger();
    QCOMPARE(countries(window), (std::vector<QString>{u"FR"_s, u"IT"_s}));
    shut(menu);
    menu = openAt(window.pixelAt(0.5, 45.2));
    actionOf(menu, u"Take France out")->trigger();
    QCOMPARE(countries(window), (std::vector<QString>{u"IT"_s}));
    actionOf(menu, u"All countries")->trigger();
    QVERIFY(countries(window).empty());
    shut(menu);
    // With the menu key it is about the middle of the map.
    window.look(12.2, 42.6, 6);
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {3, 3}, {});
    QApplication::sendEvent(window.view.get(), &byKey);
    menu = window.view->findChild<QMenu *>(u"mapMenu"_s);
    QVERIFY(menu && actionOf(menu, u"Only Italy"));
    shut(menu);
}

void MapFiltersTest::freehandLineFilters()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QTest::keyClick(window.view.get(), Qt::Key_L);
    QVERIFY(eventually([&] { return window.surface()->objectName() == u"lassoTool"; }));
    drawRound(window, window.pixelAt(8.9463, 44.4056));
    const query::Filters &filters = window.workspace.state().filters;
    QVERIFY(filters.lasso.size() >= 8 && filters.lasso.size() <= mostDrawnPoints);
    QVERIFY(window.surface()->objectName() != u"lassoTool");
    const events::Dataset &dataset = window.workspace.dataset();
    QCOMPARE(window.workspace.crossfilter().passingCount(), 5U); // all in Genoa
    QVERIFY(window.workspace.crossfilter().passing().contains(dataset.eventRow(u"genoa").value()));
    QCOMPARE(window.view->scene().lasso.size(), 1U);
    QVERIFY(!window.workspace.selected());
    window.workspace.undo();
    QVERIFY(window.workspace.state().filters.lasso.empty());
    QVERIFY(window.view->scene().lasso.empty());
}

void MapFiltersTest::cornersMakeALine()
{
    MapWindow window;
    QVERIFY(window.isShown());
    const QPoint genoa = window.pixelAt(8.9463, 44.4056);
    for (const bool byKey : {false, true}) {
        QTest::keyClick(window.view.get(), Qt::Key_L);
        QWidget *sheet = window.surface();
        const auto corner = [&](const QPoint &off) {
            QTest::qWait(QApplication::doubleClickInterval() + 20);
            QTest::mouseClick(sheet, Qt::LeftButton, {}, genoa + off);
        };
        corner({-80, -60});
        corner({90, -60});
        corner({200, 100});
        QTest::keyClick(window.view.get(), Qt::Key_Backspace);
        corner({0, 80});
        QVERIFY(window.workspace.state().filters.lasso.empty());
        if (byKey)
            QTest::keyClick(window.view.get(), Qt::Key_Return);
        else
            QTest::mouseDClick(sheet, Qt::LeftButton, {}, genoa + QPoint(0, 80));
        QCOMPARE(window.workspace.state().filters.lasso.size(), 3U);
        QCOMPARE(window.workspace.crossfilter().passingCount(), 5U);
        window.workspace.undo();
    }
}

void MapFiltersTest::escapeLeavesTheLineAlone()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QTest::keyClick(window.view.get(), Qt::Key_L);
    drawRound(window, window.pixelAt(8.9463, 44.4056));
    const std::vector<events::GeoPoint> line = window.workspace.state().filters.lasso;
    QVERIFY(!line.empty());
    QTest::keyClick(window.view.get(), Qt::Key_L);
    QTest::mouseClick(window.surface(), Qt::LeftButton, {}, {300, 300});
    QTest::keyClick(window.view.get(), Qt::Key_Escape);
    QVERIFY(window.surface()->objectName() != u"lassoTool");
    QCOMPARE(window.workspace.state().filters.lasso, line);
    // Too few corners are no line.
    QTest::keyClick(window.view.get(), Qt::Key_L);
    QTest::mouseClick(window.surface(), Qt::LeftButton, {}, {300, 300});
    QTest::keyClick(window.view.get(), Qt::Key_Return);
    QCOMPARE(window.workspace.state().filters.lasso, line);
    QCOMPARE(window.surface()->objectName(), u"lassoTool"_s);
}

void MapFiltersTest::lassoButtonTakesTheLineAway()
{
    MapWindow window;
    QVERIFY(window.isShown());
    auto *button = window.view->findChild<QToolButton *>(u"lassoButton"_s);
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked());
    drawRound(window, window.pixelAt(8.9463, 44.4056));
    QVERIFY(!window.workspace.state().filters.lasso.empty());
    QVERIFY(button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(window.workspace.state().filters.lasso.empty());
    QVERIFY(eventually([&] { return !button->isChecked(); }));
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton); // no line after all
    QVERIFY(!button->isChecked());
    QVERIFY(window.surface()->objectName() != u"lassoTool");
}

void MapFiltersTest::lineAcrossTheAntimeridian()
{
    MapWindow window;
    QVERIFY(window.isShown());
    window.look(180, -16, 4.5);
    QTest::keyClick(window.view.get(), Qt::Key_L);
    QWidget *sheet = window.surface();
    const QPoint suva = window.pixelAt(178.4419, -18.1416);
    const QPoint apia = window.pixelAt(-171.7667, -13.8333);
    QVERIFY(suva.x() < apia.x());
    const QRect box = QRect(suva, apia).normalized().adjusted(-40, -40, 40, 40);
    for (const QPoint &corner :
         {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}) {
        QTest::mouseClick(sheet, Qt::LeftButton, {}, corner);
        QTest::qWait(QApplication::doubleClickInterval() + 20);
    }
    QTest::keyClick(window.view.get(), Qt::Key_Enter);
    QCOMPARE(window.workspace.crossfilter().passingCount(), 4U); // in Suva and Apia
    QCOMPARE(window.view->scene().lasso.size(), 1U);
    QVERIFY(window.view->scene().lasso.front().boundingRect().width() < 900);
}

/// It takes back whole steps, not the one that is being made.
void MapFiltersTest::backspaceWhileTheButtonIsDown()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QTest::keyClick(window.view.get(), Qt::Key_L);
    QWidget *sheet = window.surface();
    QTest::mousePress(sheet, Qt::LeftButton, {}, {300, 200});
    QTest::keyClick(window.view.get(), Qt::Key_Backspace);
    for (const QPoint &at : {QPoint(600, 200), QPoint(600, 400), QPoint(300, 400)})
        QTest::mouseMove(sheet, at);
    QTest::mouseRelease(sheet, Qt::LeftButton, {}, {300, 400});
    QCOMPARE(window.workspace.state().filters.lasso.size(), 4U);
}

void MapFiltersTest::inViewFollowsTheMap()
{
    MapWindow window;
    QVERIFY(window.isShown());
    auto *button = window.view->findChild<QToolButton *>(u"inViewButton"_s);
    QVERIFY(button && button->isVisible());
    const std::size_t all = window.workspace.dataset().size();
    QTest::keyClick(window.view.get(), Qt::Key_V);
    QVERIFY(window.workspace.state().areaFollowsMap);
    QCOMPARE(window.workspace.crossfilter().passingCount(), 5U); // in Genoa
    QVERIFY(eventually([&] { return button->isChecked(); }));
    const workspace::Camera camera = window.camera();
    QTest::qWait(100);
    QCOMPARE(window.camera(), camera); // the filter moves no camera
    window.look(180, -16, 4.5);
    QVERIFY(eventually([&] { return window.workspace.crossfilter().passingCount() == 4; }));
    const events::GeoBox box = window.workspace.state().filters.area.value();
    QVERIFY(box.west > 0 && box.east < 0);
    window.wheel({450, 280}, 4);
    QVERIFY(eventually([&] { return window.workspace.state().filters.area->west > box.west; }));
    window.workspace.undo(); // panning made no steps
    QVERIFY(!window.workspace.state().areaFollowsMap);
    QCOMPARE(window.workspace.crossfilter().passingCount(), all);
    QVERIFY(eventually([&] { return !button->isChecked(); }));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(window.workspace.state().areaFollowsMap);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!window.workspace.state().filters.area);
}

void MapFiltersTest::inViewOfTheWholeWorld()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QTest::keyClick(window.view.get(), Qt::Key_V);
    QTest::keyClick(window.view.get(), Qt::Key_Home);
    QVERIFY(eventually([&] {
        const auto &area = window.workspace.state().filters.area;
        return area && area->west == -180 && area->east == 180;
    }));
    // At any width the last digits may say that a hair of the world is missing.
    for (int width = 700; width < 760; ++width) {
        window.view->resize(width, 400);
        QTest::keyClick(window.view.get(), Qt::Key_Home);
        QVERIFY(eventually([&] {
            const auto &area = window.workspace.state().filters.area;
            return area && area->west == -180 && area->east == 180;
        }));
    }
    window.view->resize(600, 500);
    QVERIFY(eventually([&] { return window.workspace.state().filters.area->west > -180; }));
    window.workspace.resetFilters();
    QTest::qWait(100);
    QVERIFY(!window.workspace.state().filters.area);
    QVERIFY(!window.workspace.state().areaFollowsMap);
}

void MapFiltersTest::backAndForward()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QVERIFY(eventually([&] { return window.view->canStepCamera(-1); }));
    const workspace::Camera first = window.camera();
    window.workspace.change([](workspace::ViewState &state) {
        state.filters.choose(query::Facet::Country, {u"IT"_s});
    });
    window.look(100, 10, 4);
    QTest::qWait(600);
    const workspace::Camera second = window.camera();
    QVERIFY(!window.view->canStepCamera(1));
    QTest::mouseClick(window.surface(), Qt::BackButton, {}, {20, 300});
    QVERIFY(eventually([&] { return isAt(window, first); }));
    QCOMPARE(countries(window), (std::vector<QString>{u"IT"_s}));
    QTest::qWait(600);
    QVERIFY(window.view->canStepCamera(1));
    QTest::mouseClick(window.surface(), Qt::ForwardButton, {}, {20, 300});
    QVERIFY(eventually([&] { return isAt(window, second); }));
    // Another way from here: what was ahead is gone.
    window.view->stepCamera(-1);
    QTest::qWait(600);
    window.look(30, 50, 5);
    QTest::qWait(600);
    QVERIFY(!window.view->canStepCamera(1));
    window.workspace.setDataset(tests::sampleDataset());
    QVERIFY(!window.view->canStepCamera(-1));
}

/// What has not come to rest yet is kept; on the way back it is not.
void MapFiltersTest::backInQuickSteps()
{
    MapWindow window;
    QVERIFY(window.isShown());
    QTest::qWait(600);
    window.look(100, 10, 4);
    QTest::qWait(600);
    window.look(30, 50, 5);
    window.view->stepCamera(-1); // at once
    window.view->stepCamera(-1);
    QVERIFY(std::abs(window.camera().longitude - 8) < 1e-6);
    QTest::qWait(600);
    window.view->stepCamera(1);
    window.view->stepCamera(1);
    QVERIFY(std::abs(window.camera().longitude - 30) < 1e-6);
    QVERIFY(!window.view->canStepCamera(1));
    // The whole world, where it began.
    for (int i = 0; i < 3; ++i)
        window.view->stepCamera(-1);
    QVERIFY(!window.workspace.state().camera);
}

} // namespace dateline::map

DATELINE_TEST(map_filters, dateline::map::MapFiltersTest)

#include "tst_map_filters.moc"
