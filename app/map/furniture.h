// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>
#include <map/map_palette.h>
#include <map/map_scene.h>
#include <map/symbol_painter.h>

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

/// What lies beside the map in an atlas, but for the legend: scale bar, source. Pure and drawn with
/// QPainter, so that the screen and a figure show the same.
namespace dateline::map {

/// A bar as long as a round distance.
struct ScaleBar
{
    double pixels = 0;
    double kilometres = 0;
    QString text; ///< "500 km", "200 m"
};

/// How long a scale bar may be, in pixels at text scale 1.
inline constexpr double longestScaleBar = 110;

/// The longest round distance (1, 2 or 5 times a power of ten) that is at most `longest` pixels at
/// the latitude of the camera's centre.
[[nodiscard]] ScaleBar scaleBar(const Camera &camera, double longest);

/// Height of the scale bar with its text; it is as wide as its pixels and a margin.
[[nodiscard]] QSizeF scaleBarSize(const ScaleBar &bar, const MapPalette &palette);
/// Draws a name of a scale; see drawLabel().
using DrawName = std::function<void(QPainter &, const SceneLabel &, const MapPalette &)>;

void paintScaleBar(QPainter &painter, const ScaleBar &bar, const MapPalette &palette,
                   const DrawName &drawName = drawLabel);

/// The sheet behind furniture, so that what is under it does not run into its words.
void paintPlate(QPainter &painter, const QRectF &box, const MapPalette &palette);

/// The scale bar at the right of its plate with the lines of the map's credit under it.
[[nodiscard]] QSizeF scalePlateSize(const ScaleBar &bar, const QString &credit,
                                    const MapPalette &palette);
void paintScalePlate(QPainter &painter, const QRectF &box, const ScaleBar &bar,
                     const QString &credit, const MapPalette &palette,
                     const DrawName &drawName = drawLabel);

/// "16 events not on the map + 1 event in a country not drawn": what the ledger counts as without
/// a place, and those known by country only that have no counter. Empty when there are none.
[[nodiscard]] QString remainderText(const MapScene &scene);

/// "Countries not drawn on this map: Réunion (1)"; empty when all are.
[[nodiscard]] QString undrawnText(const MapScene &scene);

/// Where the base map comes from, in one line.
[[nodiscard]] QString baseMapCredit();

} // namespace dateline::map
