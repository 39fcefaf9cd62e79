// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/table_loader.h>

#include <readers/limits.h>
#include <readers/table_columns.h>
#include <readers/table_reader.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

template<typename Enum, std::size_t size>
Enum choose(TableRow &row, QLatin1StringView column,
            const std::array<QLatin1StringView, size> &names, std::optional<Enum> ifEmpty = {})
{
    const auto index = ifEmpty ? std::optional(std::size_t(*ifEmpty)) : std::nullopt;
    return Enum(row.choice(column, names, index));
}

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

TableLoader::TableLoader(PackageFiles &files, const PackageDescription &description,
                         const ReadOptions &options, DiagnosticList &diagnostics,
                         ReadResult &result)
    : m_files(files)
    , m_description(description)
    , m_options(options)
    , m_diagnostics(diagnostics)
    , m_result(result)
{
    for (const events::Kind &kind : description.kinds)
        m_kindNames.add(kind.name.toUtf8(), events::Row(&kind - description.kinds.data()));
}

bool TableLoader::load(events::DatasetTables &tables)
{
    loadActors(tables.actors);
    loadSources(tables.sources);
    loadPlaces(tables.places);
    loadEvents(tables.events);
    loadClaims(tables.claims);
    loadRelations(tables.relations);
    loadTotals(tables.totals);
    loadStories(tables.stories);
    loadSteps(tables.stories);
    reportUnknownTables();
    tables.info = m_description.info;
    tables.kinds = m_description.kinds;
    return m_hasRequired && !m_options.stop.stop_requested();
}

void TableLoader::loadTable(QLatin1StringView name, std::span<const Column> columns,
                            bool isRequired, const Use &use)
{
    if (m_options.stop.stop_requested())
        return;
    const double done = m_tablesDone++;
    const auto listed = m_description.tables.find(name);
    if (listed == m_description.tables.end()) {
        if (isRequired) {
            m_hasRequired = false;
            m_diagnostics.add({Severity::Error, "table-missing"_L1, descriptionFile, std::nullopt,
                               u"resources"_s, tr("The table \"%1\" is missing.").arg(name),
                               tr("Add it to the package and to the list of resources.")});
        }
        return;
    }
    const QString &file = listed->second;
    if (m_options.keepsRowNumbers)
        m_result.origins[name].file = file;
    const PackageFiles::Content content = m_files.read(file, limits::tableBytes);
    if (!content.isValid()) {
        m_hasRequired = m_hasRequired && !isRequired;
        m_diagnostics.add({Severity::Error,
                           "table-unreadable"_L1,
                           file,
                           std::nullopt,
                           {},
                           content.fault,
                           content.hint});
        return;
    }
    const auto progress = [&](qint64 bytes) {
        const double share = double(bytes) / double(content.bytes.size());
        if (m_options.progress)
            m_options.progress((done + share) / double(tableNames.size()));
    };
    TableReader reader(file, columns, m_diagnostics);
    const bool fits = reader.read(content.bytes, use, m_options.stop, progress);
    m_hasRequired = m_hasRequired && (fits || !isRequired);
}

void TableLoader::reportUnknownTables()
{
    for (const auto &[name, file] : m_description.tables) {
        if (std::ranges::find(tableNames, name) == tableNames.end()) {
            m_diagnostics.add(
                {Severity::Note,
                 "table-unknown"_L1,
                 file,
                 std::nullopt,
                 {},
                 tr("The table \"%1\" is not part of the format and is ignored.").arg(name),
                 {}});
        }
    }
}

std::string_view TableLoader::newId(TableRow &row, const KeyIndex &ids)
{
    const std::string_view id = row.requiredUtf8("id"_L1);
    row.expectIdForm("id"_L1, id);
    if (ids.contains(id)) {
        row.fault("id-duplicate"_L1, "id"_L1,
                  tr("The id \"%1\" is used by a row above.").arg(row.text("id"_L1).left(60)),
                  tr("Give each row an id of its own; the first one is kept."));
    }
    return id;
}

void TableLoader::keepRow(QLatin1StringView table, const QString &id, const TableRow &row)
{
    if (m_options.keepsRowNumbers)
        m_result.origins[table].rows.insert(id, row.number());
}

std::uint16_t TableLoader::kindOf(TableRow &row)
{
    return std::uint16_t(row.requiredKey("kind"_L1, m_kindNames, descriptionFile));
}

