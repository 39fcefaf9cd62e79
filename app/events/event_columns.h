// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/compact_column.h>
#include <events/country_column.h>
#include <events/event_texts.h>
#include <events/fetch.h>
#include <events/instant_column.h>
#include <events/interval_shapes.h>
#include <events/position_column.h>
#include <events/records.h>
#include <events/run_column.h>
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

/// How each event is located, which is in the order of rows.
struct LocatedColumn
{
    Row points = 0; ///< as many rows are at a point
    Row placed = 0; ///< the rows from there to this one are in a country

    [[nodiscard]] Located operator[](Row row) const
    {
        return row < points ? Located::AtPoint
            : row < placed  ? Located::InCountry
                            : Located::Nowhere;
    }
};

/// How an event is to be taken, in one byte.
struct Assessment
{
    Standing standing : 3 = Standing::SingleClaim;
    Confidence confidence : 1 = Confidence::High;
    bool isDenied : 1 = false;
};
static_assert(sizeof(Assessment) == 1);

/// Marks an absent row in a column of rows.
inline constexpr Row noRow = std::numeric_limits<Row>::max();

/// The events of a dataset as flat columns, one element per event row. Built by Dataset and
/// never changed after. Time in milliseconds UTC, positions in Mercator units [0, 1).
struct EventColumns
{
    InstantColumn earliestStart;
    IntervalShapes shapes; ///< the other bounds: see bounds()
    PositionColumn position; ///< of the first pointCount rows only, with their kind and denied
    std::vector<std::uint8_t> kind; ///< index into Dataset::kinds()
    std::vector<Assessment> assessments; ///< see standing() and isDenied()
    LocatedColumn located;
    CompactColumn count; ///< how many things a row stands for, at least 1
    CompactColumn place; ///< or noRow
    CountryColumn countryOfPlace; ///< for each of Dataset::places()
    CompactColumn bureau; ///< or noRow
    RunColumn claims; ///< of each row, in Dataset::claims()
    TextColumn id;
    EventTexts texts;
    std::size_t pointCount = 0;

    [[nodiscard]] std::size_t size() const { return kind.size(); }

    [[nodiscard]] Standing standing(Row row) const { return assessments[row].standing; }
    /// CountryCode::ordinal(), 0 for none.
    [[nodiscard]] std::uint16_t country(std::size_t row) const
    {
        const Row where = place[row];
        return where == noRow ? std::uint16_t(0) : countryOfPlace[where];
    }
    /// Whether a claim denies the event.
    [[nodiscard]] bool isDenied(Row row) const { return assessments[row].isDenied; }
    [[nodiscard]] FuzzyInterval bounds(Row row) const { return shapes.at(row, earliestStart[row]); }
    /// Asks for what bounds() will read.
    void fetchBounds(Row row) const
    {
        earliestStart.fetchAt(row);
        shapes.fetchAt(row);
    }
};

} // namespace dateline::events
