// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <memory>
#include <random>
#include <set>
#include <vector>

namespace dateline::tests {

using Random = std::mt19937_64;

/// A number in [0, bound), bound ≥ 1. Not std::uniform_int_distribution: a seed has to mean the
/// same with every standard library.
[[nodiscard]] std::uint64_t below(Random &random, std::uint64_t bound);

template<typename Container>
[[nodiscard]] const auto &anyOf(const Container &values, Random &random)
{
    return values[below(random, std::size(values))];
}

/// A word as it may be written in an event or a search, and its folded form, put down by hand.
struct Word
{
    QString written;
    QString folded;
};
[[nodiscard]] const std::vector<Word> &words();

/// An event as a plain record, known by its id: what the twin works on.
struct PlainEvent
{
    QString id;
    QString kind;
    QString country;
    std::set<QString> claimants;
    QString standing;
    QString bureau;
    std::set<QString> tags;
    bool isDated = false;
    events::FuzzyInterval bounds;
    events::Located located = events::Located::Nowhere;
    double latitude = 0; ///< when at a point
    double longitude = 0;
    std::uint32_t count = 1;
    std::vector<QString> foldedWords; ///< all words that a search may find
};

/// A dataset and the same events as plain records.
struct RandomEvents
{
    std::shared_ptr<const events::Dataset> dataset;
    std::vector<PlainEvent> events;
    bool hasCountedKind = false;
    QString countedKind;
};

/// Which dates random events have.
enum class RandomDates : std::uint8_t {
    Any,
    Days, ///< or none: what begins earlier ends earlier
};

/// Events in time and space of every sort that the format knows: intervals, uncertain and open
/// dates, none; cities (many in one place, on the antimeridian, at the poles), countries and
/// nowhere; several claimants and replies; tags; text in several scripts.
[[nodiscard]] RandomEvents randomEvents(Random &random, std::size_t count,
                                        RandomDates dates = RandomDates::Any);

} // namespace dateline::tests
