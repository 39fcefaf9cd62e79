// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>
#include <map/map_palette.h>
#include <map/map_scene.h>

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

class QPainter;

namespace dateline::map {

/// The land as a picture, for a map that QPainter draws: painted in the background, a margin larger
/// than the view, then moved under it. A pan paints only what it brings into sight. While a sharper
/// one is on its way the last one is moved and scaled, over a coarse one of the whole world, so
/// that a frame costs two copies of pixels; it is begun when zooming rests, or has gone too far.
/// Lives in the GUI thread.
class LandPicture : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LandPicture)

public:
    explicit LandPicture(QObject *parent = nullptr);
    ~LandPicture() override;

    /// Puts the land of a scene on (0, 0, scene.size), nothing where there is no picture yet, and
    /// begins a picture when the one at hand will not do. The map is the level to draw, or null.
    void draw(QPainter &painter, const MapScene &scene, const MapPalette &palette,
              const std::shared_ptr<const BaseMap> &map, double pixelRatio);

    /// Begins what a draw() of the same scene would begin, before there is time to draw.
    void prepare(const MapScene &scene, const MapPalette &palette,
                 const std::shared_ptr<const BaseMap> &map, double pixelRatio);

    /// Whether countries with claims about them are striped, as they are at first.
    void setStriped(bool striped) { m_isStriped = striped; }

    /// Whether the last draw() was as sharp and complete as it gets, or one behind the last
    /// prepare() would be.
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }

    /// Whether ready() will follow without another draw().
    [[nodiscard]] bool isPainting() const { return m_isPainting; }

Q_SIGNALS:
    /// A picture was finished: draw again.
    void ready();

private:
    /// What a picture is painted from.
    struct Order
    {
        MapScene scene; ///< camera, size, level and countries; the rest is empty
        MapPalette palette;
        std::shared_ptr<const BaseMap> map;
        double pixelRatio = 1;

        /// Whether a picture of each would look the same where both reach.
        [[nodiscard]] bool looksLike(const Order &other) const;
        /// The same but for what zooming changes.
        [[nodiscard]] bool isZoomed(const Order &other) const;
    };
    struct Picture
    {
        Order order;
        QImage image;
    };

    [[nodiscard]] Order orderFor(const MapScene &scene, const MapPalette &palette,
                                 const std::shared_ptr<const BaseMap> &map,
                                 double pixelRatio) const;
    void follow(const Order &wanted);
    /// How far the view may move before it leaves the picture, in margins; negative when it has.
    [[nodiscard]] static double room(const Picture &picture, const MapScene &scene);
    [[nodiscard]] static Order withMargin(Order order);
    [[nodiscard]] static Order wholeWorld(Order order);
    static void put(QPainter &painter, const Picture &picture, const MapScene &scene);
    static Picture paint(const Order &order, QImage kept, const QPoint &corner);
    [[nodiscard]] bool canWait(const Order &wanted) const;
    void begin(Order order, std::optional<Picture> LandPicture::*target);

    std::optional<Picture> m_view;
    std::optional<Picture> m_world; ///< where m_view does not reach yet
    QTimer m_rest; ///< runs while the zoom is not known to rest
    double m_zoom = 0; ///< of the last draw() or prepare()
    bool m_isStriped = true;
    bool m_isPainting = false;
    bool m_isCurrent = false;
    QThreadPool m_pool;
};

} // namespace dateline::map
