// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/scene_item.h>

#include <map/painted_node.h>
#include <map/painted_scene.h>
#include <map/scene_node.h>

#include <QQuickWindow>

namespace dateline::map {

SceneItem::SceneItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    connect(this, &SceneItem::partsChanged, this, &SceneItem::redraw);
}

void SceneItem::setControl(MapControl *control)
{
    if (control == m_control)
        return;
    if (m_control)
        m_control->disconnect(this);
    m_control = control;
    if (m_control)
        connect(m_control, &MapControl::sceneChanged, this, &SceneItem::redraw);
    Q_EMIT controlChanged();
    redraw();
}

void SceneItem::redraw()
{
    polish();
    update();
}

// Many changes before a frame compose one scene, and on this thread: the render thread only
// copies it into nodes.
void SceneItem::updatePolish()
{
    if (m_control)
        (void)m_control->scene();
}

QSGNode *SceneItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    const bool inSoftware
        = window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
    if (!m_control || m_control->size().isEmpty()
        || (inSoftware && !m_control->online()->server())) {
        delete old;
        return nullptr;
    }
    if (inSoftware) {
        if (!m_painted) {
            m_painted = new PaintedScene(m_control, this);
            connect(m_painted, &PaintedScene::ready, this, &SceneItem::redraw);
        }
        if (!old)
            old = new PaintedNode(window(), m_painted);
        static_cast<PaintedNode *>(old)->set({m_ground, m_marks}, m_control->size());
        return old;
    }
    auto *node = old ? static_cast<SceneNode *>(old) : new SceneNode(window());
    const MapScene &scene = m_control->scene();
    node->update({scene,
                  m_control->palette(),
                  m_control->levels().map(scene.level),
                  m_control->levels().mesh(scene.level),
                  window()->effectiveDevicePixelRatio(),
                  {m_ground, m_marks}},
                 m_control->workspace()->dataset().kinds());
    if (m_ground)
        m_control->setDrawn(MapControl::Drawn::Fully);
    return node;
}

} // namespace dateline::map
