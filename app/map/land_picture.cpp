// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_picture.h>

#include <map/map_painter.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline::map {

namespace {

// How much larger than the view a picture is on each side: a share of the view.
constexpr double marginShare = 0.2;
// The side of the coarse picture of the world: 2 levels above a single tile.
constexpr double worldZoom = 2;

/// Pixels of the scene from its centre to the centre of a picture, the short way round.
QPointF offsetOf(const Camera &picture, const Camera &view)
{
    const double dx = picture.centre.x - view.centre.x;
    return QPointF(dx - std::round(dx), picture.centre.y - view.centre.y) * worldPixels(view.zoom);
}

} // namespace

LandPicture::LandPicture(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LandPicture::~LandPicture()
{
    m_pool.waitForDone();
}

void LandPicture::draw(QPainter &painter, const MapScene &scene, const MapPalette &palette,
                       const std::shared_ptr<const BaseMap> &map, double pixelRatio)
{
    Order wanted{.palette = palette, .map = map, .pixelRatio = pixelRatio};
    wanted.scene.camera = scene.camera;
    wanted.scene.size = scene.size;
    wanted.scene.level = scene.level;
    wanted.scene.choropleth = scene.choropleth;
    wanted.scene.countries = scene.countries;
    for (SceneCountry &country : wanted.scene.countries)
        country.emphasis = Emphasis::None;

    const bool looksRight = m_view && m_view->order.looksLike(wanted);
    const bool covers = m_view && room(*m_view, scene) >= 0;
    if (m_world && !covers)
        put(painter, *m_world, scene);
    if (m_view)
        put(painter, *m_view, scene);
    m_isCurrent = !map || (looksRight && covers);
    if (!map || m_isPainting)
        return;
    if (!m_isCurrent || room(*m_view, scene) < 0.5)
        begin(withMargin(wanted), &LandPicture::m_view);
    else if (!m_world || m_world->order.palette != palette)
        begin(wholeWorld(wanted), &LandPicture::m_world);
}

bool LandPicture::Order::looksLike(const Order &other) const
{
    return scene.camera.zoom == other.scene.camera.zoom && palette == other.palette
        && map == other.map && pixelRatio == other.pixelRatio
        && scene.choropleth == other.scene.choropleth
        && std::ranges::equal(scene.countries, other.scene.countries, {}, &SceneCountry::area,
                              &SceneCountry::area);
}

double LandPicture::room(const Picture &picture, const MapScene &scene)
{
    const double scale = std::exp2(scene.camera.zoom - picture.order.scene.camera.zoom);
    const QPointF offset = offsetOf(picture.order.scene.camera, scene.camera);
    const QSizeF beyond = (picture.order.scene.size * scale - scene.size) / 2;
    return std::min((beyond.width() - std::abs(offset.x())) / (marginShare * scene.size.width()),
                    (beyond.height() - std::abs(offset.y())) / (marginShare * scene.size.height()));
}

LandPicture::Order LandPicture::withMargin(Order order)
{
    // Whole pixels, so that one with the view's zoom is copied, not resampled.
    const QSizeF &view = order.scene.size;
    order.scene.size = {view.width() + 2 * std::ceil(marginShare * view.width()),
                        view.height() + 2 * std::ceil(marginShare * view.height())};
    return order;
}

LandPicture::Order LandPicture::wholeWorld(Order order)
{
    order.scene.camera = {{0.5, 0.5}, worldZoom};
    order.scene.size = {worldPixels(worldZoom), worldPixels(worldZoom)};
    order.scene.choropleth = {};
    order.scene.countries.clear();
    order.pixelRatio = 1;
    return order;
}

void LandPicture::put(QPainter &painter, const Picture &picture, const MapScene &scene)
{
    const Order &order = picture.order;
    const QPointF centre = QPointF(scene.size.width(), scene.size.height()) / 2;
    if (order.scene.camera.zoom == scene.camera.zoom) {
        const QPointF corner = centre + offsetOf(order.scene.camera, scene.camera)
            - QPointF(order.scene.size.width(), order.scene.size.height()) / 2;
        painter.drawImage(QPointF(std::round(corner.x() * order.pixelRatio),
                                  std::round(corner.y() * order.pixelRatio))
                              / order.pixelRatio,
                          picture.image);
        return;
    }
    QRectF box({}, order.scene.size * std::exp2(scene.camera.zoom - order.scene.camera.zoom));
    const double world = worldPixels(scene.camera.zoom);
    for (const int copy : {-1, 0, 1}) {
        box.moveCenter(centre + offsetOf(order.scene.camera, scene.camera)
                       + QPointF(copy * world, 0));
        if (box.intersects(QRectF({}, scene.size)) && (copy == 0 || box.width() <= world + 1))
            painter.drawImage(box, picture.image);
    }
}

void LandPicture::begin(const Order &order, std::optional<Picture> LandPicture::*target)
{
    m_isPainting = true;
    m_pool.start([this, order, target] {
        Picture picture{
            order, QImage((order.scene.size * order.pixelRatio).toSize(), QImage::Format_RGB32)};
        picture.image.setDevicePixelRatio(order.pixelRatio);
        QPainter painter(&picture.image);
        painter.setRenderHint(QPainter::Antialiasing);
        MapPainter({order.map}).paintLand(painter, order.scene, order.palette);
        painter.end();
        // The destructor waits for this function, so `this` is still there; a call that is queued
        // after that is dropped with the receiver.
        QMetaObject::invokeMethod(
            this,
            [this, picture, target] {
                this->*target = picture;
                m_isPainting = false;
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    });
}

} // namespace dateline::map
