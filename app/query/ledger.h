// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/dataset.h>

namespace dateline::query {

/// A sum split by how a thing is located: the three parts always add up to total().
struct LocatedSum
{
    std::uint64_t located = 0; ///< drawn at a point
    std::uint64_t countryOnly = 0; ///< known to a country or region
    std::uint64_t unlocated = 0; ///< not on the map

    [[nodiscard]] std::uint64_t total() const { return located + countryOnly + unlocated; }

    friend bool operator==(const LocatedSum &, const LocatedSum &) = default;
};

/// What is on screen against what was stated: for all events and for those that pass.
struct Ledger
{
    LocatedSum events; ///< events, all of the dataset
    LocatedSum passingEvents;
    LocatedSum counted; ///< things that the events of the counted kind stand for, all
    LocatedSum passingCounted;
};

/// The ledger of a dataset under a filter. Without a counted kind (PackageInfo::countedKind) the
/// counted sums are 0. `passing` has the size of the dataset.
[[nodiscard]] Ledger ledgerOf(const events::Dataset &dataset, const bitsets::RowSet &passing);

/// Brings a ledger of the dataset to another filter.
void recount(Ledger &ledger, const events::Dataset &dataset, const bitsets::RowSet &passing);

} // namespace dateline::query
