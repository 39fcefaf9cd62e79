// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/scene_motion.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace dateline::timeline {

namespace {

std::size_t drawnEvents(const LaneScene &scene)
{
    std::size_t count = 0;
    for (const LaneBand &band : scene.bands) {
        count += band.marks.size();
        for (const LanePile &pile : band.piles)
            count += pile.size;
    }
    return count;
}

/// Every event of a band as a mark of its own.
std::vector<LaneMark> marksOf(const LaneBand &band, const PlacedScene &placed)
{
    std::vector<LaneMark> marks = band.marks;
    for (const LanePile &pile : band.piles) {
        for (const events::Row row : pile.rows())
            marks.push_back(markIn(pile, row, *placed.dates, placed.scale, placed.scene.metrics));
    }
    return marks;
}

bool isSamePlace(const LaneMark &a, const LaneMark &b)
{
    return a.symbol == b.symbol && a.y == b.y && a.shape == b.shape;
}

} // namespace

SceneMotion::SceneMotion(const PlacedScene &from, const PlacedScene &to, Way way)
    : m_ground(to.scene)
{
    if (!isFew(from.scene, way) || !isFew(to.scene, way))
        return;
    // An event with several claimants is in several lanes.
    std::map<std::pair<std::size_t, events::Row>, LaneMark> before;
    for (const LaneBand &band : from.scene.bands) {
        for (const LaneMark &mark : marksOf(band, from))
            before.emplace(std::pair(band.lane, mark.row), mark);
    }
    bool differs = false;
    for (std::size_t i = 0; i < to.scene.bands.size(); ++i) {
        const LaneBand &band = to.scene.bands[i];
        for (const LaneMark &mark : marksOf(band, to)) {
            const auto found = before.find({band.lane, mark.row});
            LaneMark begin = found == before.end() || way == Way::Across ? mark : found->second;
            if (found != before.end())
                begin.y = found->second.y;
            differs = differs || !isSamePlace(begin, mark);
            m_moving.push_back({i, begin, mark});
        }
        m_ground.bands[i].marks.clear();
        m_ground.bands[i].piles.clear();
    }
    if (!differs)
        m_moving.clear();
}

bool SceneMotion::isFew(const LaneScene &scene, Way way)
{
    return drawnEvents(scene) <= (way == Way::Both ? mostMoving : mostSettling);
}

LaneScene SceneMotion::at(double share) const
{
    LaneScene scene = m_ground;
    for (const Moving &moving : m_moving) {
        LaneMark mark = moving.to;
        const auto between = [share](double from, double to) { return std::lerp(from, to, share); };
        mark.symbol = between(moving.from.symbol, moving.to.symbol);
        mark.y = between(moving.from.y, moving.to.y);
        const MarkShape &from = moving.from.shape;
        MarkShape &shape = mark.shape;
        shape.from = between(from.from, shape.from);
        shape.to = between(from.to, shape.to);
        shape.coreFrom = between(from.coreFrom, shape.coreFrom);
        shape.coreTo = between(from.coreTo, shape.coreTo);
        scene.bands[moving.band].marks.push_back(mark);
    }
    return scene;
}

} // namespace dateline::timeline
