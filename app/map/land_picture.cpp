// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_picture.h>

#include <map/map_painter.h>

#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::map {

namespace {

// How much larger than the view a picture is on each side: a share of the view.
constexpr double marginShare = 0.2;
// How long the zoom stays the same before it is taken to rest, and how many levels a picture may be
// off until then.
constexpr int zoomRestMilliseconds = 80;
constexpr double mostLevelsOff = 1;
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
    m_rest.setSingleShot(true);
    m_rest.setInterval(zoomRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &LandPicture::ready);
}

LandPicture::~LandPicture()
{
    m_pool.waitForDone();
}

LandPicture::Order LandPicture::orderFor(const MapScene &scene, const MapPalette &palette,
                                         const std::shared_ptr<const BaseMap> &map,
                                         double pixelRatio) const
{
    Order wanted{.palette = palette, .map = map, .pixelRatio = pixelRatio};
    wanted.scene.camera = scene.camera;
    wanted.scene.size = scene.size;
    wanted.scene.level = scene.level;
    wanted.scene.choropleth = scene.choropleth;
    if (m_isStriped)
        wanted.scene.countries = scene.countries;
    for (SceneCountry &country : wanted.scene.countries)
        country.emphasis = Emphasis::None;
    return wanted;
}

void LandPicture::draw(QPainter &painter, const MapScene &scene, const MapPalette &palette,
                       const std::shared_ptr<const BaseMap> &map, double pixelRatio)
{
    if (m_world && !(m_view && room(*m_view, scene) >= 0))
        put(painter, *m_world, scene);
    if (m_view)
        put(painter, *m_view, scene);
    follow(orderFor(scene, palette, map, pixelRatio));
}

void LandPicture::prepare(const MapScene &scene, const MapPalette &palette,
                          const std::shared_ptr<const BaseMap> &map, double pixelRatio)
{
    follow(orderFor(scene, palette, map, pixelRatio));
}

/// Says whether the pictures at hand will do, and begins one when they will not.
void LandPicture::follow(const Order &wanted)
{
    const bool looksRight = m_view && m_view->order.looksLike(wanted);
    const bool covers = m_view && room(*m_view, wanted.scene) >= 0;
    m_isCurrent = !wanted.map || (looksRight && covers);
    const double zoomBefore = std::exchange(m_zoom, wanted.scene.camera.zoom);
    if (zoomBefore != m_zoom)
        m_rest.start();
    const bool isZooming = !looksRight && covers && m_rest.isActive();
    if (!wanted.map || m_isPainting || (isZooming && canWait(wanted)))
        return;
    // What lies beyond a view that zooms in will not be seen; the picture at rest has it.
    if (isZooming && m_zoom > zoomBefore)
        begin(wanted, &LandPicture::m_view);
    else if (!m_isCurrent || room(*m_view, wanted.scene) < 0.5)
        begin(withMargin(wanted), &LandPicture::m_view);
    else if (!m_world || m_world->order.palette != wanted.palette)
        begin(wholeWorld(wanted), &LandPicture::m_world);
}

bool LandPicture::canWait(const Order &wanted) const
{
    return m_view && m_view->order.isZoomed(wanted)
        && std::abs(m_view->order.scene.camera.zoom - wanted.scene.camera.zoom) <= mostLevelsOff;
}

bool LandPicture::Order::looksLike(const Order &other) const
{
    return scene.camera.zoom == other.scene.camera.zoom && map == other.map && isZoomed(other);
}

bool LandPicture::Order::isZoomed(const Order &other) const
{
    return palette == other.palette && pixelRatio == other.pixelRatio
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

LandPicture::Picture LandPicture::paint(const Order &order, QImage kept, const QPoint &corner)
{
    kept.setDevicePixelRatio(1);
    Picture picture{order,
                    QImage((order.scene.size * order.pixelRatio).toSize(), QImage::Format_RGB32)};
    QPainter painter(&picture.image);
    painter.drawImage(corner, kept);
    const QSizeF whole(picture.image.size());
    const double scale = worldPixels(order.scene.camera.zoom) * order.pixelRatio;
    // Each part is a view of its own, so that only what is in it is looked at.
    for (const QRect &part : QRegion(picture.image.rect()) - QRect(corner, kept.size())) {
        MapScene scene = order.scene;
        const QPointF middle = QRectF(part).center();
        scene.camera.centre.x += (middle.x() - whole.width() / 2) / scale;
        scene.camera.centre.y += (middle.y() - whole.height() / 2) / scale;
        scene.size = QSizeF(part.size()) / order.pixelRatio;
        painter.save();
        painter.setClipRect(part);
        painter.translate(part.topLeft());
        painter.scale(order.pixelRatio, order.pixelRatio);
        painter.setRenderHint(QPainter::Antialiasing);
        MapPainter({order.map}).paintLand(painter, scene, order.palette);
        painter.restore();
    }
    painter.end();
    picture.image.setDevicePixelRatio(order.pixelRatio);
    return picture;
}

void LandPicture::begin(Order order, std::optional<Picture> LandPicture::*target)
{
    m_isPainting = true;
    QImage kept;
    QPoint corner;
    const QSize larger
        = m_view ? (order.scene.size * order.pixelRatio).toSize() - m_view->image.size() : QSize();
    // One without a margin is in the middle of one with it, unless that is half a pixel off.
    const bool isAligned = larger.width() % 2 == 0 && larger.height() % 2 == 0;
    if (target == &LandPicture::m_view && m_view && m_view->order.looksLike(order) && isAligned) {
        // Moved by less than a pixel, so that what is kept stays on the grid of pixels.
        const Camera &before = m_view->order.scene.camera;
        const QPoint shift = (offsetOf(before, order.scene.camera) * order.pixelRatio).toPoint();
        const double scale = worldPixels(before.zoom) * order.pixelRatio;
        // Not wrapped, so that stripes go on where they were.
        order.scene.camera.centre.x = before.centre.x - shift.x() / scale;
        order.scene.camera.centre.y = before.centre.y - shift.y() / scale;
        kept = m_view->image;
        corner = shift + QPoint(larger.width(), larger.height()) / 2;
    }
    m_pool.start([this, order, target, kept, corner] {
        // The destructor waits for this function, so `this` is still there; a call that is queued
        // after that is dropped with the receiver.
        QMetaObject::invokeMethod(
            this,
            [this, picture = paint(order, kept, corner), target] {
                this->*target = picture;
                m_isPainting = false;
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    });
}

} // namespace dateline::map
