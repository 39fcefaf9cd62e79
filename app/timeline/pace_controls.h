// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/timeline_style.h>
#include <workspace/playback.h>

#include <QWidget>

#include <functional>

class QActionGroup;
class QDoubleSpinBox;
class QMenu;
class QToolButton;

namespace dateline::timeline {

/// How playback goes: how fast, and a button with a menu for what is set once: by what it steps,
/// what happens at the end, whether it rests at turning points and hurries where nothing begins or
/// ends. The button says the step and shows what happens at the end. The speed is told in units of
/// the step, and stays when that changes.
class PaceControls : public QWidget
{
    Q_OBJECT

public:
    explicit PaceControls(workspace::Playback *playback, QWidget *parent = nullptr);

    void setStyle(const TimelineStyle &style);

    [[nodiscard]] QDoubleSpinBox *speedField() const { return m_speed; }
    /// The menu of the button; also for a menu bar.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

private:
    void makeSpeed();
    void makeMenu();
    void addFactor(const QString &name, double factor);
    void addChoices(QActionGroup *group, const QStringList &names,
                    const std::function<void(workspace::PlaySettings &, int)> &choose);
    QAction *addSwitch(const QString &name, const QString &help,
                       bool workspace::PlaySettings::*setting);
    void change(const std::function<void(workspace::PlaySettings &)> &change);
    void show(const workspace::PlaySettings &settings);

    workspace::Playback *m_playback;
    TimelineStyle m_style;
    QDoubleSpinBox *m_speed = nullptr;
    QToolButton *m_button = nullptr;
    QMenu *m_menu = nullptr;
    QActionGroup *m_units = nullptr;
    QActionGroup *m_loops = nullptr;
    QAction *m_stops = nullptr;
    QAction *m_breaks = nullptr;
};

} // namespace dateline::timeline
