// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/geo_box.h>
#include <events/instant.h>
#include <events/standing.h>

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::query {

/// What a facet lists: each is a dimension that selects events and a group that counts them.
/// Kind, country, standing and bureau have one value an event; claimant and tag have several.
/// A claimant is whoever makes any claim about the event: a denial is a claim like the one it
/// answers.
enum class Facet : std::uint8_t { Kind, Country, Claimant, Standing, Bureau, Tag };
inline constexpr std::size_t facetCount = 6;

/// The name of a facet in a view's JSON form: "kinds", "countries", "claimants", ...
[[nodiscard]] QString facetName(Facet facet);

/// How an uncertain event meets a time window: "may share a moment with it" or "certainly lies
/// inside it".
enum class Containment : std::uint8_t { Touches, Within };

/// All that a person has filtered by, as a value. A default-constructed one lets all pass.
/// Values inside a facet are OR, facets are AND. Values are the stable ids of the package (kind
/// name, actor id, ISO country code, standing name, tag), so a filter outlives a new version of
/// the dataset; an id that the dataset does not have matches nothing.
struct Filters
{
    /// Chosen values of each facet, sorted and without repetition; empty chooses all.
    /// The empty string is the value "none" (no country, no bureau, no tag).
    std::array<std::vector<QString>, facetCount> chosen;

    /// Time windows, in order and not overlapping; an event passes when it meets any of them.
    /// Empty lets all pass. Events without a date pass only then.
    std::vector<events::TimeSpan> windows;
    Containment containment = Containment::Touches;

    /// Only events drawn at a point inside the box.
    std::optional<events::GeoBox> area;

    /// Only events drawn at a point inside the closed line through these points, straight from one
    /// to the next on a Mercator map and the short way round the world; what it surrounds an even
    /// number of times is outside. Empty lets all pass; one or two points have no inside.
    std::vector<events::GeoPoint> lasso;
    static constexpr std::size_t mostLassoPoints = 1'000;

    /// Every word of it occurs in the event's title, summary, claims, place, actors or tags.
    QString text;

    [[nodiscard]] const std::vector<QString> &values(Facet facet) const
    {
        return chosen[std::size_t(facet)];
    }

    /// Replaces the chosen values of a facet, in any order and with repetitions.
    void choose(Facet facet, std::vector<QString> values);

    /// Adds the value when it is not chosen, takes it away when it is.
    void toggle(Facet facet, const QString &value);

    /// True when everything passes.
    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const Filters &, const Filters &) = default;
};

} // namespace dateline::query
