// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/inquiries.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace dateline::map {

namespace {

/// The inquiries of a country that pass, and whether the dataset says anything about it.
struct Inquiries
{
    bool isKnown = false;
    std::uint64_t passing = 0;
    std::optional<Outcome> first; ///< in the order of Outcome
};

} // namespace

Outcome outcomeOf(const events::Dataset &dataset, events::Row inquiry)
{
    std::vector<events::Row> rows{inquiry};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const events::Row from = rows[i];
        for (const events::Relation &relation : dataset.relationsOf(from))
            if (relation.kind == events::RelationKind::LeadsTo && relation.from == from
                && std::ranges::find(rows, relation.to) == rows.end())
                rows.push_back(relation.to);
    }
    const auto stands = [&](events::Standing standing) {
        return std::ranges::any_of(
            rows, [&](events::Row row) { return dataset.columns().standing(row) == standing; });
    };
    if (stands(events::Standing::Closed))
        return Outcome::ClosureStated;
    return stands(events::Standing::ConcludedWithoutFinding) ? Outcome::WithoutFinding
                                                             : Outcome::NoEndStated;
}

Choropleth inquiriesOf(const events::Dataset &dataset, const bitsets::RowSet &passing,
                       const BaseMap &land)
{
    const std::optional<std::uint16_t> kind = dataset.info().inquiryKind;
    if (!kind)
        return {};
    const events::EventColumns &columns = dataset.columns();
    std::vector<Inquiries> countries(events::CountryCode::ordinalCount);
    Choropleth result;
    result.shading = workspace::Shading::Investigations;
    result.kind = *kind;
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const bool isInquiry = columns.kind[row] == *kind;
        if (!isInquiry && columns.kind[row] != dataset.info().countedKind)
            continue;
        Inquiries &country = countries[columns.country(row)];
        country.isKnown = true;
        if (isInquiry && !passing.contains(row)) {
            result.isFiltered = true;
        } else if (isInquiry) {
            const Outcome outcome = outcomeOf(dataset, row);
            country.first = std::min(country.first.value_or(outcome), outcome);
            ++country.passing;
        }
    }
    for (std::size_t ordinal = 0; ordinal < countries.size(); ++ordinal) {
        const Inquiries &country = countries[ordinal];
        const auto area
            = land.countryIndex(events::CountryCode::fromOrdinal(std::uint16_t(ordinal)));
        if (ordinal == 0 || !area)
            result.elsewhere += country.passing;
        else if (country.isKnown)
            result.countries.push_back(
                {*area, country.passing,
                 country.first ? std::optional(std::size_t(*country.first)) : std::nullopt});
    }
    std::ranges::sort(result.countries, {}, &ShadedCountry::area);
    return result;
}

} // namespace dateline::map
