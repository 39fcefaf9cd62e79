// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_builder.h>

#include <algorithm>

namespace dateline::query {

using events::Row;

namespace {

constexpr std::uint32_t unknown = ~std::uint32_t(0);

} // namespace

FacetBuilder::FacetBuilder(const events::Dataset &dataset, Facet facet)
    : m_dataset(dataset)
    , m_facet(facet)
{
    switch (facet) {
    case Facet::Kind:
        for (const events::Kind &kind : dataset.kinds())
            m_names.push_back(kind.name);
        return;
    case Facet::Country:
        for (std::uint16_t i = 0; i < events::CountryCode::ordinalCount; ++i)
            m_names.push_back(events::CountryCode::fromOrdinal(i).toString());
        return;
    case Facet::Standing:
        for (std::size_t i = 0; i < events::standingCount; ++i)
            m_names.push_back(events::standingName(events::Standing(i)));
        return;
    case Facet::Claimant:
    case Facet::Bureau:
        for (const events::Actor &actor : dataset.actors())
            m_names.push_back(actor.id);
        break;
    case Facet::Tag:
        break;
    }
    m_none = keyOf({});
}

std::uint32_t FacetBuilder::keyOf(const QString &name)
{
    const auto [place, isNew] = m_keys.try_emplace(name, std::uint32_t(m_names.size()));
    if (isNew)
        m_names.push_back(name);
    return place->second;
}

std::uint32_t FacetBuilder::combinationOf(std::vector<std::uint32_t> keys)
{
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    keys.erase(repeated.begin(), repeated.end());
    std::uint32_t *known = nullptr;
    if (keys.size() == 1) {
        if (keys[0] >= m_single.size())
            m_single.resize(keys[0] + 1, unknown);
        known = &m_single[keys[0]];
    } else {
        const std::string bytes(reinterpret_cast<const char *>(keys.data()),
                                keys.size() * sizeof(std::uint32_t));
        known = &m_several.try_emplace(bytes, unknown).first->second;
    }
    if (*known == unknown) {
        *known = std::uint32_t(m_combinations.size());
        m_combinations.push_back(std::move(keys));
    }
    return *known;
}

std::uint32_t FacetBuilder::combinationOfTags(std::string_view tags)
{
    const auto [place, isNew] = m_tags.try_emplace(tags, unknown);
    if (isNew) {
        std::vector<std::uint32_t> keys;
        const QString text = QString::fromUtf8(tags.data(), qsizetype(tags.size()));
        for (const QStringView tag : QStringView(text).split(u';', Qt::SkipEmptyParts))
            keys.push_back(keyOf(tag.toString()));
        if (keys.empty())
            keys.push_back(m_none);
        place->second = combinationOf(std::move(keys));
    }
    return place->second;
}

std::uint32_t FacetBuilder::combinationOfClaims(std::span<const events::Claim> claims)
{
    if (claims.empty())
        return combinationOf({m_none});
    const Row first = claims.front().actor;
    const bool isAlone
        = std::ranges::all_of(claims, [first](const auto &claim) { return claim.actor == first; });
    if (isAlone && first < m_single.size() && m_single[first] != unknown)
        return m_single[first];
    std::vector<std::uint32_t> keys;
    for (const events::Claim &claim : claims)
        keys.push_back(claim.actor);
    return combinationOf(std::move(keys));
}

std::uint32_t FacetBuilder::singleKey(Row row) const
{
    const events::EventColumns &columns = m_dataset.columns();
    switch (m_facet) {
    case Facet::Kind:
        return columns.kind[row];
    case Facet::Country:
        return columns.country(row);
    case Facet::Standing:
        return std::uint32_t(columns.standing(row));
    case Facet::Bureau:
        return columns.bureau[row] == events::noRow ? m_none : columns.bureau[row];
    case Facet::Claimant:
    case Facet::Tag:
        break;
    }
    return m_none;
}

std::vector<std::uint32_t> FacetBuilder::readCombinations()
{
    std::vector<std::uint32_t> result(m_dataset.size());
    if (m_facet == Facet::Tag) {
        const events::EventTexts &texts = m_dataset.columns().texts;
        events::forEachFetched(
            result.size(), [&](std::size_t row) { texts.fetchAt(row); },
            [&](std::size_t row) {
                result[row] = combinationOfTags(texts.utf8(row, events::EventText::Tags));
            });
    } else if (m_facet == Facet::Claimant) {
        for (Row row = 0; row < result.size(); ++row)
            result[row] = combinationOfClaims(m_dataset.claimsOf(row));
    } else {
        m_single.assign(m_names.size(), unknown);
        for (Row row = 0; row < result.size(); ++row) {
            const std::uint32_t key = singleKey(row);
            result[row] = m_single[key] != unknown ? m_single[key] : combinationOf({key});
        }
    }
    return result;
}

} // namespace dateline::query
