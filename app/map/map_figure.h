// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_painter.h>
#include <map/scene_composer.h>
#include <workspace/workspace.h>

#include <QImage>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace dateline::map {

/// How a map is put into a figure.
struct MapFigureWishes
{
    QSizeF size; ///< of the map, in pixels at text scale 1
    /// The size of the map that the view's camera was seen in: the figure then shows the same part
    /// of the world, as large as fits. Nothing: the camera's zoom is taken as it is.
    std::optional<QSizeF> seenIn;
    double detail = 0; ///< zoom levels by which the land is drawn finer than on a screen
};

/// The map of a workspace as a part of a figure: the scene that the view would show at this size,
/// its scale bar and the credit of the base map. Needs neither a
/// window nor a display. The workspace outlives it; GUI thread.
class MapFigure
{
public:
    MapFigure(const workspace::Workspace &workspace, const MapPalette &palette,
              const MapFigureWishes &wishes);

    /// The scene for what the workspace holds now; the camera stays what it was at first.
    [[nodiscard]] MapScene scene() const;

    /// How many of the events that pass have a place outside scene(), or in a country that it does
    /// not draw.
    [[nodiscard]] std::size_t outside() const;

    /// Paints scene() and its furniture into (0, 0, size), clipped. The land is
    /// kept for the next time where it can be: in pixels, and not scaled.
    void paint(QPainter &painter);

private:
    /// The land as pixels, for frame after frame of a film.
    struct LandImage
    {
        std::vector<std::size_t> areas; ///< of the striped countries
        Choropleth choropleth;
        QImage image; ///< null before the first
    };

    void paintLand(QPainter &painter, const MapScene &scene);
    [[nodiscard]] QRectF inCorner(Qt::Corner corner, const QSizeF &size) const;
    /// The first of the corners in which a plate of this size covers fewest marks.
    [[nodiscard]] Qt::Corner freeCorner(const MapScene &scene, const QSizeF &size,
                                        std::initializer_list<Qt::Corner> corners) const;

    const workspace::Workspace *m_workspace;
    MapPalette m_palette;
    QSizeF m_size;
    Camera m_camera;
    std::shared_ptr<const BaseMap> m_land; ///< null when it could not be read
    MapPainter m_painter;
    std::vector<QString> m_names;
    QRectF m_scalePlate;
    LandImage m_landImage;
};

} // namespace dateline::map
