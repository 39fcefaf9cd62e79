// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/painted_scene.h>

#include <map/map_painter.h>

#include <QPainter>
#include <QPaintEvent>

namespace dateline::map {

PaintedScene::PaintedScene(MapControl *control, QObject *parent)
    : QObject(parent)
    , m_control(control)
{
    connect(&m_land, &LandPicture::ready, this, &PaintedScene::ready);
}

void PaintedScene::paint(QPainter &painter, const SceneParts &parts, const QRectF &exposed)
{
    const double pixelRatio = painter.device()->devicePixelRatio();
    const MapScene &scene = m_control->scene();
    const MapPalette &palette = m_control->palette();
    const auto map = m_control->levels().map(scene.level);
    m_images.beginFrame(palette, pixelRatio);
    painter.setRenderHint(QPainter::Antialiasing);
    if (parts.ground) {
        m_land.setStriped(parts.marks); // else with the marks, over what lies between
        m_land.draw(painter, scene, palette, map, pixelRatio);
        m_control->setDrawn(m_land.isCurrent() ? MapControl::Drawn::Fully
                                               : MapControl::Drawn::Roughly);
    } else {
        MapPainter({map}).paintClaims(painter, scene, palette);
    }
    if (parts.marks) {
        MapPainter({map}).paintEmphasis(painter, scene, palette);
        paintLasso(painter, scene, palette);
    }
    if (parts.ground)
        put(painter, labelSprites(scene, palette), exposed);
    if (parts.marks) {
        paintRelations(painter, scene, palette);
        put(painter, markSprites(scene, m_control->workspace()->dataset().kinds(), palette),
            exposed);
    }
}

void PaintedScene::prepare(double pixelRatio)
{
    const MapScene &scene = m_control->scene();
    m_land.setStriped(true);
    m_land.prepare(scene, m_control->palette(), m_control->levels().map(scene.level), pixelRatio);
}

void PaintedScene::put(QPainter &painter, const std::vector<Sprite> &sprites, const QRectF &exposed)
{
    const double pixelRatio = painter.device()->devicePixelRatio();
    const double opacity = painter.opacity();
    for (const Sprite &sprite : sprites) {
        const QRectF place = sprite.place(pixelRatio);
        if (!place.intersects(exposed))
            continue;
        painter.setOpacity(opacity * sprite.opacity);
        painter.drawImage(place.topLeft(),
                          m_images.get(sprite.look, [&] { return sprite.image(pixelRatio); }));
    }
    painter.setOpacity(opacity);
}

PaintedSheet::PaintedSheet(MapControl *control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_scene(control)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    const auto redraw = qOverload<>(&QWidget::update);
    connect(control, &MapControl::sceneChanged, this, redraw);
    connect(&m_scene, &PaintedScene::ready, this, redraw);
    // When all follow the dataset, and before anything of the window is painted: for a large one
    // that takes as long as its land.
    connect(control->workspace(), &workspace::Workspace::datasetChanged, this,
            &PaintedSheet::prepare, Qt::QueuedConnection);
    const auto showAlone = [this] { setVisible(!m_control->online()->server()); };
    connect(control->online(), &OnlineMap::changed, this, showAlone);
    showAlone();
}

void PaintedSheet::prepare()
{
    if (isVisible() && !m_control->size().isEmpty())
        m_scene.prepare(devicePixelRatio());
}

void PaintedSheet::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_control->palette().sea);
    if (!m_control->size().isEmpty())
        m_scene.paint(painter, {}, event->rect());
}

} // namespace dateline::map
