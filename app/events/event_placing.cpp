// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/event_placing.h>

#include <events/fetch.h>
#include <events/keyed_rows.h>
#include <events/side_by_side.h>
#include <events/web_mercator.h>

#include <algorithm>
#include <numeric>

namespace dateline::events {

namespace {

/// The rows of events that are located so have keys from this one on.
constexpr std::uint64_t firstKey(Located located)
{
    return std::uint64_t(located) << 32U;
}

} // namespace

EventPlacing::Spot EventPlacing::spotOf(const Place &place)
{
    Spot spot;
    spot.country = place.country.ordinal();
    if (place.isPoint()) {
        spot.located = Located::AtPoint;
        spot.position = PackedPosition::of(toMercator(*place.longitude, *place.latitude));
        // As the columns hold it, so that the order of rows is that of the columns' Morton codes.
        spot.morton = mortonCode(spot.position.point());
    } else if (!place.country.isNull()) {
        spot.located = Located::InCountry;
    }
    return spot;
}

EventPlacing::Spot EventPlacing::spotAt(Row place) const
{
    return place == noRow ? Spot() : m_spots[place];
}

EventPlacing::EventPlacing(const std::vector<Place> &places)
    : m_spots(places.size())
{
    inHalves(places.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            m_spots[i] = spotOf(places[i]);
    });
}

void EventPlacing::sort(const CompactColumn &placeOfEvent)
{
    m_order.resize(placeOfEvent.size());
    std::iota(m_order.begin(), m_order.end(), Row(0));
    std::vector<std::uint64_t> keys(m_order.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Spot spot = spotAt(placeOfEvent[i]);
        keys[i] = firstKey(spot.located) | spot.morton;
    }
    sortByKey(m_order, keys);
    const auto rowsBefore = [&keys](Located located) {
        return Row(std::ranges::lower_bound(keys, firstKey(located)) - keys.begin());
    };
    m_located = {rowsBefore(Located::InCountry), rowsBefore(Located::Nowhere)};
}

void EventPlacing::fill(EventColumns &columns)
{
    const CompactColumn &places = columns.place;
    columns.located = m_located;
    columns.pointCount = m_located.points;
    columns.position = PositionColumn(columns.pointCount);
    columns.countryOfPlace.reserve(m_spots.size());
    for (const Spot &spot : m_spots)
        columns.countryOfPlace.append(spot.country);
    // Events in a row are near each other, but their places lie anywhere in the table.
    inHalves(columns.pointCount, [&](std::size_t from, std::size_t to) {
        forEachFetched(
            to - from, [&](std::size_t i) { fetch(&m_spots[places[from + i]]); },
            [&](std::size_t i) {
                const auto row = Row(from + i);
                const PackedPosition &at = m_spots[places[row]].position;
                columns.position.set(
                    row, PackedPoint::of(at.x, at.y, columns.kind[row], columns.isDenied(row)));
            });
    });
    m_spots = std::vector<Spot>(); // unlike {} this frees
}

} // namespace dateline::events
