// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/dataset_loader.h>
#include <shell/window_parts.h>
#include <workspace/palette.h>
#include <workspace/playback.h>
#include <workspace/workspace.h>

#include <QMainWindow>

#include <memory>

class QProgressBar;
class QToolButton;

namespace dateline::stories {
class Presentation;
}

namespace dateline::shell {

class MainMenus;
class WindowStage;

/// The window: builds the views, hands each the workspace, and opens datasets and saved views.
/// What views show and do is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    struct Options
    {
        workspace::Theme theme = workspace::Theme::Paper;
        bool remember = true; ///< keep geometry, docks, theme and text size for next time
        bool attended = true; ///< somebody is there; else faults go to stderr and nothing waits
        QString dataset; ///< read while the window is built, as openDataset() does; empty: none
    };

    explicit MainWindow(const Options &options);
    ~MainWindow() override;

    [[nodiscard]] workspace::Workspace &workspace() { return m_workspace; }
    [[nodiscard]] workspace::Playback &playback() { return m_playback; }
    [[nodiscard]] const Views &views() const { return m_views; }
    [[nodiscard]] const Docks &docks() const { return m_docks; }
    [[nodiscard]] stories::Presentation &presentation() { return *m_presentation; }

    /// Reads a package in the background and shows it; datasetShown() or openFailed() follows.
    void openDataset(const QString &path);

    /// The package that is shown; empty before the first.
    [[nodiscard]] const QString &datasetPath() const { return m_datasetPath; }

    /// Shows a saved view, as one undo step. Says what is wrong in a message and gives false
    /// when the file is none.
    bool openView(const QString &path);

    [[nodiscard]] workspace::Theme theme() const { return m_theme; }
    void setTheme(workspace::Theme theme);

    /// Between 0.7 and 2.5 times the type of the theme.
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);

    /// Whether nothing glides: the map jumps, playing goes from date to date.
    [[nodiscard]] bool isMotionReduced() const { return !m_playback.settings().glides; }
    void setMotionReduced(bool reduced);

    /// What the package's editors doubt themselves, in a window of its own.
    void showDoubts();
    /// The faults that reading the dataset found.
    void showDiagnostics();

Q_SIGNALS:
    void datasetShown();
    void openFailed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] bool mayDropJobs();
    void buildViews();
    void buildDocks();
    void buildStatus();
    void showProgress();
    void giveTheTableRoom();
    void titleTheRight();
    void connectViews();
    void restoreWindow();
    void applyLook();
    void dressViews();
    void showLoaded(const LoadedDataset &loaded);
    void complain(const QString &path);
    void updateTitle();

    Options m_options;
    workspace::Workspace m_workspace;
    workspace::Playback m_playback;
    DatasetLoader m_loader;
    QString m_datasetPath;
    Views m_views;
    Docks m_docks;
    std::unique_ptr<WindowStage> m_stage;
    std::unique_ptr<stories::Presentation> m_presentation;
    std::unique_ptr<MainMenus> m_menus;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_faults = nullptr;
    std::vector<readers::Diagnostic> m_diagnostics;
    workspace::Theme m_theme;
    double m_textScale = 1.0;
    bool m_isArranged = false; ///< the docks have their sizes
    bool m_tableHasRoom = false; ///< since it was shown first
};

} // namespace dateline::shell
