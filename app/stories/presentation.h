// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stories/presentation_keys.h>
#include <stories/presentation_stage.h>
#include <stories/story_look.h>
#include <stories/story_player.h>

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

class QKeyEvent;

namespace dateline::stories {

class CoverScreen;
class PresenterConsole;
class StepList;
class StepView;

/// Present mode: shows a story on the stage, and while it does so takes the keys that people and
/// remotes use to step before any pane or menu sees them: the mode decides first, then focus. Which
/// key does what is in presentation_keys.h. Keys go their usual way in a dialog, a menu, and,
/// when they type, in a text field. Lives in the GUI thread; workspace and stage outlive it.
class Presentation : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Presentation)

public:
    Presentation(workspace::Workspace *workspace, PresentationStage *stage,
                 QObject *parent = nullptr);
    ~Presentation() override;

    [[nodiscard]] StoryPlayer *player() { return &m_player; }
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Begins a story at a step, in full screen when asked. False, and nothing changes, when the
    /// dataset has no such story. While one is running: goes to that story and step.
    bool start(std::size_t story, std::size_t step = 0, bool fullScreen = true);

    /// Begins where the last presentation ended, else the first story at its first step.
    bool startFromHere(bool fullScreen = true);

    /// Ends, and puts everything back as it was: view, docks, theme, size.
    void end();

    /// What hides the window from the audience; Frozen keeps what it showed at that moment.
    enum class Cover : std::uint8_t { None, Black, White, Frozen };
    [[nodiscard]] Cover cover() const { return m_cover; }
    void setCover(Cover cover);

    /// How many times larger than in the projector theme type is; clamped to [0.7, 2.5].
    [[nodiscard]] double textScale() const { return m_look.textScale; }
    void setTextScale(double scale);

    /// The colours of the step's text, the list of steps and the console; at first those of the
    /// projector theme.
    void applyPalette(const workspace::Palette &palette);

    /// The presenter's second window.
    void setConsoleVisible(bool visible);
    [[nodiscard]] bool isConsoleVisible() const;

    /// The list of steps, to go to one. Only while running.
    void setOverviewVisible(bool visible);
    [[nodiscard]] bool isOverviewVisible() const;

    [[nodiscard]] bool isQuestionVisible() const;

    void execute(Command command);

Q_SIGNALS:
    void runningChanged(bool running);
    /// A person activated a link in a step; whoever listens names the host and asks first.
    void linkActivated(const QUrl &url);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event, bool act);
    [[nodiscard]] bool takesKeysOf(const QObject *watched) const;
    void connectParts();
    void move(Command command);
    void toggleCover(Cover cover);
    void peel();
    void leave();
    void spreadLook();

    PresentationStage *m_stage;
    StoryPlayer m_player;
    StoryLook m_look;
    std::unique_ptr<StepView> m_stepView;
    std::unique_ptr<CoverScreen> m_coverScreen;
    std::unique_ptr<StepList> m_stepList;
    std::unique_ptr<PresenterConsole> m_console; ///< made when first shown
    Cover m_cover = Cover::None;
    bool m_running = false;
    bool m_wasFullScreen = false; ///< before the presentation
    std::pair<std::size_t, std::size_t> m_here; ///< story and step shown last
};

} // namespace dateline::stories
