// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_columns.h>
#include <events/event_table.h>
#include <events/kind.h>
#include <events/package_info.h>
#include <events/records.h>
#include <events/standing.h>

#include <memory>
#include <span>
#include <vector>

namespace dateline::events {

/// All tables of a dataset as a reader hands them over; keys are resolved to rows already.
struct DatasetTables
{
    PackageInfo info;
    std::vector<Kind> kinds;
    std::vector<Actor> actors;
    std::vector<Source> sources;
    std::vector<Place> places;
    EventTable events;
    std::vector<Claim> claims;
    std::vector<Relation> relations;
    std::vector<Total> totals;
    std::vector<Story> stories;
};

/// A dataset: immutable, columnar, shared by pointer between threads without a lock.
///
/// Event rows are ordered for the engine: first those drawn at a point, by the Morton code of
/// their position; then those known to a country or region only; then those without a place.
/// Rows that tie keep the order of the table. All other tables keep the order of their files,
/// but claims, which are grouped by event.
class Dataset
{
public:
    /// Builds the dataset; every Row inside `tables` must be valid (readers check keys).
    [[nodiscard]] static std::shared_ptr<const Dataset> build(DatasetTables tables);

    [[nodiscard]] const PackageInfo &info() const { return m_tables.info; }
    [[nodiscard]] const std::vector<Kind> &kinds() const { return m_tables.kinds; }
    [[nodiscard]] const std::vector<Actor> &actors() const { return m_tables.actors; }
    [[nodiscard]] const std::vector<Source> &sources() const { return m_tables.sources; }
    [[nodiscard]] const std::vector<Place> &places() const { return m_tables.places; }
    [[nodiscard]] const std::vector<Claim> &claims() const { return m_tables.claims; }
    [[nodiscard]] const std::vector<Relation> &relations() const { return m_tables.relations; }
    [[nodiscard]] const std::vector<Total> &totals() const { return m_tables.totals; }
    [[nodiscard]] const std::vector<Story> &stories() const { return m_tables.stories; }

    /// How many events there are.
    [[nodiscard]] std::size_t size() const { return m_columns.size(); }

    /// Rows [0, pointCount()) are drawn at a point.
    [[nodiscard]] std::size_t pointCount() const { return m_columns.pointCount; }

    /// The flat columns for the engine and for views that draw many events.
    [[nodiscard]] const EventColumns &columns() const { return m_columns; }

    /// Event `row` < size() with all its text; for one event at a time, not for loops over all.
    [[nodiscard]] Event event(Row row) const;

    /// The row of the event with this id, or nothing.
    [[nodiscard]] std::optional<Row> eventRow(QStringView id) const;

    /// The claims of an event in the order of the file; valid as long as the dataset.
    [[nodiscard]] std::span<const Claim> claimsOf(Row event) const;

    /// The row in claims() of the first claim of claimsOf(event).
    [[nodiscard]] Row firstClaimOf(Row event) const { return m_columns.claims.begin(event); }

    /// Relations that start or end at this event.
    [[nodiscard]] std::vector<Relation> relationsOf(Row event) const;

    /// Event rows in the order of time: by earliest start, then latest end, then id. Undated last.
    [[nodiscard]] const std::vector<Row> &byTime() const { return m_byTime; }

    /// From the first to the last bound of any event's date that is no infinity; half open, with
    /// every moment at which an event may begin in it. Nothing when there is no such bound.
    [[nodiscard]] const std::optional<TimeSpan> &extent() const { return m_extent; }

    /// The kind that has this name, or nothing.
    [[nodiscard]] std::optional<std::uint16_t> kindIndex(QStringView name) const;
    /// The actor that has this id, or nothing.
    [[nodiscard]] std::optional<Row> actorRow(QStringView id) const;

private:
    Dataset() = default;
    void putInOrder();
    void groupClaims(const std::vector<Row> &newRowOf);
    void judgeEvents(const std::vector<Row> &order);
    void sortByTime(const std::vector<Row> &byId);
    void measureExtent();

    DatasetTables m_tables; ///< without events, which live in the columns
    EventColumns m_columns;
    std::vector<Row> m_byTime;
    std::optional<TimeSpan> m_extent;
    CompactColumn m_byId; ///< event rows ordered by id, for eventRow
};

} // namespace dateline::events
