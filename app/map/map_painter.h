// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/kind.h>
#include <map/basemap.h>
#include <map/map_palette.h>
#include <map/map_scene.h>

#include <QPainterPath>

#include <memory>
#include <vector>

class QPainter;

namespace dateline::map {

/// Draws scenes with QPainter: for pictures, SVG, PDF, and screens without OpenGL. Needs neither a
/// display nor a window, only a QGuiApplication for type. Not shared between threads; several
/// painters may be used at once.
class MapPainter
{
public:
    /// Draws with the levels of the base map given; a level that is missing is replaced by the
    /// next coarser one. At least one is needed for land to appear.
    explicit MapPainter(std::vector<std::shared_ptr<const BaseMap>> levels);

    /// All levels that are built into the program.
    [[nodiscard]] static MapPainter withBuiltInLevels();

    /// Draws all of the scene into (0, 0, scene.size) of the painter's coordinates, clipped.
    void paint(QPainter &painter, const MapScene &scene, const std::vector<events::Kind> &kinds,
               const MapPalette &palette) const;

    /// Only sea, land, borders, and countries with claims about them, whatever their emphasis.
    void paintLand(QPainter &painter, const MapScene &scene, const MapPalette &palette) const;

    /// All that paintLand() leaves out.
    void paintMarks(QPainter &painter, const MapScene &scene,
                    const std::vector<events::Kind> &kinds, const MapPalette &palette) const;

    /// Countries with claims about them, without the land under them.
    void paintClaims(QPainter &painter, const MapScene &scene, const MapPalette &palette) const;

    /// The outlines of emphasised countries, over their plain ones.
    void paintEmphasis(QPainter &painter, const MapScene &scene, const MapPalette &palette) const;

private:
    [[nodiscard]] const BaseMap *levelFor(int level) const;

    std::vector<std::shared_ptr<const BaseMap>> m_levels;
};

/// The line of the filter by lasso, dashed, with a halo; below names and marks.
void paintLasso(QPainter &painter, const MapScene &scene, const MapPalette &palette);

/// The relations of a scene, each with a halo.
void paintRelations(QPainter &painter, const MapScene &scene, const MapPalette &palette);

/// The curve of a relation with its arrow head, in the scene's pixels.
[[nodiscard]] QPainterPath relationPath(const SceneRelation &relation, double scale);

} // namespace dateline::map
