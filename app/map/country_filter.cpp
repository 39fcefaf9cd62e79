// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/country_filter.h>

#include <algorithm>

namespace dateline::map {

using query::Facet;
using workspace::Workspace;

std::vector<QString> countriesOfClass(const Choropleth &choropleth, std::optional<std::size_t> step,
                                      const BaseMap &land)
{
    std::vector<QString> codes;
    for (const ShadedCountry &country : choropleth.countries)
        if (country.step == step)
            codes.push_back(land.countries()[country.area].code.toString());
    return codes;
}

std::optional<QString> filterableCountry(const Workspace &workspace, const BaseMap &land,
                                         std::size_t area)
{
    if (land.countries()[area].code.isNull())
        return std::nullopt;
    const QString code = land.countries()[area].code.toString();
    return workspace.crossfilter().facet(Facet::Country).code(code) ? std::optional(code)
                                                                    : std::nullopt;
}

bool areChosen(const Workspace &workspace, const std::vector<QString> &countries)
{
    const std::vector<QString> &chosen = workspace.state().filters.values(Facet::Country);
    return !countries.empty() && std::ranges::all_of(countries, [&](const QString &country) {
        return std::ranges::binary_search(chosen, country);
    });
}

void toggleCountries(Workspace &workspace, const std::vector<QString> &countries, Choice choice)
{
    if (countries.empty())
        return;
    const bool wereChosen = areChosen(workspace, countries);
    workspace.change([&](workspace::ViewState &next) {
        std::vector<QString> chosen = next.filters.values(Facet::Country);
        if (wereChosen) {
            std::erase_if(chosen, [&](const QString &each) {
                return std::ranges::find(countries, each) != countries.end();
            });
        } else {
            if (choice == Choice::Only)
                chosen.clear();
            chosen.insert(chosen.end(), countries.begin(), countries.end());
        }
        next.filters.choose(Facet::Country, std::move(chosen));
    });
}

} // namespace dateline::map
