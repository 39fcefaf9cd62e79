// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_view.h>
#include <panels/detail_card.h>
#include <panels/event_table.h>
#include <panels/event_table_model.h>
#include <panels/facet_list.h>
#include <panels/facet_model.h>
#include <panels/facet_panel.h>
#include <panels/facet_section.h>
#include <panels/ledger_bar.h>
#include <panels/search_box.h>
#include <shell/bundled_window.h>
#include <timeline/timeline_canvas.h>
#include <timeline/timeline_view.h>
#include <workspace/wording.h>

#include <support/test_main.h>

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// The real window with the bundled dataset, driven by mouse and keys alone: what a person does in
/// one view, every other view shows.
class MouseAndKeysTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void brushFiltersEveryView();
    void mapClickSelectsInTimelineTableAndCard();
    void timelineClickSelectsOnTheMap();
    void facetClickFiltersAndCountsAgree();
    void hoverOnTheMapLightsUpTheTimeline();
    void escapePeelsFromEveryPane_data();
    void escapePeelsFromEveryPane();
    void backButtonMovesTheMapAlone();
    void tabReachesEveryPane();
    void theTableGetsRoom();
    void legendFoldsAway();

private:
    [[nodiscard]] const workspace::Workspace &workspace() const { return m_window->workspace(); }
    [[nodiscard]] map::MapView *map() const { return m_window->views().map; }
    [[nodiscard]] timeline::TimelineCanvas *canvas() const
    {
        return m_window->views().timeline->canvas();
    }
    /// The table, which waits with its rows while it is hidden.
    [[nodiscard]] panels::EventTable *table() const
    {
        m_window->views().table->model()->catchUp();
        return m_window->views().table;
    }
    [[nodiscard]] QWidget *mapSurface() const { return map()->childAt(map()->rect().center()); }
    void lookAt(double longitude, double latitude, double zoom);
    [[nodiscard]] QPoint symbolOf(events::Row row) const;
    [[nodiscard]] events::Row row(QStringView id) const;
    [[nodiscard]] static std::size_t eventsIn(const map::MapScene &scene);
    void dragOnOverview(const QString &from, const QString &to);

    std::unique_ptr<shell::MainWindow> m_window;
};

void MouseAndKeysTest::init()
{
    failOnUnexpectedWarning();
    m_window = openBundledWindow();
    QVERIFY(m_window);
    map()->setAnimated(false);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MouseAndKeysTest::cleanup()
{
    m_window.reset();
}

events::Row MouseAndKeysTest::row(QStringView id) const
{
    return workspace().dataset().eventRow(id).value();
}

void MouseAndKeysTest::lookAt(double longitude, double latitude, double zoom)
{
    m_window->workspace().change(
        [&](workspace::ViewState &next) {
            next.camera = workspace::Camera{longitude, latitude, zoom};
        },
        workspace::Step::Passing);
    QVERIFY(QTest::qWaitFor([this] { return map()->isSettled(); }));
    QTest::qWait(50); // for the Qt Location map, which follows by itself
}

QPoint MouseAndKeysTest::symbolOf(events::Row row) const
{
    const auto holds
        = [row](const auto &mark) { return std::ranges::binary_search(mark.rows, row); };
    const std::vector<map::SceneSymbol> &symbols = map()->scene().symbols;
    const auto symbol = std::ranges::find_if(symbols, holds);
    return symbol == symbols.end() || symbol->isCluster() ? QPoint(-1, -1)
                                                          : symbol->pixel.toPoint();
}

std::size_t MouseAndKeysTest::eventsIn(const map::MapScene &scene)
{
    return scene.shownEvents() + scene.notOnMap;
}

void MouseAndKeysTest::dragOnOverview(const QString &from, const QString &to)
{
    const timeline::TimelinePicture &picture = canvas()->picture();
    const auto at = [&picture](const QString &edtf) {
        const events::Instant instant = events::Edtf::parse(edtf)->bounds().earliestStart;
        return QPointF(picture.overviewScale().toPixel(instant),
                       picture.layout().overview.center().y())
            .toPoint();
    };
    const QPoint start = at(from);
    const QPoint end = at(to);
    QTest::mousePress(canvas(), Qt::LeftButton, {}, start);
    for (const QPoint &point : {(start + end) / 2, end}) {
        QMouseEvent move(QEvent::MouseMove, point, canvas()->mapToGlobal(point), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas(), &move);
    }
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, end);
}

