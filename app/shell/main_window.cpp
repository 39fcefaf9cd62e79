// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/main_window.h>

#include <map/map_palette.h>
#include <map/map_view.h>
#include <panels/background_job.h>
#include <panels/caveats_view.h>
#include <panels/detail_card.h>
#include <panels/event_table.h>
#include <panels/facet_panel.h>
#include <panels/ledger_bar.h>
#include <panels/search_box.h>
#include <panels/tray.h>
#include <shell/link_guard.h>
#include <shell/main_menus.h>
#include <shell/play_memory.h>
#include <shell/theme.h>
#include <shell/window_stage.h>
#include <stories/presentation.h>
#include <stories/story_player.h>
#include <timeline/timeline_view.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QProgressBar>
#include <QSettings>
#include <QStatusBar>
#include <QStyle>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

/// Raised when the docks change, so that a state saved by an older program is not restored.
constexpr int dockLayoutVersion = 1;

constexpr double smallestText = 0.7;
constexpr double largestText = 2.5;

} // namespace

MainWindow::MainWindow(const Options &options)
    : m_options(options)
    , m_playback(&m_workspace)
    , m_theme(options.theme)
{
    setObjectName(u"MainWindow"_s);
    if (m_options.remember)
        m_textScale = std::clamp(QSettings().value("window/textScale"_L1, 1.0).toDouble(),
                                 smallestText, largestText);
    if (!m_options.dataset.isEmpty())
        m_loader.load(m_options.dataset);
    applyTheme(m_theme, m_textScale);
    setAcceptDrops(true);
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    buildViews();
    buildDocks();
    buildStatus();
    m_stage = std::make_unique<WindowStage>(this);
    m_presentation = std::make_unique<stories::Presentation>(&m_workspace, m_stage.get());
    m_menus = std::make_unique<MainMenus>(this);
    connectViews();
    restoreWindow();
    dressViews();
    updateTitle();
    m_views.map->setFocus(Qt::ActiveWindowFocusReason);
    if (m_loader.isLoading())
        showProgress();
}

MainWindow::~MainWindow()
{
    // Nothing is written behind a window that is gone.
    qDeleteAll(findChildren<panels::BackgroundJob *>());
    // A presentation puts menus and docks back as they were, so it ends while they are there.
    if (m_presentation->isRunning())
        m_presentation->end();
    // QMainWindow hides its docks as it goes, when this is no MainWindow any more.
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        dock->disconnect(this);
}

void MainWindow::buildViews()
{
    m_views.timeline = new timeline::TimelineView(&m_workspace, &m_playback, this);
    m_views.facets = new panels::FacetPanel(&m_workspace, this);
    m_views.detail = new panels::DetailCard(&m_workspace, this);
    m_views.table = new panels::EventTable(&m_workspace, this);
    m_views.tray = new panels::TrayPanel(&m_workspace, this);
    m_views.ledger = new panels::LedgerBar(&m_workspace, this);
    m_views.search = new panels::SearchBox(&m_workspace, this);
    // Last, since the driver that it draws with is still being loaded.
    m_views.map = new map::MapView(&m_workspace, this);
    if (m_options.remember)
        m_views.map->setOwnNames(QSettings().value("map/ownNames"_L1).toBool());
    setCentralWidget(m_views.map);
}

void MainWindow::buildDocks()
{
    const auto add = [this](const QString &name, const QString &title, QWidget *view,
                            Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setWidget(view);
        dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
        addDockWidget(area, dock);
        return dock;
    };
    m_docks.facets = add(u"FacetsDock"_s, tr("Filter"), m_views.facets, Qt::LeftDockWidgetArea);
    m_docks.detail = add(u"DetailDock"_s, tr("Detail"), m_views.detail, Qt::RightDockWidgetArea);
    m_docks.tray = add(u"TrayDock"_s, tr("Not on the map"), m_views.tray, Qt::RightDockWidgetArea);
    m_docks.timeline
        = add(u"TimelineDock"_s, tr("Timeline"), m_views.timeline, Qt::BottomDockWidgetArea);
    m_docks.table = add(u"TableDock"_s, tr("Table"), m_views.table, Qt::BottomDockWidgetArea);
    // The timeline needs no title: it says by itself what it is, and height is dear.
    m_docks.timeline->setTitleBarWidget(new QWidget(m_docks.timeline));
    tabifyDockWidget(m_docks.detail, m_docks.tray);
    m_docks.detail->raise();
    splitDockWidget(m_docks.timeline, m_docks.table, Qt::Vertical);
    m_docks.tray->hide();
    m_docks.table->hide();
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    resizeDocks({m_docks.facets, m_docks.detail}, {280, 380}, Qt::Horizontal);
    connect(m_docks.table, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        // It takes its place from the timeline, which would keep too little.
        if (visible && !std::exchange(m_tableHasRoom, true))
            QTimer::singleShot(0, this, &MainWindow::giveTheTableRoom);
    });
    for (const QDockWidget *dock : {m_docks.detail, m_docks.tray})
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::titleTheRight);

    addToolBarBreak();
    QToolBar *ledger = addToolBar(tr("Filter sentence"));
    ledger->setObjectName(u"LedgerBar"_s);
    ledger->setMovable(false);
    ledger->addWidget(m_views.ledger);
}

