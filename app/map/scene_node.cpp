// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/scene_node.h>

#include <map/map_painter.h>
#include <map/symbol_painter.h>

#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGGeometryNode>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

// Images of looks no longer on screen are kept until there are this many.
constexpr std::size_t mostImages = 1500;

template<typename Mark>
QString lookOfMark(const Mark &mark)
{
    QString look = u"%1/%2/%3"_s.arg(mark.rows.size()).arg(mark.denied).arg(int(mark.emphasis));
    for (const KindShare &share : mark.kinds)
        look += u"/%1:%2"_s.arg(share.kind).arg(share.count);
    return look;
}

QString lookOf(const SceneSymbol &symbol)
{
    return u"symbol/%1/%2/%3/%4"_s.arg(lookOfMark(symbol))
        .arg(int(symbol.fill))
        .arg(int(symbol.uncertain))
        .arg(symbol.isCluster() ? 1 : symbol.count);
}

QString lookOf(const SceneChip &chip)
{
    return u"chip/%1/%2"_s.arg(lookOfMark(chip)).arg(std::min<std::size_t>(chip.areas.size(), 2));
}

QRectF boxAt(const QPointF &centre, double reach)
{
    return {centre - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)};
}

/// Snapped to device pixels, so that images stay sharp.
QRectF snapped(const QRectF &box, double pixelRatio)
{
    const auto snap
        = [pixelRatio](double value) { return std::round(value * pixelRatio) / pixelRatio; };
    return {QPointF(snap(box.x()), snap(box.y())), box.size()};
}

std::vector<LineChunk> linesOfPaths(const std::vector<SceneRelation> &relations, double scale)
{
    std::vector<LineChunk> chunks;
    for (const SceneRelation &relation : relations)
        for (const QPolygonF &polygon : relationPath(relation, scale).toSubpathPolygons()) {
            std::vector<MapVertex> points;
            for (const QPointF &point : polygon)
                points.push_back({float(point.x()), float(point.y())});
            appendLine(chunks, LineKind::Border, points);
        }
    return chunks;
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
    , m_labels(new QSGNode)
    , m_relations(new QSGNode)
    , m_marks(new QSGNode)
{
    for (QSGNode *layer :
         std::initializer_list<QSGNode *>{m_worlds, m_labels, m_relations, m_marks})
        appendChildNode(layer);
}

SceneNode::~SceneNode() = default;

void SceneNode::update(const LandFrame &frame, const std::vector<events::Kind> &kinds)
{
    forgetImages(frame);
    const MapScene &scene = frame.scene;
    const MapPalette &palette = frame.palette;
    updateWorlds(frame);
    updateRelations(frame);

    std::vector<Sprite> labels;
    for (const SceneLabel &label : scene.labels)
        labels.push_back({u"label/%1/%2"_s.arg(label.rank).arg(label.text),
                          label.box.adjusted(-2, -2, 2, 2), [&label, &palette](QPainter &painter) {
                              painter.translate(-label.box.center());
                              drawLabel(painter, label, palette);
                          }});
    updateSprites(m_labels, labels, frame.pixelRatio);

    std::vector<Sprite> marks;
    for (const SceneChip &chip : scene.chips)
        marks.push_back({lookOf(chip), boxAt(chip.pixel, reachOf(chip, palette)),
                         [&](QPainter &painter) { drawChip(painter, {}, chip, palette); }});
    for (const SceneSymbol &symbol : scene.symbols)
        marks.push_back(
            {lookOf(symbol), boxAt(symbol.pixel, reachOf(symbol, palette)),
             [&](QPainter &painter) { drawMark(painter, {}, symbol, kinds, palette); }});
    updateSprites(m_marks, marks, frame.pixelRatio);
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

void SceneNode::updateRelations(const LandFrame &frame)
{
    deleteAllChildren(m_relations);
    const double scale = frame.palette.scale();
    m_relationHalo.colour = frame.palette.halo;
    m_relationHalo.width = 4 * scale;
    m_relationLine.colour = frame.palette.relation;
    m_relationLine.width = 1.8 * scale;
    m_relationHalo.pixelRatio = m_relationLine.pixelRatio = frame.pixelRatio;
    const std::vector<LineChunk> chunks = linesOfPaths(frame.scene.relations, scale);
    for (LineMaterial *material : {&m_relationHalo, &m_relationLine})
        for (const LineChunk &chunk : chunks)
            m_relations->appendChildNode(makeLineNode(chunk, material));
}

QSGTexture *SceneNode::texture(const Sprite &sprite, double pixelRatio)
{
    Image &image = m_images[sprite.look];
    image.used = true;
    if (!image.texture) {
        const QSize pixels = (sprite.box.size() * pixelRatio).toSize().expandedTo({1, 1});
        QImage picture(pixels, QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(pixelRatio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(sprite.box.width() / 2, sprite.box.height() / 2);
        sprite.draw(painter);
        painter.end();
        image.texture.reset(m_window->createTextureFromImage(
            picture,
            QQuickWindow::CreateTextureOptions(QQuickWindow::TextureHasAlphaChannel)
                | QQuickWindow::TextureCanUseAtlas));
    }
    return image.texture.get();
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
        const QSizeF size = QSizeF((sprite.box.size() * pixelRatio).toSize()) / pixelRatio;
        node->setRect(snapped({sprite.box.topLeft(), size}, pixelRatio));
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

void SceneNode::forgetImages(const LandFrame &frame)
{
    if (m_palette != frame.palette || m_pixelRatio != frame.pixelRatio) {
        m_palette = frame.palette;
        m_pixelRatio = frame.pixelRatio;
        deleteAllChildren(m_labels);
        deleteAllChildren(m_marks);
        m_images.clear();
    }
    if (m_images.size() > mostImages) {
        deleteAllChildren(m_labels);
        deleteAllChildren(m_marks);
        std::erase_if(m_images, [](const auto &entry) { return !entry.second.used; });
    }
    for (auto &[look, image] : m_images)
        image.used = false;
}

} // namespace dateline::map
