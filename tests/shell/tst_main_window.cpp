// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_view.h>
#include <panels/detail_card.h>
#include <panels/event_table.h>
#include <panels/event_table_model.h>
#include <panels/ledger_bar.h>
#include <shell/bundled_window.h>
#include <shell/unattended.h>
#include <stories/presentation.h>
#include <timeline/timeline_view.h>

#include <support/test_main.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QMenuBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// The real window with the bundled dataset, driven by keys and actions: what one view does,
/// every view shows.
class MainWindowTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyViewDraws();
    void aFilterReachesEveryViewAndUndoRestores();
    void selectingReachesTableAndCard();
    void escapePeelsOneLayer();
    void themesChangeTheWholeWindow();
    void aSavedViewOpens();
    void aBrokenDatasetLeavesTheOldOneInPlace();
    void presentingHidesThePanelsAndEscBringsThemBack();
    void presentingStopsWhatPlays();
    void anotherSizeIsNoCameraOfOnesOwn();
    void everyControlHasAName();
    void withReducedMotionNothingGlides();

private:
    std::unique_ptr<shell::MainWindow> m_window;
};

void MainWindowTest::init()
{
    failOnUnexpectedWarning();
    m_window = openBundledWindow();
    QVERIFY(m_window);
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

void MainWindowTest::everyViewDraws()
{
    QVERIFY(shell::everyViewDrew(*m_window));
}

void MainWindowTest::aFilterReachesEveryViewAndUndoRestores()
{
    workspace::Workspace &workspace = m_window->workspace();
    m_window->docks().table->show(); // a hidden one waits
    const int all = m_window->views().table->model()->rowCount();
    QCOMPARE(std::size_t(all), workspace.dataset().size());
    const qsizetype symbols = qsizetype(m_window->views().map->scene().symbols.size());
    workspace.change(
        [](workspace::ViewState &next) { next.filters.choose(query::Facet::Country, {u"IT"_s}); });
    const int italian = m_window->views().table->model()->rowCount();
    QCOMPARE(std::size_t(italian), workspace.crossfilter().passingCount());
    QVERIFY(italian > 0 && italian < all);
    QVERIFY(qsizetype(m_window->views().map->scene().symbols.size()) < symbols);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->views().table->model()->rowCount(), all);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->views().table->model()->rowCount(), italian);
}

void MainWindowTest::selectingReachesTableAndCard()
{
    m_window->docks().table->show();
    const events::Row row = *m_window->workspace().dataset().eventRow(u"station-it-prato");
    m_window->workspace().select(row);
    const QModelIndexList rows = m_window->views().table->view()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QVERIFY(m_window->views().detail->citation().contains(
        m_window->workspace().dataset().event(row).title));
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(m_window->workspace().selected() != std::optional(row));
}

void MainWindowTest::escapePeelsOneLayer()
{
    workspace::Workspace &workspace = m_window->workspace();
    workspace.change([](workspace::ViewState &next) {
        next.filters.choose(query::Facet::Country, {u"IT"_s});
        next.selection = {u"station-it-prato"_s};
    });
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(workspace.selection().empty());
    QVERIFY(!workspace.state().filters.isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(workspace.state().filters.isEmpty());
}

void MainWindowTest::themesChangeTheWholeWindow()
{
    const QImage paper = m_window->grab().toImage();
    m_window->setTheme(workspace::Theme::Night);
    QTest::qWait(50);
    QVERIFY(
        QTest::qWaitFor([this] { return m_window->views().map->isSettled(); }, 10000)); // land too
    const QImage night = m_window->grab().toImage();
    const QPoint corner(3, night.height() / 2);
    QVERIFY(paper.pixelColor(corner).lightness() > 200);
    QVERIFY(night.pixelColor(corner).lightness() < 80);
    const QPoint centre = m_window->views().map->geometry().center();
    QVERIFY(night.pixelColor(centre) != paper.pixelColor(centre));
}

void MainWindowTest::aSavedViewOpens()
{
    workspace::ViewState state;
    state.filters.choose(query::Facet::Kind, {u"agreement"_s});
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"view.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(workspace::toJson(state));
    file.close();
    QVERIFY(m_window->openView(file.fileName()));
    QVERIFY(m_window->workspace().state().filters == state.filters);
    m_window->workspace().undo();
    QVERIFY(m_window->workspace().state().filters.isEmpty());
}

void MainWindowTest::aBrokenDatasetLeavesTheOldOneInPlace()
{
    const QTemporaryDir folder;
    const std::size_t before = m_window->workspace().dataset().size();
    bool failed = false;
    connect(m_window.get(), &shell::MainWindow::openFailed, this, [&failed] { failed = true; });
    // The message box is modal: it is closed as soon as it is there.
    QTimer closer;
    connect(&closer, &QTimer::timeout, this, [] {
        if (QWidget *box = QApplication::activeModalWidget())
            box->close();
    });
    closer.start(20);
    m_window->openDataset(folder.path());
    QVERIFY(QTest::qWaitFor([&failed] { return failed; }));
    QCOMPARE(m_window->workspace().dataset().size(), before);
}

void MainWindowTest::presentingHidesThePanelsAndEscBringsThemBack()
{
    workspace::Workspace &workspace = m_window->workspace();
    workspace.change([](workspace::ViewState &next) { next.filters.text = u"prato"_s; });
    const workspace::ViewState before = workspace.state();
    QVERIFY(m_window->presentation().start(0, 0, false));
    QVERIFY(!m_window->docks().facets->isVisible());
    QVERIFY(!m_window->menuBar()->isVisible());
    QCOMPARE(m_window->theme(), workspace::Theme::Projector);
    // Not the whole state: the map fits the authored camera to its own size.
    const query::Filters first = workspace.state().filters;
    const std::vector<QString> selected = workspace.state().selection;
    QTest::keyClick(m_window.get(), Qt::Key_PageDown);
    QVERIFY(workspace.state().filters != first || workspace.state().selection != selected);
    QTest::keyClick(m_window.get(), Qt::Key_Home);
    QVERIFY(workspace.state().filters == first);
    QVERIFY(workspace.state().selection == selected);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->presentation().isRunning());
    QVERIFY(m_window->docks().facets->isVisible());
    QCOMPARE(m_window->theme(), workspace::Theme::Paper);
    QCOMPARE(workspace.state().filters.text, before.filters.text);
}

