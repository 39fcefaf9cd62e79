// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/facet_index.h>

#include <query/facet_builder.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dateline::query {

using bitsets::RowSet;
using events::Row;

namespace {

// With up to so many combinations each keeps the set of its events, an eighth of a byte an event.
constexpr std::size_t fewCombinations = 16;

} // namespace

FacetIndex::FacetIndex(const events::Dataset &dataset, Facet facet, FacetRecords &records)
    : FacetIndex(FacetBuilder(dataset, facet), records)
{}

FacetIndex::FacetIndex(FacetBuilder builder, FacetRecords &records)
    : FacetIndex(builder, builder.readCombinations(), records)
{}

FacetIndex::FacetIndex(const FacetBuilder &builder, std::vector<std::uint32_t> combinations,
                       FacetRecords &records)
    : m_records(&records)
    , m_values(builder.names())
{
    for (const std::vector<std::uint32_t> &keys : builder.combinations()) {
        m_codes.insert(m_codes.end(), keys.begin(), keys.end());
        m_begin.push_back(std::uint32_t(m_codes.size()));
    }
    m_eventsWith.resize(combinationCount());
    for (const std::uint32_t combination : combinations)
        ++m_eventsWith[combination];
    if (builder.facet() != Facet::Kind && builder.facet() != Facet::Standing)
        orderByFrequency();
    for (std::uint32_t code = 0; code < m_values.size(); ++code)
        m_codeOf.insert(m_values[code], code);
    storeCombinations(std::move(combinations), records);
}

std::optional<std::uint32_t> FacetIndex::code(const QString &value) const
{
    const auto found = m_codeOf.constFind(value);
    return found == m_codeOf.constEnd() ? std::nullopt : std::optional(*found);
}

std::vector<std::uint32_t> FacetIndex::eventsWithValues() const
{
    std::vector<std::uint32_t> events(m_values.size());
    for (std::uint32_t combination = 0; combination < combinationCount(); ++combination) {
        for (const std::uint32_t code : codesIn(combination))
            events[code] += m_eventsWith[combination];
    }
    return events;
}

/// Renumbers the codes from the order in which values were met to the one that is promised.
void FacetIndex::orderByFrequency()
{
    const std::vector<std::uint32_t> frequency = eventsWithValues();
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
    for (std::size_t i = 0; i < combinationCount(); ++i)
        std::sort(m_codes.begin() + m_begin[i], m_codes.begin() + m_begin[i + 1]);
    m_values = std::move(ordered);
}

void FacetIndex::storeCombinations(std::vector<std::uint32_t> combinations, FacetRecords &records)
{
    m_field = records.add(combinations, combinationCount());
    if (combinationCount() <= fewCombinations) {
        std::vector<RowSet> rows(combinationCount(), RowSet(combinations.size()));
        for (Row row = 0; row < combinations.size(); ++row)
            rows[combinations[row]].insert(row);
        for (RowSet &ofCombination : rows)
            m_rows.push_back(std::make_shared<RowSet>(std::move(ofCombination)));
    }
    if (!m_field)
        m_wide = std::move(combinations);
}

/// Inserts the events of the combinations that are wanted, each looked at.
void FacetIndex::insertAll(const std::vector<std::uint8_t> &isWanted, RowSet &rows) const
{
    for (std::size_t word = 0; word < rows.words().size(); ++word) {
        const std::size_t begin = word * 64;
        const std::size_t end = std::min(begin + 64, rows.size());
        std::uint64_t bits = 0;
        for (std::size_t row = begin; row < end; ++row)
            bits |= std::uint64_t(isWanted[combinationOf(Row(row))]) << (row - begin);
        rows.setWord(word, bits);
    }
}

CountedRows FacetIndex::rowsWith(std::span<const std::uint32_t> codes) const
{
    std::vector<std::uint8_t> isWanted(combinationCount(), 0);
    for (std::uint32_t combination = 0; combination < isWanted.size(); ++combination)
        isWanted[combination]
            = std::ranges::find_first_of(codesIn(combination), codes) != codesIn(combination).end();
    if (!m_rows.empty() && std::ranges::count(isWanted, 1) == 1) {
        const auto only = std::ranges::find(isWanted, 1) - isWanted.begin();
        return {.rows = m_rows[std::size_t(only)], .slice = {}, .isLasting = true};
    }
    RowSet rows(m_records->size());
    for (std::size_t combination = 0; combination < m_rows.size(); ++combination) {
        if (isWanted[combination] != 0)
            rows |= *m_rows[combination];
    }
    if (m_rows.empty())
        insertAll(isWanted, rows);
    return {.rows = std::make_shared<RowSet>(std::move(rows))};
}

} // namespace dateline::query
