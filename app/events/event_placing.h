// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_columns.h>
#include <events/records.h>

#include <vector>

namespace dateline::events {

/// The order of a dataset's events, which is by where they are, and the columns that hold it.
class EventPlacing
{
public:
    explicit EventPlacing(const std::vector<Place> &places);

    /// Finds the order. `placeOfEvent` has a row of the places or noRow for each event of the
    /// table.
    void sort(const CompactColumn &placeOfEvent);

    /// For each row of the dataset the row of the table that comes there: events at a point by
    /// their Morton codes, then those known by country only, then those nowhere; ties as in the
    /// table.
    [[nodiscard]] const std::vector<Row> &order() const { return m_order; }

    /// Fills position, countryOfPlace, located and pointCount of columns whose places, kinds and
    /// denials are in that order already. Once, for this gives back memory.
    void fill(EventColumns &columns);

private:
    /// What the columns and the order of events take from a place.
    struct Spot
    {
        PackedPosition position;
        std::uint32_t morton = 0; ///< of the position
        std::uint16_t country = 0;
        Located located = Located::Nowhere;
    };
    [[nodiscard]] static Spot spotOf(const Place &place);
    [[nodiscard]] Spot spotAt(Row place) const;

    std::vector<Spot> m_spots; ///< of all places
    std::vector<Row> m_order;
    LocatedColumn m_located;
};

} // namespace dateline::events
