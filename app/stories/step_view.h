// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stories/story_look.h>
#include <stories/story_player.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace dateline::stories {

class MarkdownView;

/// The text of the step that is shown, for the audience: heading, text, the question when it is
/// asked for, which step of how many, and below who says so: the filter and the dataset. Follows
/// the player and the workspace; both outlive it.
class StepView : public QWidget
{
    Q_OBJECT

public:
    StepView(workspace::Workspace *workspace, StoryPlayer *player, QWidget *parent = nullptr);

    void setLook(const StoryLook &look);
    [[nodiscard]] const StoryLook &look() const { return m_look; }

    /// The question of the step is hidden until somebody asks for it, and again at each step.
    void setQuestionVisible(bool visible);
    [[nodiscard]] bool isQuestionVisible() const;

    [[nodiscard]] QSize sizeHint() const override { return {440, 640}; }
    /// About five words of the body a line.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void overviewRequested();
    void endRequested();
    /// A person activated a link in the text; whoever listens names the host and asks first.
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTexts(QVBoxLayout *layout);
    void buildButtons(QVBoxLayout *layout);
    void showStep();
    void showAttribution();
    void restyle();
    void announce();

    workspace::Workspace *m_workspace;
    StoryPlayer *m_player;
    StoryLook m_look;
    QLabel *m_story;
    QLabel *m_counter;
    QLabel *m_heading;
    MarkdownView *m_text;
    QLabel *m_fault;
    QPushButton *m_ask;
    QLabel *m_question;
    QLabel *m_attribution;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace dateline::stories
