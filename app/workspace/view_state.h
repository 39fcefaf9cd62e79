// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>
#include <query/filters.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace dateline::workspace {

/// Where the map looks. Degrees; zoom is the tile zoom of Web Mercator (256 px tiles: the world
/// is 256·2^zoom pixels wide), fractional.
struct Camera
{
    double longitude = 0;
    double latitude = 0;
    double zoom = 2;

    friend bool operator==(const Camera &, const Camera &) = default;
};

/// Which events the play head shows.
enum class PlayMode : std::uint8_t {
    Cumulative, ///< all that may have begun by the head
    Moving, ///< those that may touch the window that ends at the head
    Point, ///< those that may be going on at the head
};

/// The play head: a moment, the mode, and the width of the moving window.
struct PlayHead
{
    events::Instant at = 0;
    PlayMode mode = PlayMode::Cumulative;
    events::Instant width = 90 * events::millisecondsPerDay;
    /// Where a head that came in one step began it: what lies on its way is shown as well, unless
    /// the mode is Cumulative, so that nothing brief falls between two pictures.
    std::optional<events::Instant> since = std::nullopt;

    /// The window of events this head shows; both ends of it belong to what is shown.
    [[nodiscard]] events::TimeSpan window() const;

    friend bool operator==(const PlayHead &, const PlayHead &) = default;
};

/// By what the timeline divides its lanes.
enum class Lens : std::uint8_t { Kind, Claimant, Country, Bureau };

/// Which moment places an event on the timeline. What passes and what is counted stays the same.
enum class Clock : std::uint8_t {
    Happened, ///< when the event is stated to have taken place
    Said, ///< when its first claim was made
    Published, ///< when the first source of its claims came out
};

/// What the countries of the map are shaded by.
enum class Shading : std::uint8_t {
    None,
    Stated, ///< how many of the things that the dataset counts are stated of the country
    Investigations, ///< what became of the inquiries there
};

/// All that decides what is shown, as one value. A saved view, a bookmark, an undo step, a story
/// step and the command line's --view are all a ViewState. Unset parts mean "the default": all
/// events, the whole time, no play head, the whole world, nothing selected.
struct ViewState
{
    query::Filters filters;
    Lens lens = Lens::Kind;
    Clock clock = Clock::Happened;
    Shading shading = Shading::None;
    bool areaFollowsMap = false; ///< filters.area is what the map shows, and moves with the camera
    std::optional<events::TimeSpan> span; ///< the part of time that the timeline shows
    std::optional<PlayHead> play;
    std::optional<Camera> camera;
    std::vector<QString> selection; ///< event ids, first the one whose detail is shown

    friend bool operator==(const ViewState &, const ViewState &) = default;
};

/// The JSON form of a view, "dateline-view/1", documented in data/FORMAT.md. Indented, UTF-8.
[[nodiscard]] QByteArray toJson(const ViewState &state);

/// A view read from JSON, or nothing and then in `error` what is wrong, where and how to mend it.
/// Members that are not known are ignored, so that an older program opens a newer view. A moment
/// without zone is in UTC, a date alone the start of its day there. fromJson(toJson(s)) equals s.
[[nodiscard]] std::optional<ViewState> viewStateFromJson(const QByteArray &json,
                                                         QString *error = nullptr);

} // namespace dateline::workspace
