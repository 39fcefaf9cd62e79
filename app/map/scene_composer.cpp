// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/scene_composer.h>

#include <map/lasso_line.h>
#include <map/map_labels.h>
#include <map/scene_chips.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline::map {

namespace {

/// The kinds that occur, from how many events there are of each.
std::vector<KindShare> kindShares(std::span<const std::uint32_t> byKind)
{
    std::vector<KindShare> shares;
    for (std::size_t kind = 0; kind < byKind.size(); ++kind)
        if (byKind[kind] > 0)
            shares.push_back({std::uint16_t(kind), byKind[kind]});
    return shares;
}

std::vector<std::uint32_t> countByKind(const events::Dataset &dataset,
                                       std::span<const events::Row> rows)
{
    std::vector<std::uint32_t> byKind(dataset.kinds().size());
    for (const events::Row row : rows)
        ++byKind[dataset.columns().kind[row]];
    return byKind;
}

std::uint32_t deniedCount(const events::EventColumns &columns, std::span<const events::Row> rows)
{
    return std::uint32_t(
        std::ranges::count_if(rows, [&](events::Row row) { return columns.isDenied(row); }));
}

/// Which marks are emphasised.
class Emphases
{
public:
    explicit Emphases(const SceneInput &input)
        : m_input(input)
    {
        if (input.selection.size() <= fewSelected)
            return;
        m_selected = bitsets::RowSet(input.dataset.size());
        for (const events::Row row : input.selection)
            m_selected.insert(row);
    }

    /// Of a mark with these events, ascending.
    [[nodiscard]] Emphasis of(std::span<const events::Row> rows) const
    {
        const auto holds = [&](events::Row row) { return std::ranges::binary_search(rows, row); };
        const auto isIn = [&](events::Row row) { return m_selected.contains(row); };
        const bool isFew = m_selected.size() == 0
            || m_input.selection.size() * std::size_t(std::bit_width(rows.size())) < rows.size();
        const bool isSelected = isFew ? std::ranges::any_of(m_input.selection, holds)
                                      : std::ranges::any_of(rows, isIn);
        if (isSelected)
            return Emphasis::Selected;
        return m_input.hovered && holds(*m_input.hovered) ? Emphasis::Hovered : Emphasis::None;
    }

private:
    static constexpr std::size_t fewSelected = 16; ///< each is looked for in each mark

