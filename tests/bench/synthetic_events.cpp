// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_events.h"

#include <algorithm>
#include <numeric>

namespace dateline::tests {

namespace {

constexpr std::int64_t span = syntheticTo - syntheticFrom;
constexpr std::uint8_t confirmed = 1;

/// Into [0, limit] by folding at both ends.
std::int64_t folded(std::int64_t value, std::int64_t limit)
{
    value = value < 0 ? -value : value;
    return value > limit ? std::max<std::int64_t>(0, 2 * limit - value) : value;
}

SyntheticCity near(SyntheticCity middle, std::int64_t deviation, SyntheticRandom &random)
{
    return {std::int32_t(std::clamp<std::int64_t>(middle.latitude + random.bell(deviation), -84'000,
                                                  84'000)),
            std::int32_t(std::clamp<std::int64_t>(middle.longitude + random.bell(deviation * 4 / 3),
                                                  -179'900, 179'900))};
}

} // namespace

const std::array<SyntheticCountry, syntheticCountries> &syntheticCountryList()
{
    static constexpr std::array<SyntheticCountry, syntheticCountries> list{{
        {"AR", -35, -65}, {"AT", 47, 14},   {"AU", -25, 134}, {"BD", 24, 90},   {"BE", 51, 5},
        {"BG", 43, 25},   {"BO", -17, -65}, {"BR", -10, -53}, {"CA", 56, -106}, {"CH", 47, 8},
        {"CL", -33, -71}, {"CN", 35, 104},  {"CO", 4, -73},   {"CZ", 50, 15},   {"DE", 51, 10},
        {"DK", 56, 9},    {"EC", -2, -78},  {"EG", 27, 30},   {"ES", 40, -4},   {"ET", 9, 40},
        {"FI", 63, 26},   {"FJ", -18, 178}, {"FR", 46, 2},    {"GB", 54, -2},   {"GH", 8, -1},
        {"GR", 39, 22},   {"HU", 47, 19},   {"ID", -2, 118},  {"IE", 53, -8},   {"IN", 22, 79},
        {"IS", 65, -18},  {"IT", 43, 12},   {"JP", 36, 138},  {"KE", 0, 38},    {"KR", 36, 128},
        {"MA", 32, -6},   {"MG", -19, 47},  {"MX", 23, -102}, {"MY", 4, 102},   {"NG", 9, 8},
        {"NL", 52, 5},    {"NO", 62, 10},   {"NZ", -41, 174}, {"PE", -9, -75},  {"PH", 12, 122},
        {"PL", 52, 19},   {"PT", 39, -8},   {"RO", 46, 25},   {"SE", 62, 15},   {"TH", 15, 101},
        {"TR", 39, 35},   {"US", 39, -98},  {"ZA", -29, 24},
    }};
    return list;
}

std::int64_t SyntheticRandom::bell(std::int64_t deviation)
{
    // Six uniform numbers have a deviation of 0.71 of the width of one.
    std::int64_t sum = 0;
    for (int i = 0; i < 6; ++i)
        sum += below(1'000'000);
    return (sum - 3'000'000) * deviation / 707'107;
}

SkewedChoice::SkewedChoice(std::size_t size)
{
    double total = 0;
    for (std::size_t i = 0; i < size; ++i)
        total += 1.0 / double(i + 1);
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
        sum += 1.0 / double(i + 1);
        m_limits.push_back(std::uint32_t(sum / total * 4'000'000'000.0));
    }
}

std::uint32_t SkewedChoice::pick(SyntheticRandom &random) const
{
    const auto found
        = std::upper_bound(m_limits.begin(), m_limits.end() - 1, random.below(4'000'000'000));
    return std::uint32_t(found - m_limits.begin());
}

SyntheticEvents::SyntheticEvents(std::uint64_t seed, std::size_t citiesPerCountry)
    : m_random(seed)
    , m_citiesPerCountry(citiesPerCountry)
    , m_countryOrder(syntheticCountries)
    , m_cityChoice(citiesPerCountry)
{
    m_cities.reserve(syntheticCountries * citiesPerCountry);
    for (const SyntheticCountry &country : syntheticCountryList()) {
        for (std::size_t i = 0; i < citiesPerCountry; ++i) {
            const SyntheticCity middle{country.latitude * 1000, country.longitude * 1000};
            // Small countries are not much wider than this.
            m_cities.push_back(near(middle, 700, m_random));
        }
    }
    for (int i = 0; i < 120; ++i) {
        m_bursts.push_back({std::int64_t(m_random.below(std::uint32_t(span))),
                            (1 + m_random.below(19)) * secondsPerDay / 2,
                            std::uint8_t(m_random.below(syntheticCountries)),
                            std::uint8_t(m_random.below(syntheticKinds))});
    }
    std::iota(m_countryOrder.begin(), m_countryOrder.end(), std::uint8_t(0));
    for (std::size_t i = syntheticCountries - 1; i > 0; --i)
        std::swap(m_countryOrder[i], m_countryOrder[m_random.below(std::uint32_t(i + 1))]);
}

SyntheticEvent SyntheticEvents::next()
{
    SyntheticEvent event;
    placeAndTime(event);
    position(event);
    event.bureau = std::uint8_t(m_bureaus.pick(m_random));
    event.standing = std::uint8_t(m_standings.pick(m_random));
    event.claimant = std::uint8_t(
        m_random.below(event.standing == confirmed ? syntheticAuthorities : syntheticClaimants));
    event.tag = std::uint8_t(m_tags.pick(m_random));
    return event;
}

void SyntheticEvents::placeAndTime(SyntheticEvent &event)
{
    event.kind = std::uint8_t(m_kinds.pick(m_random));
    event.country = m_countryOrder[m_countries.pick(m_random)];
    std::int64_t seconds = 0;
    if (m_random.chance(25)) {
        const Burst &burst = m_bursts[m_random.below(std::uint32_t(m_bursts.size()))];
        seconds = folded(burst.middle + m_random.bell(burst.width), span - 1);
        if (m_random.chance(80))
            event.country = burst.country;
        if (m_random.chance(60))
            event.kind = burst.kind;
    } else {
        // The later of two moments in half of the cases: there is more from recent years.
        seconds = m_random.below(std::uint32_t(span));
        if (m_random.chance(50))
            seconds = std::max<std::int64_t>(seconds, m_random.below(std::uint32_t(span)));
    }
    event.start = syntheticFrom + seconds;
}

void SyntheticEvents::position(SyntheticEvent &event)
{
    const std::uint32_t percent = m_random.below(100);
    if (percent < 3) {
        event.located = SyntheticPlace::Nowhere;
        event.country = syntheticCountries;
        return;
    }
    if (percent < 10) {
        event.located = SyntheticPlace::Country;
        return;
    }
    event.city = m_cityChoice.pick(m_random);
    const SyntheticCountry &country = syntheticCountryList()[event.country];
    const SyntheticCity place = m_random.chance(75)
        ? near(city(event.country, event.city), 350, m_random)
        : near({country.latitude * 1000, country.longitude * 1000}, 3200, m_random);
    event.latitude = place.latitude;
    event.longitude = place.longitude;
}

} // namespace dateline::tests
