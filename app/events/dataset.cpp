// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/dataset.h>

#include <events/claim_order.h>
#include <events/id_order.h>
#include <events/keyed_rows.h>
#include <events/web_mercator.h>

#include <algorithm>
#include <future>
#include <numeric>
#include <utility>

namespace dateline::events {

namespace {

/// What the columns and the order of events take from a place.
struct Spot
{
    Located located = Located::Nowhere;
    std::uint16_t country = 0;
    float x = 0;
    float y = 0;
    std::uint64_t key = std::uint64_t(Located::Nowhere) << 32U; ///< of the order of rows
};

Spot spotOf(const Place &place)
{
    Spot spot;
    spot.country = place.country.ordinal();
    std::uint64_t morton = 0;
    if (place.isPoint()) {
        const MercatorPoint exact = toMercator(*place.longitude, *place.latitude);
        spot.located = Located::AtPoint;
        spot.x = float(exact.x);
        spot.y = float(exact.y);
        // As the columns hold it, so that the order of rows is that of the columns' Morton codes.
        morton = mortonCode({double(spot.x), double(spot.y)});
    } else if (!place.country.isNull()) {
        spot.located = Located::InCountry;
    }
    spot.key = (std::uint64_t(spot.located) << 32U) | morton;
    return spot;
}

} // namespace

std::shared_ptr<const Dataset> Dataset::build(DatasetTables tables)
{
    // Not make_shared: the constructor is private so that a dataset is only ever built whole.
    const std::shared_ptr<Dataset> dataset(new Dataset);
    dataset->m_tables = std::move(tables);
    const std::vector<Row> order = dataset->placeEvents();
    std::vector<Row> newRowOf(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        newRowOf[order[i]] = Row(i);
    for (Relation &relation : dataset->m_tables.relations)
        relation = {newRowOf[relation.from], newRowOf[relation.to], relation.kind};
    // Claims and events are tables of their own: each half is the work of one thread.
    auto claims = std::async([&dataset, &newRowOf] {
        dataset->groupClaims(newRowOf);
        dataset->judgeEvents();
    });
    dataset->m_tables.events.takeReordered(order, dataset->m_columns);
    dataset->sortByIdAndTime();
    claims.get();
    return dataset;
}

/// Fills the columns that come from places, and returns the order of events.
std::vector<Row> Dataset::placeEvents()
{
    std::vector<Spot> spots(m_tables.places.size());
    std::ranges::transform(m_tables.places, spots.begin(), spotOf);
    const auto spotAt = [&spots](Row place) { return place == noRow ? Spot() : spots[place]; };
    const std::vector<Row> &places = m_tables.events.places();
    std::vector<KeyedRow> keys(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        keys[i] = {spotAt(places[i]).key, Row(i)};
    sortByKey(keys);

    std::vector<Row> order(keys.size());
    m_columns.country.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        order[i] = keys[i].row;
        const Spot spot = spotAt(places[order[i]]);
        m_columns.country.push_back(spot.country);
        if (spot.located == Located::AtPoint) {
            m_columns.x.push_back(spot.x);
            m_columns.y.push_back(spot.y);
        }
        if (spot.located != Located::Nowhere)
            m_columns.located.placed = Row(i + 1);
    }
    m_columns.x.shrink_to_fit();
    m_columns.y.shrink_to_fit();
    m_columns.pointCount = m_columns.x.size();
    m_columns.located.points = Row(m_columns.pointCount);
    return order;
}

/// A counting sort: claims of one event keep their order.
void Dataset::groupClaims(const std::vector<Row> &newRowOf)
{
    std::vector<Claim> &claims = m_tables.claims;
    std::vector<Row> &begin = m_columns.claimBegin;
    begin.assign(newRowOf.size() + 1, 0);
    // Both are taken along, so that the whole table is gone through once.
    std::vector<Row> newClaimOf(claims.size()); // its event at first
    std::vector<Row> answers;
    for (Row old = 0; old < claims.size(); ++old) {
        Claim &claim = claims[old];
        claim.event = newRowOf[claim.event];
        newClaimOf[old] = claim.event;
        ++begin[claim.event + 1];
        if (claim.respondsTo)
            answers.push_back(old);
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());

    std::vector<Row> next(begin.begin(), begin.end() - 1);
    std::vector<Row> oldClaimOf(claims.size());
    for (Row old = 0; old < claims.size(); ++old) {
        newClaimOf[old] = next[newClaimOf[old]]++;
        oldClaimOf[newClaimOf[old]] = old;
    }
    for (const Row answer : answers)
        claims[answer].respondsTo = newClaimOf[*claims[answer].respondsTo];
    reorderInPlace(claims, std::move(oldClaimOf));
}

void Dataset::judgeEvents()
{
    const std::size_t count = m_columns.claimBegin.size() - 1;
    m_columns.standing.resize(count);
    m_columns.denied.resize(count);
    for (Row row = 0; row < count; ++row) {
        const std::span<const Claim> claims = claimsOf(row);
        m_columns.standing[row] = standingOf(claims, m_tables.actors, m_tables.sources);
        m_columns.denied[row] = isDenied(claims);
    }
}

/// Sorting keeps the order of ties, so by id, then by start, and by end where starts are equal.
void Dataset::sortByIdAndTime()
{
    m_byId.resize(size());
    std::iota(m_byId.begin(), m_byId.end(), Row(0));
    sortById(m_byId, m_columns.id);

    std::vector<KeyedRow> keys(size());
    std::ranges::transform(m_byId, keys.begin(), [this](Row row) {
        const FuzzyInterval bounds = m_columns.bounds(row);
        return KeyedRow{keyOf(bounds.isUnbounded() ? distantFuture : bounds.earliestStart), row};
    });
    sortByKey(keys);
    const auto endOf = [this](const KeyedRow &row) { return m_columns.bounds(row.row).latestEnd; };
    for (auto from = keys.begin(); from != keys.end();) {
        const auto to = std::ranges::find_if(
            from, keys.end(), [from](std::uint64_t key) { return key != from->key; },
            &KeyedRow::key);
        if (!std::ranges::is_sorted(from, to, {}, endOf))
            std::ranges::stable_sort(from, to, {}, endOf);
        from = to;
    }
    m_byTime.resize(size());
    std::ranges::transform(keys, m_byTime.begin(), &KeyedRow::row);
}

Event Dataset::event(Row row) const
{
    const EventColumns &c = m_columns;
    Event event;
    event.id = c.id.at(row);
    event.kind = c.kind.at(row);
    event.title = c.title.at(row);
    event.summary = c.summary.at(row);
    event.date = Edtf::parse(c.date.at(row));
    if (c.place[row] != noRow)
        event.place = c.place[row];
    event.count = c.count[row];
    if (c.bureau[row] != noRow)
        event.bureau = c.bureau[row];
    event.tags = c.tags.at(row).split(u';', Qt::SkipEmptyParts);
    event.confidence = Confidence(c.confidence[row]);
    event.updated = c.updated.at(row);
    return event;
}

std::optional<Row> Dataset::eventRow(QStringView id) const
{
    const QByteArray utf8 = id.toUtf8();
    const std::string_view wanted(utf8.constData(), std::size_t(utf8.size()));
    const auto idOf = [this](Row row) { return m_columns.id.utf8(row); };
    const auto found = std::ranges::lower_bound(m_byId, wanted, {}, idOf);
    if (found == m_byId.end() || idOf(*found) != wanted)
        return std::nullopt;
    return *found;
}

std::span<const Claim> Dataset::claimsOf(Row event) const
{
    const Row begin = m_columns.claimBegin.at(event);
    return std::span(m_tables.claims).subspan(begin, m_columns.claimBegin.at(event + 1) - begin);
}

std::vector<Relation> Dataset::relationsOf(Row event) const
{
    std::vector<Relation> result;
    std::ranges::copy_if(m_tables.relations, std::back_inserter(result),
                         [event](const Relation &r) { return r.from == event || r.to == event; });
    return result;
}

std::optional<std::uint16_t> Dataset::kindIndex(QStringView name) const
{
    const auto found = std::ranges::find(m_tables.kinds, name, &Kind::name);
    if (found == m_tables.kinds.end())
        return std::nullopt;
    return std::uint16_t(found - m_tables.kinds.begin());
}

std::optional<Row> Dataset::actorRow(QStringView id) const
{
    const auto found = std::ranges::find(m_tables.actors, id, &Actor::id);
    if (found == m_tables.actors.end())
        return std::nullopt;
    return Row(found - m_tables.actors.begin());
}

} // namespace dateline::events
