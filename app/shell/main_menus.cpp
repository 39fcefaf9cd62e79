// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/main_menus.h>

#include <map/map_view.h>
#include <panels/detail_card.h>
#include <panels/search_box.h>
#include <shell/dialogs.h>
#include <shell/file_actions.h>
#include <shell/main_window.h>
#include <shell/map_actions.h>
#include <stories/presentation.h>
#include <timeline/clock_button.h>
#include <timeline/pace_controls.h>
#include <timeline/timeline_view.h>
#include <timeline/transport_row.h>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dateline::shell {

using workspace::Workspace;

MainMenus::MainMenus(MainWindow *window)
    : m_window(window)
    , m_files(new FileActions(window, this))
    , m_mapActions(new MapActions(window->views().map, &window->workspace(), this))
{
    buildFile();
    buildEdit();
    buildView();
    buildTime();
    buildPresent();
    buildHelp();
    buildToolBar();
    connect(&window->workspace(), &Workspace::historyChanged, this, &MainMenus::refresh);
    connect(&window->workspace(), &Workspace::filtersChanged, this, &MainMenus::refresh);
    connect(&window->workspace(), &Workspace::lensChanged, this, &MainMenus::refresh);
    connect(&window->playback(), &workspace::Playback::playingChanged, this, &MainMenus::refresh);
    refresh();
}

QAction *MainMenus::add(QMenu *menu, const QString &text, const QKeySequence &keys,
                        const QString &icon)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    if (!icon.isEmpty())
        action->setIcon(QIcon(u":/icons/%1.icon"_s.arg(icon)));
    // Without a menu bar, in full screen, keys have to work all the same.
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

