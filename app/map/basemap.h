// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/country_code.h>
#include <map/camera.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dateline::map {

/// A vertex of the base map in Mercator units; the values are exact in single precision.
struct MapVertex
{
    float x = 0;
    float y = 0;
};

/// A half-open run [first, first + count) of elements of an array.
struct Run
{
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// What a line of the base map is. The values are those of the file format.
enum class LineKind : std::uint8_t { Coast = 0, Border = 1, Disputed = 2 };

struct BaseMapLine
{
    LineKind kind = LineKind::Coast;
    Run vertices; ///< of BaseMap::lineVertices()
    Extent bounds;
};

/// A country as Natural Earth draws it, or an area to which ISO 3166-1 gives no code.
struct BaseMapCountry
{
    events::CountryCode code; ///< null for areas without a code
    QString name; ///< in English, as Natural Earth abbreviates it
    MercatorPoint label; ///< inside the country, where a name or a counter reads best
    Extent bounds; ///< the short way: maxX exceeds 1 across the antimeridian
    double area = 0; ///< on the Mercator square: how large the country looks, not is
    Run rings; ///< of BaseMap::rings()
    Run triangles; ///< of BaseMap::triangles(), three vertices each
};

class BaseMap;

/// A level that was read, or a sentence that says why it could not be.
struct BaseMapResult
{
    std::shared_ptr<const BaseMap> map; ///< null exactly when `fault` is not empty
    QString fault;
};

/// One level of detail of the base map: immutable arrays, read from a file in the format of
/// resources/basemap/FORMAT.md. Countries have the same index at every level. Any thread.
class BaseMap
{
public:
    /// Triangles are half of a level and only meshes are made of them, so they may be dropped.
    enum class Triangles : std::uint8_t { Kept, Dropped };

    /// Reads a level. Every size and index is checked: a file that is truncated, altered, of
    /// another version or not a base map at all gives a sentence that says what is wrong.
    [[nodiscard]] static BaseMapResult fromBytes(const QByteArray &file,
                                                 Triangles triangles = Triangles::Kept);

    /// Reads a level that is built into the program, 0 (world) to levelCount - 1 (finest).
    [[nodiscard]] static BaseMapResult fromResources(int level,
                                                     Triangles triangles = Triangles::Kept);

    static constexpr int levelCount = 3;

    [[nodiscard]] int level() const { return m_level; }
    [[nodiscard]] std::span<const MapVertex> vertices() const { return m_vertices; }
    [[nodiscard]] std::span<const BaseMapCountry> countries() const { return m_countries; }
    /// Runs of ringVertices(); a ring closes itself. Fill a country's rings by the odd-even rule.
    [[nodiscard]] std::span<const Run> rings() const { return m_rings; }
    [[nodiscard]] std::span<const std::uint32_t> ringVertices() const { return m_ringVertices; }
    /// None where they were dropped.
    [[nodiscard]] std::span<const std::uint32_t> triangles() const { return m_triangles; }
    [[nodiscard]] std::span<const BaseMapLine> lines() const { return m_lines; }
    [[nodiscard]] std::span<const std::uint32_t> lineVertices() const { return m_lineVertices; }

    /// The outline of a country as lines of vertices(): its rings without the edges along which the
    /// map is cut, which are no border, and without disputed borders, whose dashes are to be seen.
    /// A line that ends where it begins is closed.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>>
    outline(const BaseMapCountry &country) const;

    /// The index of the country with this code, or nothing.
    [[nodiscard]] std::optional<std::size_t> countryIndex(events::CountryCode code) const;

    /// The index of the country at a point (x is wrapped), or nothing at sea.
    [[nodiscard]] std::optional<std::size_t> countryAt(MercatorPoint point) const;

    /// True when the point (x in [0, 1]) lies inside the country.
    [[nodiscard]] bool contains(std::size_t country, const MercatorPoint &point) const;

private:
    friend class BaseMapReader;
    BaseMap() = default;

    void findDisputedEdges();
    [[nodiscard]] bool isOutlined(std::uint32_t from, std::uint32_t to) const;

    int m_level = 0;
    std::vector<MapVertex> m_vertices;
    std::vector<BaseMapCountry> m_countries;
    std::vector<Run> m_rings;
    std::vector<std::uint32_t> m_ringVertices;
    std::vector<std::uint32_t> m_triangles;
    std::vector<BaseMapLine> m_lines;
    std::vector<std::uint32_t> m_lineVertices;
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        m_disputedEdges; ///< the lesser first; sorted
};

/// True when the edge between two vertices lies on an edge of the map's square: at 180 degrees, or
/// where the projection ends near a pole. Countries are cut there, they do not end.
[[nodiscard]] bool isCut(const MapVertex &from, const MapVertex &to);

/// The level to draw at a zoom: coarser ones as long as their thinning does not show.
[[nodiscard]] int levelForZoom(double zoom);

} // namespace dateline::map