void MouseAndKeysTest::brushFiltersEveryView()
{
    const std::size_t all = workspace().dataset().size();
    QCOMPARE(eventsIn(map()->scene()), all);
    const QString sentence = workspace::filterSentence(workspace());

    dragOnOverview(u"2016"_s, u"2019"_s);
    const std::size_t passing = workspace().crossfilter().passingCount();
    QVERIFY(passing > 0 && passing < all);
    QCOMPARE(workspace().state().filters.windows.size(), std::size_t(1));
    QCOMPARE(eventsIn(map()->scene()), passing);
    QCOMPARE(std::size_t(table()->model()->rowCount()), passing);
    QVERIFY(workspace::filterSentence(workspace()) != sentence);

    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(eventsIn(map()->scene()), all);
    QCOMPARE(std::size_t(table()->model()->rowCount()), all);
    QCOMPARE(workspace::filterSentence(workspace()), sentence);
}

void MouseAndKeysTest::mapClickSelectsInTimelineTableAndCard()
{
    // The only station of its bureau in the city, so that there is one symbol to click.
    m_window->workspace().change([](workspace::ViewState &next) {
        next.filters.choose(query::Facet::Kind, {u"station"_s});
        next.filters.choose(query::Facet::Bureau, {u"psb-fuzhou"_s});
    });
    lookAt(11.1, 43.88, 9);
    const events::Row prato = row(u"station-it-prato");
    const QPoint at = symbolOf(prato);
    QVERIFY(map()->rect().contains(at));
    const QImage before = canvas()->grab().toImage();
    QTest::mouseClick(mapSurface(), Qt::LeftButton, {}, at);
    QCOMPARE(workspace().selected(), std::optional(prato));
    QVERIFY(
        m_window->views().detail->citation().contains(workspace().dataset().event(prato).title));
    QCOMPARE(table()->view()->selectionModel()->selectedRows().size(), 1);
    QVERIFY(QTest::qWaitFor([&] { return canvas()->grab().toImage() != before; }));
}

void MouseAndKeysTest::timelineClickSelectsOnTheMap()
{
    const timeline::TimelinePicture &picture = canvas()->picture();
    std::optional<timeline::LaneMark> mark;
    std::optional<QPoint> at;
    const QRectF area = picture.layout().lanes;
    for (const timeline::LaneBand &band : picture.scene().bands) {
        for (const timeline::LaneMark &each : band.marks) {
            const QPointF centre(each.symbol, each.y);
            const bool isOnMap
                = workspace().dataset().columns().located[each.row] != events::Located::Nowhere;
            if (!mark && !each.under && area.contains(centre) && isOnMap) {
                mark = each;
                at = centre.toPoint();
            }
        }
    }
    QVERIFY(mark);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, *at);
    QCOMPARE(workspace().selected(), std::optional(mark->row));
    const map::MapScene &scene = map()->scene();
    const auto isLit = [&](const auto &each) {
        return each.emphasis == map::Emphasis::Selected
            && std::ranges::binary_search(each.rows, mark->row);
    };
    QVERIFY(std::ranges::any_of(scene.symbols, isLit) || std::ranges::any_of(scene.chips, isLit));
}

