// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/window_stage.h>

#include <shell/main_window.h>

#include <QDockWidget>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

constexpr double panelShare = 0.34; ///< of the window's width for the text of a step
constexpr double timelineShare = 0.4; ///< of its height; the map has the rest

} // namespace

WindowStage::WindowStage(MainWindow *window)
    : m_window(window)
{}

QWidget *WindowStage::window()
{
    return m_window;
}

void WindowStage::enter(QWidget *panel)
{
    m_docksBefore = m_window->saveState();
    m_themeBefore = m_window->theme();
    m_textScaleBefore = m_window->textScale();
    const QList<QDockWidget *> docks = m_window->findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        dock->setVisible(dock == m_window->docks().timeline);
    const QList<QToolBar *> bars = m_window->findChildren<QToolBar *>();
    for (QToolBar *bar : bars)
        bar->hide();
    m_window->menuBar()->hide();
    m_window->statusBar()->hide();

    m_dock = new QDockWidget(m_window);
    m_dock->setObjectName(u"StepDock"_s);
    m_dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_dock->setTitleBarWidget(new QWidget(m_dock));
    m_dock->setWidget(panel);
    // The text has the whole height beside map and timeline.
    m_window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_window->setTheme(workspace::Theme::Projector);
    m_dock->show();
    panel->show();
    m_window->resizeDocks({m_dock}, {int(m_window->width() * panelShare)}, Qt::Horizontal);
    m_window->resizeDocks({m_window->docks().timeline}, {int(m_window->height() * timelineShare)},
                          Qt::Vertical);
}

void WindowStage::leave()
{
    if (!m_dock)
        return;
    // The panel was only lent: the dock must not delete it.
    if (QWidget *panel = m_dock->widget()) {
        panel->hide();
        panel->setParent(nullptr);
    }
    m_window->removeDockWidget(m_dock);
    delete m_dock;
    m_dock = nullptr;
    m_window->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_window->menuBar()->show();
    m_window->restoreState(m_docksBefore);
    m_window->setTheme(m_themeBefore);
    m_window->setTextScale(m_textScaleBefore);
}

void WindowStage::setFullScreen(bool on)
{
    if (on == isFullScreen())
        return;
    if (on)
        m_window->showFullScreen();
    else
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowFullScreen);
}

bool WindowStage::isFullScreen() const
{
    return m_window->isFullScreen();
}

void WindowStage::setTextScale(double scale)
{
    m_window->setTextScale(scale);
}

} // namespace dateline::shell
