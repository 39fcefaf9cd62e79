// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/pace_controls.h>

#include <timeline/transport_icons.h>

#include <QActionGroup>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using workspace::PlaySettings;
using workspace::StepUnit;

namespace {

constexpr double fastest = 36'500; ///< days of data a second

/// The speed with as many decimals as it needs.
class SpeedField : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    [[nodiscard]] QString textFromValue(double value) const override
    {
        QLocale plain = locale();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(value, 'f', value == std::round(value) ? 0 : decimals());
    }
};

} // namespace

PaceControls::PaceControls(workspace::Playback *playback, QWidget *parent)
    : QWidget(parent)
    , m_playback(playback)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    makeSpeed();
    makeMenu();
    row->addWidget(m_speed);
    row->addWidget(m_button);
    connect(playback, &workspace::Playback::settingsChanged, this,
            [this] { show(m_playback->settings()); });
}

void PaceControls::makeSpeed()
{
    m_speed = new SpeedField(this);
    m_speed->setObjectName("speed"_L1);
    m_speed->setDecimals(1);
    m_speed->setKeyboardTracking(false);
    connect(m_speed, &QDoubleSpinBox::valueChanged, this, [this](double speed) {
        change([speed](PlaySettings &next) {
            next.daysPerSecond = speed * workspace::daysOf(next.unit);
        });
    });
}

void PaceControls::makeMenu()
{
    m_button = new QToolButton(this);
    m_button->setObjectName("playSettings"_L1);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(tr("&Playing"), this);
    m_menu->setToolTipsVisible(true);
    m_button->setMenu(m_menu);
    addFactor(tr("&Faster"), 2);
    addFactor(tr("S&lower"), 0.5);
    m_menu->addSeparator();
    m_units = new QActionGroup(this);
    addChoices(m_units,
               {tr("Step from &date to date"), tr("Step by d&ay"), tr("Step by &week"),
                tr("Step by &month"), tr("Step by &quarter"), tr("Step by &year")},
               [](PlaySettings &next, int unit) { next.unit = StepUnit(unit); });
    m_menu->addSeparator();
    m_loops = new QActionGroup(this);
    addChoices(m_loops,
               {tr("&Stop at the end"), tr("Begin a&gain at the end"), tr("Play &to and fro")},
               [](PlaySettings &next, int loop) { next.loop = PlaySettings::Loop(loop); });
    m_menu->addSeparator();
    m_stops = addSwitch(tr("&Rest at turning points"),
                        tr("Slow down and rest at the turning points that the dataset names; "
                           "Right goes on"),
                        &PlaySettings::stops);
    m_breaks = addSwitch(tr("&Hurry where nothing changes"),
                         tr("Run fast through stretches in which nothing begins or ends; two "
                            "slanted strokes mark them"),
                         &PlaySettings::breaks);
}

void PaceControls::addFactor(const QString &name, double factor)
{
    connect(m_menu->addAction(name), &QAction::triggered, this, [this, factor] {
        change([factor](PlaySettings &next) {
            next.daysPerSecond = std::clamp(next.daysPerSecond * factor, 1.0, fastest);
        });
    });
}

void PaceControls::addChoices(QActionGroup *group, const QStringList &names,
                              const std::function<void(PlaySettings &, int)> &choose)
{
    for (const QString &name : names) {
        QAction *action = m_menu->addAction(name);
        action->setCheckable(true);
        group->addAction(action);
        const auto number = int(group->actions().size()) - 1;
        connect(action, &QAction::triggered, this, [this, choose, number] {
            change([&](PlaySettings &next) { choose(next, number); });
        });
    }
}

QAction *PaceControls::addSwitch(const QString &name, const QString &help,
                                 bool PlaySettings::*setting)
{
    QAction *action = m_menu->addAction(name);
    action->setCheckable(true);
    action->setToolTip(help);
    connect(action, &QAction::triggered, this, [this, setting](bool on) {
        change([setting, on](PlaySettings &next) { next.*setting = on; });
    });
    return action;
}

void PaceControls::change(const std::function<void(PlaySettings &)> &change)
{
    PlaySettings next = m_playback->settings();
    change(next);
    m_playback->setSettings(next);
}

void PaceControls::setStyle(const TimelineStyle &style)
{
    m_style = style;
    const int side = int(16 * style.scale);
    m_button->setIconSize({side, side});
    show(m_playback->settings());
}

void PaceControls::show(const PlaySettings &settings)
{
    const auto unit = qsizetype(settings.unit);
    const auto loop = qsizetype(settings.loop);
    const QStringList perSecond{tr(" days/s"),   tr(" days/s"),     tr(" weeks/s"),
                                tr(" months/s"), tr(" quarters/s"), tr(" years/s")};
    const QStringList steps{tr("by date"),  tr("by day"),     tr("by week"),
                            tr("by month"), tr("by quarter"), tr("by year")};
    constexpr Glyph glyphs[] = {Glyph::Once, Glyph::Loop, Glyph::Bounce};
    const QStringList ends{tr("stops at the end"), tr("begins again at the end"),
                           tr("goes to and fro")};
    {
        // What is shown is rounded, and must not become the speed.
        const QSignalBlocker quiet(m_speed);
        const double days = workspace::daysOf(settings.unit);
        m_speed->setSuffix(perSecond[unit]);
        m_speed->setRange(days > 1 ? 0.1 : 1, std::round(fastest / days));
        m_speed->setSingleStep(days > 1 ? 1 : 30);
        m_speed->setValue(settings.daysPerSecond / days);
    }
    m_speed->setAccessibleName(
        tr("Speed in%1", "days/s, with a space before").arg(perSecond[unit]));
    m_speed->setToolTip(tr("Time in the data for each second of playing"));
    m_button->setText(steps[unit]);
    m_button->setIcon(glyphIcon(glyphs[loop], m_style.text));
    m_button->setAccessibleName(
        tr("Playing: steps %1, %2", "by date, stops at the end").arg(steps[unit], ends[loop]));
    m_button->setToolTip(
        tr("Steps %1, %2; click to change how it plays", "by date, stops at the end")
            .arg(steps[unit], ends[loop]));
    m_units->actions().at(unit)->setChecked(true);
    m_loops->actions().at(loop)->setChecked(true);
    m_stops->setChecked(settings.stops);
    m_breaks->setChecked(settings.breaks);
}

} // namespace dateline::timeline
