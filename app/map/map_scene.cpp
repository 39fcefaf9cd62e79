// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_scene.h>

#include <map/group_attribution.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

QJsonArray pixelJson(const QPointF &pixel)
{
    return {std::round(pixel.x()), std::round(pixel.y())};
}

QJsonArray idsJson(const std::vector<events::Row> &rows, const events::Dataset &dataset)
{
    QJsonArray ids;
    for (const events::Row row : rows)
        ids.append(dataset.columns().id.at(row));
    return ids;
}

QJsonObject kindsJson(const std::vector<KindShare> &shares, const events::Dataset &dataset)
{
    QJsonObject kinds;
    for (const KindShare &share : shares)
        kinds.insert(dataset.kinds()[share.kind].name, qint64(share.count));
    return kinds;
}

QString emphasisName(Emphasis emphasis)
{
    constexpr std::array names{"none"_L1, "hovered"_L1, "selected"_L1};
    return names[std::size_t(emphasis)];
}

QString fillName(symbology::Fill fill)
{
    constexpr std::array names{"solid"_L1, "half"_L1, "ring"_L1, "dot"_L1, "target"_L1};
    return names[std::size_t(fill)];
}

/// What symbols and counters have in common.
template<typename Mark>
QJsonObject markJson(const Mark &mark, const events::Dataset &dataset)
{
    return {{u"pixel"_s, pixelJson(mark.pixel)},
            {u"events"_s, idsJson(mark.rows, dataset)},
            {u"kinds"_s, kindsJson(mark.kinds, dataset)},
            {u"denied"_s, qint64(mark.denied)},
            {u"emphasis"_s, emphasisName(mark.emphasis)},
            {u"attribution"_s, attributionOf(dataset, mark.rows)}};
}

QJsonObject symbolJson(const SceneSymbol &symbol, const events::Dataset &dataset)
{
    QJsonObject json = markJson(symbol, dataset);
    if (!symbol.isCluster()) {
        json.insert(u"fill"_s, fillName(symbol.fill));
        json.insert(u"uncertain"_s, symbol.uncertain);
        json.insert(u"count"_s, qint64(symbol.count));
    }
    return json;
}

QJsonObject labelJson(const SceneLabel &label)
{
    QJsonObject json{{u"text"_s, label.text},
                     {u"rank"_s, label.rank},
                     {u"centre"_s, pixelJson(label.box.center())}};
    if (label.dot)
        json.insert(u"dot"_s, pixelJson(*label.dot));
    if (label.opacity != SceneLabel::opaque)
        json.insert(u"opacity"_s, label.opacity);
    return json;
}

QJsonArray shadesJson(const Choropleth &choropleth)
{
    QJsonArray shades;
    for (const ShadedCountry &country : choropleth.countries)
        shades.append(QJsonObject{{u"area"_s, qint64(country.area)},
                                  {u"stated"_s, qint64(country.stated)},
                                  {u"class"_s, country.step ? qint64(*country.step) : -1}});
    return shades;
}

QJsonObject relationJson(const SceneRelation &relation, const events::Dataset &dataset)
{
    return {{u"from"_s, dataset.columns().id.at(relation.relation.from)},
            {u"to"_s, dataset.columns().id.at(relation.relation.to)},
            {u"start"_s, pixelJson(relation.from)},
            {u"bend"_s, pixelJson(relation.bend)},
            {u"end"_s, pixelJson(relation.to)}};
}

} // namespace

std::size_t MapScene::shownEvents() const
{
    std::size_t events = 0;
    for (const SceneSymbol &symbol : symbols)
        events += symbol.rows.size();
    for (const SceneChip &chip : chips)
        events += chip.rows.size();
    return events;
}

namespace {

/// How wide a number in groups of three digits is drawn on a symbol.
double numberWidth(std::size_t count)
{
    const qsizetype digits = QString::number(count).size();
    const qsizetype separators = (digits - 1) / 3;
    return 7 * double(digits) + 3 * double(separators);
}

} // namespace

double clusterRadius(std::size_t count)
{
    // The radius grows with the logarithm of the count: 2 events 12 px, 100 events 17 px,
    // 10,000 23 px; and there is room for the number.
    const double grown = 11 + 1.2 * std::log2(double(std::max<std::size_t>(count, 2))) * 0.75;
    // In quarters of a pixel, which nobody sees: then many have the same size.
    return std::round(4 * std::max(grown, numberWidth(count) / 2 + 5.5)) / 4;
}

double SceneSymbol::radius() const
{
    return isCluster() ? clusterRadius(rows.size()) : symbolRadius;
}

QSizeF chipSize(std::size_t count)
{
    return {14 + numberWidth(count), 17};
}

QJsonObject toJson(const MapScene &scene, const events::Dataset &dataset)
{
    QJsonArray symbols;
    for (const SceneSymbol &symbol : scene.symbols)
        symbols.append(symbolJson(symbol, dataset));
    QJsonArray chips;
    for (const SceneChip &chip : scene.chips) {
        QJsonObject json = markJson(chip, dataset);
        json.insert(u"countries"_s, qint64(chip.areas.size()));
        if (chip.anchor)
            json.insert(u"leads to"_s, pixelJson(*chip.anchor));
        chips.append(json);
    }
    QJsonArray countries;
    for (const SceneCountry &country : scene.countries)
        countries.append(QJsonObject{{u"code"_s, country.code.toString()},
                                     {u"emphasis"_s, emphasisName(country.emphasis)}});
    QJsonArray labels;
    for (const SceneLabel &label : scene.labels)
        labels.append(labelJson(label));
    QJsonArray relations;
    for (const SceneRelation &relation : scene.relations)
        relations.append(relationJson(relation, dataset));
    QJsonObject json{{u"level"_s, scene.level},
                     {u"symbols"_s, symbols},
                     {u"chips"_s, chips},
                     {u"countries"_s, countries},
                     {u"labels"_s, labels},
                     {u"relations"_s, relations},
                     {u"notOnMap"_s, qint64(scene.notOnMap)}};
    if (!scene.choropleth.isEmpty())
        json.insert(u"shades"_s, shadesJson(scene.choropleth));
    QJsonArray undrawn;
    for (const UndrawnCountry &country : scene.undrawn)
        undrawn.append(QJsonObject{{u"code"_s, country.code.toString()},
                                   {u"events"_s, qint64(country.count)}});
    if (!undrawn.isEmpty())
        json.insert(u"undrawn"_s, undrawn);
    QJsonArray lasso;
    for (const QPolygonF &outline : scene.lasso) {
        QJsonArray pixels;
        for (const QPointF &pixel : outline)
            pixels.append(pixelJson(pixel));
        lasso.append(pixels);
    }
    if (!lasso.isEmpty())
        json.insert(u"lasso"_s, lasso);
    return json;
}

} // namespace dateline::map
