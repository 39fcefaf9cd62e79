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

/// What the marks of a scene mean. Pure and drawn with QPainter, so that the screen and a figure
/// show the same.
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
        Things, ///< a number beside a symbol
        Country,
        Relation,
        Heading,
        Shade,
        ShadeOfNone,
        NoData
    };
    Sample sample = Sample::Kind;
    std::uint16_t kind = 0; ///< index, for Kind
    symbology::Fill fill = symbology::Fill::Solid; ///< for Fill
    QString text;
    workspace::Shading shading = workspace::Shading::None; ///< for Shade and ShadeOfNone
    std::size_t step = 0; ///< class of the choropleth, for Shade
    std::size_t steps = 0; ///< how many classes there are, for Shade

    friend bool operator==(const LegendEntry &, const LegendEntry &) = default;
};

/// Only what the scene shows, wherever furniture makes its counters stand, or the legend's own size
/// could change what it says: its kinds in their order, then fills, then special marks, then the
/// shades of its choropleth under a heading that says that they are what is claimed.
[[nodiscard]] std::vector<LegendEntry> legendOf(const MapScene &scene,
                                                const std::vector<events::Kind> &kinds);

/// What all events that pass show, in view or not, for a figure that also shows them elsewhere;
/// clusters and counters only when the scene has some.
[[nodiscard]] std::vector<LegendEntry>
legendOf(const MapScene &scene, const events::Dataset &dataset, const bitsets::RowSet &passing);

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

} // namespace dateline::map
