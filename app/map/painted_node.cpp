// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/painted_node.h>

#include <map/painted_scene.h>

#include <QPainter>
#include <QQuickWindow>

namespace dateline::map {

PaintedNode::PaintedNode(QQuickWindow *window, PaintedScene *scene)
    : m_window(window)
    , m_scene(scene)
{}

void PaintedNode::set(const SceneParts &parts, const QSizeF &size)
{
    m_parts = parts;
    m_size = size;
    markDirty(DirtyMaterial);
}

void PaintedNode::render(const RenderState *)
{
    auto &painter = *static_cast<QPainter *>(m_window->rendererInterface()->getResource(
        m_window, QSGRendererInterface::PainterResource));
    painter.save();
    painter.setTransform(matrix()->toTransform(), true);
    m_scene->paint(painter, m_parts, rect());
    painter.restore();
}

} // namespace dateline::map
