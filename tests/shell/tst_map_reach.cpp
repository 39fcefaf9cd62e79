// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_control.h>
#include <map/map_view.h>
#include <map/mark_steps.h>
#include <panels/event_list_model.h>
#include <panels/tray.h>
#include <readers/package_reader.h>
#include <shell/bundled_window.h>
#include <shell/dataset_loader.h>

#include <support/test_main.h>

#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// Every event of the bundled dataset can be got at on the map with nothing but a mouse.
class MapReachTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fewClicksReachEveryEvent_data();
    void fewClicksReachEveryEvent();
    void realClicksReachASample();
    void theTrayHasWhatHasNoPlace();
    void keysReachEveryMark();
    void theMapComesToRest();

private:
    static constexpr int mostClicks = 8;
    static constexpr std::size_t mostListed = 200; ///< more than that the menu does not list

    using IsFree = std::function<bool(const QPoint &)>;
    /// A pixel at which the pointer hits the mark that holds the event; its middle when others
    /// cover all of it, for a click on those goes nearer; nothing when there is none in view.
    static std::optional<QPoint> pixelHitting(map::MapControl &control, events::Row row,
                                              const IsFree &isFree);
    /// Clicks on, from the camera that it has, until each of the events is selected or listed; says
    /// which are not, and why.
    static QStringList obstaclesTo(map::MapControl &control, std::set<events::Row> rows,
                                   int clicks);
    /// What prevents an event from being selected by the mouse, from the whole world on; or
    /// nothing.
    static QString obstacleByMouse(shell::MainWindow &window, events::Row row);
    static void chooseFromList(map::MapView &map, std::size_t index);

    std::shared_ptr<const events::Dataset> m_dataset;
};

void MapReachTest::initTestCase()
{
    m_dataset = readers::readPackage(shell::bundledDataset()).dataset;
    QVERIFY(m_dataset);
}

std::optional<QPoint> MapReachTest::pixelHitting(map::MapControl &control, events::Row row,
                                                 const IsFree &isFree)
{
    const auto holds
        = [row](const auto &mark) { return std::ranges::binary_search(mark.rows, row); };
    const map::MapScene &scene = control.scene();
    const auto symbol = std::ranges::find_if(scene.symbols, holds);
    const auto chip = std::ranges::find_if(scene.chips, holds);
    if (symbol == scene.symbols.end() && chip == scene.chips.end())
        return std::nullopt;
    const QPoint centre = (symbol == scene.symbols.end() ? chip->pixel : symbol->pixel).toPoint();
    constexpr int reach = 24;
    std::vector<QPoint> pixels;
    for (int x = -reach; x <= reach; ++x)
        for (int y = -reach; y <= reach; ++y)
            pixels.emplace_back(x, y);
    std::ranges::sort(pixels, {}, &QPoint::manhattanLength);
    const QRectF view({0, 0}, scene.size);
    for (const QPoint &offset : pixels) {
        const QPoint pixel = centre + offset;
        if (view.contains(pixel) && isFree(pixel)
            && std::ranges::binary_search(control.rowsOf(control.hitAt(pixel)), row))
            return pixel;
    }
    return view.contains(centre) && isFree(centre) ? std::optional(centre) : std::nullopt;
}

QStringList MapReachTest::obstaclesTo(map::MapControl &control, std::set<events::Row> rows,
                                      int clicks)
{
    const map::Camera here = control.camera();
    QStringList obstacles;
    while (!rows.empty()) {
        const events::Row row = *rows.begin();
        const QString where
            = u"%1 at zoom %2 after %3 clicks: "_s.arg(control.workspace()->dataset().event(row).id)
                  .arg(here.zoom)
                  .arg(clicks);
        const std::optional<QPoint> pixel
            = pixelHitting(control, row, [](const QPoint &) { return true; });
        const map::Hit hit = pixel ? control.hitAt(*pixel) : map::Hit();
        std::set<events::Row> together{row};
        const std::vector<events::Row> held = control.rowsOf(hit);
        if (std::ranges::binary_search(held, row))
            std::ranges::set_intersection(rows, held, std::inserter(together, together.end()));
        const std::optional<map::Camera> camera
            = held.size() > 1 ? control.splittingCamera(hit) : std::nullopt;
        if (!pixel || clicks == mostClicks)
            obstacles += where + (pixel ? u"too far"_s : u"not in view"_s);
        else if (!camera && (!std::ranges::binary_search(held, row) || held.size() > mostListed))
            obstacles += where + u"not listed"_s;
        else if (camera && *camera == here)
            obstacles += where + u"a dead click"_s;
        else if (camera) {
            control.setCamera(*camera);
            if (!QTest::qWaitFor([&control] { return !control.levels().isReading(); }))
                obstacles += where + u"no land"_s;
            obstacles += obstaclesTo(control, together, clicks + 1);
            control.setCamera(here);
        }
        std::erase_if(rows, [&](events::Row each) { return together.contains(each); });
    }
    return obstacles;
}

