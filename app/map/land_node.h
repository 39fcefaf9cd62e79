// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>
#include <map/land_mesh.h>
#include <map/map_materials.h>
#include <map/map_palette.h>
#include <map/map_scene.h>

#include <QSGFlatColorMaterial>
#include <QSGGeometryNode>
#include <QSGTransformNode>

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

namespace dateline::map {

/// What the land of a frame is drawn from.
struct LandFrame
{
    const MapScene &scene;
    const MapPalette &palette;
    std::shared_ptr<const BaseMap> map;
    std::shared_ptr<const LandMesh> mesh; ///< of the same level as `map`
    double pixelRatio = 1;
    SceneParts parts;
};

/// A node that draws lines; the caller owns it, the material stays the caller's.
[[nodiscard]] QSGGeometryNode *makeLineNode(const LineChunk &chunk, QSGMaterial *material);

/// Graticule, land, country-level claims and lines of one world copy in the scene graph. All of it
/// stays in Mercator units and is moved by one matrix; nodes exist only for chunks in view.
class LandNode : public QSGTransformNode
{
public:
    explicit LandNode(int world);

    /// Brings the nodes up to date. On the render thread, while the GUI thread waits.
    void update(const LandFrame &frame);

    [[nodiscard]] int world() const { return m_world; }

private:
    /// Nodes of a country drawn with stripes and an outline.
    struct CountryNodes
    {
        QSGNode *root = nullptr;
        HatchMaterial hatch;
        LineMaterial outline;
    };

    /// Node of a country that a choropleth shades.
    struct ShadeNode
    {
        QSGNode *root = nullptr;
        QSGFlatColorMaterial fill;
        std::optional<StripeRun> run; ///< of the pattern
        HatchMaterial pattern;
    };

    void updateGround(const LandFrame &frame);
    void updateMaterials(const LandFrame &frame);
    void updateShades(const LandFrame &frame);
    void setHatch(HatchMaterial &hatch, const LandFrame &frame) const;
    static std::unique_ptr<ShadeNode> makeShade(const LandFrame &frame,
                                                const ShadedCountry &country);
    void updateGraticule(const LandFrame &frame);
    void updateCountries(const LandFrame &frame);
    std::unique_ptr<CountryNodes> makeCountry(const LandFrame &frame, std::size_t area);
    template<typename Chunk>
    void updateChunk(const Chunk &chunk, QSGNode *group, QSGMaterial *material, const Extent &view);
    void clearChunks();
    void clearGround();
    void clearCountries();

    int m_world;
    std::shared_ptr<const BaseMap> m_map;
    std::shared_ptr<const LandMesh> m_mesh;
    QSGNode *m_graticule;
    QSGNode *m_land;
    QSGNode *m_shades;
    QSGNode *m_countries;
    QSGNode *m_lines;
    QSGFlatColorMaterial m_landMaterial;
    LineMaterial m_graticuleMaterial;
    std::array<LineMaterial, 3> m_lineMaterials; ///< by LineKind
    std::unordered_map<const void *, QSGNode *> m_chunkNodes;
    std::unordered_map<std::size_t, std::unique_ptr<CountryNodes>> m_countryNodes;
    std::unordered_map<std::size_t, std::unique_ptr<ShadeNode>> m_shadeNodes;
    int m_graticuleStep = 0;
};

} // namespace dateline::map
