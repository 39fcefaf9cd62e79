// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_index.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dateline::query {

namespace {

/// Appends an event's values, as indexes into the list of all names, to `keys`.
class FacetKeys
{
public:
    FacetKeys(const events::Dataset &dataset, Facet facet)
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

    void append(events::Row row, std::vector<std::uint32_t> &keys)
    {
        const events::EventColumns &columns = m_dataset.columns();
        switch (m_facet) {
        case Facet::Kind:
            keys.push_back(columns.kind[row]);
            return;
        case Facet::Country:
            keys.push_back(columns.country[row]);
            return;
        case Facet::Standing:
            keys.push_back(std::uint32_t(columns.standing[row]));
            return;
        case Facet::Bureau:
            keys.push_back(columns.bureau[row] == events::noRow ? m_none : columns.bureau[row]);
            return;
        case Facet::Claimant:
            appendClaimants(row, keys);
            break;
        case Facet::Tag:
            appendTags(row, keys);
            break;
        }
    }

    [[nodiscard]] const std::vector<QString> &names() const { return m_names; }

private:
    std::uint32_t keyOf(const QString &name)
    {
        const auto known = m_keys.constFind(name);
        if (known != m_keys.constEnd())
            return *known;
        const auto key = std::uint32_t(m_names.size());
        m_keys.insert(name, key);
        m_names.push_back(name);
        return key;
    }

    void appendClaimants(events::Row row, std::vector<std::uint32_t> &keys) const
    {
        const std::size_t before = keys.size();
        for (const events::Claim &claim : m_dataset.claimsOf(row))
            keys.push_back(claim.actor);
        if (keys.size() == before)
            keys.push_back(m_none);
    }

    void appendTags(events::Row row, std::vector<std::uint32_t> &keys)
    {
        const std::size_t before = keys.size();
        const QString tags = m_dataset.columns().tags.at(row);
        for (const QStringView tag : QStringView(tags).split(u';', Qt::SkipEmptyParts))
            keys.push_back(keyOf(tag.toString()));
        if (keys.size() == before)
            keys.push_back(m_none);
    }

    const events::Dataset &m_dataset;
    Facet m_facet;
    std::vector<QString> m_names;
    QHash<QString, std::uint32_t> m_keys; ///< of names that are met on the way
    std::uint32_t m_none = 0;
};

} // namespace

FacetIndex::FacetIndex(const events::Dataset &dataset, Facet facet)
{
    FacetKeys keys(dataset, facet);
    m_begin.reserve(dataset.size() + 1);
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const auto first = std::ptrdiff_t(m_codes.size());
        keys.append(row, m_codes);
        std::ranges::sort(m_codes.begin() + first, m_codes.end());
        m_codes.erase(std::unique(m_codes.begin() + first, m_codes.end()), m_codes.end());
        m_begin.push_back(std::uint32_t(m_codes.size()));
    }
    m_values = keys.names();
    if (facet != Facet::Kind && facet != Facet::Standing)
        orderByFrequency();
    for (std::uint32_t code = 0; code < m_values.size(); ++code)
        m_codeOf.insert(m_values[code], code);
    indexRows();
}

std::optional<std::uint32_t> FacetIndex::code(const QString &value) const
{
    const auto found = m_codeOf.constFind(value);
    return found == m_codeOf.constEnd() ? std::nullopt : std::optional(*found);
}

/// Renumbers the codes from the order in which values were met to the one that is promised.
void FacetIndex::orderByFrequency()
{
    std::vector<std::uint32_t> frequency(m_values.size(), 0);
    for (const std::uint32_t key : m_codes)
        ++frequency[key];
    std::vector<std::uint32_t> order(m_values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&frequency](std::uint32_t key) { return frequency[key] == 0; });
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const bool aIsNone = m_values[a].isEmpty();
        const bool bIsNone = m_values[b].isEmpty();
        return std::tie(aIsNone, frequency[b], m_values[a])
            < std::tie(bIsNone, frequency[a], m_values[b]);
    });

    std::vector<std::uint32_t> codeOfKey(m_values.size(), 0);
    std::vector<QString> ordered;
    for (const std::uint32_t key : order) {
        codeOfKey[key] = std::uint32_t(ordered.size());
        ordered.push_back(m_values[key]);
    }
    for (std::uint32_t &code : m_codes)
        code = codeOfKey[code];
    for (std::size_t row = 0; row + 1 < m_begin.size(); ++row)
        std::ranges::sort(m_codes.begin() + m_begin[row], m_codes.begin() + m_begin[row + 1]);
    m_values = std::move(ordered);
}

void FacetIndex::indexRows()
{
    m_rowBegin.assign(m_values.size() + 1, 0);
    for (const std::uint32_t code : m_codes)
        ++m_rowBegin[code + 1];
    std::partial_sum(m_rowBegin.begin(), m_rowBegin.end(), m_rowBegin.begin());
    m_rows.resize(m_codes.size());
    std::vector<std::uint32_t> next(m_rowBegin.begin(), m_rowBegin.end() - 1);
    for (events::Row row = 0; row + 1 < m_begin.size(); ++row) {
        for (const std::uint32_t code : codesOf(row))
            m_rows[next[code]++] = row;
    }
}

} // namespace dateline::query
