// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/basemap.h>

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr std::uint32_t formatVersion = 1;
constexpr qsizetype headerBytes = 20;
constexpr std::uint32_t largestPayload = 64U << 20U;
constexpr double squareSize = 1U << 24U;

BaseMapResult baseMapFault(const char *what)
{
    const QString sentence
        = QCoreApplication::translate("dateline::map::BaseMap", "The base map cannot be read: %1")
              .arg(QCoreApplication::translate("dateline::map::BaseMap", what));
    return {nullptr, sentence};
}

/// The box around a run of line vertices; empty at the origin for an empty run.
Extent boundsOf(const BaseMap &map, const Run &run)
{
    Extent box{1, 1, 0, 0};
    for (const std::uint32_t index : map.lineVertices().subspan(run.first, run.count)) {
        const MapVertex &vertex = map.vertices()[index];
        box.minX = std::min(box.minX, double(vertex.x));
        box.maxX = std::max(box.maxX, double(vertex.x));
        box.minY = std::min(box.minY, double(vertex.y));
        box.maxY = std::max(box.maxY, double(vertex.y));
    }
    return run.count > 0 ? box : Extent{};
}

/// The area of a run of triangles, in square units.
double areaOf(const BaseMap &map, const Run &run)
{
    double area = 0;
    for (std::uint32_t i = 0; i + 2 < run.count; i += 3) {
        const auto corners = map.triangles().subspan(run.first + i, 3);
        const MapVertex &a = map.vertices()[corners[0]];
        const MapVertex &b = map.vertices()[corners[1]];
        const MapVertex &c = map.vertices()[corners[2]];
        area += std::abs(double(b.x - a.x) * double(c.y - a.y)
                         - double(c.x - a.x) * double(b.y - a.y))
            / 2;
    }
    return area;
}

} // namespace

/// Reads the payload of a base map file front to back. A read beyond the end gives zeros and
/// marks the reader as failed, so that checks can wait until a section is complete.
class BaseMapReader
{
public:
    explicit BaseMapReader(const QByteArray &payload)
        : m_payload(payload)
    {}

    /// Nothing when all was well, else what is wrong.
    const char *read(BaseMap &map);

private:
    struct Counts
    {
        std::uint32_t vertices, countries, rings, ringVertices, triangleVertices, lines,
            lineVertices;
    };

    std::uint32_t u32();
    float f32();
    std::uint16_t u16();
    bool take(qsizetype bytes);
    bool fits(const Counts &counts) const;
    bool readVertices(BaseMap &map, std::uint32_t count);
    bool readCountry(BaseMapCountry &country, const Counts &counts);
    bool readIndices(std::vector<std::uint32_t> &indices, std::uint32_t count, std::uint32_t limit);
    bool readRings(BaseMap &map, const Counts &counts);
    bool readLines(BaseMap &map, const Counts &counts);

    const QByteArray &m_payload;
    qsizetype m_at = 0;
    bool m_failed = false;
};

bool BaseMapReader::take(qsizetype bytes)
{
    if (m_failed || m_payload.size() - m_at < bytes) {
        m_failed = true;
        return false;
    }
    m_at += bytes;
    return true;
}

std::uint32_t BaseMapReader::u32()
{
    return take(4) ? qFromLittleEndian<quint32>(m_payload.constData() + m_at - 4) : 0;
}

std::uint16_t BaseMapReader::u16()
{
    return take(2) ? qFromLittleEndian<quint16>(m_payload.constData() + m_at - 2) : quint16(0);
}

float BaseMapReader::f32()
{
    return take(4) ? qFromLittleEndian<float>(m_payload.constData() + m_at - 4) : 0.0F;
}

// Every element takes at least four bytes, so counts beyond the payload are refused before
// anything is allocated for them.
bool BaseMapReader::fits(const Counts &counts) const
{
    const std::uint64_t elements = 2 * std::uint64_t(counts.vertices)
        + 11 * std::uint64_t(counts.countries) + counts.rings + counts.ringVertices
        + counts.triangleVertices + counts.lines + counts.lineVertices;
    return !m_failed && elements * 4 <= std::uint64_t(m_payload.size() - m_at)
        && counts.triangleVertices % 3 == 0;
}

bool BaseMapReader::readVertices(BaseMap &map, std::uint32_t count)
{
    map.m_vertices.resize(count);
    bool inside = true;
    for (float MapVertex::*axis : {&MapVertex::x, &MapVertex::y}) {
        std::uint32_t value = 0;
        for (MapVertex &vertex : map.m_vertices) {
            value += u32(); // differences are two's complement, so unsigned addition undoes them
            inside = inside && value <= squareSize;
            vertex.*axis = float(double(value) / squareSize);
        }
    }
    return inside && !m_failed;
}

