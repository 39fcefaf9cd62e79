// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/shade_button.h>

#include <map/country_filter.h>

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::map {

ShadeButton::ShadeButton(MapControl *control, QWidget *parent)
    : QAbstractButton(parent)
    , m_control(control)
{
    setObjectName(u"shadeButton"_s);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
    setToolTip(tr("Show only these countries; again for all (Space). Ctrl adds them to others. "
                  "Arrow keys go to the other classes"));
}

void ShadeButton::setEntry(const LegendEntry &entry)
{
    if (entry != m_entry) {
        m_entry = entry;
        update();
    }
}

std::vector<QString> ShadeButton::countries() const
{
    const auto land = m_control->levels().map(0);
    if (!land)
        return {};
    const bool isClass = m_entry.sample == LegendEntry::Sample::Shade;
    return countriesOfClass(m_control->scene().choropleth,
                            isClass ? std::optional(m_entry.step) : std::nullopt, *land);
}

void ShadeButton::refresh()
{
    const std::vector<QString> codes = countries();
    QString what = m_entry.text;
    if (m_entry.shading == workspace::Shading::Stated)
        what = tr("%1 stated", "a range of numbers").arg(what.replace(u"–"_s, tr(" to ")));
    setAccessibleName(
        tr("%1, %Ln country(s), show only these", nullptr, int(codes.size())).arg(what));
    setEnabled(!codes.empty());
    setChecked(areChosen(*m_control->workspace(), codes));
}

void ShadeButton::nextCheckState()
{
    // The filter decides whether it is checked; refresh() follows.
    const bool besides = QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier);
    toggleCountries(*m_control->workspace(), countries(), besides ? Choice::Besides : Choice::Only);
}

void ShadeButton::keepOneTabStop(const std::vector<ShadeButton *> &buttons)
{
    const auto isStop = [](const ShadeButton *each) {
        return each->isReachable() && each->focusPolicy() == Qt::TabFocus;
    };
    if (std::ranges::any_of(buttons, isStop))
        return;
    for (ShadeButton *each : buttons)
        each->setFocusPolicy(Qt::NoFocus);
    const auto first = std::ranges::find_if(buttons, &ShadeButton::isReachable);
    if (first != buttons.end())
        (*first)->setFocusPolicy(Qt::TabFocus);
}

QList<ShadeButton *> ShadeButton::row() const
{
    return parentWidget()->findChildren<ShadeButton *>(Qt::FindDirectChildrenOnly);
}

void ShadeButton::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else if (back || on) {
        QList<ShadeButton *> reachable = row();
        reachable.removeIf([](const ShadeButton *each) { return !each->isReachable(); });
        const qsizetype to = reachable.indexOf(this) + (on ? 1 : -1);
        if (to >= 0 && to < reachable.size())
            reachable.at(to)->setFocus(Qt::TabFocusReason);
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void ShadeButton::focusInEvent(QFocusEvent *event)
{
    for (ShadeButton *each : row())
        each->setFocusPolicy(each == this ? Qt::TabFocus : Qt::NoFocus);
    QAbstractButton::focusInEvent(event);
}

void ShadeButton::paintEvent(QPaintEvent *)
{
    const MapPalette &palette = m_control->palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = rect().toRectF().adjusted(1, 1, -1, -1);
    QColor tint = palette.selection;
    tint.setAlphaF(isDown() ? 0.3F : 0.18F);
    if (isChecked() || isDown()) {
        painter.setPen(QPen(palette.selection, 1.5));
        painter.setBrush(tint);
        painter.drawRoundedRect(box, 3, 3);
    } else if (underMouse() && isEnabled()) {
        painter.setPen(QPen(palette.selection, 1));
        painter.drawRoundedRect(box, 3, 3);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette.selection, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
    }
}

} // namespace dateline::map