void MapReachTest::fewClicksReachEveryEvent_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("a large map") << QSizeF(1200, 700) << 1.0;
    QTest::newRow("a small map") << QSizeF(420, 300) << 1.0;
    QTest::newRow("large type") << QSizeF(900, 560) << 2.0;
}

void MapReachTest::fewClicksReachEveryEvent()
{
    QFETCH(const QSizeF, size);
    QFETCH(const double, scale);
    workspace::Workspace workspace;
    workspace.setDataset(m_dataset);
    map::MapControl control(&workspace);
    control.setAnimated(false); // a person waits until symbols have come out of their cluster
    control.setPalette(
        map::mapPalette(workspace::Theme::Paper, QFont(u"Noto Sans"_s, int(10 * scale))));
    control.setSize(size);
    std::set<events::Row> placed;
    for (events::Row row = 0; row < m_dataset->size(); ++row)
        if (m_dataset->columns().located[row] != events::Located::Nowhere)
            placed.insert(row);
    control.setCamera(control.home());
    const QStringList obstacles = obstaclesTo(control, placed, 0);
    QVERIFY2(obstacles.isEmpty(), qPrintable(obstacles.join(u'\n')));
}

void MapReachTest::chooseFromList(map::MapView &map, std::size_t index)
{
    auto *menu = map.findChild<QMenu *>(u"eventList"_s);
    QVERIFY(menu && menu->isVisible());
    QAction *action = menu->actions().at(qsizetype(index));
    const QPoint middle = menu->actionGeometry(action).center();
    QVERIFY(QTest::qWaitForWindowExposed(menu));
    // As a hand does: some way over the line before it is clicked.
    int way = 0;
    const bool isOver = QTest::qWaitFor([&] {
        QTest::mouseMove(menu, middle + QPoint(++way % 9, 0));
        return menu->activeAction() == action;
    });
    QVERIFY(isOver);
    QTest::mouseClick(menu, Qt::LeftButton, {}, middle);
    QVERIFY(QTest::qWaitFor([&map] { return !map.findChild<QMenu *>(u"eventList"_s); }));
}

QString MapReachTest::obstacleByMouse(shell::MainWindow &window, events::Row row)
{
    map::MapView &map = *window.views().map;
    QWidget *surface = map.childAt(map.rect().center());
    auto &control = *map.findChild<map::MapControl *>();
    map.showWholeWorld();
    for (int clicks = 0; clicks < mostClicks; ++clicks) {
        if (!QTest::qWaitFor([&map] { return map.isSettled(); }))
            return u"not settled"_s;
        QTest::qWait(30); // for the Qt Location map, which follows by itself
        const std::optional<QPoint> pixel
            = pixelHitting(control, row, [&map, surface](const QPoint &each) {
                  return map.childAt(each) == surface;
              });
        if (!pixel)
            return u"not to be hit at zoom %1 after %2 clicks"_s.arg(control.camera().zoom)
                .arg(clicks);
        const std::vector<events::Row> rows = control.rowsOf(control.hitAt(*pixel));
        const map::Camera before = control.camera();
        QTest::mouseClick(surface, Qt::LeftButton, {}, *pixel);
        if (rows.size() > 1 && control.camera() == before)
            chooseFromList(map, std::size_t(std::ranges::find(rows, row) - rows.begin()));
        if (window.workspace().selected() == row)
            return {};
        if (control.camera() == before)
            return u"a dead click at zoom %1 on %2 of %3 %4 %5"_s.arg(before.zoom)
                .arg(pixel->x())
                .arg(rows.size())
                .arg(window.workspace().selected().value_or(9999))
                .arg(row);
    }
    return u"too many clicks"_s;
}

void MapReachTest::realClicksReachASample()
{
    const std::unique_ptr<shell::MainWindow> window = openBundledWindow();
    QVERIFY(window && QTest::qWaitForWindowActive(window.get()));
    window->views().map->setAnimated(false);
    window->views().map->setLegendShown(false);
    const events::Dataset &dataset = window->workspace().dataset();
    constexpr events::Row every = 11;
    for (events::Row row = 0; row < dataset.size(); row += every) {
        if (dataset.columns().located[row] == events::Located::Nowhere)
            continue;
        window->workspace().change([](workspace::ViewState &next) { next.selection.clear(); });
        const QString obstacle = obstacleByMouse(*window, row);
        QVERIFY2(obstacle.isEmpty(), qPrintable(dataset.event(row).id + u": "_s + obstacle));
    }
}

