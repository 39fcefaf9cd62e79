// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/filters.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::query {

namespace {

/// In the order of the enumeration.
constexpr std::array<QLatin1StringView, facetCount> facetNames{
    "kinds"_L1, "countries"_L1, "claimants"_L1, "standings"_L1, "bureaus"_L1, "tags"_L1,
};

} // namespace

QString facetName(Facet facet)
{
    return facetNames.at(std::size_t(facet));
}

void Filters::choose(Facet facet, std::vector<QString> values)
{
    std::ranges::sort(values);
    const auto repeated = std::ranges::unique(values);
    values.erase(repeated.begin(), repeated.end());
    chosen[std::size_t(facet)] = std::move(values);
}

void Filters::toggle(Facet facet, const QString &value)
{
    std::vector<QString> &values = chosen[std::size_t(facet)];
    const auto place = std::ranges::lower_bound(values, value);
    if (place != values.end() && *place == value)
        values.erase(place);
    else
        values.insert(place, value);
}

bool Filters::isEmpty() const
{
    return std::ranges::all_of(chosen, &std::vector<QString>::empty) && windows.empty() && !area
        && lasso.empty() && text.trimmed().isEmpty();
}

} // namespace dateline::query