void MainMenus::buildFile()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&File"));
    m_open = add(menu, tr("&Open dataset folder…"), QKeySequence::Open, u"open"_s);
    connect(m_open, &QAction::triggered, m_files, &FileActions::openFolder);
    connect(add(menu, tr("Open dataset &archive (.zip)…"), {}), &QAction::triggered, m_files,
            &FileActions::openArchive);
    connect(add(menu, tr("Open the &bundled dataset"), {}), &QAction::triggered, m_window,
            [this] { m_window->openDataset(bundledDataset()); });
    menu->addSeparator();
    connect(add(menu, tr("Open &view…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O), &QAction::triggered,
            m_files, &FileActions::openView);
    connect(add(menu, tr("&Save view…"), QKeySequence::Save), &QAction::triggered, m_files,
            &FileActions::saveView);
    menu->addSeparator();
    connect(add(menu, tr("&Export events…"), Qt::CTRL | Qt::Key_E, u"export"_s),
            &QAction::triggered, m_files, &FileActions::exportEvents);
    m_figure = add(menu, tr("Export &figure…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    connect(m_figure, &QAction::triggered, m_files,
            [this] { m_files->exportPage(PageDialog::Product::Figure); });
    m_film = add(menu, tr("Export fil&m…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    connect(m_film, &QAction::triggered, m_files,
            [this] { m_files->exportPage(PageDialog::Product::Film); });
    QMenu *pictures = menu->addMenu(tr("Save &picture"));
    connect(add(pictures, tr("Of the &window…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E),
            &QAction::triggered, m_files, [this] { m_files->savePicture(m_window, u"window"_s); });
    connect(add(pictures, tr("Of the &map…"), {}), &QAction::triggered, m_files,
            [this] { m_files->savePicture(m_window->views().map, u"map"_s); });
    connect(add(pictures, tr("Of the &timeline…"), {}), &QAction::triggered, m_files,
            [this] { m_files->savePicture(m_window->views().timeline, u"timeline"_s); });
    menu->addSeparator();
    connect(add(menu, tr("&Quit"), QKeySequence::Quit), &QAction::triggered, m_window,
            &QWidget::close);
}

void MainMenus::buildEdit()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Edit"));
    Workspace *workspace = &m_window->workspace();
    m_undo = add(menu, tr("&Undo"), Qt::CTRL | Qt::Key_Z, u"undo"_s);
    connect(m_undo, &QAction::triggered, workspace, &Workspace::undo);
    m_redo = add(menu, tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, u"redo"_s);
    connect(m_redo, &QAction::triggered, workspace, &Workspace::redo);
    menu->addSeparator();
    QAction *find = m_window->views().search->findAction();
    menu->addAction(find);
    m_all.append(find);
    m_reset = add(menu, tr("Reset all &filters"), Qt::CTRL | Qt::Key_Backspace, u"reset"_s);
    connect(m_reset, &QAction::triggered, workspace, &Workspace::resetFilters);
    menu->addSeparator();
    connect(add(menu, tr("Select &next event"), Qt::CTRL | Qt::Key_Down, u"next"_s),
            &QAction::triggered, workspace, [workspace] { workspace->selectNeighbour(1); });
    connect(add(menu, tr("Select &previous event"), Qt::CTRL | Qt::Key_Up, u"previous"_s),
            &QAction::triggered, workspace, [workspace] { workspace->selectNeighbour(-1); });
    connect(add(menu, tr("Copy &citation"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, u"copy"_s),
            &QAction::triggered, m_window->views().detail, &panels::DetailCard::copyCitation);
}

/// What is shown in map and timeline besides the events.
void MainMenus::buildSwitches(QMenu *menu)
{
    QAction *growth = add(menu, tr("&Growth curve"), {});
    growth->setCheckable(true);
    growth->setChecked(m_window->views().timeline->isGrowthShown());
    connect(growth, &QAction::toggled, m_window->views().timeline,
            &timeline::TimelineView::setGrowthShown);
    connect(m_window->views().timeline, &timeline::TimelineView::growthShownChanged, growth,
            &QAction::setChecked);
    QAction *marks = add(menu, tr("Timel&ine legend"), {});
    marks->setCheckable(true);
    marks->setChecked(m_window->views().timeline->isLegendShown());
    connect(marks, &QAction::toggled, m_window->views().timeline,
            &timeline::TimelineView::setLegendShown);
    connect(m_window->views().timeline, &timeline::TimelineView::legendShownChanged, marks,
            &QAction::setChecked);
    QAction *legend = add(menu, tr("Map le&gend"), {});
    legend->setCheckable(true);
    legend->setChecked(m_window->views().map->isLegendShown());
    connect(legend, &QAction::triggered, m_window->views().map, &map::MapView::setLegendShown);
    connect(m_window->views().map, &map::MapView::legendShownChanged, legend, &QAction::setChecked);
    m_mapActions->addShading(menu);
    m_mapActions->addNames(menu);
    m_mapActions->addOnlineMap(menu);
    m_motion = add(menu, tr("Reduce &motion"), {});
    m_motion->setCheckable(true);
    m_motion->setToolTip(tr("The map jumps instead of flying, and playing goes from date to date"));
    connect(m_motion, &QAction::triggered, m_window, &MainWindow::setMotionReduced);
}

void MainMenus::buildView()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&View"));
    const auto panel
        = [this, menu](QDockWidget *dock, const QString &text, const QKeySequence &keys) {
              QAction *action = dock->toggleViewAction();
              action->setText(text);
              action->setShortcut(keys);
              menu->addAction(action);
              m_window->addAction(action);
              m_all.append(action);
              return action;
          };
    const Docks &docks = m_window->docks();
    panel(docks.facets, tr("&Filter panel"), Qt::Key_F9);
    panel(docks.detail, tr("&Detail"), Qt::Key_F3);
    panel(docks.tray, tr("&Not on the map"), Qt::Key_F2);
    panel(docks.timeline, tr("&Timeline"), {});
    m_table = panel(docks.table, tr("T&able of events"), Qt::Key_F4);
    m_table->setIcon(QIcon(u":/icons/table.icon"_s));
    menu->addSeparator();
    buildSwitches(menu);
    buildLenses(menu->addMenu(tr("&Lanes by")));
    buildClocks(menu);
    buildThemes(menu->addMenu(tr("T&heme")));
    connect(add(menu, tr("&Larger text"), Qt::CTRL | Qt::Key_Equal), &QAction::triggered, m_window,
            [this] { m_window->setTextScale(m_window->textScale() * 1.1); });
    connect(add(menu, tr("&Smaller text"), Qt::CTRL | Qt::Key_Minus), &QAction::triggered, m_window,
            [this] { m_window->setTextScale(m_window->textScale() / 1.1); });
    menu->addSeparator();
    map::MapView *map = m_window->views().map;
    connect(add(menu, tr("&Whole world"), {}, u"zoom-out"_s), &QAction::triggered, map,
            &map::MapView::showWholeWorld);
    connect(add(menu, tr("Map to &events"), {}, u"fit"_s), &QAction::triggered, map,
            &map::MapView::showAllEvents);
    connect(add(menu, tr("Map to se&lection"), {}), &QAction::triggered, map,
            &map::MapView::showSelection);
    m_mapActions->addCameraSteps(menu);
    for (QAction *action : m_mapActions->withKeys()) {
        m_window->addAction(action);
        m_all.append(action);
    }
    m_mapActions->addFilters(menu);
    menu->addSeparator();
    connect(add(menu, tr("F&ull screen"), QKeySequence::FullScreen), &QAction::triggered, m_window,
            [this] { m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen); });
}

void MainMenus::buildThemes(QMenu *menu)
{
    m_themes = new QActionGroup(this);
    for (const auto &[theme, text] : {std::pair(workspace::Theme::Paper, tr("&Paper")),
                                      std::pair(workspace::Theme::Night, tr("&Night")),
                                      std::pair(workspace::Theme::Projector, tr("P&rojector"))}) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(theme));
        m_themes->addAction(action);
    }
    connect(m_themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_window->setTheme(workspace::Theme(action->data().toInt()));
    });
}

