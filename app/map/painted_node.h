// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_scene.h>
#include <map/sprites.h>

#include <QImage>
#include <QSGRenderNode>

class QQuickWindow;

namespace dateline::map {

class LandPicture;
class MapControl;

/// The whole map for the software backend of Qt Quick: the land as a picture, everything over it as
/// QPainter draws it. That backend renders in the GUI thread, so the node reads the control itself.
class PaintedNode : public QSGRenderNode
{
public:
    /// All three outlive the node.
    PaintedNode(QQuickWindow *window, MapControl *control, LandPicture *land);

    void setParts(const SceneParts &parts) { m_parts = parts; }

    void render(const RenderState *state) override;
    [[nodiscard]] RenderingFlags flags() const override;
    [[nodiscard]] QRectF rect() const override;

private:
    void put(QPainter &painter, const std::vector<Sprite> &sprites, double pixelRatio);

    QQuickWindow *m_window;
    MapControl *m_control;
    LandPicture *m_land;
    SceneParts m_parts;
    SpriteCache<QImage> m_images;
};

} // namespace dateline::map