void MainWindow::giveTheTableRoom()
{
    constexpr double timelineShare = 0.3; // of the window's height
    constexpr double tableShare = 0.24;
    resizeDocks({m_docks.timeline, m_docks.table},
                {int(height() * timelineShare), int(height() * tableShare)}, Qt::Vertical);
}

void MainWindow::titleTheRight()
{
    // In tabs the tab says what it is; a title would repeat it.
    const bool tabbed = !m_docks.detail->isHidden() && !m_docks.tray->isHidden();
    for (QDockWidget *dock : {m_docks.detail, m_docks.tray}) {
        if (tabbed == (dock->titleBarWidget() != nullptr))
            continue;
        QWidget *before = dock->titleBarWidget();
        dock->setTitleBarWidget(tabbed ? new QWidget(dock) : nullptr);
        delete before;
    }
}

void MainWindow::buildStatus()
{
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of opening the dataset"));
    m_cancel = new QToolButton(this);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel opening the dataset"));
    m_faults = new QToolButton(this);
    m_faults->setAccessibleName(tr("Show the faults found in the dataset"));
    connect(m_faults, &QToolButton::clicked, this, &MainWindow::showDiagnostics);
    statusBar()->addWidget(m_progress, 1);
    statusBar()->addWidget(m_cancel);
    statusBar()->addPermanentWidget(m_faults);
    statusBar()->hide();
}

void MainWindow::connectViews()
{
    const auto raise = [](QDockWidget *dock) {
        dock->show();
        dock->raise();
    };
    const auto showDetail = [this, raise] { raise(m_docks.detail); };
    const auto showTray = [this, raise] { raise(m_docks.tray); };
    const auto openLink = [this](const QUrl &url) { askAndOpen(url, this); };
    connect(m_views.map, &map::MapView::detailRequested, this, showDetail);
    connect(m_views.map, &map::MapView::trayRequested, this, showTray);
    connect(m_views.map, &map::MapView::playRequested, &m_playback, &workspace::Playback::toggle);
    connect(m_views.map, &map::MapView::baseMapFailed, this, [this](const QString &reason) {
        statusBar()->show();
        statusBar()->showMessage(tr("The map has no land: %1").arg(reason));
    });
    connect(m_views.timeline, &timeline::TimelineView::detailRequested, this, showDetail);
    connect(m_views.ledger, &panels::LedgerBar::trayRequested, this, showTray);
    connect(m_views.detail, &panels::DetailCard::linkActivated, this, openLink);
    connect(m_presentation.get(), &stories::Presentation::linkActivated, this, openLink);
    // What plays on would leave the step that its author wrote at once.
    for (const auto shows : {&stories::StoryPlayer::stepChanged, &stories::StoryPlayer::ended})
        connect(m_presentation->player(), shows, &m_playback, &workspace::Playback::pause);
    connect(&m_loader, &DatasetLoader::finished, this, &MainWindow::showLoaded);
    connect(&m_loader, &DatasetLoader::textIndexed, &m_workspace,
            &workspace::Workspace::setTextIndex);
    connect(&m_loader, &DatasetLoader::progressed, this,
            [this](double share) { m_progress->setValue(int(share * m_progress->maximum())); });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_loader.cancel();
        statusBar()->hide();
        Q_EMIT openFailed();
    });
}

