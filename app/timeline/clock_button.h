// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_style.h>
#include <workspace/workspace.h>

#include <QToolButton>

class QActionGroup;

namespace dateline::timeline {

/// The title of the time axis as a button: by which clock the events are placed. Its menu chooses
/// one, and so does the key C, one after the other, in the timeline and in every widget that gets
/// nextAction(). The workspace must outlive it.
class ClockButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ClockButton(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void setStyle(const TimelineStyle &style);

    /// Takes the next clock; its key works in a widget that it is added to, and in what is in that.
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    /// Whether lines join the clocks, which the canvas connects.
    [[nodiscard]] QAction *lagAction() const { return m_lag; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeMenu();
    void showClock();

    workspace::Workspace *m_workspace;
    QActionGroup *m_clocks = nullptr;
    QAction *m_next;
    QAction *m_lag;
    TimelineStyle m_style;
};

} // namespace dateline::timeline
