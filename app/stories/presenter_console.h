// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stories/story_look.h>
#include <stories/story_player.h>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace dateline::stories {

/// A second window for the one who presents: notes and question of the step, what comes next, the
/// time of day and since the begin, and whether the audience's picture is covered.
class PresenterConsole : public QWidget
{
    Q_OBJECT

public:
    explicit PresenterConsole(StoryPlayer *player, QWidget *parent = nullptr);

    void setLook(const StoryLook &look);

    /// What the audience sees instead of the window, e.g. "black"; empty when it sees the window.
    void setCoverPhrase(const QString &phrase);

    /// Starts the clock of the presentation again.
    void restartClock();

    /// Shows the window on a screen where `audience` is not, when there is one.
    void showBeside(const QWidget &audience);

Q_SIGNALS:
    /// A person wants the audience's picture to stay as it is, or to go on.
    void freezeRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildButtons(QVBoxLayout *layout);
    QLabel *addLabel(QVBoxLayout *layout, const QString &name);
    void showStep();
    void showClock();

    StoryPlayer *m_player;
    QElapsedTimer m_sinceBegin;
    QTimer m_tick;
    QLabel *m_clock;
    QLabel *m_cover;
    QLabel *m_heading;
    QLabel *m_notes;
    QLabel *m_question;
    QLabel *m_next;
};

} // namespace dateline::stories
