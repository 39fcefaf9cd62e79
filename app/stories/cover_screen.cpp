// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/cover_screen.h>

#include <QEvent>
#include <QPainter>

namespace dateline::stories {

CoverScreen::CoverScreen(QWidget *window)
    : QWidget(window)
{
    hide();
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Covered picture"));
    window->installEventFilter(this);
}

void CoverScreen::coverWith(const QColor &colour)
{
    m_picture = {};
    m_colour = colour;
    setCursor(Qt::BlankCursor);
    raiseOver();
}

void CoverScreen::freeze()
{
    hide();
    m_picture = parentWidget()->grab();
    m_colour = Qt::black;
    unsetCursor();
    raiseOver();
}

void CoverScreen::uncover()
{
    hide();
    m_picture = {};
}

void CoverScreen::raiseOver()
{
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

bool CoverScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void CoverScreen::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_colour);
    if (!m_picture.isNull())
        painter.drawPixmap(0, 0, m_picture);
}

} // namespace dateline::stories
