// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fetch.h>
#include <events/records.h>
#include <query/filters.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline::query {

/// A small number for each event and facet: which combination of values it has, see FacetIndex. All
/// numbers of an event are bits of one word, because whoever counts one facet of an event counts
/// the others too: 4 bytes an event while they suffice, else 8. Private to the facets.
class FacetRecords
{
public:
    explicit FacetRecords(std::size_t size)
        : m_short(size)
    {}

    [[nodiscard]] std::size_t size() const { return isShort() ? m_short.size() : m_long.size(); }

    /// Some bits of the words.
    struct Field
    {
        unsigned shift = 0;
        std::uint32_t mask = 0;
    };
    /// No field holds a number as large as this.
    static constexpr std::size_t bound = 1U << 14U;

    /// Adds a number for each event, less than `count`. Nothing, and nothing is added, when they
    /// are too large or there is no more room.
    [[nodiscard]] std::optional<Field> add(std::span<const std::uint32_t> numbers,
                                           std::size_t count);

    [[nodiscard]] std::uint32_t at(events::Row row, const Field &field) const
    {
        const std::uint64_t word = isShort() ? m_short[row] : m_long[row];
        return std::uint32_t(word >> field.shift) & field.mask;
    }

    /// Asks for what at() will read; see events::fetch().
    void fetchAt(events::Row row) const
    {
        isShort() ? events::fetch(&m_short[row]) : events::fetch(&m_long[row]);
    }

    /// Where the numbers of a facet are and what counts them: counts[number] of an event.
    struct Counter
    {
        Facet facet = Facet::Kind;
        Field field;
        std::uint32_t *counts = nullptr; ///< not null
    };
    /// Adds `step`, modulo 2^32, to what counts the numbers of each event: several facets at once,
    /// because they share a word.
    void count(std::span<const events::Row> rows, std::uint32_t step,
               std::span<const Counter> counters) const;

private:
    [[nodiscard]] bool isShort() const { return m_long.empty(); }

    unsigned m_used = 0; ///< bits
    std::vector<std::uint32_t> m_short;
    std::vector<std::uint64_t> m_long; ///< instead, when it is not empty
};

} // namespace dateline::query
