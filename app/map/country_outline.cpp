// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/basemap.h>

#include <algorithm>

// What of the rings of a country is a border to be drawn as its own.
namespace dateline::map {

namespace {

std::pair<std::uint32_t, std::uint32_t> edgeOf(std::uint32_t from, std::uint32_t to)
{
    return std::minmax({from, to});
}

} // namespace

void BaseMap::findDisputedEdges()
{
    for (const BaseMapLine &line : m_lines) {
        if (line.kind != LineKind::Disputed)
            continue;
        const auto vertices = lineVertices().subspan(line.vertices.first, line.vertices.count);
        for (std::size_t i = 1; i < vertices.size(); ++i)
            m_disputedEdges.push_back(edgeOf(vertices[i - 1], vertices[i]));
    }
    std::ranges::sort(m_disputedEdges);
}

bool BaseMap::isOutlined(std::uint32_t from, std::uint32_t to) const
{
    return !isCut(m_vertices[from], m_vertices[to])
        && !std::ranges::binary_search(m_disputedEdges, edgeOf(from, to));
}

std::vector<std::vector<std::uint32_t>> BaseMap::outline(const BaseMapCountry &country) const
{
    std::vector<std::vector<std::uint32_t>> lines;
    for (const Run &ring : rings().subspan(country.rings.first, country.rings.count)) {
        const auto indices = ringVertices().subspan(ring.first, ring.count);
        const auto at = [&](std::size_t i) { return indices[i % indices.size()]; };
        const auto partsAfter = [&](std::size_t i) { return !isOutlined(at(i), at(i + 1)); };
        // From behind a gap, if there is one, so that no line is parted where the ring begins.
        std::size_t start = 0;
        while (start < indices.size() && !partsAfter(start))
            ++start;
        start = start < indices.size() ? start + 1 : 0;
        std::vector<std::uint32_t> line;
        for (std::size_t i = start; i < start + indices.size(); ++i) {
            line.push_back(at(i));
            if (!partsAfter(i))
                continue;
            if (line.size() > 1)
                lines.push_back(line);
            line.clear();
        }
        if (line.empty())
            continue;
        line.push_back(at(start));
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace dateline::map
