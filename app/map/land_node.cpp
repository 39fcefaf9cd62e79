// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/land_node.h>

#include <map/graticule.h>
#include <map/symbol_painter.h>

#include <algorithm>
#include <cstring>

namespace dateline::map {

namespace {

const QSGGeometry::AttributeSet &landAttributes()
{
    static const std::array attributes{QSGGeometry::Attribute::createWithAttributeType(
        0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute)};
    static const QSGGeometry::AttributeSet set{1, sizeof(MapVertex), attributes.data()};
    return set;
}

const QSGGeometry::AttributeSet &lineAttributes()
{
    static const std::array attributes{
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 4, QSGGeometry::UnsignedByteType,
                                                        QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 1, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute)};
    static const QSGGeometry::AttributeSet set{3, sizeof(LineVertex), attributes.data()};
    return set;
}

const QSGGeometry::AttributeSet &attributesOf(const LandChunk &)
{
    return landAttributes();
}

const QSGGeometry::AttributeSet &attributesOf(const LineChunk &)
{
    return lineAttributes();
}

template<typename Chunk>
QSGGeometryNode *chunkNode(const Chunk &chunk, QSGMaterial *material)
{
    auto *geometry = new QSGGeometry(attributesOf(chunk), int(chunk.vertices.size()),
                                     int(chunk.indices.size()), QSGGeometry::UnsignedShortType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    std::memcpy(geometry->vertexData(), chunk.vertices.data(),
                chunk.vertices.size() * sizeof(chunk.vertices[0]));
    std::memcpy(geometry->indexData(), chunk.indices.data(),
                chunk.indices.size() * sizeof(chunk.indices[0]));
    auto *node = new QSGGeometryNode;
    node->setGeometry(geometry);
    node->setFlag(QSGNode::OwnsGeometry);
    node->setMaterial(material);
    return node;
}

void deleteChildren(QSGNode *node)
{
    while (QSGNode *child = node->firstChild()) {
        node->removeChildNode(child);
        delete child;
    }
}

void markMaterials(QSGNode *node)
{
    for (QSGNode *child = node->firstChild(); child; child = child->nextSibling())
        child->markDirty(QSGNode::DirtyMaterial);
}

} // namespace

QSGGeometryNode *makeLineNode(const LineChunk &chunk, QSGMaterial *material)
{
    return chunkNode(chunk, material);
}

LandNode::LandNode(int world)
    : m_world(world)
    , m_graticule(new QSGNode)
    , m_land(new QSGNode)
    , m_shades(new QSGNode)
    , m_countries(new QSGNode)
    , m_lines(new QSGNode)
{
    for (QSGNode *group : {m_graticule, m_land, m_shades, m_countries, m_lines})
        appendChildNode(group);
}

void LandNode::update(const LandFrame &frame)
{
    if (frame.mesh != m_mesh) {
        clearChunks();
        m_mesh = frame.mesh;
        m_map = frame.map;
    }
    updateMaterials(frame);
    if (frame.parts.ground)
        updateGround(frame);
    else
        clearGround();
    if (m_mesh && frame.parts.marks)
        updateCountries(frame);
    else
        clearCountries();
}

void LandNode::updateGround(const LandFrame &frame)
{
    updateGraticule(frame);
    if (!m_mesh)
        return;
    Extent view = visibleBox(frame.scene.camera, frame.scene.size);
    view.minX -= m_world;
    view.maxX -= m_world;
    for (const LandChunk &chunk : m_mesh->land)
        updateChunk(chunk, m_land, &m_landMaterial, view);
    for (const LineChunk &chunk : m_mesh->lines)
        updateChunk(chunk, m_lines, &m_lineMaterials[std::size_t(chunk.kind)], view);
    updateShades(frame);
}

void LandNode::updateMaterials(const LandFrame &frame)
{
    const double scale = worldPixels(frame.scene.camera.zoom);
    const QSizeF &size = frame.scene.size;
    const MercatorPoint &centre = frame.scene.camera.centre;
    QMatrix4x4 toPixels;
    toPixels.translate(float(size.width() / 2 - (centre.x - m_world) * scale),
                       float(size.height() / 2 - centre.y * scale));
    toPixels.scale(float(scale), float(scale));
    setMatrix(toPixels);

    const MapPalette &palette = frame.palette;
    m_landMaterial.setColor(palette.land);
    const auto setLine = [&](LineMaterial &line, const QColor &colour, double width) {
        line.colour = colour;
        line.width = width * palette.scale();
        line.scale = scale;
        line.pixelRatio = frame.pixelRatio;
    };
    setLine(m_graticuleMaterial, palette.graticule, 1);
    setLine(m_lineMaterials[std::size_t(LineKind::Coast)], palette.coast, 0.9);
    setLine(m_lineMaterials[std::size_t(LineKind::Border)], palette.border, 1.1);
    setLine(m_lineMaterials[std::size_t(LineKind::Disputed)], palette.border, 1.1);
    m_lineMaterials[std::size_t(LineKind::Disputed)].dash = 6 * palette.scale();
    for (QSGNode *group : {m_graticule, m_land, m_lines})
        markMaterials(group);
}

void LandNode::updateGraticule(const LandFrame &frame)
{
    const int step = graticuleStep(frame.scene.camera.zoom);
    if (step == m_graticuleStep)
        return;
    m_graticuleStep = step;
    deleteChildren(m_graticule);
    std::vector<LineChunk> chunks;
    for (const auto &line : graticuleLines(step))
        appendLine(chunks, LineKind::Border, line);
    for (const LineChunk &chunk : chunks)
        m_graticule->appendChildNode(chunkNode(chunk, &m_graticuleMaterial));
}

template<typename Chunk>
void LandNode::updateChunk(const Chunk &chunk, QSGNode *group, QSGMaterial *material,
                           const Extent &view)
{
    const auto known = m_chunkNodes.find(&chunk);
    const bool shown = chunk.bounds.intersects(view);
    if (shown && known == m_chunkNodes.end()) {
        QSGNode *node = chunkNode(chunk, material);
        group->appendChildNode(node);
        m_chunkNodes.emplace(&chunk, node);
    } else if (!shown && known != m_chunkNodes.end()) {
        group->removeChildNode(known->second);
        delete known->second;
        m_chunkNodes.erase(known);
    }
}

std::unique_ptr<LandNode::ShadeNode> LandNode::makeShade(const LandFrame &frame,
                                                         const ShadedCountry &country)
{
    auto node = std::make_unique<ShadeNode>();
    node->root = new QSGNode;
    node->run = countryPattern(frame.scene.choropleth, country.area);
    const std::vector<LandChunk> chunks = countryTriangles(*frame.map, country.area);
    for (const LandChunk &chunk : chunks)
        node->root->appendChildNode(chunkNode(chunk, &node->fill));
    if (node->run)
        for (const LandChunk &chunk : chunks)
            node->root->appendChildNode(chunkNode(chunk, &node->pattern));
    return node;
}

void LandNode::updateShades(const LandFrame &frame)
{
    const Choropleth &choropleth = frame.scene.choropleth;
    std::erase_if(m_shadeNodes, [&](const auto &entry) {
        if (choropleth.find(entry.first)
            && countryPattern(choropleth, entry.first) == entry.second->run)
            return false;
        m_shades->removeChildNode(entry.second->root);
        delete entry.second->root;
        return true;
    });
    for (const ShadedCountry &country : choropleth.countries) {
        auto &node = m_shadeNodes[country.area];
        if (!node) {
            node = makeShade(frame, country);
            m_shades->appendChildNode(node->root);
        }
        node->fill.setColor(countryFill(choropleth, country.area, frame.palette));
        if (node->run) {
            setHatch(node->pattern, frame);
            node->pattern.run = *node->run;
            node->pattern.colour = frame.palette.pattern();
            node->pattern.spacing = patternSpacing * frame.palette.scale();
        }
        markMaterials(node->root);
    }
}

void LandNode::setHatch(HatchMaterial &hatch, const LandFrame &frame) const
{
    hatch.colour = frame.palette.hatched();
    hatch.centre = frame.scene.camera.centre;
    hatch.centre.x -= m_world;
    hatch.scale = worldPixels(frame.scene.camera.zoom);
    hatch.spacing = hatchSpacing * frame.palette.scale();
    hatch.width = hatchWidth * frame.palette.scale();
}

std::unique_ptr<LandNode::CountryNodes> LandNode::makeCountry(const LandFrame &frame,
                                                              std::size_t area)
{
    auto nodes = std::make_unique<CountryNodes>();
    nodes->root = new QSGNode;
    for (const LandChunk &chunk : countryTriangles(*frame.map, area))
        nodes->root->appendChildNode(chunkNode(chunk, &nodes->hatch));
    for (const LineChunk &chunk : countryOutline(*frame.map, area))
        nodes->root->appendChildNode(chunkNode(chunk, &nodes->outline));
    return nodes;
}

void LandNode::updateCountries(const LandFrame &frame)
{
    const std::vector<SceneCountry> &countries = frame.scene.countries;
    std::erase_if(m_countryNodes, [&](const auto &entry) {
        if (std::ranges::find(countries, entry.first, &SceneCountry::area) != countries.end())
            return false;
        m_countries->removeChildNode(entry.second->root);
        delete entry.second->root;
        return true;
    });
    const MapPalette &palette = frame.palette;
    for (const SceneCountry &country : countries) {
        auto &nodes = m_countryNodes[country.area];
        if (!nodes) {
            nodes = makeCountry(frame, country.area);
            m_countries->appendChildNode(nodes->root);
        }
        const bool emphasised = country.emphasis != Emphasis::None;
        nodes->outline.colour = country.emphasis == Emphasis::Selected ? palette.selection
            : emphasised                                               ? palette.hover
                                                                       : palette.hatch;
        nodes->outline.width = (emphasised ? 2.2 : 1.3) * palette.scale();
        nodes->outline.scale = worldPixels(frame.scene.camera.zoom);
        nodes->outline.pixelRatio = frame.pixelRatio;
        setHatch(nodes->hatch, frame);
        markMaterials(nodes->root);
    }
}

void LandNode::clearChunks()
{
    clearGround();
    clearCountries();
}

void LandNode::clearGround()
{
    for (QSGNode *group : {m_graticule, m_land, m_shades, m_lines})
        deleteChildren(group);
    m_graticuleStep = 0;
    m_chunkNodes.clear();
    m_shadeNodes.clear();
}

void LandNode::clearCountries()
{
    deleteChildren(m_countries);
    m_countryNodes.clear();
}

} // namespace dateline::map
