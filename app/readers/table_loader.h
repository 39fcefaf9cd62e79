// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_table.h>
#include <readers/key_index.h>
#include <readers/package_description.h>
#include <readers/package_reader.h>
#include <readers/row_batch.h>
#include <readers/self_links.h>
#include <readers/table_row.h>

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace dateline::readers {

/// Loads the tables of one package, those that are referred to first. Used once.
class TableLoader
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::TableLoader)

public:
    /// The references must outlive the loader; origins are added to `result`.
    TableLoader(PackageFiles &files, const PackageDescription &description,
                const ReadOptions &options, DiagnosticList &diagnostics, ReadResult &result);

    /// Fills the tables. False when a required one could not be read, or it was stopped.
    [[nodiscard]] bool load(events::DatasetTables &tables);

private:
    using Use = std::function<void(TableRow &)>;
    using MakeBatch = std::function<std::unique_ptr<RowBatch>()>;
    class EventBatch;
    class ClaimBatch;
    struct ClaimRow;
    struct ClaimTable;

    void loadActors(std::vector<events::Actor> &actors);
    void loadSources(std::vector<events::Source> &sources);
    void loadPlaces(std::vector<events::Place> &places);
    void loadEvents(events::EventTable &events);
    void loadClaims(std::vector<events::Claim> &claims);
    void loadRelations(std::vector<events::Relation> &relations);
    void loadTotals(std::vector<events::Total> &totals);
    void loadStories(std::vector<events::Story> &stories);
    void loadSteps(std::vector<events::Story> &stories);
    [[nodiscard]] QByteArray loadView(TableRow &row);

    /// False when reading was stopped, or the table is there but could not be read to its end: then
    /// its rows mean nothing, and there is no word of them among the diagnostics.
    bool loadTable(QLatin1StringView name, std::span<const Column> columns, bool isRequired,
                   const Use &use, const MakeBatch &makeBatch = {});
    [[nodiscard]] qint64 bytesOfTables();
    void reportUnknownTables();
    [[nodiscard]] events::EventRecord readEvent(TableRow &row, const KeyIndex *ids,
                                                QByteArray &tags);
    [[nodiscard]] ClaimRow readClaim(TableRow &row, const KeyIndex *ids, events::TextPool &texts,
                                     KeyIndex::Guess &event);

    /// The id of a row, which must be none of `ids` where they are given.
    [[nodiscard]] static std::string_view newId(TableRow &row, const KeyIndex *ids);
    [[nodiscard]] std::uint16_t kindOf(TableRow &row) const;
    void checkCoordinates(TableRow &row, const events::Place &place);
    void keepRow(QLatin1StringView table, const QString &id, int row);

    /// Adds the record of a valid row, and its id in any case.
    template<typename Record>
    void add(QLatin1StringView table, TableRow &row, KeyIndex &ids, std::vector<Record> &records,
             Record record)
    {
        if (row.isValid()) {
            ids.add(record.id.toUtf8(), events::Row(records.size()));
            keepRow(table, record.id, row.number());
            records.push_back(std::move(record));
        } else if (!record.id.isEmpty()) {
            ids.add(record.id.toUtf8(), std::nullopt);
        }
    }

    /// Resolves the links between the records of one table, and drops those that are left out.
    /// `ids` are those of the links, and records have no target before.
    template<typename Record, typename SetTarget>
    void link(QLatin1StringView table, QLatin1StringView column, SelfLinks &rows,
              const KeyIndex &ids, std::vector<Record> &records, SetTarget setTarget)
    {
        const auto listed = m_description.tables.find(table);
        if (listed == m_description.tables.end())
            return;
        resolveSelfLinks(rows, ids, listed->second, column, m_diagnostics);
        for (const SelfLinks::Link &link : rows.links) {
            if (link.targetRow != events::noRow)
                setTarget(records[link.from], link.targetRow);
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (!rows.isKept[i])
                continue;
            if (kept != i)
                records[kept] = std::move(records[i]);
            if (m_options.keepsRowNumbers)
                keepRow(table, records[kept].id, rows.numbers[i]);
            ++kept;
        }
        records.resize(kept);
    }

    PackageFiles &m_files;
    const PackageDescription &m_description;
    const ReadOptions &m_options;
    DiagnosticList &m_diagnostics;
    ReadResult &m_result;
    qint64 m_bytesDone = 0; ///< of the tables so far
    qint64 m_bytesInAll = 0; ///< of all tables
    bool m_hasRequired = true;
    events::TextPool m_texts;
    KeyIndex m_kindNames;
    KeyIndex m_actorIds;
    KeyIndex m_sourceIds;
    KeyIndex m_placeIds;
    KeyIndex m_eventIds;
    KeyIndex m_storyIds;
};

} // namespace dateline::readers
