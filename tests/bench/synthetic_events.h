// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

/// Events that nobody reported, the same for a seed on every machine: whole numbers and divisions
/// only, none of the standard library's distributions.
namespace dateline::tests {

/// A country with a rough middle, in degrees.
struct SyntheticCountry
{
    std::string_view code; ///< ISO 3166-1 alpha-2
    int latitude = 0;
    int longitude = 0;
};

inline constexpr std::size_t syntheticKinds = 8;
inline constexpr std::size_t syntheticCountries = 53;
inline constexpr std::size_t syntheticBureaus = 20;
inline constexpr std::size_t syntheticStandings = 6;
inline constexpr std::size_t syntheticClaimants = 24;
inline constexpr std::size_t syntheticTags = 12;

/// Claimants [0, authorities) may confirm; they are governments.
inline constexpr std::size_t syntheticAuthorities = 8;

[[nodiscard]] const std::array<SyntheticCountry, syntheticCountries> &syntheticCountryList();

/// The ten years in which the events lie, seconds since 1970; cut into 200 bins of whole seconds.
inline constexpr std::int64_t syntheticFrom = 1'420'070'400; // 2015-01-01
inline constexpr std::int64_t syntheticTo = 1'735'689'600; // 2025-01-01
inline constexpr std::int64_t secondsPerDay = 86'400;

/// How an event is known to lie in space.
enum class SyntheticPlace : std::uint8_t { Point, Country, Nowhere };

struct SyntheticEvent
{
    std::int64_t start = 0; ///< seconds since 1970, in [syntheticFrom, syntheticTo)
    SyntheticPlace located = SyntheticPlace::Point;
    std::uint32_t city = 0; ///< of the country, when at a point
    std::int32_t latitude = 0; ///< thousandths of a degree, when at a point
    std::int32_t longitude = 0;
    std::uint8_t kind = 0;
    std::uint8_t country = 0; ///< syntheticCountries when nowhere
    std::uint8_t bureau = 0;
    std::uint8_t standing = 0; ///< single claim, confirmed, denied, disputed, closed, cleared
    std::uint8_t claimant = 0;
    std::uint8_t tag = 0;
};

/// Whole numbers at random.
class SyntheticRandom
{
public:
    explicit SyntheticRandom(std::uint64_t seed)
        : m_engine(seed)
    {}

    /// A number in [0, bound), bound ≥ 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound)
    {
        return std::uint32_t(((m_engine() >> 32U) * bound) >> 32U);
    }

    /// True in `percent` of a hundred calls.
    [[nodiscard]] bool chance(std::uint32_t percent) { return below(100) < percent; }

    /// About normally distributed around 0 with a standard deviation of about `deviation`.
    [[nodiscard]] std::int64_t bell(std::int64_t deviation);

private:
    std::mt19937_64 m_engine;
};

/// Picks index i of `size` with a weight of 1 / (i + 1).
class SkewedChoice
{
public:
    explicit SkewedChoice(std::size_t size);
    [[nodiscard]] std::uint32_t pick(SyntheticRandom &random) const;

private:
    std::vector<std::uint32_t> m_limits;
};

/// A city's position in thousandths of a degree.
struct SyntheticCity
{
    std::int32_t latitude = 0;
    std::int32_t longitude = 0;
};

/// An endless stream of events: a quarter of them in bursts of a few days in one country, skewed
/// over countries, cities, kinds and bureaus; most near a city, some across the land, some known
/// by country only or not at all. In no order of time or space.
class SyntheticEvents
{
public:
    SyntheticEvents(std::uint64_t seed, std::size_t citiesPerCountry);

    [[nodiscard]] SyntheticEvent next();

    [[nodiscard]] const SyntheticCity &city(std::size_t country, std::size_t city) const
    {
        return m_cities[country * m_citiesPerCountry + city];
    }

    /// For what else is left to chance.
    [[nodiscard]] SyntheticRandom &random() { return m_random; }

private:
    struct Burst
    {
        std::int64_t middle = 0;
        std::int64_t width = 0;
        std::uint8_t country = 0;
        std::uint8_t kind = 0;
    };

    void placeAndTime(SyntheticEvent &event);
    void position(SyntheticEvent &event);

    SyntheticRandom m_random;
    std::size_t m_citiesPerCountry;
    std::vector<SyntheticCity> m_cities;
    std::vector<Burst> m_bursts;
    std::vector<std::uint8_t> m_countryOrder; ///< the busiest first
    SkewedChoice m_kinds{syntheticKinds};
    SkewedChoice m_countries{syntheticCountries};
    SkewedChoice m_bureaus{syntheticBureaus};
    SkewedChoice m_standings{syntheticStandings};
    SkewedChoice m_tags{syntheticTags};
    SkewedChoice m_cityChoice;
};

} // namespace dateline::tests
