// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <map/map_palette.h>
#include <map/map_scene.h>
#include <map/stripes.h>

#include <QString>

#include <optional>
#include <vector>

class QPainter;

/// Draws the marks of a scene with QPainter. Both painters of the map use these: one directly, the
/// scene graph through images of them, so that screen and print agree to the pixel.
/// All positions are the centre of the mark, in the painter's coordinates.
namespace dateline::map {

/// What the symbol of a single event says, with the kind's shape and colour.
[[nodiscard]] symbology::EventSymbol eventSymbol(const SceneSymbol &symbol,
                                                 const events::Kind &kind, workspace::Theme theme);

/// A symbol in the map's size, with a halo.
void drawEventSymbol(QPainter &painter, const QPointF &centre, const symbology::EventSymbol &symbol,
                     const MapPalette &palette);

/// A single event: its symbol, how many things it stands for, and a ring when it is emphasised.
void drawSymbol(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
                const events::Kind &kind, const MapPalette &palette);

/// Several events: a ring divided by kind around their number.
void drawCluster(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
                 const std::vector<events::Kind> &kinds, const MapPalette &palette);

/// The counter of claims about a whole country, or about several.
void drawChip(QPainter &painter, const QPointF &centre, const SceneChip &chip,
              const MapPalette &palette);

/// A name in its box, with a halo, as opaque as its label is, and the dot of a city.
void drawLabel(QPainter &painter, const SceneLabel &label, const MapPalette &palette);

/// The parts of that, opaque. The radius is in pixels at text scale 1.
void drawName(QPainter &painter, const SceneLabel &label, const MapPalette &palette);
void drawCityDot(QPainter &painter, const QPointF &centre, bool isOverShades,
                 const MapPalette &palette);
inline constexpr double cityDotRadius = 2;

/// The fill of a country (its index in the base map) under everything that is drawn on it.
[[nodiscard]] QColor countryFill(const Choropleth &choropleth, std::size_t area,
                                 const MapPalette &palette);

/// The fill of a class, and the way its pattern runs; nothing for a class without one.
[[nodiscard]] QColor classFill(const Choropleth &choropleth, std::size_t step,
                               const MapPalette &palette);
[[nodiscard]] std::optional<StripeRun> classPattern(workspace::Shading shading, std::size_t step);
/// The pattern of the class of a country; nothing where there is none.
[[nodiscard]] std::optional<StripeRun> countryPattern(const Choropleth &choropleth,
                                                      std::size_t area);

/// Whichever of the first two fits the symbol.
void drawMark(QPainter &painter, const QPointF &centre, const SceneSymbol &symbol,
              const std::vector<events::Kind> &kinds, const MapPalette &palette);

/// How far a mark reaches from its centre at most, with emphasis and badges; of those with a
/// number it is whole pixels of any usual device, for symbol_pieces.h.
[[nodiscard]] double reachOf(const SceneSymbol &symbol, const MapPalette &palette);
[[nodiscard]] double reachOf(const SceneChip &chip, const MapPalette &palette);

} // namespace dateline::map