void TableLoader::loadActors(std::vector<events::Actor> &actors)
{
    loadTable("actors"_L1, actorColumns, true, [&](TableRow &row) {
        events::Actor actor;
        actor.id = QString::fromUtf8(newId(row, m_actorIds));
        actor.name = row.requiredText("name"_L1);
        actor.nativeName = row.text("native_name"_L1);
        actor.kind = choose<events::ActorKind>(row, "kind"_L1, actorKinds);
        actor.country = row.country("country"_L1);
        add("actors"_L1, row, m_actorIds, actors, std::move(actor));
    });
}

template<typename Record, typename SetTarget>
void TableLoader::link(QLatin1StringView table, QLatin1StringView column,
                       std::vector<SelfLink> &links, const KeyIndex &ids,
                       std::vector<Record> &records, SetTarget setTarget)
{
    const auto listed = m_description.tables.find(table);
    if (listed == m_description.tables.end())
        return;
    resolveSelfLinks(links, ids, listed->second, column, m_diagnostics);
    std::vector<Record> kept;
    kept.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!links[i].isKept)
            continue;
        if (m_options.keepsRowNumbers)
            m_result.origins[table].rows.insert(links[i].id, links[i].row);
        setTarget(records[i], links[i].targetRow);
        kept.push_back(std::move(records[i]));
    }
    records = std::move(kept);
}

void TableLoader::loadSources(std::vector<events::Source> &sources)
{
    KeyIndex seen;
    std::vector<SelfLink> links;
    loadTable("sources"_L1, sourceColumns, true, [&](TableRow &row) {
        events::Source source;
        source.id = QString::fromUtf8(newId(row, seen));
        source.title = row.requiredText("title"_L1);
        source.publisher = row.key("publisher"_L1, m_actorIds, "actors"_L1);
        source.published = row.date("published"_L1);
        source.url = row.url("url"_L1);
        source.archivedUrl = row.url("archived_url"_L1);
        source.language = row.language("language"_L1);
        source.kind = choose<events::SourceKind>(row, "kind"_L1, sourceKinds);
        if (!source.id.isEmpty())
            seen.add(source.id.toUtf8(), events::Row(links.size()));
        links.push_back({source.id, row.text("origin"_L1), row.number(), row.isValid(), {}});
        sources.push_back(std::move(source));
    });
    link("sources"_L1, "origin"_L1, links, seen, sources,
         [](events::Source &source, std::optional<events::Row> target) { source.origin = target; });
    events::Row kept = 0;
    for (const SelfLink &link : links)
        m_sourceIds.add(link.id.toUtf8(), link.isKept ? std::optional(kept++) : std::nullopt);
}

void TableLoader::loadPlaces(std::vector<events::Place> &places)
{
    loadTable("places"_L1, placeColumns, true, [&](TableRow &row) {
        events::Place place;
        place.id = QString::fromUtf8(newId(row, m_placeIds));
        place.nativeName = row.text("native_name"_L1);
        row.expectFilled("country"_L1);
        place.country = row.country("country"_L1);
        place.latitude = row.degrees("lat"_L1, 90);
        place.longitude = row.degrees("lon"_L1, 180);
        place.precision = choose<events::PlacePrecision>(row, "precision"_L1, precisions);
        const bool isNamed = place.precision == events::PlacePrecision::City
            || place.precision == events::PlacePrecision::Region;
        place.name = isNamed ? row.requiredText("name"_L1) : row.text("name"_L1);
        checkCoordinates(row, place);
        add("places"_L1, row, m_placeIds, places, std::move(place));
    });
}

void TableLoader::checkCoordinates(TableRow &row, const events::Place &place)
{
    if (!row.isValid())
        return;
    if (place.latitude.has_value() != place.longitude.has_value()) {
        row.fault("coordinates-incomplete"_L1, place.latitude ? "lon"_L1 : "lat"_L1,
                  tr("Latitude and longitude go together."), tr("Fill both cells or neither."));
    } else if (place.precision == events::PlacePrecision::City && !place.latitude) {
        row.warn("city-without-coordinates"_L1, "lat"_L1,
                 tr("The city has no coordinates and is not drawn at a point."),
                 tr("Add its latitude and longitude."));
    }
}

