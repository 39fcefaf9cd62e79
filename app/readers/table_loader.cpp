// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/table_loader.h>

#include <readers/limits.h>
#include <readers/table_columns.h>
#include <readers/table_reader.h>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline::readers {

// Each cell of a row is one text of an event at most; a size takes three bytes at most, for a cell.
static_assert(limits::cellBytes < (std::size_t(1) << 21U));
static_assert(std::size_t(limits::tableBytes)
                  + std::size_t(limits::rows) * 3 * events::eventTextCount
              < std::min(events::EventTexts::maximumBytes, events::TextColumn::maximumBytes));

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
    m_bytesInAll = std::max<qint64>(1, bytesOfTables());
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

/// By the word of the package; one that cannot be opened has none.
qint64 TableLoader::bytesOfTables()
{
    qint64 result = 0;
    for (const QLatin1StringView name : tableNames) {
        const auto listed = m_description.tables.find(name);
        if (listed == m_description.tables.end())
            continue;
        FileFault fault;
        if (const auto bytes = m_files.open(listed->second, limits::tableBytes, fault))
            result += bytes->size();
    }
    return result;
}

bool TableLoader::loadTable(QLatin1StringView name, std::span<const Column> columns,
                            bool isRequired, const Use &use, const MakeBatch &makeBatch)
{
    if (m_options.stop.stop_requested())
        return false;
    const auto listed = m_description.tables.find(name);
    if (listed == m_description.tables.end()) {
        if (isRequired) {
            m_hasRequired = false;
            m_diagnostics.add({Severity::Error, "table-missing"_L1, descriptionFile, std::nullopt,
                               u"resources"_s, tr("The table \"%1\" is missing.").arg(name),
                               tr("Add it to the package and to the list of resources.")});
        }
        return true;
    }
    const QString &file = listed->second;
    if (m_options.keepsRowNumbers)
        m_result.origins[name].file = file;
    FileFault fault;
    std::unique_ptr<FileBytes> bytes = m_files.open(file, limits::tableBytes, fault);
    const qint64 size = bytes ? bytes->size() : 0;
    const auto progress = [&](double share) {
        constexpr double ofAll = 0.85; // the rest of the time is for building
        const double done = double(m_bytesDone) + share * double(size);
        if (m_options.progress)
            m_options.progress(std::min(ofAll, ofAll * done / double(m_bytesInAll)));
    };
    const TableReading reading{.stop = m_options.stop,
                               .progress = progress,
                               .blockBytes = m_options.blockBytes,
                               .makeBatch = makeBatch};
    bool fits = false;
    const DiagnosticList before = m_diagnostics;
    // Of a table that the package can do without no row is used when it cannot be read to its end.
    if (bytes && !isRequired) {
        QByteArray whole = readAll(*bytes);
        fault = bytes->fault();
        bytes = std::make_unique<MemoryBytes>(std::move(whole));
    }
    if (fault.isEmpty()) {
        TableReader reader(file, columns, m_diagnostics);
        fits = reader.read(*bytes, use, reading);
        fault = bytes->fault();
    }
    if (!fault.isEmpty()) {
        fits = false;
        if (m_options.keepsRowNumbers)
            m_result.origins[name].rows.clear();
        m_diagnostics = before;
        m_diagnostics.add({Severity::Error,
                           "table-unreadable"_L1,
                           file,
                           std::nullopt,
                           {},
                           fault.message,
                           fault.hint});
    }
    m_bytesDone += size;
    m_hasRequired = m_hasRequired && (fits || !isRequired);
    return fault.isEmpty();
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

std::string_view TableLoader::newId(TableRow &row, const KeyIndex *ids)
{
    const std::string_view id = row.requiredUtf8("id"_L1);
    row.expectIdForm("id"_L1, id);
    if (ids != nullptr && ids->contains(id)) {
        row.fault("id-duplicate"_L1, "id"_L1,
                  tr("The id \"%1\" is used by a row above.").arg(row.text("id"_L1).left(60)),
                  tr("Give each row an id of its own; the first one is kept."));
    }
    return id;
}

void TableLoader::keepRow(QLatin1StringView table, const QString &id, int row)
{
    if (m_options.keepsRowNumbers)
        m_result.origins[table].rows.insert(id, row);
}

std::uint16_t TableLoader::kindOf(TableRow &row) const
{
    return std::uint16_t(row.requiredKey("kind"_L1, m_kindNames, descriptionFile));
}

void TableLoader::loadActors(std::vector<events::Actor> &actors)
{
    loadTable("actors"_L1, actorColumns, true, [&](TableRow &row) {
        events::Actor actor;
        actor.id = QString::fromUtf8(newId(row, &m_actorIds));
        actor.name = row.requiredText("name"_L1);
        actor.nativeName = row.text("native_name"_L1);
        actor.kind = choose<events::ActorKind>(row, "kind"_L1, actorKinds);
        actor.country = row.country("country"_L1);
        add("actors"_L1, row, m_actorIds, actors, std::move(actor));
    });
}

void TableLoader::loadSources(std::vector<events::Source> &sources)
{
    KeyIndex seen;
    std::vector<QByteArray> ids;
    SelfLinks links;
    const bool isWhole = loadTable("sources"_L1, sourceColumns, true, [&](TableRow &row) {
        events::Source source;
        source.id = QString::fromUtf8(newId(row, &seen));
        source.title = row.requiredText("title"_L1);
        source.publisher = row.key("publisher"_L1, m_actorIds, "actors"_L1);
        source.published = row.date("published"_L1);
        source.url = row.url("url"_L1);
        source.archivedUrl = row.url("archived_url"_L1);
        source.language = row.language("language"_L1);
        source.kind = choose<events::SourceKind>(row, "kind"_L1, sourceKinds);
        if (!source.id.isEmpty())
            seen.add(source.id.toUtf8(), events::Row(links.size()));
        links.add(m_texts.add(row.utf8("origin"_L1)), row.number(), row.isValid());
        ids.push_back(source.id.toUtf8());
        sources.push_back(std::move(source));
    });
    if (!isWhole)
        return;
    link("sources"_L1, "origin"_L1, links, seen, sources,
         [](events::Source &source, events::Row target) { source.origin = target; });
    events::Row kept = 0;
    for (std::size_t i = 0; i < links.size(); ++i)
        m_sourceIds.add(ids[i], links.isKept[i] ? std::optional(kept++) : std::nullopt);
}

void TableLoader::loadPlaces(std::vector<events::Place> &places)
{
    loadTable("places"_L1, placeColumns, true, [&](TableRow &row) {
        events::Place place;
        place.id = QString::fromUtf8(newId(row, &m_placeIds));
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
        total.id = QString::fromUtf8(newId(row, &ids));
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
