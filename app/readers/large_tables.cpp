// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that may have millions of rows, read in batches; the rest of TableLoader is in
// table_loader.cpp.
#include <readers/table_columns.h>
#include <readers/table_loader.h>

#include <algorithm>
#include <deque>
#include <string>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

/// How many rows ahead the place of an id is fetched.
constexpr std::size_t fetchedAhead = 8;

/// Calls `use` for each tag of a cell, without the spaces around it.
template<typename Use>
void forEachTag(QByteArrayView cell, Use use)
{
    while (!cell.isEmpty()) {
        const qsizetype end = cell.indexOf(';');
        const QByteArrayView tag = (end < 0 ? cell : cell.first(end)).trimmed();
        if (!tag.isEmpty())
            use(tag);
        cell = end < 0 ? QByteArrayView() : cell.sliced(end + 1);
    }
}

} // namespace

/// `ids` as for newId(); `tags` holds the event's when they are not as written.
events::EventRecord TableLoader::readEvent(TableRow &row, const KeyIndex *ids, QByteArray &tags)
{
    events::EventRecord event;
    event.id = newId(row, ids);
    event.kind = kindOf(row);
    event.title = row.requiredUtf8("title"_L1);
    row.expectFilled("summary"_L1);
    event.summary = row.utf8("summary"_L1);
    event.bounds = row.dateBounds("date"_L1);
    event.date = row.utf8("date"_L1);
    event.place = row.key("place"_L1, m_placeIds, "places"_L1);
    event.count = row.number("count"_L1, 1);
    event.bureau = row.key("bureau"_L1, m_actorIds, "actors"_L1);
    const QByteArrayView written = row.utf8("tags"_L1);
    qsizetype size = -1; // of the tags with a semicolon between them
    forEachTag(written, [&](QByteArrayView tag) {
        row.expectIdForm("tags"_L1, tag);
        size += tag.size() + 1;
    });
    event.tags = written;
    tags.resize(0);
    if (!written.isEmpty() && size != written.size()) {
        forEachTag(written,
                   [&](QByteArrayView tag) { tags.append(tags.isEmpty() ? "" : ";").append(tag); });
        event.tags = QByteArrayView(tags);
    }
    row.expectFilled("confidence"_L1);
    event.confidence
        = choose(row, "confidence"_L1, confidences, std::optional(events::Confidence::High));
    row.expectFilled("updated"_L1);
    event.updated = row.day("updated"_L1);
    return event;
}

class TableLoader::EventBatch : public RowBatch
{
public:
    EventBatch(TableLoader &loader, events::EventTable &events)
        : m_loader(loader)
        , m_events(events)
    {}

    void expect(std::size_t rows) override
    {
        m_events.reserve(rows);
        m_loader.m_eventIds.reserve(rows);
    }

    void start(std::size_t rows) override
    {
        m_records.assign(rows, {});
        m_hashes.assign(rows, 0);
        m_otherTags.clear();
    }

    void read(std::size_t i, TableRow &row) override
    {
        events::EventRecord &event = m_records[i];
        event = m_loader.readEvent(row, nullptr, m_tags);
        m_hashes[i] = KeyIndex::hash(event.id);
        if (!m_tags.isEmpty())
            event.tags = m_otherTags.emplace_back(event.tags);
    }

    bool keep(std::size_t i, int number) override
    {
        if (i + fetchedAhead < m_hashes.size())
            m_loader.m_eventIds.prefetch(m_hashes[i + fetchedAhead]);
        const events::EventRecord &event = m_records[i];
        if (!m_loader.m_eventIds.add(event.id, m_hashes[i], events::Row(m_events.size())))
            return false;
        if (m_loader.m_options.keepsRowNumbers)
            m_loader.keepRow("events"_L1, QString::fromUtf8(event.id), number);
        m_events.append(event);
        return true;
    }

private:
    TableLoader &m_loader;
    events::EventTable &m_events;
    std::vector<events::EventRecord> m_records;
    std::vector<std::size_t> m_hashes; ///< of the ids
    QByteArray m_tags; ///< of one row
    std::deque<std::string> m_otherTags; ///< that are not as written
};

