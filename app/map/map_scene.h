// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/dataset.h>
#include <map/camera.h>
#include <map/choropleth.h>
#include <symbology/event_symbol.h>

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

class QJsonObject;

namespace dateline::map {

/// Whether something is hovered or selected; selected wins.
enum class Emphasis : std::uint8_t { None, Hovered, Selected };

/// How many events of a kind a cluster or a country holds.
struct KindShare
{
    std::uint16_t kind = 0;
    std::uint32_t count = 0;
    friend bool operator==(const KindShare &, const KindShare &) = default;
};

/// An event at a city, or several close ones drawn as one ring.
struct SceneSymbol
{
    QPointF pixel;
    MercatorPoint point;
    std::vector<events::Row> rows; ///< at least one, ascending
    std::vector<KindShare> kinds; ///< of the rows, in the order of kinds
    symbology::Fill fill = symbology::Fill::Ring; ///< of a single event
    std::uint32_t denied = 0; ///< how many of the rows are denied: drawn at every zoom
    bool uncertain = false; ///< of a single event: its date is
    std::uint32_t count = 1; ///< of a single event: how many things it stands for
    Emphasis emphasis = Emphasis::None;

    [[nodiscard]] bool isCluster() const { return rows.size() > 1; }
    /// Half the width of the ring or the shape, in pixels at text scale 1.
    [[nodiscard]] double radius() const;
};

/// A country about which there are claims that name no city: outlined and hatched, never a pin.
struct SceneCountry
{
    events::CountryCode code;
    std::size_t area = 0; ///< index of the country in the base map
    Emphasis emphasis = Emphasis::None;
};

/// A country that the base map has no land of, and the passing events known by it alone.
struct UndrawnCountry
{
    events::CountryCode code;
    std::size_t count = 0;
};

/// The counter of claims about a whole country, at a point inside it; or of several countries that
/// have no room for one each, inside the one with most claims. Where other marks leave no room
/// inside it stands beside the country, with a line that leads there.
struct SceneChip
{
    QPointF pixel;
    std::optional<QPointF> anchor; ///< the end of that line, inside the country
    std::vector<std::size_t> areas; ///< indices of its countries; first the one it lies in
    std::vector<events::Row> rows; ///< ascending
    std::vector<KindShare> kinds;
    std::uint32_t denied = 0;
    Emphasis emphasis = Emphasis::None;
};

/// A name on the map.
struct SceneLabel
{
    QString text;
    QRectF box; ///< in pixels; overlaps no other label, symbol or chip
    int rank = 0; ///< 0 for large countries, 2 for small ones and for cities
    std::optional<QPointF> dot; ///< where a city is; nothing where a symbol stands there already
    int opacity = opaque; ///< names of cities come in by steps while one zooms
    static constexpr int opaque = 4;
    /// That as a number up to 1.
    [[nodiscard]] double share() const { return double(opacity) / opaque; }
    bool isOverShades = false; ///< while countries are shaded: darker, to be read on any of them
};

/// A relation of the selection, drawn as an arc from one event's place to another's.
struct SceneRelation
{
    events::Relation relation;
    QPointF from;
    QPointF bend; ///< control point of the quadratic curve
    QPointF to;
};

/// All that the map shows, for one camera and size, free of colours: what two painters draw and
/// what tests compare. A value.
struct MapScene
{
    Camera camera;
    QSizeF size;
    int level = 0; ///< of the base map
    Choropleth choropleth; ///< under everything else; shades nothing unless it is asked for
    std::vector<SceneCountry> countries;
    std::vector<SceneChip> chips;
    std::vector<QPolygonF> lasso; ///< Filters::lasso, closed, for each world it is seen in
    std::vector<SceneRelation> relations;
    std::vector<SceneLabel> labels;
    std::vector<SceneSymbol> symbols; ///< in sight; in drawing order: emphasised ones last
    std::size_t notOnMap = 0; ///< passing events without a place, as in the ledger
    std::vector<UndrawnCountry> undrawn; ///< in the order of codes
    /// Events within symbols and chips of this scene; less than pass when some are out of view.
    [[nodiscard]] std::size_t shownEvents() const;
};

/// What of a scene is drawn together; something else may lie between the two.
struct SceneParts
{
    bool ground = true; ///< land, borders, shades, names
    bool marks = true; ///< all that events put there
};

/// The scene as JSON for snapshots; pixels rounded to whole ones.
[[nodiscard]] QJsonObject toJson(const MapScene &scene, const events::Dataset &dataset);

/// The stripes over countries with claims about the whole of them: pixels from one to the next
/// along x, and the width of one along x, at text scale 1.
inline constexpr double hatchSpacing = 8.5;
inline constexpr double hatchWidth = 1.4;
/// Pixels from stripe to stripe of the pattern of a class.
inline constexpr double patternSpacing = 6;
/// The line of a filter by lasso: its width and the length of a dash with its gap, likewise.
inline constexpr double lassoWidth = 2.2;
inline constexpr double lassoDash = 11;
/// Half the width of a symbol, a cluster of `count` events and a chip, in pixels at text scale 1.
inline constexpr double symbolRadius = 7;
[[nodiscard]] double clusterRadius(std::size_t count);
[[nodiscard]] QSizeF chipSize(std::size_t count);

} // namespace dateline::map
