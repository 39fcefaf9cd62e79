// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/filters.h>

#include <QString>

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::query {

/// Reads which values of a facet each event has: names values and combinations of them by numbers
/// in the order in which they are met. Private to FacetIndex.
class FacetBuilder
{
public:
    FacetBuilder(const events::Dataset &dataset, Facet facet);

    [[nodiscard]] Facet facet() const { return m_facet; }

    /// The combination of each event.
    [[nodiscard]] std::vector<std::uint32_t> readCombinations();

    /// The names of the values; some may belong to no event.
    [[nodiscard]] const std::vector<QString> &names() const { return m_names; }

    /// The values of each combination, ascending, without repetition.
    [[nodiscard]] const std::vector<std::vector<std::uint32_t>> &combinations() const
    {
        return m_combinations;
    }

private:
    std::uint32_t keyOf(const QString &name);
    std::uint32_t combinationOf(std::vector<std::uint32_t> keys);
    std::uint32_t combinationOfTags(std::string_view tags);
    std::uint32_t combinationOfClaims(std::span<const events::Claim> claims);
    [[nodiscard]] std::uint32_t singleKey(events::Row row) const;

    const events::Dataset &m_dataset;
    Facet m_facet;
    std::vector<QString> m_names;
    std::unordered_map<QString, std::uint32_t> m_keys; ///< of names that are met on the way
    std::uint32_t m_none = 0;
    std::vector<std::vector<std::uint32_t>> m_combinations;
    std::vector<std::uint32_t> m_single; ///< the combination of a key alone, or unknown
    std::unordered_map<std::string, std::uint32_t> m_several; ///< by the bytes of their keys
    std::unordered_map<std::string_view, std::uint32_t> m_tags; ///< by the text of the column
};

} // namespace dateline::query
