// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <map/map_palette.h>
#include <map/map_scene.h>

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;

/// What lies beside the map in an atlas: legend, scale bar, source. Pure and drawn with QPainter,
/// so that the screen and a figure show the same.
namespace dateline::map {

/// A line of the legend: a mark and what it means.
struct LegendEntry
{
    enum class Sample : std::uint8_t {
        Kind,
        Fill,
        Denied,
        Uncertain,
        Cluster,
        Country,
        Heading,
        Shade,
        ShadeOfNone,
        NoData
    };
    Sample sample = Sample::Kind;
    std::uint16_t kind = 0; ///< index, for Kind
    symbology::Fill fill = symbology::Fill::Solid; ///< for Fill
    QString text;
    std::size_t step = 0; ///< class of the choropleth, for Shade
    std::size_t steps = 0; ///< how many classes there are, for Shade

    friend bool operator==(const LegendEntry &, const LegendEntry &) = default;
};

/// Only what the scene shows: its kinds in their order, then fills, then special marks, then the
/// shades of its choropleth under a heading that says that they are what is claimed.
[[nodiscard]] std::vector<LegendEntry> legendOf(const MapScene &scene,
                                                const std::vector<events::Kind> &kinds);

/// What all events that pass show, in view or not, for a figure that also shows them elsewhere;
/// clusters and counters only when the scene has some.
[[nodiscard]] std::vector<LegendEntry>
legendOf(const MapScene &scene, const events::Dataset &dataset, const query::RowSet &passing);

/// Where each entry of a legend stands, from (0, 0), its margin included.
struct LegendLayout
{
    std::vector<QRectF> boxes; ///< one for each entry, in their order
    QSizeF size; ///< empty for no entries
};

/// Lays the entries out low and wide, so that they cover little of the map: the kinds in columns,
/// below them the other marks one after the other. At most `widest` pixels wide, unless a single
/// entry needs more.
[[nodiscard]] LegendLayout layOutLegend(const std::vector<LegendEntry> &entries, double widest,
                                        const MapPalette &palette);

/// Draws the entries where the layout has them.
void paintLegend(QPainter &painter, const std::vector<LegendEntry> &entries,
                 const LegendLayout &layout, const std::vector<events::Kind> &kinds,
                 const MapPalette &palette);

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
void paintScaleBar(QPainter &painter, const ScaleBar &bar, const MapPalette &palette);

/// The sheet behind furniture, so that what is under it does not run into its words.
void paintPlate(QPainter &painter, const QRectF &box, const MapPalette &palette);

/// The scale bar at the right of its plate with the credit of the base map under it.
[[nodiscard]] QSizeF scalePlateSize(const ScaleBar &bar, const MapPalette &palette);
void paintScalePlate(QPainter &painter, const QRectF &box, const ScaleBar &bar,
                     const MapPalette &palette);

/// "16 events not on the map".
[[nodiscard]] QString remainderText(std::size_t notOnMap);

/// Where the base map comes from, in one line; and that line in a box, with a halo.
[[nodiscard]] QString baseMapCredit();
void drawCredit(QPainter &painter, const QRectF &box, const MapPalette &palette);

} // namespace dateline::map
