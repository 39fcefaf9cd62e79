// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/choropleth.h>
#include <map/names_in.h>
#include <workspace/workspace.h>

#include <QString>

#include <vector>

namespace dateline::map {

/// The names of the base map's countries, in its order.
[[nodiscard]] std::vector<QString> countryNames(const BaseMap &land,
                                                NamesIn language = NamesIn::ReadersLanguage);

/// What ViewState::shading shades now. The filter by country is left out, as a facet leaves itself
/// out of its counts: choosing a country leaves the others shaded.
[[nodiscard]] Choropleth shadesOf(const workspace::Workspace &workspace, const BaseMap &land);

/// The events behind the shade of a country of the base map: those of the kind that is counted
/// which shadesOf() counts there.
[[nodiscard]] std::vector<events::Row> rowsOfShade(const workspace::Workspace &workspace,
                                                   const Choropleth &choropleth,
                                                   events::CountryCode country);

/// Names of countries, with the number that their shade stands for where it stands for one.
[[nodiscard]] std::vector<QString> shadedNames(std::vector<QString> names,
                                               const Choropleth &choropleth);

} // namespace dateline::map
