// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/dataset.h>

#include <events/claim_order.h>
#include <events/event_placing.h>
#include <events/id_order.h>
#include <events/keyed_rows.h>
#include <events/side_by_side.h>

#include <algorithm>
#include <numeric>
#include <ranges>
#include <utility>

namespace dateline::events {

namespace {

/// Says where each row of the old order is in the new one.
std::vector<Row> newRows(const std::vector<Row> &order)
{
    std::vector<Row> result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        result[order[i]] = Row(i);
    return result;
}

std::vector<Row> sortedById(const TextColumn &ids)
{
    std::vector<Row> rows(ids.size());
    std::iota(rows.begin(), rows.end(), Row(0));
    sortById(rows, ids);
    return rows;
}

void renumber(std::vector<Row> &rows, const std::vector<Row> &newRowOf)
{
    std::ranges::transform(rows, rows.begin(), [&newRowOf](Row row) { return newRowOf[row]; });
}

} // namespace

std::shared_ptr<const Dataset> Dataset::build(DatasetTables tables)
{
    // Not make_shared: the constructor is private so that a dataset is only ever built whole.
    const std::shared_ptr<Dataset> dataset(new Dataset);
    dataset->m_tables = std::move(tables);
    dataset->putInOrder();
    return dataset;
}

void Dataset::putInOrder()
{
    const EventColumns &table = m_tables.events.columns();
    const std::size_t rows = std::max(table.size(), m_tables.claims.size());
    EventPlacing placing(m_tables.places);
    std::vector<Row> byId;
    std::vector<Row> newRowOf;
    // The orders by id and time are those of the table's rows at first, for these wait for nothing.
    sideBySide(
        rows,
        [&] {
            byId = sortedById(table.id);
            sortByTime(byId);
            measureExtent();
        },
        [&] {
            placing.sort(table.place);
            newRowOf = newRows(placing.order());
            for (Relation &relation : m_tables.relations)
                relation = {newRowOf[relation.from], newRowOf[relation.to], relation.kind};
            groupClaims(newRowOf);
        });
    std::vector<std::function<void()>> tasks = m_tables.events.moves(placing.order(), m_columns);
    tasks.emplace_back([&] {
        renumber(byId, newRowOf);
        m_byId = CompactColumn(byId);
        byId = std::vector<Row>(); // unlike {} this frees
    });
    tasks.emplace_back([&] { renumber(m_byTime, newRowOf); });
    sharedOut(rows, tasks);
    judgeEvents(placing.order());
    placing.fill(m_columns);
    m_tables.events = {};
}

/// A counting sort: claims of one event keep their order.
void Dataset::groupClaims(const std::vector<Row> &newRowOf)
{
    std::vector<Claim> &claims = m_tables.claims;
    std::vector<Row> begin(newRowOf.size() + 1, 0);
    // Both are taken along, so that the whole table is gone through once.
    std::vector<Row> newClaimOf(claims.size()); // its event at first
    std::vector<Row> answers;
    for (Row old = 0; old < claims.size(); ++old) {
        Claim &claim = claims[old];
        claim.event = newRowOf[claim.event];
        newClaimOf[old] = claim.event;
        ++begin[claim.event];
        if (claim.respondsTo)
            answers.push_back(old);
    }
    // Where the claims of each event end, then, from the last claim to the first, where they begin.
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Row> oldClaimOf(claims.size());
    for (Row old = Row(claims.size()); old-- > 0;) {
        newClaimOf[old] = --begin[newClaimOf[old]];
        oldClaimOf[newClaimOf[old]] = old;
    }
    for (const Row answer : answers)
        claims[answer].respondsTo = newClaimOf[*claims[answer].respondsTo];
    newClaimOf = std::vector<Row>(); // unlike {} this frees
    m_columns.claims = RunColumn(begin);
    reorderInPlace(claims, std::move(oldClaimOf));
}

void Dataset::judgeEvents(const std::vector<Row> &order)
{
    const std::vector<Assessment> &ofTable = m_tables.events.columns().assessments;
    m_columns.assessments.resize(order.size());
    inHalves(order.size(), [&](std::size_t from, std::size_t to) {
        for (auto row = Row(from); row < to; ++row) {
            const std::span<const Claim> claims = claimsOf(row);
            m_columns.assessments[row]
                = Assessment{.standing = standingOf(claims, m_tables.actors, m_tables.sources),
                             .confidence = ofTable[order[row]].confidence,
                             .isDenied = isDenied(claims)};
        }
    });
}

/// Both orders are of the table's rows. Sorting keeps the order of ties, so by end, and by start
/// last.
void Dataset::sortByTime(const std::vector<Row> &byId)
{
    const EventColumns &columns = m_tables.events.columns();
    m_byTime = byId;
    std::vector<std::uint64_t> keys(m_byTime.size());
    const auto sortBy = [&](const auto &momentOf) {
        std::ranges::transform(m_byTime, keys.begin(),
                               [&](Row row) { return keyOf(momentOf(columns.bounds(row))); });
        sortByKey(m_byTime, keys);
    };
    sortBy([](const FuzzyInterval &bounds) { return bounds.latestEnd; });
    sortBy([](const FuzzyInterval &bounds) {
        return bounds.isUnbounded() ? distantFuture : bounds.earliestStart;
    });
}

void Dataset::measureExtent()
{
    const EventColumns &columns = m_tables.events.columns();
    TimeSpan extent{distantFuture, distantPast};
    for (Row row = 0; row < m_tables.events.size(); ++row) {
        const FuzzyInterval bounds = columns.bounds(row);
        for (const Instant at :
             {bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd}) {
            if (at == distantPast || at == distantFuture)
                continue;
            extent.from = std::min(extent.from, at);
            extent.to = std::max(extent.to, at);
        }
        // The others are the first moments that no longer belong to what they end.
        if (bounds.earliestStart != distantPast && bounds.earliestStart != distantFuture)
            extent.to = std::max(extent.to, bounds.earliestStart + 1);
    }
    if (extent.from <= extent.to)
        m_extent = {extent.from, std::max(extent.to, extent.from + 1)};
}

Event Dataset::event(Row row) const
{
    const EventColumns &c = m_columns;
    Event event;
    event.id = c.id.at(row);
    event.kind = c.kind.at(row);
    event.title = c.texts.at(row, EventText::Title);
    event.summary = c.texts.at(row, EventText::Summary);
    event.date = Edtf::parse(c.texts.at(row, EventText::Date));
    if (c.place[row] != noRow)
        event.place = c.place[row];
    event.count = c.count[row];
    if (c.bureau[row] != noRow)
        event.bureau = c.bureau[row];
    event.tags = c.texts.at(row, EventText::Tags).split(u';', Qt::SkipEmptyParts);
    event.confidence = c.assessments[row].confidence;
    event.updated = c.texts.at(row, EventText::Updated);
    return event;
}

std::optional<Row> Dataset::eventRow(QStringView id) const
{
    const QByteArray utf8 = id.toUtf8();
    const std::string_view wanted(utf8.constData(), std::size_t(utf8.size()));
    const auto idAt = [this](Row place) { return m_columns.id.utf8(m_byId[place]); };
    const auto places = std::views::iota(Row(0), Row(m_byId.size()));
    const auto found = std::ranges::lower_bound(places, wanted, {}, idAt);
    if (found == places.end() || idAt(*found) != wanted)
        return std::nullopt;
    return m_byId[*found];
}

std::span<const Claim> Dataset::claimsOf(Row event) const
{
    return std::span(m_tables.claims)
        .subspan(m_columns.claims.begin(event), m_columns.claims.length(event));
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