void MainMenus::buildLenses(QMenu *menu)
{
    m_lensMenu = menu;
    m_lenses = new QActionGroup(this);
    for (const auto &[lens, text] : {std::pair(workspace::Lens::Kind, tr("&Kind")),
                                     std::pair(workspace::Lens::Claimant, tr("&Claimant")),
                                     std::pair(workspace::Lens::Country, tr("C&ountry")),
                                     std::pair(workspace::Lens::Bureau, tr("&Bureau"))}) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(lens));
        m_lenses->addAction(action);
    }
    connect(m_lenses, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto lens = workspace::Lens(action->data().toInt());
        m_window->workspace().change([lens](workspace::ViewState &next) { next.lens = lens; });
    });
}

/// The timeline owns the clocks: their key works in map and timeline alone.
void MainMenus::buildClocks(QMenu *menu)
{
    const timeline::ClockButton *clock = m_window->views().timeline->clockButton();
    menu->addMenu(clock->menu());
    m_window->views().map->addAction(clock->nextAction());
}

void MainMenus::buildTime()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Time"));
    workspace::Playback *playback = &m_window->playback();
    m_play = add(menu, tr("&Play"), Qt::CTRL | Qt::Key_P, u"play"_s);
    connect(m_play, &QAction::triggered, playback, &workspace::Playback::toggle);
    connect(add(menu, tr("Step &forward"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right, u"step-forward"_s),
            &QAction::triggered, playback, [playback] { playback->step(1); });
    connect(add(menu, tr("Step &back"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left, u"step-back"_s),
            &QAction::triggered, playback, [playback] { playback->step(-1); });
    connect(add(menu, tr("&End playback, show all"), {}), &QAction::triggered, playback,
            &workspace::Playback::stop);
    menu->addMenu(m_window->views().timeline->transport()->pace()->menu());
    menu->addSeparator();
    connect(add(menu, tr("&Whole time"), {}), &QAction::triggered, m_window->views().timeline,
            &timeline::TimelineView::showAll);
    connect(add(menu, tr("F&it selection or filtered events"), {}), &QAction::triggered,
            m_window->views().timeline, &timeline::TimelineView::showFitting);
}

void MainMenus::buildPresent()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Present"));
    stories::Presentation *presentation = &m_window->presentation();
    m_present = add(menu, tr("From the &beginning"), Qt::Key_F5, u"present"_s);
    connect(m_present, &QAction::triggered, presentation,
            [presentation] { presentation->start(0); });
    m_presentFromHere = add(menu, tr("From &here"), Qt::SHIFT | Qt::Key_F5);
    connect(m_presentFromHere, &QAction::triggered, presentation,
            [presentation] { presentation->startFromHere(); });
    menu->addSeparator();
    m_stories = menu->addMenu(tr("&Stories"));
    // Present mode has the first word on every key, its own and those of actions.
    connect(presentation, &stories::Presentation::runningChanged, this, [this](bool running) {
        for (QAction *action : std::as_const(m_all))
            action->setShortcutContext(running ? Qt::WidgetShortcut : Qt::WindowShortcut);
    });
}