    const SceneInput &m_input;
    bitsets::RowSet m_selected; ///< where more are
};

SceneSymbol sceneSymbol(const SceneInput &input, const Emphases &emphases,
                        clustering::Cluster cluster)
{
    const events::EventColumns &columns = input.dataset.columns();
    SceneSymbol symbol;
    symbol.point = cluster.centre;
    symbol.pixel = toPixel(input.camera, input.size, cluster.centre);
    symbol.rows = std::move(cluster.rows);
    symbol.kinds = kindShares(cluster.byKind.view());
    symbol.denied = cluster.denied;
    symbol.emphasis = emphases.of(symbol.rows);
    if (!symbol.isCluster()) {
        const events::Row row = symbol.rows.front();
        symbol.fill = symbology::fillOf(columns.standing(row));
        symbol.uncertain
            = symbology::isDateUncertain(columns.texts.utf8(row, events::EventText::Date));
        symbol.count = columns.count[row];
    }
    return symbol;
}

std::vector<SceneSymbol> sceneSymbols(const SceneInput &input, const Emphases &emphases)
{
    const double margin = clusterDistance * input.scale / worldPixels(input.camera.zoom);
    const Extent view = visibleBox(input.camera, input.size);
    const events::MercatorBox box{view.minX - margin, view.minY - margin, view.maxX + margin,
                                  view.maxY + margin};
    std::vector<SceneSymbol> symbols;
    for (clustering::Cluster &cluster :
         input.clusters.at(input.passing, box, input.camera.zoom, clusterDistance * input.scale))
        symbols.push_back(sceneSymbol(input, emphases, std::move(cluster)));
    // South over north, as if seen from the south; what is emphasised over everything.
    std::ranges::sort(symbols, {}, [](const SceneSymbol &symbol) {
        return std::tuple(symbol.emphasis, symbol.pixel.y(), symbol.rows.front());
    });
    return symbols;
}

/// The pixel of an event whatever furniture is there: that of its symbol, else of its place.
std::optional<QPointF> homePixelOf(const SceneInput &input, const MapScene &scene, events::Row row)
{
    for (const SceneSymbol &symbol : scene.symbols)
        if (std::ranges::binary_search(symbol.rows, row))
            return symbol.pixel;
    const auto place = placeOf(input.dataset, input.land, row);
    if (!place)
        return std::nullopt;
    return toPixel(input.camera, input.size, *place);
}

/// The pixel at which an event is drawn: that of its counter, if one holds it.
std::optional<QPointF> pixelOf(const SceneInput &input, const MapScene &scene, events::Row row)
{
    for (const SceneChip &chip : scene.chips)
        if (std::ranges::binary_search(chip.rows, row))
            return chip.pixel;
    return homePixelOf(input, scene, row);
}

/// The way from one pixel to another the short way round the world.
QPointF wayBetween(const SceneInput &input, const QPointF &from, const QPointF &to)
{
    const double world = worldPixels(input.camera.zoom);
    QPointF way = to - from;
    way.rx() -= std::round(way.x() / world) * world;
    return way;
}

std::vector<SceneRelation> sceneRelations(const SceneInput &input, const MapScene &scene)
{
    std::vector<SceneRelation> relations;
    if (input.selection.empty())
        return relations;
    for (const events::Relation &relation : input.dataset.relationsOf(input.selection.front())) {
        const auto home = homePixelOf(input, scene, relation.from);
        const auto goal = homePixelOf(input, scene, relation.to);
        if (!home || !goal)
            continue;
        // Decided without the counters: furniture moves them, the legend is furniture, and what
        // there is to explain must not depend on its own size.
        const QPointF apart = wayBetween(input, *home, *goal);
        if (std::hypot(apart.x(), apart.y()) < symbolRadius * input.scale)
            continue;
        const QPointF start = pixelOf(input, scene, relation.from).value_or(*home);
        const QPointF way
            = wayBetween(input, start, pixelOf(input, scene, relation.to).value_or(*goal));
        // Bent to the north, as great circles are in most of the inhabited world.
        QPointF aside = QPointF(way.y(), -way.x()) * 0.2;
        if (aside.y() > 0)
            aside = -aside;
        relations.push_back({relation, start, start + way / 2 + aside, start + way});
    }
    return relations;
}

std::vector<QRectF> symbolBoxes(const SceneInput &input, std::span<const SceneSymbol> symbols)
{
    std::vector<QRectF> boxes;
    for (const SceneSymbol &symbol : symbols) {
        const double radius = symbol.radius() * input.scale + 2;
        boxes.emplace_back(symbol.pixel - QPointF(radius, radius), QSizeF(radius, radius) * 2);
    }
    return boxes;
}

/// Leaves out the symbols of which the view shows nothing. What is placed around them keeps clear
/// of them all the same, so that no name moves when a symbol comes into view.
void dropUnseen(const SceneInput &input, std::vector<SceneSymbol> &symbols)
{
    std::erase_if(symbols, [&input](const SceneSymbol &symbol) {
        const double radius = symbol.radius() * input.scale;
        return !QRectF({0, 0}, input.size)
                    .adjusted(-radius, -radius, radius, radius)
                    .contains(symbol.pixel);
    });
}

void addChips(const SceneInput &input, const Emphases &emphases, std::vector<CountryRows> countries,
              std::span<const QRectF> taken, MapScene &scene)
{
    for (const CountryRows &country : countries)
        scene.countries.push_back(
            {input.land.countries()[country.area].code, country.area, emphases.of(country.rows)});
    scene.chips = placeChips(input, std::move(countries), taken);
    for (SceneChip &chip : scene.chips) {
        chip.kinds = kindShares(countByKind(input.dataset, chip.rows));
        chip.denied = deniedCount(input.dataset.columns(), chip.rows);
        chip.emphasis = emphases.of(chip.rows);
    }
}

} // namespace

std::optional<MercatorPoint> placeOf(const events::Dataset &dataset, const BaseMap &land,
                                     events::Row row)
{
    const events::EventColumns &columns = dataset.columns();
    if (row < columns.pointCount)
        return columns.position.at(row);
    if (columns.located[row] != events::Located::InCountry)
        return std::nullopt;
    const auto area = land.countryIndex(events::CountryCode::fromOrdinal(columns.country(row)));
    if (!area)
        return std::nullopt;
    return land.countries()[*area].label;
}

MapScene composeScene(const SceneInput &input)
{
    MapScene scene;
    scene.camera = input.camera;
    scene.size = input.size;
    scene.level = levelForZoom(input.camera.zoom);
    if (input.choropleth)
        scene.choropleth = *input.choropleth;
    scene.lasso = lassoOutlines(input.lasso, input.camera, input.size);
    const Emphases emphases(input);
    scene.symbols = sceneSymbols(input, emphases);
    std::vector<QRectF> taken = symbolBoxes(input, scene.symbols);

    const events::EventColumns &columns = input.dataset.columns();
    CountryLevel countries = countryLevelRows(input);
    scene.notOnMap
        = input.passing.rows->count(events::Row(columns.pointCount), events::Row(columns.size()));
    for (const CountryRows &country : countries.drawn)
        scene.notOnMap -= country.rows.size();
    for (const UndrawnCountry &country : countries.undrawn)
        scene.notOnMap -= country.count;
    scene.undrawn = std::move(countries.undrawn);
    std::vector<QRectF> covered = taken;
    covered.insert(covered.end(), input.furniture.begin(), input.furniture.end());
    addChips(input, emphases, std::move(countries.drawn), covered, scene);
    for (const SceneChip &chip : scene.chips) {
        QRectF box({0, 0}, chipSize(chip.rows.size()) * input.scale);
        box.moveCenter(chip.pixel);
        taken.push_back(box.adjusted(-2, -2, 2, 2));
    }
    scene.relations = sceneRelations(input, scene);
    scene.labels = placeLabels(input, taken);
    for (SceneLabel &label : scene.labels)
        label.isOverShades = !scene.choropleth.isEmpty();
    dropUnseen(input, scene.symbols);
    return scene;
}

} // namespace dateline::map
