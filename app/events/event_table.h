// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_columns.h>
#include <events/records.h>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::events {

/// One event as a reader finds it in a row of a table. Text is UTF-8 that has to live only until it
/// is appended.
struct EventRecord
{
    std::string_view id;
    std::uint16_t kind = 0; ///< index into DatasetTables::kinds
    std::string_view title;
    std::string_view summary;
    std::string_view date; ///< EDTF as written, empty when undated
    FuzzyInterval bounds; ///< of that date; unbounded when undated
    std::optional<Row> place; ///< DatasetTables::places
    std::optional<std::uint32_t> count; ///< how many things this one row stands for
    std::optional<Row> bureau; ///< DatasetTables::actors
    std::string_view tags; ///< separated by ';'
    Confidence confidence = Confidence::High;
    std::string_view updated; ///< ISO date, or empty
};

/// The table of events in the order of its file, as columns from the beginning: a million events as
/// records with strings of their own would cost more time and memory than all else about them.
class EventTable
{
public:
    /// Makes room for about so many rows in all, as long as those that are there already.
    void reserve(std::size_t rows);
    void append(const EventRecord &event);
    void append(const Event &event);

    [[nodiscard]] std::size_t size() const { return m_columns.kind.size(); }
    /// The id of `row` < size().
    [[nodiscard]] QString id(Row row) const { return m_columns.id.at(row); }
    /// In the order of the table; those that come from other tables are empty.
    [[nodiscard]] const EventColumns &columns() const { return m_columns; }

    /// Tasks that move the table's columns to `columns` with their rows in another order: row i is
    /// this table's row order[i]. Any threads may call them at once, each once, and the longer ones
    /// come first; the table, `order` and `columns` have to live until then. What comes from other
    /// tables too (position, countryOfPlace, located, claims, pointCount, assessments) is left as
    /// it is. When all have been called, the table has no more than assessments.
    [[nodiscard]] std::vector<std::function<void()>> moves(const std::vector<Row> &order,
                                                           EventColumns &columns);

private:
    EventColumns m_columns;
};

} // namespace dateline::events
