// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/scene_node.h>

#include <map/map_painter.h>

#include <QPainterPath>
#include <QQuickWindow>
#include <QSGGeometryNode>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

std::vector<LineChunk> linesOf(const QList<QPolygonF> &polygons)
{
    std::vector<LineChunk> chunks;
    for (const QPolygonF &polygon : polygons) {
        std::vector<MapVertex> points;
        for (const QPointF &point : polygon)
            points.push_back({float(point.x()), float(point.y())});
        appendLine(chunks, LineKind::Border, points);
    }
    return chunks;
}

/// Draws each line with each material, one material after the other.
void drawLines(QSGNode *layer, const std::vector<LineChunk> &chunks,
               std::initializer_list<LineMaterial *> materials)
{
    for (LineMaterial *material : materials)
        for (const LineChunk &chunk : chunks)
            layer->appendChildNode(makeLineNode(chunk, material));
}

void deleteAllChildren(QSGNode *node)
{
    while (QSGNode *child = node->firstChild()) {
        node->removeChildNode(child);
        delete child;
    }
}

} // namespace

SceneNode::SceneNode(QQuickWindow *window)
    : m_window(window)
    , m_worlds(new QSGNode)
    , m_lasso(new QSGNode)
    , m_labels(new QSGNode)
    , m_relations(new QSGNode)
    , m_marks(new QSGNode)
{
    for (QSGNode *layer :
         std::initializer_list<QSGNode *>{m_worlds, m_lasso, m_labels, m_relations, m_marks})
        appendChildNode(layer);
}

SceneNode::~SceneNode() = default;

void SceneNode::update(const LandFrame &frame, const std::vector<events::Kind> &kinds)
{
    if (m_textures.isStale(frame.palette, frame.pixelRatio)) {
        deleteAllChildren(m_labels);
        deleteAllChildren(m_marks);
    }
    m_textures.beginFrame(frame.palette, frame.pixelRatio);
    updateWorlds(frame);
    updateSprites(m_labels,
                  frame.parts.ground ? labelSprites(frame.scene, frame.palette)
                                     : std::vector<Sprite>(),
                  frame.pixelRatio);
    if (frame.parts.marks) {
        updateLasso(frame);
        updateRelations(frame);
        updateSprites(m_marks, markSprites(frame.scene, kinds, frame.palette), frame.pixelRatio);
    } else {
        for (QSGNode *layer : {m_lasso, m_relations, m_marks})
            deleteAllChildren(layer);
    }
}

void SceneNode::updateWorlds(const LandFrame &frame)
{
    const std::vector<int> worlds = visibleWorlds(frame.scene.camera, frame.scene.size);
    for (QSGNode *child = m_worlds->firstChild(); child;) {
        QSGNode *next = child->nextSibling();
        if (std::ranges::find(worlds, static_cast<LandNode *>(child)->world()) == worlds.end()) {
            m_worlds->removeChildNode(child);
            delete child;
        }
        child = next;
    }
    for (const int world : worlds) {
        LandNode *node = nullptr;
        for (QSGNode *child = m_worlds->firstChild(); child; child = child->nextSibling())
            if (static_cast<LandNode *>(child)->world() == world)
                node = static_cast<LandNode *>(child);
        if (!node) {
            node = new LandNode(world);
            m_worlds->appendChildNode(node);
        }
        node->update(frame);
    }
}

void SceneNode::updateLasso(const LandFrame &frame)
{
    deleteAllChildren(m_lasso);
    const double scale = frame.palette.scale();
    m_lassoHalo.colour = frame.palette.halo;
    m_lassoHalo.width = (lassoWidth + 2.4) * scale;
    m_lassoLine.colour = frame.palette.selection;
    m_lassoLine.width = lassoWidth * scale;
    m_lassoLine.dash = lassoDash * scale;
    m_lassoHalo.pixelRatio = m_lassoLine.pixelRatio = frame.pixelRatio;
    drawLines(m_lasso, linesOf({frame.scene.lasso.begin(), frame.scene.lasso.end()}),
              {&m_lassoHalo, &m_lassoLine});
}

void SceneNode::updateRelations(const LandFrame &frame)
{
    deleteAllChildren(m_relations);
    const double scale = frame.palette.scale();
    m_relationHalo.colour = frame.palette.halo;
    m_relationHalo.width = 4 * scale;
    m_relationLine.colour = frame.palette.relation;
    m_relationLine.width = 1.8 * scale;
    m_relationHalo.pixelRatio = m_relationLine.pixelRatio = frame.pixelRatio;
    QList<QPolygonF> polygons;
    for (const SceneRelation &relation : frame.scene.relations)
        polygons += relationPath(relation, scale).toSubpathPolygons();
    drawLines(m_relations, linesOf(polygons), {&m_relationHalo, &m_relationLine});
}

/// A faded texture is one of its own, so that all sprites stay one batch.
QSGTexture *SceneNode::texture(const Sprite &wanted, double pixelRatio)
{
    const QString look
        = wanted.opacity < 1 ? u"%1/%2"_s.arg(wanted.look).arg(wanted.opacity) : wanted.look;
    return m_textures
        .get(look,
             [&] {
                 return std::unique_ptr<QSGTexture>(m_window->createTextureFromImage(
                     faded(wanted.image(pixelRatio), wanted.opacity),
                     QQuickWindow::CreateTextureOptions(QQuickWindow::TextureHasAlphaChannel)
                         | QQuickWindow::TextureCanUseAtlas));
             })
        .get();
}

void SceneNode::updateSprites(QSGNode *group, const std::vector<Sprite> &sprites, double pixelRatio)
{
    QSGNode *child = group->firstChild();
    for (const Sprite &sprite : sprites) {
        auto *node = static_cast<QSGImageNode *>(child);
        if (!node) {
            node = m_window->createImageNode();
            node->setFiltering(QSGTexture::Linear);
        }
        node->setTexture(texture(sprite, pixelRatio));
        node->setRect(sprite.place(pixelRatio));
        if (child)
            child = child->nextSibling();
        else
            group->appendChildNode(node);
    }
    while (child) {
        QSGNode *next = child->nextSibling();
        group->removeChildNode(child);
        delete child;
        child = next;
    }
}

} // namespace dateline::map
