// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/choropleth.h>

namespace dateline::map {

/// What became of an inquiry as the whole dataset states it, whatever the filter. The order is the
/// one in which a country takes the word of several inquiries: the first that occurs.
enum class Outcome : std::uint8_t {
    NoEndStated, ///< neither of the below
    ClosureStated, ///< it, or what it led to, stands as closed
    WithoutFinding, ///< it, or what it led to, stands as concluded without finding
};
inline constexpr std::size_t outcomeCount = 3;

/// What became of the inquiry of an event, from its standing and the standings of the events that
/// it leads to, directly or through others.
[[nodiscard]] Outcome outcomeOf(const events::Dataset &dataset, events::Row inquiry);

/// Outcomes of the inquiries that pass (PackageInfo::inquiryKind), by country; the step of a
/// country is its Outcome, `stated` the number of inquiries. A country about which the counted
/// things or inquiries say something is listed. `passing` has the size of the dataset. A dataset
/// without a kind of inquiries gives a default-constructed value.
[[nodiscard]] Choropleth inquiriesOf(const events::Dataset &dataset, const bitsets::RowSet &passing,
                                     const BaseMap &land);

} // namespace dateline::map