bool BaseMapReader::readCountry(BaseMapCountry &country, const Counts &counts)
{
    const std::uint16_t letters = u16();
    const qsizetype nameBytes = u16();
    if (letters != 0) {
        const std::array text{QChar(char16_t(letters & 0xFFU)), QChar(char16_t(letters >> 8U))};
        const std::optional<events::CountryCode> code
            = events::CountryCode::fromString(QStringView(text.data(), 2));
        if (!code)
            return false;
        country.code = *code;
    }
    if (!take(nameBytes))
        return false;
    country.name = QString::fromUtf8(m_payload.constData() + m_at - nameBytes, nameBytes);
    country.label.x = double(f32());
    country.label.y = double(f32());
    country.bounds.minX = double(f32());
    country.bounds.minY = double(f32());
    country.bounds.maxX = double(f32());
    country.bounds.maxY = double(f32());
    country.rings.first = u32();
    country.rings.count = u32();
    country.triangles.first = u32();
    country.triangles.count = u32();
    const auto inside = [](const Run &run, std::uint32_t limit) {
        return run.first <= limit && run.count <= limit - run.first;
    };
    const Extent &box = country.bounds;
    return !m_failed && inside(country.rings, counts.rings) && box.minX <= box.maxX
        && box.minY <= box.maxY && inside(country.triangles, counts.triangleVertices)
        && country.triangles.count % 3 == 0;
}

bool BaseMapReader::readIndices(std::vector<std::uint32_t> &indices, std::uint32_t count,
                                std::uint32_t limit)
{
    indices.resize(count);
    std::uint32_t value = 0;
    bool inside = true;
    for (std::uint32_t &index : indices) {
        value += u32();
        inside = inside && value < limit;
        index = value;
    }
    return inside && !m_failed;
}

bool BaseMapReader::readRings(BaseMap &map, const Counts &counts)
{
    std::uint64_t first = 0;
    map.m_rings.resize(counts.rings);
    for (Run &ring : map.m_rings) {
        ring = {std::uint32_t(first), u32()};
        first += ring.count;
        if (first > counts.ringVertices)
            return false;
    }
    return first == counts.ringVertices
        && readIndices(map.m_ringVertices, counts.ringVertices, counts.vertices);
}

bool BaseMapReader::readLines(BaseMap &map, const Counts &counts)
{
    std::uint64_t first = 0;
    map.m_lines.resize(counts.lines);
    for (BaseMapLine &line : map.m_lines) {
        const std::uint32_t packed = u32();
        if (packed % 4 > std::uint32_t(LineKind::Disputed))
            return false;
        line = {LineKind(packed % 4), {std::uint32_t(first), packed / 4}, {}};
        first += line.vertices.count;
        if (first > counts.lineVertices)
            return false;
    }
    if (first != counts.lineVertices
        || !readIndices(map.m_lineVertices, counts.lineVertices, counts.vertices))
        return false;
    for (BaseMapLine &line : map.m_lines)
        line.bounds = boundsOf(map, line.vertices);
    return true;
}

const char *BaseMapReader::read(BaseMap &map)
{
    Counts counts{};
    counts.vertices = u32();
    counts.countries = u32();
    counts.rings = u32();
    counts.ringVertices = u32();
    counts.triangleVertices = u32();
    counts.lines = u32();
    counts.lineVertices = u32();
    if (!fits(counts))
        return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "it is shorter than it says.");
    if (!readVertices(map, counts.vertices))
        return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "a vertex lies outside the map.");
    map.m_countries.resize(counts.countries);
    for (BaseMapCountry &country : map.m_countries)
        if (!readCountry(country, counts))
            return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "a country is damaged.");
    if (!readRings(map, counts))
        return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "an outline is damaged.");
    if (!readIndices(map.m_triangles, counts.triangleVertices, counts.vertices))
        return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "a triangle is damaged.");
    for (BaseMapCountry &country : map.m_countries)
        country.area = areaOf(map, country.triangles);
    if (!readLines(map, counts))
        return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "a line is damaged.");
    if (m_at != m_payload.size())
        return QT_TRANSLATE_NOOP("dateline::map::BaseMap", "it is longer than it says.");
    return nullptr;
}

