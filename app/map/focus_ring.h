// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QPainter>
#include <QWidget>

namespace dateline::map {

/// The line around the map while the keyboard acts on it. Lets the pointer through.
class FocusRing : public QWidget
{
public:
    FocusRing(MapControl *control, QWidget *parent)
        : QWidget(parent)
        , m_control(control)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(QPen(m_control->palette().selection, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }

private:
    MapControl *m_control;
};

} // namespace dateline::map
