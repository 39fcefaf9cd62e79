// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <map/map_palette.h>
#include <map/map_scene.h>

#include <QImage>
#include <QRectF>
#include <QString>

#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

class QPainter;

namespace dateline::map {

/// A name or a mark of a scene as an image that is drawn once for each look. It refers to the
/// scene, kinds and palette that it was made from.
struct Sprite
{
    QString look; ///< equal for sprites that look the same
    QRectF box; ///< in pixels of the scene
    std::function<void(QPainter &)> draw; ///< draws it around (0, 0), opaque
    double opacity = 1; ///< what of it shows; not part of the look

    /// Where the image belongs: snapped to device pixels, so that it stays sharp.
    [[nodiscard]] QRectF place(double pixelRatio) const;

    /// Drawn on nothing, in device pixels, opaque.
    [[nodiscard]] QImage image(double pixelRatio) const;
};

/// An image with so much of it left.
[[nodiscard]] QImage faded(QImage image, double opacity);

/// The names of a scene with the dots of cities, and its counters and symbols in drawing order.
[[nodiscard]] std::vector<Sprite> labelSprites(const MapScene &scene, const MapPalette &palette);
[[nodiscard]] std::vector<Sprite> markSprites(const MapScene &scene,
                                              const std::vector<events::Kind> &kinds,
                                              const MapPalette &palette);

/// Images by look, in whatever form a drawing needs them. Those no longer on screen are kept until
/// there are many.
template<typename Image>
class SpriteCache
{
public:
    /// True when images have to go before this frame is drawn, because the palette or the ratio
    /// has changed or there are too many; clear what refers to them, then call beginFrame().
    [[nodiscard]] bool isStale(const MapPalette &palette, double pixelRatio) const
    {
        return m_palette != palette || m_pixelRatio != pixelRatio || m_images.size() > mostImages;
    }

    void beginFrame(const MapPalette &palette, double pixelRatio)
    {
        if (m_palette != palette || m_pixelRatio != pixelRatio)
            m_images.clear();
        else if (m_images.size() > mostImages)
            std::erase_if(m_images, [](const auto &entry) { return !entry.second.second; });
        for (auto &[look, image] : m_images)
            image.second = false;
        m_palette = palette;
        m_pixelRatio = pixelRatio;
    }

    /// The image of a look; `make` is called when it was not drawn yet.
    template<typename Make>
    Image &get(const QString &look, const Make &make)
    {
        const auto known = m_images.find(look);
        auto &entry = known != m_images.end()
            ? known->second
            : m_images.emplace(look, std::pair(make(), true)).first->second;
        entry.second = true;
        return entry.first;
    }

private:
    static constexpr std::size_t mostImages = 1500;

    std::unordered_map<QString, std::pair<Image, bool>> m_images; ///< and whether in this frame
    MapPalette m_palette;
    double m_pixelRatio = 1;
};

/// Names as images that are kept, for furniture that changes while its words stay.
class NameImages
{
public:
    /// As drawName(), snapped to device pixels; the painter is moved at most.
    void draw(QPainter &painter, const SceneLabel &label, const MapPalette &palette);

private:
    SpriteCache<QImage> m_images;
};

} // namespace dateline::map
