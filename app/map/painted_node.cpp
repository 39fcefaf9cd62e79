// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/painted_node.h>

#include <map/land_picture.h>
#include <map/map_control.h>
#include <map/map_painter.h>

#include <QPainter>
#include <QQuickWindow>

namespace dateline::map {

PaintedNode::PaintedNode(QQuickWindow *window, MapControl *control, LandPicture *land)
    : m_window(window)
    , m_control(control)
    , m_land(land)
{}

void PaintedNode::render(const RenderState *)
{
    auto &painter = *static_cast<QPainter *>(m_window->rendererInterface()->getResource(
        m_window, QSGRendererInterface::PainterResource));
    const double pixelRatio = m_window->effectiveDevicePixelRatio();
    const MapScene &scene = m_control->scene();
    const MapPalette &palette = m_control->palette();
    const auto map = m_control->levels().map(scene.level);
    m_images.beginFrame(palette, pixelRatio);
    painter.save();
    painter.setTransform(matrix()->toTransform(), true);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_parts.ground) {
        m_land->draw(painter, scene, palette, map, pixelRatio);
        m_control->setDrawn(m_land->isCurrent() ? MapControl::Drawn::Fully
                                                : MapControl::Drawn::Roughly);
    } else {
        MapPainter({map}).paintClaims(painter, scene, palette);
    }
    if (m_parts.marks) {
        MapPainter({map}).paintEmphasis(painter, scene, palette);
        paintLasso(painter, scene, palette);
    }
    if (m_parts.ground)
        put(painter, labelSprites(scene, palette), pixelRatio);
    if (m_parts.marks) {
        paintRelations(painter, scene, palette);
        put(painter, markSprites(scene, m_control->workspace()->dataset().kinds(), palette),
            pixelRatio);
    }
    painter.restore();
}

void PaintedNode::put(QPainter &painter, const std::vector<Sprite> &sprites, double pixelRatio)
{
    const double opacity = painter.opacity();
    for (const Sprite &sprite : sprites) {
        painter.setOpacity(opacity * sprite.opacity);
        painter.drawImage(sprite.place(pixelRatio).topLeft(),
                          m_images.get(sprite.look, [&] { return sprite.image(pixelRatio); }));
    }
    painter.setOpacity(opacity);
}

QSGRenderNode::RenderingFlags PaintedNode::flags() const
{
    return m_parts.ground ? BoundedRectRendering | OpaqueRendering : BoundedRectRendering;
}

QRectF PaintedNode::rect() const
{
    return {{0, 0}, m_control->size()};
}

} // namespace dateline::map
