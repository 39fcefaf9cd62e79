// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_canvas.h>

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace dateline::map {

MapCanvas::MapCanvas(MapControl *control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(control, &MapControl::sceneChanged, this, qOverload<>(&QWidget::update));
}

void MapCanvas::paintEvent(QPaintEvent *)
{
    const MapScene &scene = m_control->scene();
    const MapPainter land({m_control->levels().map(scene.level)});
    QPainter painter(this);
    land.paint(painter, scene, m_control->workspace()->dataset().kinds(), m_control->palette());
}

void MapCanvas::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    const bool fine = event->modifiers().testFlag(Qt::ControlModifier);
    m_control->setCamera(zoomedAt(m_control->camera(), m_control->size(), event->position(),
                                  notches / (fine ? 8 : 2)));
    event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragged = event->position();
}

void MapCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragged)
        return;
    m_control->setCamera(
        panned(m_control->camera(), m_control->size(), event->position() - *m_dragged));
    m_dragged = event->position();
}

void MapCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged.reset();
}

} // namespace dateline::map
