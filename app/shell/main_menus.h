// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QToolBar;
class QToolButton;

namespace dateline::shell {

class FileActions;
class MainWindow;
class MapActions;

/// The menu bar and the tool bar of the window. Actions do what they say through the window's
/// parts; they hold no state of their own.
class MainMenus : public QObject
{
    Q_OBJECT

public:
    /// Builds everything; the window outlives it.
    explicit MainMenus(MainWindow *window);

    /// Checks and enables the actions as the window and the workspace are now.
    void refresh();

private:
    void buildFile();
    void buildEdit();
    void buildView();
    void buildSwitches(QMenu *menu);
    void buildThemes(QMenu *menu);
    void buildLenses(QMenu *menu);
    void buildClocks(QMenu *menu);
    void buildTime();
    void buildPresent();
    void buildHelp();
    void buildToolBar();

    QAction *add(QMenu *menu, const QString &text, const QKeySequence &keys,
                 const QString &icon = {});

    MainWindow *m_window;
    FileActions *m_files;
    MapActions *m_mapActions;
    QList<QAction *> m_all; ///< in the order of the menus
    QAction *m_open = nullptr;
    QAction *m_figure = nullptr;
    QAction *m_film = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_table = nullptr;
    QAction *m_motion = nullptr;
    QAction *m_play = nullptr;
    QAction *m_present = nullptr;
    QAction *m_presentFromHere = nullptr;
    QAction *m_doubts = nullptr;
    QMenu *m_stories = nullptr;
    QToolButton *m_lensButton = nullptr;
    QMenu *m_lensMenu = nullptr;
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_lenses = nullptr;
};

} // namespace dateline::shell
