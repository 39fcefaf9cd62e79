// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/crossfilter.h>

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace dateline::timeline {

/// What is possible of a count, split as the ledger does: by what the statements say of the place.
/// Adds up to the count.
struct PlacedCount
{
    std::uint32_t inCities = 0;
    std::uint32_t byCountry = 0;
    std::uint32_t loose = 0; ///< without a place, or without a date, which may have begun any time

    [[nodiscard]] std::uint32_t total() const { return inCities + byCountry + loose; }

    friend bool operator==(const PlacedCount &, const PlacedCount &) = default;
};

/// From `at` on this many of the counted things had certainly and possibly begun.
struct GrowthStep
{
    events::Instant at = 0;
    query::Tally tally;
    PlacedCount placed; ///< of what is possible

    friend bool operator==(const GrowthStep &, const GrowthStep &) = default;
};

/// A total that somebody stated of the counted kind.
struct StatedLevel
{
    std::uint32_t stated = 0;
    std::optional<events::Instant> from; ///< the first moment it was stated for; none if undated
    QString label; ///< "54 stated by A, 12 September 2022"
    QString shortLabel; ///< "54 · A"
    QString note; ///< the package's note, for a tooltip
};

/// The growth of a kind under the current filters (brush and play window aside): one step at each
/// moment at which a count changes, ascending; empty when no event of the kind passes. With more
/// than `limit` moments only every n-th of them.
[[nodiscard]] std::vector<GrowthStep> growthSteps(const query::Crossfilter &crossfilter,
                                                  std::uint16_t kind, std::size_t limit = 4000);

/// The last step at or before a moment; one of zeros before the first.
[[nodiscard]] GrowthStep stepAt(const std::vector<GrowthStep> &steps, events::Instant at);
/// Its tally.
[[nodiscard]] query::Tally growthAt(const std::vector<GrowthStep> &steps, events::Instant at);

/// The stated totals of a kind in the order of their dates; of those with one number the first.
[[nodiscard]] std::vector<StatedLevel>
statedLevels(const events::Dataset &dataset, std::uint16_t kind, const QLocale &locale = QLocale());

} // namespace dateline::timeline
