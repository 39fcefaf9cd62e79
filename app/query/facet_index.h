// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/filters.h>

#include <QHash>

#include <span>

namespace dateline::query {

/// The values of one facet of a dataset and which of them each event has. Built once, immutable.
/// A value's code is its index in values(): kinds in the package's order, standings in the order
/// of the enumeration, the others by how many events have them, most first (ties by id); the
/// value "none" (empty string) last, when some event has none.
class FacetIndex
{
public:
    FacetIndex(const events::Dataset &dataset, Facet facet);

    /// The ids of the values.
    [[nodiscard]] const std::vector<QString> &values() const { return m_values; }

    /// The code of a value, or nothing when the dataset does not have it.
    [[nodiscard]] std::optional<std::uint32_t> code(const QString &value) const;

    /// The codes of an event's values, at least one, ascending, without repetition.
    [[nodiscard]] std::span<const std::uint32_t> codesOf(events::Row row) const
    {
        return std::span(m_codes).subspan(m_begin[row], m_begin[row + 1] - m_begin[row]);
    }

    /// The events that have a value, ascending; `code` < values().size().
    [[nodiscard]] std::span<const events::Row> rowsOf(std::uint32_t code) const
    {
        return std::span(m_rows).subspan(m_rowBegin[code], m_rowBegin[code + 1] - m_rowBegin[code]);
    }

private:
    void orderByFrequency();
    void indexRows();

    std::vector<QString> m_values;
    QHash<QString, std::uint32_t> m_codeOf;
    std::vector<std::uint32_t> m_begin{0}; ///< of each event's codes in m_codes
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint32_t> m_rowBegin; ///< of each value's events in m_rows
    std::vector<events::Row> m_rows;
};

} // namespace dateline::query