BaseMapResult BaseMap::fromBytes(const QByteArray &file, Triangles triangles)
{
    if (file.size() < headerBytes || !file.startsWith("DLBM"))
        return baseMapFault(QT_TRANSLATE_NOOP("dateline::map::BaseMap", "it is not a base map."));
    const auto *bytes = file.constData();
    const std::uint32_t size = qFromLittleEndian<quint32>(bytes + 12);
    const std::uint32_t level = qFromLittleEndian<quint32>(bytes + 8);
    if (qFromLittleEndian<quint32>(bytes + 4) != formatVersion || level >= levelCount
        || size > largestPayload)
        return baseMapFault(QT_TRANSLATE_NOOP("dateline::map::BaseMap", "its version is unknown."));
    const QByteArrayView stream = QByteArrayView(file).sliced(headerBytes);
    if (stream.size() != qsizetype(qFromLittleEndian<quint32>(bytes + 16)))
        return baseMapFault(
            QT_TRANSLATE_NOOP("dateline::map::BaseMap", "it is truncated or altered."));
    // qUncompress expects the size, big endian, in front of the deflated bytes; it believes that
    // size only as a first guess, so the result is checked against it.
    QByteArray deflated(4, Qt::Uninitialized);
    qToBigEndian<quint32>(size, deflated.data());
    deflated.append(stream);
    const QByteArray payload = qUncompress(deflated);
    const std::shared_ptr<BaseMap> map(new BaseMap);
    map->m_level = int(level);
    const char *fault = payload.size() != qsizetype(size)
        ? QT_TRANSLATE_NOOP("dateline::map::BaseMap", "it is truncated or altered.")
        : BaseMapReader(payload).read(*map);
    if (fault)
        return baseMapFault(fault);
    map->findDisputedEdges();
    if (triangles == Triangles::Dropped)
        map->m_triangles = std::vector<std::uint32_t>(); // gives the memory back
    return {map, {}};
}

BaseMapResult BaseMap::fromResources(int level, Triangles triangles)
{
    QFile file(u":/dateline/basemap/world-%1.dlbm"_s.arg(level));
    if (!file.open(QIODevice::ReadOnly))
        return baseMapFault(QT_TRANSLATE_NOOP("dateline::map::BaseMap", "it is missing."));
    return fromBytes(file.readAll(), triangles);
}

std::optional<std::size_t> BaseMap::countryIndex(events::CountryCode code) const
{
    if (code.isNull())
        return std::nullopt;
    const auto found = std::ranges::find(m_countries, code, &BaseMapCountry::code);
    if (found == m_countries.end())
        return std::nullopt;
    return std::size_t(found - m_countries.begin());
}

bool BaseMap::contains(std::size_t country, const MercatorPoint &point) const
{
    // Most points that are asked for are far from the country, and its outline is long.
    const Extent &box = m_countries[country].bounds;
    if (!box.contains(point) && !box.contains({point.x + 1, point.y}))
        return false;
    const Run rings = m_countries[country].rings;
    bool inside = false;
    for (const Run &ring : std::span(m_rings).subspan(rings.first, rings.count)) {
        const auto vertices = ringVertices().subspan(ring.first, ring.count);
        for (std::size_t i = 0, j = vertices.size() - 1; i < vertices.size(); j = i++) {
            const MapVertex &a = m_vertices[vertices[i]];
            const MapVertex &b = m_vertices[vertices[j]];
            const auto [ax, ay, bx, by]
                = std::tuple(double(a.x), double(a.y), double(b.x), double(b.y));
            if ((ay > point.y) != (by > point.y)
                && point.x < (bx - ax) * (point.y - ay) / (by - ay) + ax)
                inside = !inside;
        }
    }
    return inside;
}

std::optional<std::size_t> BaseMap::countryAt(MercatorPoint point) const
{
    point.x = wrappedX(point.x);
    for (std::size_t i = 0; i < m_countries.size(); ++i) {
        if (contains(i, point))
            return i;
    }
    return std::nullopt;
}

bool isCut(const MapVertex &from, const MapVertex &to)
{
    // 17 of the 2^24 steps of the file: the source's own steps leave vertices a little beside it.
    constexpr float tolerance = 1e-6F;
    const auto onEdge = [](float a, float b) {
        return std::max(a, b) <= tolerance || std::min(a, b) >= 1 - tolerance;
    };
    return onEdge(from.x, to.x) || onEdge(from.y, to.y);
}

int levelForZoom(double zoom)
{
    // The thinning of a level stays below a pixel up to these zooms; see resources/basemap.
    if (zoom < 3.25)
        return 0;
    return zoom < 5.25 ? 1 : 2;
}

} // namespace dateline::map