void TableLoader::loadEvents(events::EventTable &events)
{
    QByteArray tags;
    const auto use = [&](TableRow &row) {
        const events::EventRecord event = readEvent(row, &m_eventIds, tags);
        if (row.isValid()) {
            m_eventIds.add(event.id, events::Row(events.size()));
            if (m_options.keepsRowNumbers)
                keepRow("events"_L1, row.text("id"_L1), row.number());
            events.append(event);
        } else if (!event.id.empty()) {
            m_eventIds.add(event.id, std::nullopt);
        }
    };
    loadTable("events"_L1, eventColumns, true, use,
              [&] { return std::make_unique<EventBatch>(*this, events); });
}

/// A claim and what it answers.
struct TableLoader::ClaimRow
{
    events::Claim claim;
    events::SharedText respondsTo;
};

/// The claims before it is known which are kept.
struct TableLoader::ClaimTable
{
    KeyIndex ids; ///< of the links
    SelfLinks links;
    std::vector<events::Claim> &claims;

    /// Of the claim that is appended next, which keeps the bytes of its id.
    bool addId(const events::SharedText &id, std::size_t hash)
    {
        return ids.addOutliving(id.utf8(), hash, events::Row(links.size()));
    }
    void append(ClaimRow &&row, int number, bool isValid)
    {
        links.add(std::move(row.respondsTo), number, isValid);
        claims.push_back(std::move(row.claim));
    }
};

TableLoader::ClaimRow TableLoader::readClaim(TableRow &row, const KeyIndex *ids,
                                             events::TextPool &texts, KeyIndex::Guess &event)
{
    ClaimRow result;
    events::Claim &claim = result.claim;
    claim.id = texts.add(newId(row, ids));
    claim.event = row.requiredKey("event"_L1, m_eventIds, "events"_L1, &event);
    claim.actor = row.requiredKey("actor"_L1, m_actorIds, "actors"_L1);
    claim.stance = choose<events::Stance>(row, "stance"_L1, stances);
    row.expectFilled("said"_L1);
    claim.said = row.date("said"_L1);
    claim.text = texts.add(row.requiredUtf8("text"_L1));
    claim.source = row.requiredKey("source"_L1, m_sourceIds, "sources"_L1);
    claim.claimedDate = row.date("claimed_date"_L1);
    result.respondsTo = texts.add(row.utf8("responds_to"_L1));
    return result;
}

class TableLoader::ClaimBatch : public RowBatch
{
public:
    ClaimBatch(TableLoader &loader, ClaimTable &table)
        : m_loader(loader)
        , m_table(table)
    {}

    void expect(std::size_t rows) override
    {
        m_table.ids.reserve(rows);
        m_table.claims.reserve(rows);
        m_table.links.reserve(rows);
    }

    void start(std::size_t rows) override
    {
        m_rows.clear();
        m_rows.resize(rows);
        m_hashes.assign(rows, 0);
    }

    void read(std::size_t i, TableRow &row) override
    {
        m_rows[i] = m_loader.readClaim(row, nullptr, m_texts, m_lastEvent);
        m_hashes[i] = KeyIndex::hash(m_rows[i].claim.id.utf8());
    }

    bool keep(std::size_t i, int number) override
    {
        if (i + fetchedAhead < m_hashes.size())
            m_table.ids.prefetch(m_hashes[i + fetchedAhead]);
        ClaimRow &row = m_rows[i];
        if (!m_table.addId(row.claim.id, m_hashes[i]))
            return false;
        m_table.append(std::move(row), number, true);
        return true;
    }

private:
    TableLoader &m_loader;
    ClaimTable &m_table;
    events::TextPool m_texts;
    KeyIndex::Guess m_lastEvent; ///< claims mostly follow the order of events
    std::vector<ClaimRow> m_rows;
    std::vector<std::size_t> m_hashes; ///< of the ids
};

void TableLoader::loadClaims(std::vector<events::Claim> &claims)
{
    ClaimTable table{.ids = {}, .links = {}, .claims = claims};
    KeyIndex::Guess lastEvent;
    const auto use = [&](TableRow &row) {
        ClaimRow claim = readClaim(row, &table.ids, m_texts, lastEvent);
        if (!claim.claim.id.isEmpty())
            table.addId(claim.claim.id, KeyIndex::hash(claim.claim.id.utf8()));
        table.append(std::move(claim), row.number(), row.isValid());
    };
    const bool isWhole = loadTable("claims"_L1, claimColumns, true, use,
                                   [&] { return std::make_unique<ClaimBatch>(*this, table); });
    if (!isWhole)
        return;
    link("claims"_L1, "responds_to"_L1, table.links, table.ids, claims,
         [](events::Claim &claim, events::Row target) { claim.respondsTo = target; });
}

} // namespace dateline::readers
