// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/clock_button.h>

#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QPainter>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using workspace::Clock;
using workspace::ViewState;

ClockButton::ClockButton(workspace::Workspace *workspace, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_next(new QAction(tr("&Next clock"), this))
    , m_lag(new QAction(tr("&Lines from happening to saying"), this))
{
    setObjectName("clock"_L1);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("What places the events along the time axis: when it happened, when it was "
                  "first said, or when that was published (C). What passes and all counts stay."));
    m_next->setShortcut(Qt::Key_C);
    m_next->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_next, &QAction::triggered, workspace, [workspace] {
        workspace->change([](ViewState &next) { next.clock = Clock((int(next.clock) + 1) % 3); });
    });
    makeMenu();
    connect(workspace, &workspace::Workspace::clockChanged, this, &ClockButton::showClock);
    connect(workspace, &workspace::Workspace::datasetChanged, this, &ClockButton::showClock);
    showClock();
}

void ClockButton::makeMenu()
{
    auto *menu = new QMenu(tr("&Events placed by"), this);
    m_clocks = new QActionGroup(menu);
    for (const auto &[clock, text] : {std::pair(Clock::Happened, tr("When it &happened")),
                                      std::pair(Clock::Said, tr("When first &said")),
                                      std::pair(Clock::Published, tr("When &published"))}) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(clock));
        m_clocks->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(m_next);
    menu->addSeparator();
    m_lag->setCheckable(true);
    m_lag->setToolTip(tr("A line for each mark, as long as the time from when it happened until it "
                         "was said or published; while the marks are few"));
    menu->setToolTipsVisible(true);
    menu->addAction(m_lag);
    connect(m_clocks, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto clock = Clock(action->data().toInt());
        m_workspace->change([clock](ViewState &next) { next.clock = clock; });
    });
    setMenu(menu);
}

void ClockButton::showClock()
{
    const Clock clock = m_workspace->state().clock;
    for (QAction *action : m_clocks->actions())
        action->setChecked(action->data().toInt() == int(clock));
    setAccessibleName(tr("Events placed by: %1", "a clock").arg(workspace::clockPhrase(clock)));
    update();
}

void ClockButton::setStyle(const TimelineStyle &style)
{
    m_style = style;
    update();
}

void ClockButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_style.window);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus() || underMouse() || isDown()) {
        painter.setPen(QPen(hasFocus() ? m_style.accent : m_style.line, hasFocus() ? 2 : 1));
        painter.setBrush(m_style.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    const double scale = m_style.scale;
    const QRectF text = QRectF(rect()).adjusted(8 * scale, 0, -14 * scale, 0);
    drawClockTitle(painter, m_style, m_workspace->state().clock, text);
    const QPointF tip(width() - 8 * scale, height() / 2.0 + 2 * scale);
    painter.setPen(QPen(m_style.muted, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF({tip + QPointF(-3.5, -3.5) * scale, tip, tip + QPointF(3.5, -3.5) * scale}));
}

} // namespace dateline::timeline
