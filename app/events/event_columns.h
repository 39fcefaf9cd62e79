// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/country_code.h>
#include <events/instant.h>
#include <events/records.h>
#include <events/standing.h>
#include <events/text_column.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace dateline::events {

/// How an event is drawn on a map, from the precision of its place.
enum class Located : std::uint8_t {
    AtPoint, ///< a city
    InCountry, ///< a country or region only: outlined, counted, never a pin
    Nowhere, ///< no place, or one of unknown precision without a country
};

/// Marks an absent row in a column of rows.
inline constexpr Row noRow = std::numeric_limits<Row>::max();

/// The events of a dataset as flat columns, one element per event row. Built by Dataset and
/// never changed after. Time in milliseconds UTC, x and y in Mercator units [0, 1].
struct EventColumns
{
    std::vector<Instant> earliestStart;
    std::vector<Instant> latestStart;
    std::vector<Instant> earliestEnd;
    std::vector<Instant> latestEnd;
    std::vector<float> x; ///< of the first pointCount rows only
    std::vector<float> y;
    std::vector<std::uint16_t> kind; ///< index into Dataset::kinds()
    std::vector<std::uint16_t> country; ///< CountryCode::ordinal(), 0 for none
    std::vector<Standing> standing;
    std::vector<std::uint8_t> denied; ///< 1 when a claim denies the event
    std::vector<Located> located;
    std::vector<std::uint32_t> count; ///< how many things a row stands for, at least 1
    std::vector<Row> place; ///< or noRow
    std::vector<Row> bureau; ///< or noRow
    std::vector<std::uint8_t> confidence; ///< Confidence
    std::vector<Row> claimBegin; ///< size() + 1 elements: claims of row i are [i], [i + 1)
    TextColumn id;
    TextColumn date; ///< EDTF as written, empty when undated
    TextColumn title;
    TextColumn summary;
    TextColumn tags; ///< separated by ';'
    TextColumn updated;
    std::size_t pointCount = 0;

    [[nodiscard]] std::size_t size() const { return kind.size(); }

    [[nodiscard]] FuzzyInterval bounds(Row row) const
    {
        return {earliestStart[row], latestStart[row], earliestEnd[row], latestEnd[row]};
    }
};

} // namespace dateline::events
