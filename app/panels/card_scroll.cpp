// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/card_scroll.h>

#include <panels/thin_scroll_bar.h>

#include <QKeyEvent>

namespace dateline::panels {

CardScroll::CardScroll(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that its coming and going does not lay the column out a second time.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    setFocusPolicy(Qt::StrongFocus);
}

void CardScroll::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        break;
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        break;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        break;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        break;
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        break;
    case Qt::Key_End:
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        break;
    default:
        event->ignore();
        return;
    }
    event->accept();
}

void CardScroll::resizeEvent(QResizeEvent *event)
{
    // The column has one width and so has to be laid out for one only.
    if (widget() != nullptr)
        widget()->setFixedWidth(viewport()->width());
    QScrollArea::resizeEvent(event);
}

void CardScroll::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    parentWidget()->update();
}

void CardScroll::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    parentWidget()->update();
}

} // namespace dateline::panels
