// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_style.h>
#include <workspace/playback.h>
#include <workspace/workspace.h>

#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace dateline::timeline {

class CommittedField;
class PaceControls;

/// The controls above the lanes: playing and stepping, the typed play head, which events it shows,
/// how playing goes, how many events that is, and the typed brush. Left and Right step while one of
/// the transport buttons has the focus; everywhere Space presses the button that has it, but while
/// playback rests at a turning point Right and Space go on. Where there is too little room, it
/// keeps playing and stepping and leaves out what is used least.
class TransportRow : public QWidget
{
    Q_OBJECT

public:
    TransportRow(workspace::Workspace *workspace, workspace::Playback *playback,
                 QWidget *parent = nullptr);

    void setStyle(const TimelineStyle &style);

    /// Room for playing and stepping alone.
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Growth's button, which the view connects; without growth to show it is hidden.
    [[nodiscard]] QToolButton *growthButton() const { return m_growth; }
    /// The button of the legend, which the view connects.
    [[nodiscard]] QToolButton *legendButton() const { return m_legend; }

    [[nodiscard]] CommittedField *headField() const { return m_head; }
    [[nodiscard]] CommittedField *brushField() const { return m_brush; }
    [[nodiscard]] QLabel *countLabel() const { return m_count; }
    [[nodiscard]] PaceControls *pace() const { return m_pace; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTransport(QHBoxLayout *row);
    void makeModes(QHBoxLayout *row);
    void makeWidth(QHBoxLayout *row);
    void makeBrush(QHBoxLayout *row);
    void makeContainment(QHBoxLayout *row);
    void makeParts(QHBoxLayout *row);
    QHBoxLayout *addGroup(QHBoxLayout *row);
    [[nodiscard]] int widthWithoutGroups() const;
    void fit();
    QToolButton *addButton(QHBoxLayout *row, const QString &name, const QString &help);
    void connectState();
    void showHead();
    void showBrush();
    void showCount();
    void showSettings();
    void showIcons();
    [[nodiscard]] QString commitHead(const QString &text);
    [[nodiscard]] QString commitBrush(const QString &text);

    workspace::Workspace *m_workspace;
    workspace::Playback *m_playback;
    TimelineStyle m_style;
    QToolButton *m_back = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_forward = nullptr;
    QToolButton *m_clear = nullptr;
    QToolButton *m_containment = nullptr;
    QToolButton *m_growth = nullptr;
    QToolButton *m_legend = nullptr;
    QButtonGroup *m_modes = nullptr;
    QSpinBox *m_width = nullptr;
    PaceControls *m_pace = nullptr;
    CommittedField *m_head = nullptr;
    CommittedField *m_brush = nullptr;
    QWidget *m_countPlace = nullptr;
    QLabel *m_count = nullptr;
    std::vector<QWidget *> m_groups; ///< what may be left out, the most useful first
};

} // namespace dateline::timeline
