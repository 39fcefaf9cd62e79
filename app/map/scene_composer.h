// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_changes.h>
#include <clustering/clusters.h>
#include <map/basemap.h>
#include <map/cities.h>
#include <map/map_scene.h>

#include <QFont>

#include <optional>
#include <span>

namespace dateline::map {

/// How far apart symbols have to be so that their outlines do not touch, in pixels at text scale 1.
inline constexpr double clusterDistance = 40;

/// What a scene is made from. References are only used during the call.
struct SceneInput
{
    const events::Dataset &dataset;
    bitsets::FollowedRows passing; ///< events that pass the filter, of the dataset's size
    const clustering::Clusters &clusters; ///< of the dataset
    const BaseMap &land; ///< any level: for label points and bounds of countries
    Camera camera;
    QSizeF size;
    std::span<const events::Row> selection; ///< first the one whose relations are drawn
    std::optional<events::Row> hovered;
    std::span<const QString> names; ///< of land.countries(), for labels; none when empty
    QFont font; ///< measures labels
    double scale = 1; ///< of symbols and chips, see MapPalette::scale()
    std::span<const QRectF> furniture; ///< in pixels: no name goes under it
    const Choropleth *choropleth = nullptr; ///< of the same base map; null shades nothing
    std::span<const events::GeoPoint> lasso; ///< Filters::lasso, to be drawn
    std::span<const City> cities; ///< to be named, the earliest first
};

/// Composes the scene. Pure: the same input gives the same scene.
[[nodiscard]] MapScene composeScene(const SceneInput &input);

/// Where an event is on the map: its city, the label point of its country, or nowhere.
[[nodiscard]] std::optional<MercatorPoint> placeOf(const events::Dataset &dataset,
                                                   const BaseMap &land, events::Row row);

} // namespace dateline::map
