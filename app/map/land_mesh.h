// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dateline::map {

/// Triangles of the land within one cell of a grid: small enough for 16-bit indices, apart so that
/// what is out of view is not drawn.
struct LandChunk
{
    Extent bounds;
    std::vector<MapVertex> vertices;
    std::vector<std::uint16_t> indices;
};

/// A vertex of a line that a shader widens; two for each point of the line, one on each side.
struct LineVertex
{
    float x;
    float y;
    /// Half the mitred unit normal as (n + 1) · 127, so that a mitre of up to 2 fits.
    std::uint8_t normalX;
    std::uint8_t normalY;
    std::uint8_t side; ///< 0 or 255
    std::uint8_t unused;
    float along; ///< Mercator units from the start of the line
};

/// Lines of one kind within one cell of a grid, as triangles of widened vertices.
struct LineChunk
{
    LineKind kind = LineKind::Coast;
    Extent bounds;
    std::vector<LineVertex> vertices;
    std::vector<std::uint16_t> indices;
};

/// One level of the base map as the scene graph draws it. Immutable.
struct LandMesh
{
    std::vector<LandChunk> land;
    std::vector<LineChunk> lines;
};

/// Builds the mesh of a level. For a background thread: takes up to 0.1 s for the finest.
[[nodiscard]] std::shared_ptr<const LandMesh> buildLandMesh(const BaseMap &map);

/// The triangles of one country; more than one chunk when it is too large for 16-bit indices.
[[nodiscard]] std::vector<LandChunk> countryTriangles(const BaseMap &map, std::size_t country);

/// The outline of one country without the edges along which the map is cut.
[[nodiscard]] std::vector<LineChunk> countryOutline(const BaseMap &map, std::size_t country);

/// Appends a line to chunks, beginning a new chunk when the last one is full. Fewer than two
/// points append nothing.
void appendLine(std::vector<LineChunk> &chunks, LineKind kind, std::span<const MapVertex> points);

} // namespace dateline::map
