// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/counted_rows.h>
#include <query/facet_records.h>
#include <query/filters.h>

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace dateline::query {

class FacetBuilder;

/// The values of one facet of a dataset and which of them each event has. Built once, immutable.
/// A value's code is its index in values(): kinds in the package's order, standings in the order
/// of the enumeration, the others by how many events have them, most first (ties by id); the
/// value "none" (empty string) last, when some event has none.
///
/// Events that have the same values share a combination, of which there are few: counting events
/// by combination touches one number an event, however many values it has.
class FacetIndex
{
public:
    /// Adds the facet's combinations to `records`, which has an element for each event and lives as
    /// long as the index.
    FacetIndex(const events::Dataset &dataset, Facet facet, FacetRecords &records);
    /// The same from what a builder has read of the facet.
    FacetIndex(const FacetBuilder &builder, std::vector<std::uint32_t> combinations,
               FacetRecords &records);

    /// The ids of the values.
    [[nodiscard]] const std::vector<QString> &values() const { return m_values; }

    /// The code of a value, or nothing when the dataset does not have it.
    [[nodiscard]] std::optional<std::uint32_t> code(const QString &value) const;

    [[nodiscard]] std::size_t combinationCount() const { return m_begin.size() - 1; }

    [[nodiscard]] std::uint32_t combinationOf(events::Row row) const
    {
        return m_field ? m_records->at(row, *m_field) : m_wide[row];
    }

    /// Asks for what combinationOf() will read; see events::fetch().
    void fetchCodes(events::Row row) const
    {
        m_field ? m_records->fetchAt(row) : events::fetch(&m_wide[row]);
    }

    /// How many events have a combination.
    [[nodiscard]] std::uint32_t eventsWith(std::uint32_t combination) const
    {
        return m_eventsWith[combination];
    }

    /// How many events have each value, by code.
    [[nodiscard]] std::vector<std::uint32_t> eventsWithValues() const;

    /// The codes of a combination, at least one, ascending, without repetition.
    [[nodiscard]] std::span<const std::uint32_t> codesIn(std::uint32_t combination) const
    {
        return std::span(m_codes).subspan(m_begin[combination],
                                          m_begin[combination + 1] - m_begin[combination]);
    }

    /// The codes of an event's values.
    [[nodiscard]] std::span<const std::uint32_t> codesOf(events::Row row) const
    {
        return codesIn(combinationOf(row));
    }

    /// The events that have any of the values. Lasting where they are those of one combination of
    /// few.
    [[nodiscard]] CountedRows rowsWith(std::span<const std::uint32_t> codes) const;

    /// Where in the records the combinations of events are; nothing when there are too many.
    [[nodiscard]] const std::optional<FacetRecords::Field> &field() const { return m_field; }

private:
    FacetIndex(FacetBuilder builder, FacetRecords &records);
    void orderByFrequency();
    void insertAll(const std::vector<std::uint8_t> &isWanted, bitsets::RowSet &rows) const;
    void storeCombinations(std::vector<std::uint32_t> combinations, FacetRecords &records);

    const FacetRecords *m_records;
    std::optional<FacetRecords::Field> m_field;
    std::vector<QString> m_values;
    QHash<QString, std::uint32_t> m_codeOf;
    std::vector<std::uint32_t> m_begin{0}; ///< of each combination's codes in m_codes
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint32_t> m_eventsWith; ///< of each combination, how many events have it
    std::vector<std::uint32_t>
        m_wide; ///< each event's combination, where they are not in the records
    std::vector<bitsets::SharedRows> m_rows; ///< of each combination, when there are few
};

} // namespace dateline::query
