// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/dataset.h>

#include <events/web_mercator.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dateline::events {

namespace {

Located locate(const std::optional<Row> &place, const std::vector<Place> &places)
{
    if (!place)
        return Located::Nowhere;
    const Place &p = places.at(*place);
    if (p.isPoint())
        return Located::AtPoint;
    return p.country.isNull() ? Located::Nowhere : Located::InCountry;
}

MercatorPoint positionOf(const Place &place)
{
    // As the columns hold it, so that the order of rows is that of the columns' Morton codes.
    const MercatorPoint exact = toMercator(*place.longitude, *place.latitude);
    return {double(float(exact.x)), double(float(exact.y))};
}

} // namespace

std::shared_ptr<const Dataset> Dataset::build(DatasetTables tables)
{
    // Not make_shared: the constructor is private so that a dataset is only ever built whole.
    const std::shared_ptr<Dataset> dataset(new Dataset);
    dataset->m_tables = std::move(tables);
    dataset->sortEvents();
    dataset->fillColumns();
    dataset->m_tables.events.clear();
    dataset->m_tables.events.shrink_to_fit();
    dataset->indexIds();
    return dataset;
}

void Dataset::sortEvents()
{
    std::vector<Event> &events = m_tables.events;
    std::vector<std::uint64_t> keys(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Located located = locate(events[i].place, m_tables.places);
        const std::uint64_t morton = located == Located::AtPoint
            ? mortonCode(positionOf(m_tables.places[*events[i].place]))
            : 0U;
        keys[i] = (std::uint64_t(located) << 32U) | morton;
    }
    std::vector<Row> order(events.size());
    std::iota(order.begin(), order.end(), Row(0));
    std::ranges::stable_sort(order, {}, [&keys](Row row) { return keys[row]; });

    std::vector<Event> sorted;
    sorted.reserve(events.size());
    std::vector<Row> newRowOf(events.size());
    for (const Row old : order) {
        newRowOf[old] = Row(sorted.size());
        sorted.push_back(std::move(events[old]));
    }
    events = std::move(sorted);
    for (Relation &relation : m_tables.relations)
        relation = {newRowOf[relation.from], newRowOf[relation.to], relation.kind};
    groupClaims(newRowOf);
}

void Dataset::groupClaims(const std::vector<Row> &newRowOf)
{
    std::vector<Claim> &claims = m_tables.claims;
    for (Claim &claim : claims)
        claim.event = newRowOf[claim.event];
    std::vector<Row> order(claims.size());
    std::iota(order.begin(), order.end(), Row(0));
    std::ranges::stable_sort(order, {}, [&claims](Row row) { return claims[row].event; });
    std::vector<Row> newClaimOf(claims.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        newClaimOf[order[i]] = Row(i);

    std::vector<Claim> sorted;
    sorted.reserve(claims.size());
    for (const Row old : order) {
        sorted.push_back(std::move(claims[old]));
        if (sorted.back().respondsTo)
            sorted.back().respondsTo = newClaimOf[*sorted.back().respondsTo];
    }
    claims = std::move(sorted);

    m_columns.claimBegin.assign(newRowOf.size() + 1, 0);
    for (const Claim &claim : claims)
        ++m_columns.claimBegin[claim.event + 1];
    std::partial_sum(m_columns.claimBegin.begin(), m_columns.claimBegin.end(),
                     m_columns.claimBegin.begin());
}

void Dataset::fillColumns()
{
    EventColumns &c = m_columns;
    for (const Event &event : m_tables.events) {
        const FuzzyInterval bounds = event.date ? event.date->bounds() : FuzzyInterval{};
        c.earliestStart.push_back(bounds.earliestStart);
        c.latestStart.push_back(bounds.latestStart);
        c.earliestEnd.push_back(bounds.earliestEnd);
        c.latestEnd.push_back(bounds.latestEnd);
        const Located located = locate(event.place, m_tables.places);
        if (located == Located::AtPoint) {
            const MercatorPoint point = positionOf(m_tables.places[*event.place]);
            c.x.push_back(float(point.x));
            c.y.push_back(float(point.y));
        }
        c.located.push_back(located);
        c.country.push_back(event.place ? m_tables.places[*event.place].country.ordinal()
                                        : std::uint16_t(0));
        c.kind.push_back(event.kind);
        const auto row = Row(c.id.size());
        const auto claims
            = std::span(m_tables.claims)
                  .subspan(c.claimBegin[row], c.claimBegin[row + 1] - c.claimBegin[row]);
        c.standing.push_back(standingOf(claims, m_tables.actors, m_tables.sources));
        c.denied.push_back(isDenied(claims) ? 1 : 0);
        c.count.push_back(event.count.value_or(1));
        c.place.push_back(event.place.value_or(noRow));
        c.bureau.push_back(event.bureau.value_or(noRow));
        c.confidence.push_back(std::uint8_t(event.confidence));
        c.id.append(event.id);
        c.date.append(event.date ? QStringView(event.date->text()) : QStringView());
        c.title.append(event.title);
        c.summary.append(event.summary);
        c.tags.append(event.tags.join(u';'));
        c.updated.append(event.updated);
    }
    c.pointCount = c.x.size();
}

void Dataset::indexIds()
{
    m_byId.resize(size());
    std::iota(m_byId.begin(), m_byId.end(), Row(0));
    std::ranges::sort(m_byId, {}, [this](Row row) { return m_columns.id.utf8(row); });

    m_byTime.resize(size());
    std::iota(m_byTime.begin(), m_byTime.end(), Row(0));
    std::ranges::sort(m_byTime, {}, [this](Row row) {
        const FuzzyInterval bounds = m_columns.bounds(row);
        return std::tuple(bounds.isUnbounded(), bounds.earliestStart, bounds.latestEnd,
                          m_columns.id.utf8(row));
    });
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