/// A step is shown as its author left it, also with a play head of its own.
void MainWindowTest::presentingStopsWhatPlays()
{
    workspace::Playback &playback = m_window->playback();
    playback.play();
    QVERIFY(playback.isPlaying());
    QVERIFY(m_window->presentation().start(0, 0, false));
    QVERIFY(!playback.isPlaying());
    const workspace::ViewState step = m_window->workspace().state();
    QTest::qWait(100);
    QCOMPARE(m_window->workspace().state().play, step.play);
    playback.play();
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->presentation().isRunning());
    QVERIFY(!playback.isPlaying());
}

void MainWindowTest::anotherSizeIsNoCameraOfOnesOwn()
{
    // The whole world follows the size of the window for as long as nobody has moved the map.
    for (const QSize &size : {QSize(1280, 720), QSize(1900, 1200), QSize(1000, 900)}) {
        m_window->resize(size);
        QTest::qWait(120);
        QVERIFY(!m_window->workspace().state().camera);
    }
}

void MainWindowTest::everyControlHasAName()
{
    m_window->workspace().select(m_window->workspace().dataset().eventRow(u"station-it-prato"));
    m_window->docks().table->show();
    m_window->docks().tray->show();
    const QList<QAbstractButton *> buttons = m_window->findChildren<QAbstractButton *>();
    QVERIFY(buttons.size() > 10);
    for (const QAbstractButton *button : buttons) {
        // Parts of Qt's own composite widgets, which cannot get the keyboard focus.
        const bool internal
            = button->objectName().startsWith(u"qt_") || button->inherits("QTableCornerButton");
        QVERIFY2(
            internal || !button->accessibleName().isEmpty() || !button->text().isEmpty()
                || !button->toolTip().isEmpty(),
            qPrintable(u"%1 in %2"_s.arg(QString::fromLatin1(button->metaObject()->className()),
                                         button->parent()->objectName())));
    }
}

void MainWindowTest::withReducedMotionNothingGlides()
{
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    const auto reduce = std::ranges::find_if(actions, [](const QAction *action) {
        return action->text().remove(u'&') == u"Reduce motion"_s;
    });
    QVERIFY(reduce != actions.end());
    QVERIFY(!(*reduce)->isChecked());
    (*reduce)->trigger();
    QVERIFY(m_window->isMotionReduced() && (*reduce)->isChecked());
    // The map is there at once.
    map::MapView *map = m_window->views().map;
    const std::optional<workspace::Camera> before = m_window->workspace().state().camera;
    map->zoomIn();
    QVERIFY(m_window->workspace().state().camera != before);
    const std::optional<workspace::Camera> there = m_window->workspace().state().camera;
    QTest::qWait(100);
    QCOMPARE(m_window->workspace().state().camera, there);
    // Playing goes from date to date: between two of them the head is nowhere.
    m_window->playback().setSettings({.daysPerSecond = 36'500, .glides = false});
    m_window->playback().play();
    const events::Dataset &dataset = m_window->workspace().dataset();
    std::set<events::Instant> dates;
    for (events::Row row = 0; row < dataset.size(); ++row)
        dates.insert(dataset.columns().earliestStart[row]);
    std::set<events::Instant> seen;
    for (int i = 0; i < 100; ++i) {
        m_window->playback().advance(100);
        const events::Instant at = m_window->workspace().state().play->at;
        QVERIFY(dates.contains(at));
        seen.insert(at);
    }
    QVERIFY(seen.size() >= 10);
    m_window->playback().pause();
    (*reduce)->trigger();
    QVERIFY(!m_window->isMotionReduced());
}

} // namespace dateline::tests

DATELINE_TEST(main_window, dateline::tests::MainWindowTest)

#include "tst_main_window.moc"
