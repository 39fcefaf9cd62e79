// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_mesh.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace dateline::map {

namespace {

constexpr std::size_t fullChunk = 60'000; ///< vertices; 16-bit indices end at 65,535
constexpr std::size_t longestLine = 20'000; ///< points, two vertices each
constexpr double longestMitre = 2;

// Cells along each side of the square, by level: the coarsest is always in view as a whole.
constexpr std::array<int, BaseMap::levelCount> gridCells{1, 8, 32};

Extent nothing()
{
    return {2, 2, -2, -2};
}

void include(Extent &box, const MapVertex &vertex)
{
    box.minX = std::min(box.minX, double(vertex.x));
    box.maxX = std::max(box.maxX, double(vertex.x));
    box.minY = std::min(box.minY, double(vertex.y));
    box.maxY = std::max(box.maxY, double(vertex.y));
}

int cellOf(double x, double y, int cells)
{
    const auto index = [cells](double unit) { return std::clamp(int(unit * cells), 0, cells - 1); };
    return index(y) * cells + index(x);
}

/// Collects triangles with 16-bit indices, sharing vertices within a chunk.
class TriangleCollector
{
public:
    void append(std::span<const MapVertex> vertices, std::span<const std::uint32_t> corners)
    {
        if (m_chunks.empty() || m_chunks.back().vertices.size() > fullChunk) {
            m_chunks.push_back({nothing(), {}, {}});
            m_local.clear();
        }
        LandChunk &chunk = m_chunks.back();
        for (const std::uint32_t corner : corners) {
            const auto [at, isNew]
                = m_local.try_emplace(corner, std::uint16_t(chunk.vertices.size()));
            if (isNew) {
                chunk.vertices.push_back(vertices[corner]);
                include(chunk.bounds, vertices[corner]);
            }
            chunk.indices.push_back(at->second);
        }
    }

    std::vector<LandChunk> take() { return std::move(m_chunks); }

private:
    std::vector<LandChunk> m_chunks;
    std::unordered_map<std::uint32_t, std::uint16_t> m_local;
};

struct Direction
{
    double x = 0;
    double y = 0;
};

Direction directionBetween(const MapVertex &from, const MapVertex &to)
{
    const double dx = double(to.x) - double(from.x);
    const double dy = double(to.y) - double(from.y);
    const double length = std::hypot(dx, dy);
    return length > 0 ? Direction{dx / length, dy / length} : Direction{};
}

/// The normal at a corner, lengthened so that both segments keep their width. Half of it, since
/// the vertex format holds [-1, 1].
Direction halfMitre(const Direction &in, const Direction &out)
{
    Direction normal{-(in.y + out.y), in.x + out.x};
    const double length = std::hypot(normal.x, normal.y);
    if (length < 1e-9)
        return {-in.y / 2, in.x / 2};
    normal = {normal.x / length, normal.y / length};
    const double cosine = normal.x * -in.y + normal.y * in.x;
    const double reach = std::min(longestMitre, 1 / std::max(cosine, 0.1));
    return {normal.x * reach / 2, normal.y * reach / 2};
}

std::uint8_t packed(double unit)
{
    return std::uint8_t(std::lround((unit + 1) * 127));
}

void appendPoint(LineChunk &chunk, const MapVertex &point, const Direction &half, double along)
{
    const auto distance = float(along);
    chunk.vertices.push_back({point.x, point.y, packed(half.x), packed(half.y), 255, 0, distance});
    chunk.vertices.push_back({point.x, point.y, packed(-half.x), packed(-half.y), 0, 0, distance});
    include(chunk.bounds, point);
}

} // namespace

void appendLine(std::vector<LineChunk> &chunks, LineKind kind, std::span<const MapVertex> points)
{
    if (points.size() < 2)
        return;
    if (points.size() > longestLine) {
        appendLine(chunks, kind, points.first(longestLine));
        appendLine(chunks, kind, points.subspan(longestLine - 1));
        return;
    }
    if (chunks.empty() || chunks.back().kind != kind
        || chunks.back().vertices.size() + 2 * points.size() > fullChunk)
        chunks.push_back({kind, nothing(), {}, {}});
    LineChunk &chunk = chunks.back();
    double along = 0;
    Direction in = directionBetween(points[0], points[1]);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Direction out
            = i + 1 < points.size() ? directionBetween(points[i], points[i + 1]) : in;
        if (i > 0)
            along += std::hypot(double(points[i].x) - double(points[i - 1].x),
                                double(points[i].y) - double(points[i - 1].y));
        const auto first = std::uint16_t(chunk.vertices.size());
        appendPoint(chunk, points[i], halfMitre(in, out), along);
        if (i + 1 < points.size())
            for (const int corner : {0, 1, 2, 2, 1, 3})
                chunk.indices.push_back(std::uint16_t(first + corner));
        in = out;
    }
}

std::shared_ptr<const LandMesh> buildLandMesh(const BaseMap &map)
{
    const int cells = gridCells[std::size_t(map.level())];
    const auto vertices = map.vertices();
    std::map<int, TriangleCollector> land;
    for (std::size_t i = 0; i + 2 < map.triangles().size(); i += 3) {
        const auto corners = map.triangles().subspan(i, 3);
        const MapVertex &a = vertices[corners[0]];
        const MapVertex &b = vertices[corners[1]];
        const MapVertex &c = vertices[corners[2]];
        land[cellOf(double(a.x + b.x + c.x) / 3, double(a.y + b.y + c.y) / 3, cells)].append(
            vertices, corners);
    }
    auto mesh = std::make_shared<LandMesh>();
    for (auto &[cell, collector] : land)
        std::ranges::move(collector.take(), std::back_inserter(mesh->land));

    std::map<std::pair<LineKind, int>, std::vector<LineChunk>> lines;
    std::vector<MapVertex> points;
    for (const BaseMapLine &line : map.lines()) {
        points.clear();
        for (const std::uint32_t index :
             map.lineVertices().subspan(line.vertices.first, line.vertices.count))
            points.push_back(vertices[index]);
        const MercatorPoint middle = line.bounds.centre();
        appendLine(lines[{line.kind, cellOf(middle.x, middle.y, cells)}], line.kind, points);
    }
    for (auto &[key, chunks] : lines)
        std::ranges::move(chunks, std::back_inserter(mesh->lines));
    return mesh;
}

std::vector<LandChunk> countryTriangles(const BaseMap &map, std::size_t country)
{
    const Run run = map.countries()[country].triangles;
    TriangleCollector collector;
    for (std::uint32_t i = 0; i + 2 < run.count; i += 3)
        collector.append(map.vertices(), map.triangles().subspan(run.first + i, 3));
    return collector.take();
}

std::vector<LineChunk> countryOutline(const BaseMap &map, std::size_t country)
{
    std::vector<LineChunk> chunks;
    std::vector<MapVertex> points;
    for (const auto &line : map.outline(map.countries()[country])) {
        points.clear();
        for (const std::uint32_t index : line)
            points.push_back(map.vertices()[index]);
        appendLine(chunks, LineKind::Border, points);
    }
    return chunks;
}

} // namespace dateline::map
