// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <map/land_node.h>
#include <map/map_palette.h>
#include <map/map_scene.h>

#include <QSGNode>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class QQuickWindow;
class QSGImageNode;
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
    struct Image
    {
        std::unique_ptr<QSGTexture> texture;
        bool used = false;
    };
    /// An image to show this frame: its name, its box in pixels and how it is drawn around (0, 0).
    struct Sprite
    {
        QString look;
        QRectF box;
        std::function<void(QPainter &)> draw;
    };

    void updateWorlds(const LandFrame &frame);
    void updateRelations(const LandFrame &frame);
    void updateSprites(QSGNode *group, const std::vector<Sprite> &sprites, double pixelRatio);
    QSGTexture *texture(const Sprite &sprite, double pixelRatio);
    void forgetImages(const LandFrame &frame);

    QQuickWindow *m_window;
    QSGNode *m_worlds;
    QSGNode *m_labels;
    QSGNode *m_relations;
    QSGNode *m_marks;
    LineMaterial m_relationHalo;
    LineMaterial m_relationLine;
    std::unordered_map<QString, Image> m_images;
    MapPalette m_palette;
    double m_pixelRatio = 1;
};

} // namespace dateline::map
