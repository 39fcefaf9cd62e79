// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/basemap.h>
#include <map/choropleth.h>
#include <workspace/workspace.h>

#include <QString>

#include <optional>
#include <vector>

/// Countries of the map as values of the filter by country.
namespace dateline::map {

/// The ISO codes of the countries of a class, or of those in no class.
[[nodiscard]] std::vector<QString> countriesOfClass(const Choropleth &choropleth,
                                                    std::optional<std::size_t> step,
                                                    const BaseMap &land);

/// A country of the base map as the filter names it; nothing for areas without a code and for
/// countries of which the dataset has no event.
[[nodiscard]] std::optional<QString> filterableCountry(const workspace::Workspace &workspace,
                                                       const BaseMap &land, std::size_t area);

/// Whether the filter chooses all of these countries; false for none.
[[nodiscard]] bool areChosen(const workspace::Workspace &workspace,
                             const std::vector<QString> &countries);

/// Takes these countries out of the filter when it chooses all of them, else shows only them, or
/// them as well: one undo step. Nothing for none.
enum class Choice : std::uint8_t { Only, Besides };
void toggleCountries(workspace::Workspace &workspace, const std::vector<QString> &countries,
                     Choice choice);

} // namespace dateline::map