void TableLoader::loadEvents(events::EventTable &events)
{
    QByteArray tags;
    loadTable("events"_L1, eventColumns, true, [&](TableRow &row) {
        events::EventRecord event;
        event.id = newId(row, m_eventIds);
        event.kind = kindOf(row);
        event.title = row.requiredUtf8("title"_L1);
        row.expectFilled("summary"_L1);
        event.summary = row.utf8("summary"_L1);
        const std::optional<events::Edtf> date = row.date("date"_L1);
        event.date = row.utf8("date"_L1);
        event.bounds = date ? date->bounds() : events::FuzzyInterval{};
        event.place = row.key("place"_L1, m_placeIds, "places"_L1);
        event.count = row.number("count"_L1, 1);
        event.bureau = row.key("bureau"_L1, m_actorIds, "actors"_L1);
        tags.clear();
        forEachTag(row.utf8("tags"_L1), [&](QByteArrayView tag) {
            row.expectIdForm("tags"_L1, tag);
            tags.append(tags.isEmpty() ? "" : ";").append(tag);
        });
        event.tags = QByteArrayView(tags);
        row.expectFilled("confidence"_L1);
        event.confidence
            = choose(row, "confidence"_L1, confidences, std::optional(events::Confidence::High));
        row.expectFilled("updated"_L1);
        event.updated = row.day("updated"_L1);
        if (row.isValid()) {
            m_eventIds.add(event.id, events::Row(events.size()));
            if (m_options.keepsRowNumbers)
                keepRow("events"_L1, row.text("id"_L1), row);
            events.append(event);
        } else if (!event.id.empty()) {
            m_eventIds.add(event.id, std::nullopt);
        }
    });
}

void TableLoader::loadClaims(std::vector<events::Claim> &claims)
{
    KeyIndex seen;
    std::vector<SelfLink> links;
    loadTable("claims"_L1, claimColumns, true, [&](TableRow &row) {
        events::Claim claim;
        claim.id = QString::fromUtf8(newId(row, seen));
        claim.event = row.requiredKey("event"_L1, m_eventIds, "events"_L1);
        claim.actor = row.requiredKey("actor"_L1, m_actorIds, "actors"_L1);
        claim.stance = choose<events::Stance>(row, "stance"_L1, stances);
        row.expectFilled("said"_L1);
        claim.said = row.date("said"_L1);
        claim.text = row.requiredText("text"_L1);
        claim.source = row.requiredKey("source"_L1, m_sourceIds, "sources"_L1);
        claim.claimedDate = row.date("claimed_date"_L1);
        if (!claim.id.isEmpty())
            seen.add(row.utf8("id"_L1), events::Row(links.size()));
        links.push_back({claim.id, row.text("responds_to"_L1), row.number(), row.isValid(), {}});
        claims.push_back(std::move(claim));
    });
    link(
        "claims"_L1, "responds_to"_L1, links, seen, claims,
        [](events::Claim &claim, std::optional<events::Row> target) { claim.respondsTo = target; });
}

void TableLoader::loadRelations(std::vector<events::Relation> &relations)
{
    std::set<std::tuple<events::Row, events::Row, events::RelationKind>> seen;
    loadTable("relations"_L1, relationColumns, false, [&](TableRow &row) {
        events::Relation relation;
        relation.from = row.requiredKey("from"_L1, m_eventIds, "events"_L1);
        relation.to = row.requiredKey("to"_L1, m_eventIds, "events"_L1);
        relation.kind = choose<events::RelationKind>(row, "kind"_L1, relationKinds);
        if (row.isValid() && relation.from == relation.to) {
            row.fault("relation-to-itself"_L1, "to"_L1, tr("The event is related to itself."),
                      tr("Name another event, or remove the row."));
        }
        if (row.isValid() && !seen.emplace(relation.from, relation.to, relation.kind).second) {
            row.fault("relation-duplicate"_L1, "from"_L1, tr("The relation is there already."),
                      tr("Remove one of the two rows."));
        }
        if (row.isValid())
            relations.push_back(relation);
    });
}

void TableLoader::loadTotals(std::vector<events::Total> &totals)
{
    KeyIndex ids;
    loadTable("totals"_L1, totalColumns, false, [&](TableRow &row) {
        events::Total total;
        total.id = QString::fromUtf8(newId(row, ids));
        total.actor = row.requiredKey("actor"_L1, m_actorIds, "actors"_L1);
        total.source = row.requiredKey("source"_L1, m_sourceIds, "sources"_L1);
        row.expectFilled("as_of"_L1);
        total.asOf = row.date("as_of"_L1);
        total.kind = kindOf(row);
        if (!row.requiredText("stated"_L1).isEmpty())
            total.stated = row.number("stated"_L1, 0).value_or(0);
        total.countries = row.number("countries"_L1, 1);
        total.note = row.text("note"_L1);
        add("totals"_L1, row, ids, totals, std::move(total));
    });
}

} // namespace dateline::readers
