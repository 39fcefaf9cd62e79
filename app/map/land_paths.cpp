// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_paths.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace dateline::map {

namespace {

// Points closer than this to the one before are left out of a path: they would only make drawing
// slower and vector files larger. In pixels.
constexpr double pathTolerance = 0.35;
// Lines of so few points are not thinned.
constexpr std::size_t smallLine = 32;
// Half of the widest stroke with the largest type, and more. In pixels.
constexpr double widestStroke = 32;

/// Beyond which sides of a box a point lies, as bits: the codes of Cohen and Sutherland. Points
/// that share a bit are joined by lines that stay outside.
unsigned sidesBeyond(const QRectF &box, const QPointF &point)
{
    return (point.x() < box.left() ? 1U : 0U) | (point.x() > box.right() ? 2U : 0U)
        | (point.y() < box.top() ? 4U : 0U) | (point.y() > box.bottom() ? 8U : 0U);
}

/// Makes a path from point to point and leaves out what changes nothing inside a box: a point
/// whose neighbours lie beyond the same side of the box as itself.
class TrimmedPath
{
public:
    enum class Use : std::uint8_t { Fill, Stroke };

    TrimmedPath(const QRectF &box, Use use)
        : m_box(box)
        , m_use(use)
    {}

    void moveTo(const QPointF &point)
    {
        m_first = m_last = {point, sidesBeyond(m_box, point)};
        m_isInside = m_first.sides == 0;
        m_path.moveTo(point);
    }

    void lineTo(const QPointF &point)
    {
        const Corner next{point, sidesBeyond(m_box, point)};
        if (m_held && (m_last.sides & m_held->sides & next.sides) == 0)
            addHeld();
        m_held = next;
        m_isInside &= next.sides == 0;
    }

    [[nodiscard]] bool isNear(const QPointF &point) const
    {
        const QPointF &last = m_held ? m_held->point : m_last.point;
        return std::abs(point.x() - last.x()) + std::abs(point.y() - last.y()) < pathTolerance;
    }

    void end()
    {
        if (m_held)
            addHeld();
        m_held.reset();
    }

    void close()
    {
        // The start of a line that is interrupted somewhere is not the start of the ring.
        const bool isInterrupted = m_use == Use::Stroke && !m_isInside;
        if (isInterrupted)
            lineTo(m_first.point);
        end();
        if (!isInterrupted)
            m_path.closeSubpath();
    }

    [[nodiscard]] const QPainterPath &path() const { return m_path; }

private:
    struct Corner
    {
        QPointF point;
        unsigned sides = 0;
    };

    void addHeld()
    {
        if (m_use == Use::Stroke && (m_last.sides & m_held->sides) != 0)
            m_path.moveTo(m_held->point);
        else
            m_path.lineTo(m_held->point);
        m_last = *m_held;
    }

    QRectF m_box;
    Use m_use;
    QPainterPath m_path;
    Corner m_first;
    Corner m_last; ///< of the path
    std::optional<Corner> m_held; ///< after m_last, unless it is left out
    bool m_isInside = true; ///< all points are inside the box
};

void follow(TrimmedPath &path, std::span<const MapVertex> vertices,
            std::span<const std::uint32_t> indices, const LandPaths &paths)
{
    // An island that thinning leaves nothing of would still show as a dot as wide as its stroke.
    const bool isSmall = indices.size() <= smallLine;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const QPointF pixel = paths.pixelOf(vertices[indices[i]]);
        if (i == 0)
            path.moveTo(pixel);
        else if (isSmall || i + 1 == indices.size() || !path.isNear(pixel))
            path.lineTo(pixel);
    }
}

} // namespace

LandPaths::LandPaths(const BaseMap &map, const MapScene &scene, int world)
    : m_map(map)
    , m_scale(worldPixels(scene.camera.zoom))
    , m_origin(scene.size.width() / 2 - (scene.camera.centre.x - world) * m_scale,
               scene.size.height() / 2 - scene.camera.centre.y * m_scale)
    , m_near(
          QRectF({}, scene.size).adjusted(-widestStroke, -widestStroke, widestStroke, widestStroke))
{}

QPainterPath LandPaths::shape(const BaseMapCountry &country) const
{
    TrimmedPath path(m_near, TrimmedPath::Use::Fill);
    for (const Run &ring : m_map.rings().subspan(country.rings.first, country.rings.count)) {
        follow(path, m_map.vertices(), m_map.ringVertices().subspan(ring.first, ring.count), *this);
        path.close();
    }
    return path.path();
}

std::vector<QPainterPath> LandPaths::outlines(const BaseMapCountry &country) const
{
    std::vector<QPainterPath> outlines;
    for (auto &line : m_map.outline(country)) {
        TrimmedPath path(m_near, TrimmedPath::Use::Stroke);
        const bool isClosed = line.front() == line.back();
        if (isClosed) {
            // A line that is interrupted has no joint where it begins: it begins out of sight.
            line.pop_back();
            const auto hidden = std::ranges::find_if(line, [this](std::uint32_t index) {
                return !m_near.contains(pixelOf(m_map.vertices()[index]));
            });
            std::rotate(line.begin(), hidden == line.end() ? line.begin() : hidden, line.end());
        }
        follow(path, m_map.vertices(), line, *this);
        isClosed ? path.close() : path.end();
        outlines.push_back(path.path());
    }
    return outlines;
}

QPainterPath LandPaths::line(const BaseMapLine &line) const
{
    // Dashes have to stay in their places while the view moves, so they need the whole line.
    constexpr double everywhere = 1e12;
    TrimmedPath path(line.kind == LineKind::Disputed
                         ? QRectF(-everywhere, -everywhere, 2 * everywhere, 2 * everywhere)
                         : m_near,
                     TrimmedPath::Use::Stroke);
    follow(path, m_map.vertices(),
           m_map.lineVertices().subspan(line.vertices.first, line.vertices.count), *this);
    path.end();
    return path.path();
}

} // namespace dateline::map