void MainMenus::buildHelp()
{
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Help"));
    m_doubts = add(menu, tr("Data &doubts"), Qt::Key_F8, u"help"_s);
    connect(m_doubts, &QAction::triggered, m_window, &MainWindow::showDoubts);
    connect(add(menu, tr("&Faults in the dataset"), {}), &QAction::triggered, m_window,
            &MainWindow::showDiagnostics);
    connect(add(menu, tr("&Keys"), Qt::Key_Question), &QAction::triggered, m_window,
            [this] { openCheatSheet(*m_window, m_all); });
    menu->addSeparator();
    connect(add(menu, tr("&About Dateline"), {}), &QAction::triggered, m_window,
            [this] { openAbout(*m_window, m_window->workspace()); });
}

void MainMenus::buildToolBar()
{
    auto *bar = new QToolBar(tr("Tools"), m_window);
    bar->setObjectName(u"ToolBar"_s);
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->addActions({m_open, m_undo, m_redo});
    bar->addSeparator();
    bar->addWidget(m_window->views().search);
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    auto *lens = new QToolButton(bar);
    m_lensButton = lens;
    lens->setToolTip(tr("By what the timeline divides its lanes"));
    lens->setMenu(m_lensMenu);
    lens->setPopupMode(QToolButton::InstantPopup);
    bar->addWidget(lens);
    bar->addAction(m_table);
    bar->addAction(m_doubts);
    auto *present = new QToolButton(bar);
    // Not its default action: the menu's text, "From the beginning", says nothing out here.
    present->setText(tr("Present"));
    present->setIcon(m_present->icon());
    present->setToolTip(tr("Present the first story (F5)"));
    present->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(present, &QToolButton::clicked, m_present, &QAction::trigger);
    bar->addWidget(present);
    m_window->insertToolBar(m_window->findChild<QToolBar *>(u"LedgerBar"_s), bar);
    m_window->insertToolBarBreak(m_window->findChild<QToolBar *>(u"LedgerBar"_s));
}

void MainMenus::refresh()
{
    Workspace &workspace = m_window->workspace();
    m_undo->setEnabled(workspace.canUndo());
    m_redo->setEnabled(workspace.canRedo());
    m_reset->setEnabled(!workspace.state().filters.isEmpty() || workspace.state().play);
    const bool playing = m_window->playback().isPlaying();
    // Another icon asks the tool bar to lay itself out, and the window after it.
    if (const QString text = playing ? tr("&Pause") : tr("&Play"); text != m_play->text()) {
        m_play->setText(text);
        m_play->setIcon(QIcon(playing ? u":/icons/pause.icon"_s : u":/icons/play.icon"_s));
    }
    m_motion->setChecked(m_window->isMotionReduced());
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(m_window->theme()));
    for (QAction *action : m_lenses->actions()) {
        action->setChecked(action->data().toInt() == int(workspace.state().lens));
        if (action->isChecked())
            m_lensButton->setText(tr("Lanes: %1").arg(action->text().remove(u'&')));
    }
    const std::vector<events::Story> &stories = workspace.dataset().stories();
    m_figure->setEnabled(!m_window->datasetPath().isEmpty());
    m_film->setEnabled(m_figure->isEnabled() && m_window->playback().extent());
    m_present->setEnabled(!stories.empty());
    m_presentFromHere->setEnabled(!stories.empty());
    if (std::size_t(m_stories->actions().size()) == stories.size())
        return;
    m_stories->clear();
    for (std::size_t i = 0; i < stories.size(); ++i)
        connect(m_stories->addAction(stories[i].title), &QAction::triggered, this,
                [this, i] { m_window->presentation().start(i); });
}

} // namespace dateline::shell
