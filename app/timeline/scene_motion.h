// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/lane_scene.h>

#include <vector>

namespace dateline::timeline {

/// A scene with what it was composed of.
struct PlacedScene
{
    LaneScene scene;
    std::shared_ptr<const ClockDates> dates;
    TimeScale scale;
};

/// Marks on their way from where one scene has them to where another one does: each event of a
/// lane moves alone, out of a pile or into one. Pure.
class SceneMotion
{
public:
    /// What of a mark moves.
    enum class Way : std::uint8_t {
        Both, ///< along the time axis and across it, as another clock moves it
        Across, ///< between the rows of its lane and its piles, as zooming does
    };

    SceneMotion(const PlacedScene &from, const PlacedScene &to, Way way = Way::Both);

    /// Whether no more than mostMoving or mostSettling events are drawn.
    [[nodiscard]] static bool isFew(const LaneScene &scene, Way way);

    /// False when no event changes its place, or more are drawn than mostMoving or mostSettling.
    [[nodiscard]] bool moves() const { return !m_moving.empty(); }

    /// The scene on the way, `share` in [0, 1): piles that events move into are still missing.
    [[nodiscard]] LaneScene at(double share) const;

    static constexpr std::size_t mostMoving = 2000;
    static constexpr std::size_t mostSettling = 500; ///< across, at every step of a zoom

private:
    struct Moving
    {
        std::size_t band = 0;
        LaneMark from;
        LaneMark to;
    };

    LaneScene m_ground; ///< what does not move
    std::vector<Moving> m_moving;
};

} // namespace dateline::timeline