/// Wherever one looks: Shift and Page Down go through all marks in view and back to the first, and
/// arrows lead to nearly all of them.
void MapReachTest::keysReachEveryMark()
{
    workspace::Workspace workspace;
    workspace.setDataset(m_dataset);
    map::MapControl control(&workspace);
    control.setAnimated(false);
    control.setSize({1000, 600});
    std::size_t all = 0;
    std::size_t missed = 0;
    for (const double zoom : {2.0, 3.0, 4.0, 5.0, 6.0})
        for (double longitude = -120; longitude <= 150; longitude += 18)
            for (const double latitude : {-25.0, 10.0, 45.0}) {
                control.setCamera({events::toMercator(longitude, latitude), zoom});
                const map::MapScene &scene = control.scene();
                const QRectF view({}, scene.size);
                std::set<events::Row> marks;
                const auto collect = [&](const auto &mark) {
                    if (view.contains(mark.pixel))
                        marks.insert(mark.rows.front());
                };
                std::ranges::for_each(scene.symbols, collect);
                std::ranges::for_each(scene.chips, collect);
                all += marks.size();
                std::set<events::Row> inOrder;
                map::Hit at;
                for (std::size_t i = 0; i < marks.size(); ++i) {
                    at = map::markInOrder(scene, at, 1);
                    inOrder.insert(control.rowsOf(at).front());
                }
                QCOMPARE(inOrder, marks);
                const map::Hit first = map::markInOrder(scene, {}, 1);
                QVERIFY(map::markInOrder(scene, at, 1) == first);
                QVERIFY(map::markInOrder(scene, first, -1) == at);
                std::vector<map::Hit> open{map::nearestMark(scene, view.center())};
                while (!open.empty()) {
                    const map::Hit hit = open.back();
                    open.pop_back();
                    if (std::holds_alternative<std::monostate>(hit)
                        || marks.erase(control.rowsOf(hit).front()) == 0)
                        continue;
                    for (const Qt::Key arrow :
                         {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})
                        open.push_back(map::nearestMark(scene, map::centreOf(scene, hit), arrow));
                }
                missed += marks.size();
            }
    QVERIFY(all > 500);
    QVERIFY2(missed * 100 < all, qPrintable(QString::number(missed)));
}

/// Marks give way to furniture and the legend to what the marks are: that must not go on for ever.
void MapReachTest::theMapComesToRest()
{
    workspace::Workspace workspace;
    workspace.setDataset(m_dataset);
    map::MapView view(&workspace);
    view.setAnimated(false);
    view.resize(1000, 460);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setLegendShown(true);
    auto *control = view.findChild<map::MapControl *>();
    QVERIFY(control);
    const QSignalSpy changes(control, &map::MapControl::sceneChanged);
    for (const double zoom : {2.0, 2.5, 3.2, 4.5, 5.5})
        for (double longitude = -40; longitude <= 80; longitude += 12) {
            const workspace::Camera camera{longitude, 35, zoom};
            workspace.change([&](workspace::ViewState &state) { state.camera = camera; });
            const bool rests = QTest::qWaitFor([&] {
                const qsizetype before = changes.size();
                QTest::qWait(5);
                return changes.size() == before && view.isSettled();
            });
            QVERIFY2(rests, qPrintable(u"at %1° and zoom %2"_s.arg(longitude).arg(zoom)));
        }
}

void MapReachTest::theTrayHasWhatHasNoPlace()
{
    const std::unique_ptr<shell::MainWindow> window = openBundledWindow();
    QVERIFY(window && QTest::qWaitForWindowActive(window.get()));
    auto *button = window->views().map->findChild<QToolButton *>(u"trayChip"_s);
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QListView *view = window->views().tray->view();
    QVERIFY(QTest::qWaitFor([view] { return view->isVisible(); }));
    const events::Dataset &dataset = window->workspace().dataset();
    std::size_t without = 0;
    for (int line = 0; line < view->model()->rowCount(); ++line) {
        const QModelIndex index = view->model()->index(line, 0);
        const QVariant row = index.data(panels::EventRowRole);
        if (!row.isValid() || dataset.columns().located[row.toUInt()] != events::Located::Nowhere)
            continue;
        ++without;
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        QCOMPARE(window->workspace().selected(), std::optional(events::Row(row.toUInt())));
    }
    QCOMPARE(without, window->views().map->scene().notOnMap);
    QVERIFY(without > 0);
}

} // namespace dateline::tests

DATELINE_TEST(map_reach, dateline::tests::MapReachTest)

#include "tst_map_reach.moc"
