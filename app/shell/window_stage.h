// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stories/presentation_stage.h>
#include <workspace/palette.h>

#include <QByteArray>

class QDockWidget;

namespace dateline::shell {

class MainWindow;

/// The main window as the stage of a presentation: leaves only the map, the timeline and the text
/// of the step on the screen, in the projector theme, and puts everything back afterwards.
class WindowStage : public stories::PresentationStage
{
public:
    /// The window outlives the stage.
    explicit WindowStage(MainWindow *window);

    [[nodiscard]] QWidget *window() override;
    void enter(QWidget *panel) override;
    void leave() override;
    void setFullScreen(bool on) override;
    [[nodiscard]] bool isFullScreen() const override;
    void setTextScale(double scale) override;

private:
    MainWindow *m_window;
    QDockWidget *m_dock = nullptr;
    QByteArray m_docksBefore;
    workspace::Theme m_themeBefore = workspace::Theme::Paper;
    double m_textScaleBefore = 1.0;
};

} // namespace dateline::shell
