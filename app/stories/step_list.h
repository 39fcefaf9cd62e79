// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stories/story_look.h>
#include <stories/story_player.h>

#include <QFrame>

class QKeyEvent;
class QLabel;
class QListWidget;

namespace dateline::stories {

/// All steps of the story over the window, to go to one: with arrows and Enter, with its number
/// and Enter, or with a click.
class StepList : public QFrame
{
    Q_OBJECT

public:
    /// A child of `window`, hidden at first.
    StepList(StoryPlayer *player, QWidget *window);

    void setLook(const StoryLook &look);

    /// Shows the steps of the player's story, the current one chosen.
    void open();

    /// The keys that the list has a use for while it is open, and what it does with them.
    [[nodiscard]] static bool takesKey(const QKeyEvent &event);
    void handleKey(const QKeyEvent &event);

private:
    void typeNumber(const QKeyEvent &event);
    void moveBy(int rows);
    void choose(int row);
    void showPrompt();

    StoryPlayer *m_player;
    QLabel *m_prompt;
    QListWidget *m_steps;
    QString m_typed; ///< the digits of a step's number so far
};

} // namespace dateline::stories
