// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/dataset.h>

#include <events/id_order.h>
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
    const std::vector<Row> newRowOf = dataset->sortEvents();
    auto claims = std::async([&] {
        dataset->groupClaims(newRowOf);
        dataset->judgeEvents();
    });
    dataset->sortByTime();
    dataset->m_byId.resize(dataset->size());
    std::iota(dataset->m_byId.begin(), dataset->m_byId.end(), Row(0));
    sortById(dataset->m_byId, dataset->m_columns.id);
    claims.get();
    return dataset;
}

/// The new row of each row of the table.
std::vector<Row> Dataset::sortEvents()
{
    std::vector<Spot> spots(m_tables.places.size());
    std::ranges::transform(m_tables.places, spots.begin(), spotOf);
    const auto spotAt = [&spots](Row place) { return place == noRow ? Spot() : spots.at(place); };
    const std::vector<Row> &places = m_tables.events.places();
    std::vector<std::pair<std::uint64_t, Row>> keys(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        keys[i] = {spotAt(places[i]).key, Row(i)};
    std::ranges::sort(keys);

    std::vector<Row> order(keys.size());
    std::vector<Row> newRowOf(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        order[i] = keys[i].second;
        newRowOf[order[i]] = Row(i);
    }
    m_columns = m_tables.events.takeReordered(order);
    for (const Row place : m_columns.place) {
        const Spot spot = spotAt(place);
        m_columns.located.push_back(spot.located);
        m_columns.country.push_back(spot.country);
        if (spot.located == Located::AtPoint) {
            m_columns.x.push_back(spot.x);
            m_columns.y.push_back(spot.y);
        }
    }
    m_columns.pointCount = m_columns.x.size();
    for (Relation &relation : m_tables.relations)
        relation = {newRowOf[relation.from], newRowOf[relation.to], relation.kind};
    return newRowOf;
}

/// A counting sort: claims of one event keep their order.
void Dataset::groupClaims(const std::vector<Row> &newRowOf)
{
    std::vector<Claim> &claims = m_tables.claims;
    std::vector<Row> &begin = m_columns.claimBegin;
    begin.assign(newRowOf.size() + 1, 0);
    for (Claim &claim : claims) {
        claim.event = newRowOf[claim.event];
        ++begin[claim.event + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());

    std::vector<Row> next(begin.begin(), begin.end() - 1);
    std::vector<Row> newClaimOf(claims.size());
    std::ranges::transform(claims, newClaimOf.begin(),
                           [&next](const Claim &claim) { return next[claim.event]++; });
    std::vector<Claim> sorted(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        Claim &claim = sorted[newClaimOf[i]];
        claim = std::move(claims[i]);
        if (claim.respondsTo)
            claim.respondsTo = newClaimOf[*claim.respondsTo];
    }
    claims = std::move(sorted);
}

void Dataset::judgeEvents()
{
    m_columns.standing.reserve(size());
    m_columns.denied.reserve(size());
    for (Row row = 0; row < size(); ++row) {
        const std::span<const Claim> claims = claimsOf(row);
        m_columns.standing.push_back(standingOf(claims, m_tables.actors, m_tables.sources));
        m_columns.denied.push_back(isDenied(claims) ? 1 : 0);
    }
}

void Dataset::sortByTime()
{
    struct Key
    {
        Instant start = 0;
        Instant end = 0;
        Row row = 0;

        bool operator<(const Key &other) const
        {
            return std::pair(start, end) < std::pair(other.start, other.end);
        }
    };
    std::vector<Key> keys(size());
    for (Row row = 0; row < size(); ++row) {
        const FuzzyInterval bounds = m_columns.bounds(row);
        keys[row]
            = {bounds.isUnbounded() ? distantFuture : bounds.earliestStart, bounds.latestEnd, row};
    }
    std::ranges::sort(keys, std::less());
    m_byTime.resize(size());
    std::ranges::transform(keys, m_byTime.begin(), &Key::row);
    for (auto from = keys.begin(); from != keys.end();) {
        const auto to = std::find_if(from, keys.end(), [&](const Key &key) { return *from < key; });
        if (to - from > 1) {
            sortById(std::span(m_byTime).subspan(std::size_t(from - keys.begin()),
                                                 std::size_t(to - from)),
                     m_columns.id);
        }
        from = to;
    }
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
