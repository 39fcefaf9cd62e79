// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_scene.h>

#include <span>
#include <vector>

namespace dateline::map {

struct SceneInput;

/// The passing events that name a country without a city.
struct CountryRows
{
    std::size_t area = 0; ///< index in the base map
    std::vector<events::Row> rows; ///< ascending, at least one
};

/// The countries of such events, in the order of country codes: those with land on the base map,
/// and those without.
struct CountryLevel
{
    std::vector<CountryRows> drawn;
    std::vector<UndrawnCountry> undrawn;
};
[[nodiscard]] CountryLevel countryLevelRows(const SceneInput &input);

/// Places a counter for each country, where it covers no other and, if it can, nothing of `taken`,
/// which are pixels; what has no room joins the nearest counter, or else stands beside. Every
/// counter, or the anchor of one that stands beside, lies inside its first country. Counters
/// outside the view are left out. Kinds and denials are left to the caller.
[[nodiscard]] std::vector<SceneChip> placeChips(const SceneInput &input,
                                                std::vector<CountryRows> countries,
                                                std::span<const QRectF> taken);

} // namespace dateline::map
