// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/choropleth.h>

#include <map/inquiries.h>

#include <algorithm>
#include <cmath>

namespace dateline::map {

namespace {

constexpr int mostClasses = 5;

} // namespace

std::size_t Choropleth::steps() const
{
    return shading == workspace::Shading::Investigations ? outcomeCount : classes.size();
}

const ShadedCountry *Choropleth::find(std::size_t area) const
{
    const auto at = std::ranges::lower_bound(countries, area, {}, &ShadedCountry::area);
    return at != countries.end() && at->area == area ? &*at : nullptr;
}

std::optional<std::size_t> Choropleth::classOf(std::uint64_t stated) const
{
    const auto above = std::ranges::upper_bound(classes, stated);
    if (above == classes.begin())
        return std::nullopt;
    return std::size_t(above - classes.begin()) - 1;
}

std::vector<std::uint64_t> classesUpTo(std::uint64_t most)
{
    std::vector<std::uint64_t> classes;
    for (int i = 0; i < mostClasses; ++i) {
        const auto even
            = std::uint64_t(std::llround(std::pow(double(most), double(i) / mostClasses)));
        const std::uint64_t lowest = classes.empty() ? 1 : std::max(even, classes.back() + 1);
        if (lowest <= most)
            classes.push_back(lowest);
    }
    return classes;
}

Choropleth choroplethOf(const events::Dataset &dataset, const bitsets::RowSet &passing,
                        const BaseMap &land)
{
    const std::optional<std::uint16_t> counted = dataset.info().countedKind;
    if (!counted)
        return {};
    struct Sum
    {
        std::uint64_t all = 0;
        std::uint64_t passing = 0;
    };
    const events::EventColumns &columns = dataset.columns();
    std::vector<Sum> sums(events::CountryCode::ordinalCount);
    for (events::Row row = 0; row < dataset.size(); ++row) {
        if (columns.kind[row] != *counted)
            continue;
        Sum &sum = sums[columns.country(row)];
        sum.all += columns.count[row];
        if (passing.contains(row))
            sum.passing += columns.count[row];
    }
    Choropleth result;
    result.kind = *counted;
    for (std::size_t ordinal = 0; ordinal < sums.size(); ++ordinal) {
        const Sum &sum = sums[ordinal];
        const auto area
            = land.countryIndex(events::CountryCode::fromOrdinal(std::uint16_t(ordinal)));
        if (ordinal == 0 || !area) {
            result.elsewhere += sum.passing;
        } else if (sum.all > 0) {
            result.most = std::max(result.most, sum.all);
            result.countries.push_back({*area, sum.passing, {}});
        }
    }
    if (result.most == 0)
        return {};
    result.shading = workspace::Shading::Stated;
    result.classes = classesUpTo(result.most);
    for (ShadedCountry &country : result.countries)
        country.step = result.classOf(country.stated);
    std::ranges::sort(result.countries, {}, &ShadedCountry::area);
    return result;
}

} // namespace dateline::map