void MouseAndKeysTest::facetClickFiltersAndCountsAgree()
{
    const panels::FacetSection *kinds = m_window->views().facets->section(query::Facet::Kind);
    QVERIFY(kinds);
    panels::FacetList *list = kinds->list();
    const QModelIndex first = list->model()->index(0, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
    const std::size_t passing = workspace().crossfilter().passingCount();
    QCOMPARE(workspace().state().filters.values(query::Facet::Kind).size(), std::size_t(1));
    QCOMPARE(std::size_t(table()->model()->rowCount()), passing);
    QCOMPARE(eventsIn(map()->scene()), passing);
    // A facet's own filter does not apply to its own counts, so the kind still counts its events.
    QCOMPARE(std::size_t(workspace().crossfilter().counts(query::Facet::Kind)[0]), passing);

    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
    QCOMPARE(workspace().crossfilter().passingCount(), workspace().dataset().size());
}

void MouseAndKeysTest::hoverOnTheMapLightsUpTheTimeline()
{
    lookAt(22, -8, 3.6);
    const auto &symbols = map()->scene().symbols;
    const auto single = std::ranges::find_if(symbols, [this](const map::SceneSymbol &symbol) {
        return !symbol.isCluster() && map()->rect().contains(symbol.pixel.toPoint());
    });
    QVERIFY(single != symbols.end());
    const events::Row under = single->rows.front();
    const QImage before = canvas()->grab().toImage();
    QTest::mouseMove(mapSurface(), single->pixel.toPoint());
    QVERIFY(QTest::qWaitFor([&] { return workspace().hovered() == std::optional(under); }));
    QVERIFY(QTest::qWaitFor([&] { return canvas()->grab().toImage() != before; }));
    QVERIFY(!workspace().selected());
    QTest::mouseMove(canvas(), {5, 5});
    QVERIFY(QTest::qWaitFor([&] { return !workspace().hovered(); }));
}

void MouseAndKeysTest::escapePeelsFromEveryPane_data()
{
    QTest::addColumn<QString>("pane");
    for (const char *pane : {"map", "timeline", "facets", "table"})
        QTest::newRow(pane) << QString::fromLatin1(pane);
}

void MouseAndKeysTest::escapePeelsFromEveryPane()
{
    QFETCH(const QString, pane);
    m_window->docks().table->show();
    const shell::Views &views = m_window->views();
    QWidget *focus = pane == u"map" ? static_cast<QWidget *>(views.map)
        : pane == u"timeline"       ? static_cast<QWidget *>(canvas())
        : pane == u"facets"
        ? static_cast<QWidget *>(views.facets->section(query::Facet::Kind)->list())
        : static_cast<QWidget *>(views.table->view());
    dragOnOverview(u"2022"_s, u"2024"_s);
    m_window->workspace().change([](workspace::ViewState &next) {
        next.filters.choose(query::Facet::Country, {u"IT"_s});
        next.selection = {u"station-it-prato"_s};
    });
    focus->setFocus();
    QVERIFY(QTest::qWaitFor([focus] { return focus->hasFocus(); }));
    QTest::keyClick(focus, Qt::Key_Escape);
    QVERIFY(workspace().selection().empty());
    QVERIFY(!workspace().state().filters.windows.empty());
    QTest::keyClick(focus, Qt::Key_Escape);
    QVERIFY(workspace().state().filters.windows.empty());
    QVERIFY(!workspace().state().filters.isEmpty());
    QTest::keyClick(focus, Qt::Key_Escape);
    QVERIFY(workspace().state().filters.isEmpty());
}

void MouseAndKeysTest::backButtonMovesTheMapAlone()
{
    const auto action = [this](QStringView text) {
        const QList<QAction *> actions = m_window->actions();
        return *std::ranges::find_if(actions,
                                     [&](const QAction *each) { return each->text() == text; });
    };
    QVERIFY(!action(u"&Back on the map")->isEnabled());
    lookAt(10, 45, 5);
    QVERIFY(QTest::qWaitFor([&] { return action(u"&Back on the map")->isEnabled(); }));
    lookAt(100, 10, 4);
    QTest::qWait(600);
    m_window->workspace().change(
        [](workspace::ViewState &next) { next.filters.choose(query::Facet::Country, {u"IT"_s}); });
    const auto isAt = [this](double longitude) {
        const std::optional<workspace::Camera> &camera = workspace().state().camera;
        return camera && std::abs(camera->longitude - longitude) < 1e-6;
    };
    QTest::mouseClick(mapSurface(), Qt::BackButton, {}, {20, 320});
    QVERIFY(QTest::qWaitFor([&] { return isAt(10); }));
    QTest::mouseClick(m_window.get(), Qt::ForwardButton, {}, {5, 5});
    QVERIFY(QTest::qWaitFor([&] { return isAt(100); }));
    QTest::keyClick(m_window.get(), Qt::Key_BracketLeft);
    QVERIFY(QTest::qWaitFor([&] { return isAt(10); }));
    QVERIFY(action(u"Forward on the &map")->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
    QVERIFY(QTest::qWaitFor([&] { return isAt(100); }));
    QVERIFY(!workspace().state().filters.isEmpty());
}

void MouseAndKeysTest::tabReachesEveryPane()
{
    m_window->docks().table->show();
    m_window->workspace().select(row(u"station-it-prato"));
    const shell::Views &views = m_window->views();
    std::vector<QWidget *> missing{views.search, views.ledger, views.map,  views.timeline,
                                   views.facets, views.detail, views.table};
    m_window->setFocus();
    constexpr int manyTabs = 200;
    for (int i = 0; i < manyTabs && !missing.empty(); ++i) {
        QWidget *focus = QApplication::focusWidget();
        std::erase_if(missing, [focus](const QWidget *pane) {
            return focus && (pane == focus || pane->isAncestorOf(focus));
        });
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key_Tab);
    }
    QStringList names;
    for (const QWidget *pane : missing)
        names.append(QString::fromLatin1(pane->metaObject()->className()));
    QVERIFY2(missing.empty(), qPrintable(names.join(u", ")));
}

void MouseAndKeysTest::theTableGetsRoom()
{
    const int before = canvas()->height();
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QVERIFY(QTest::qWaitFor([this] { return m_window->docks().table->height() > 200; }));
    QVERIFY(canvas()->height() > before / 2);
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QVERIFY(!m_window->docks().table->isVisible());
}

void MouseAndKeysTest::legendFoldsAway()
{
    auto *button = map()->findChild<QToolButton *>(u"legendButton"_s);
    QVERIFY(button && button->isVisible());
    QVERIFY(map()->isLegendShown());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!map()->isLegendShown());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(map()->isLegendShown());
}

} // namespace dateline::tests

DATELINE_TEST(mouse_and_keys, dateline::tests::MouseAndKeysTest)

#include "tst_mouse_and_keys.moc"
