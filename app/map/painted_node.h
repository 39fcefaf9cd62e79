// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_scene.h>

#include <QSGRenderNode>

class QQuickWindow;

namespace dateline::map {

class PaintedScene;

/// Parts of the map for the software backend of Qt Quick, as QPainter draws them. That backend
/// renders in the GUI thread, so the node may use what lives there.
class PaintedNode : public QSGRenderNode
{
public:
    /// Both outlive the node.
    PaintedNode(QQuickWindow *window, PaintedScene *scene);

    /// What to draw next, on (0, 0, size).
    void set(const SceneParts &parts, const QSizeF &size);

    void render(const RenderState *state) override;
    [[nodiscard]] RenderingFlags flags() const override { return BoundedRectRendering; }
    [[nodiscard]] QRectF rect() const override { return {{0, 0}, m_size}; }

private:
    QQuickWindow *m_window;
    PaintedScene *m_scene;
    SceneParts m_parts;
    QSizeF m_size;
};

} // namespace dateline::map
