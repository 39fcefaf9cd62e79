// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/country_shades.h>

#include <map/inquiries.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QLocale>

namespace dateline::map {

std::vector<QString> countryNames(const BaseMap &land, NamesIn language)
{
    const auto nameOf = [language](events::CountryCode code) {
        return language == NamesIn::OwnLanguage ? workspace::ownCountryName(code)
                                                : workspace::countryName(code);
    };
    std::vector<QString> names;
    names.reserve(land.countries().size());
    for (const BaseMapCountry &country : land.countries())
        names.push_back(country.code.isNull() ? country.name : nameOf(country.code));
    return names;
}

Choropleth shadesOf(const workspace::Workspace &workspace, const BaseMap &land)
{
    const workspace::Shading shading = workspace.state().shading;
    if (shading == workspace::Shading::None)
        return {};
    const bitsets::RowSet passing
        = workspace.crossfilter().passingWithout(query::Dimension::Country);
    return shading == workspace::Shading::Stated ? choroplethOf(workspace.dataset(), passing, land)
                                                 : inquiriesOf(workspace.dataset(), passing, land);
}

std::vector<events::Row> rowsOfShade(const workspace::Workspace &workspace,
                                     const Choropleth &choropleth, events::CountryCode country)
{
    const events::EventColumns &columns = workspace.dataset().columns();
    std::vector<events::Row> rows;
    workspace.crossfilter().passingWithout(query::Dimension::Country).forEach([&](events::Row row) {
        if (columns.country(row) == country.ordinal() && columns.kind[row] == choropleth.kind)
            rows.push_back(row);
    });
    return rows;
}

std::vector<QString> shadedNames(std::vector<QString> names, const Choropleth &choropleth)
{
    if (choropleth.shading != workspace::Shading::Stated)
        return names;
    for (const ShadedCountry &country : choropleth.countries)
        if (country.stated > 0)
            names[country.area]
                = QCoreApplication::translate("dateline::map::Scene", "%1: %2 stated",
                                              "country, number")
                      .arg(names[country.area], QLocale().toString(qulonglong(country.stated)));
    return names;
}

} // namespace dateline::map