void MainWindow::restoreWindow()
{
    resize(1600, 1000);
    setMotionReduced(false);
    if (!m_options.remember)
        return;
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry"_L1).toByteArray());
    m_isArranged = restoreState(settings.value("window/docks"_L1).toByteArray(), dockLayoutVersion);
    m_views.timeline->setLegendShown(settings.value("window/timelineLegend"_L1).toBool());
    m_playback.setSettings(rememberedPlaySettings(m_playback.settings()));
    const bool systemStandsStill
        = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    setMotionReduced(settings.value("window/reduceMotion"_L1, systemStandsStill).toBool());
}

void MainWindow::showEvent(QShowEvent *event)
{
    constexpr int timelineHeight = 400; // at 10 pt
    constexpr double mostOfWindow = 0.44;
    if (!std::exchange(m_isArranged, true)) {
        const double wanted = timelineHeight * typeScale(m_theme, m_textScale);
        resizeDocks({m_docks.timeline}, {int(std::min(wanted, mostOfWindow * height()))},
                    Qt::Vertical);
    }
    QMainWindow::showEvent(event);
}

bool MainWindow::mayDropJobs()
{
    if (!m_options.attended || !findChild<panels::BackgroundJob *>())
        return true;
    return QMessageBox::question(this, tr("Close Dateline?"),
                                 tr("Events are still being written or copied. If you close the "
                                    "window now, nothing comes of that."),
                                 QMessageBox::Close | QMessageBox::Cancel, QMessageBox::Cancel)
        == QMessageBox::Close;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayDropJobs()) {
        event->ignore();
        return;
    }
    if (m_presentation->isRunning())
        m_presentation->end();
    m_playback.pause();
    if (m_options.remember) {
        QSettings settings;
        settings.setValue("window/geometry"_L1, saveGeometry());
        settings.setValue("window/docks"_L1, saveState(dockLayoutVersion));
        settings.setValue("window/theme"_L1, workspace::themeName(m_theme));
        settings.setValue("window/textScale"_L1, m_textScale);
        settings.setValue("window/timelineLegend"_L1, m_views.timeline->isLegendShown());
        settings.setValue("window/reduceMotion"_L1, isMotionReduced());
        settings.setValue("map/ownNames"_L1, m_views.map->hasOwnNames());
        rememberPlaySettings(m_playback.settings());
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::setTheme(workspace::Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    applyLook();
    m_menus->refresh();
}

void MainWindow::setMotionReduced(bool reduced)
{
    // A picture that nobody waits for shows where the camera goes, not where it is on its way.
    m_views.map->setAnimated(m_options.attended && !reduced);
    workspace::PlaySettings settings = m_playback.settings();
    settings.glides = !reduced;
    m_playback.setSettings(settings);
    m_menus->refresh();
}

void MainWindow::setTextScale(double scale)
{
    scale = std::clamp(scale, smallestText, largestText);
    if (scale == m_textScale)
        return;
    m_textScale = scale;
    applyLook();
}

void MainWindow::applyLook()
{
    applyTheme(m_theme, m_textScale);
    dressViews();
}

void MainWindow::dressViews()
{
    workspace::Palette palette = workspace::paletteOf(m_theme);
    palette.fontScale = typeScale(m_theme, m_textScale);
    m_views.timeline->applyPalette(palette, m_theme);
    // The other views take their type from the application's font, which is scaled already.
    palette.fontScale = 1;
    QFont mapFont = QApplication::font();
    // The map scales by the theme itself.
    mapFont.setPointSizeF(mapFont.pointSizeF() / workspace::paletteOf(m_theme).fontScale);
    m_views.map->setMapPalette(map::mapPalette(m_theme, mapFont));
    m_views.facets->applyPalette(palette, m_theme);
    m_views.detail->applyPalette(palette, m_theme);
    m_views.table->applyPalette(palette, m_theme);
    m_views.tray->applyPalette(palette, m_theme);
    m_views.ledger->applyPalette(palette, m_theme);
    m_views.search->applyPalette(palette, m_theme);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // What reaches the window no focused pane had a use for.
    if (event->key() == Qt::Key_Escape && m_workspace.peel())
        return;
    QMainWindow::keyPressEvent(event);
}

void MainWindow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        m_views.map->stepCamera(-1);
    else if (event->button() == Qt::ForwardButton)
        m_views.map->stepCamera(1);
    else
        QMainWindow::mousePressEvent(event);
}

} // namespace dateline::shell
