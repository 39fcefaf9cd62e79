// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/dataset.h>
#include <map/basemap.h>
#include <workspace/view_state.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::map {

/// A country about which the dataset states something of what is counted.
struct ShadedCountry
{
    std::size_t area = 0; ///< index of the country in the base map
    std::uint64_t stated = 0; ///< sum over the events that pass; 0 when none of them does
    std::optional<std::size_t> step; ///< index of the class; nothing exactly when `stated` is 0

    friend bool operator==(const ShadedCountry &, const ShadedCountry &) = default;
};

/// What claimants state per country, classed for shading. It takes what is claimed: no denial is
/// taken off. A country that is missing here is one about which the dataset states nothing, which
/// is not the same as none. A value; a default-constructed one shades nothing.
struct Choropleth
{
    workspace::Shading shading = workspace::Shading::None; ///< None: nothing is shaded
    /// For Shading::Stated the lowest sum of each class, ascending; the last class ends at `most`.
    /// At most five, so that they can be told apart. They follow from the whole dataset, so no
    /// filter changes what a shade means.
    std::vector<std::uint64_t> classes;
    std::uint16_t kind = 0; ///< what is counted
    bool isFiltered = false; ///< for inquiries: some do not pass, so none may be none that passes
    std::uint64_t most = 0; ///< the largest sum of a country in the whole dataset
    std::vector<ShadedCountry> countries; ///< ascending by area
    std::uint64_t elsewhere = 0; ///< sum of passing events in no country that the map shows

    [[nodiscard]] bool isEmpty() const { return shading == workspace::Shading::None; }

    /// How many classes there are.
    [[nodiscard]] std::size_t steps() const;

    /// The highest sum that belongs to a class.
    [[nodiscard]] std::uint64_t lastOf(std::size_t step) const
    {
        return step + 1 < classes.size() ? classes[step + 1] - 1 : most;
    }

    /// The entry of a country of the base map; null when nothing is stated about it.
    [[nodiscard]] const ShadedCountry *find(std::size_t area) const;

    /// The class of a sum, or nothing for 0.
    [[nodiscard]] std::optional<std::size_t> classOf(std::uint64_t stated) const;

    friend bool operator==(const Choropleth &, const Choropleth &) = default;
};

/// Sums what the events of the counted kind (PackageInfo::countedKind) stand for by country,
/// whether they are drawn at a city or counted for the whole country. `passing` has the size of
/// the dataset. A dataset without a counted kind gives a default-constructed value.
[[nodiscard]] Choropleth choroplethOf(const events::Dataset &dataset,
                                      const bitsets::RowSet &passing, const BaseMap &land);

/// Lowest value of each of at most five classes of 1 to `most`, each about as many times as large
/// as the one before. Empty for 0.
[[nodiscard]] std::vector<std::uint64_t> classesUpTo(std::uint64_t most);

} // namespace dateline::map
