// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <map/land_node.h>
#include <map/map_palette.h>
#include <map/map_scene.h>
#include <map/sprites.h>

#include <QSGNode>

#include <memory>
#include <vector>

class QQuickWindow;
class QSGTexture;

namespace dateline::map {

/// The whole map in the scene graph, but for the sea under it. Marks and names are images that the
/// QPainter functions drew once for each look; only their places change while the camera moves.
class SceneNode : public QSGNode
{
public:
    explicit SceneNode(QQuickWindow *window);
    ~SceneNode() override;

    /// Brings all nodes up to date. On the render thread, while the GUI thread waits.
    void update(const LandFrame &frame, const std::vector<events::Kind> &kinds);

private:
    void updateWorlds(const LandFrame &frame);
    void updateLasso(const LandFrame &frame);
    void updateRelations(const LandFrame &frame);
    void updateSprites(QSGNode *group, const std::vector<Sprite> &sprites, double pixelRatio);
    QSGTexture *texture(const Sprite &sprite, double pixelRatio);

    QQuickWindow *m_window;
    QSGNode *m_worlds;
    QSGNode *m_lasso;
    QSGNode *m_labels;
    QSGNode *m_relations;
    QSGNode *m_marks;
    LineMaterial m_lassoHalo;
    LineMaterial m_lassoLine;
    LineMaterial m_relationHalo;
    LineMaterial m_relationLine;
    SpriteCache<std::unique_ptr<QSGTexture>> m_textures;
};

} // namespace dateline::map
