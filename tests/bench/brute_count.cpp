// SPDX-License-Identifier: GPL-3.0-or-later
#include "brute_count.h"

namespace dateline::tests {

namespace {

bool isIn(const SyntheticEvent &event, const BenchBox &box)
{
    const double latitude = event.latitude / 1000.0;
    const double longitude = event.longitude / 1000.0;
    return event.located == SyntheticPlace::Point && latitude >= box.south && latitude < box.north
        && longitude >= box.west && longitude < box.east;
}

bool passesButKind(const SyntheticEvent &event, const BenchState &state)
{
    return (!state.window || (event.start >= state.window->from && event.start < state.window->to))
        && (!state.box || isIn(event, *state.box));
}

bool passesKind(const SyntheticEvent &event, const BenchState &state)
{
    return !state.kind || event.kind == *state.kind;
}

} // namespace

BruteAnswer bruteAnswer(const std::vector<SyntheticEvent> &events, const BenchState &before,
                        const BenchState &state, const std::optional<BenchView> &view)
{
    constexpr std::int64_t binSeconds = (syntheticTo - syntheticFrom) / std::int64_t(benchBins);
    BruteAnswer answer;
    for (const SyntheticEvent &event : events) {
        const bool wouldPass = passesButKind(event, state);
        const bool passes = wouldPass && passesKind(event, state);
        const bool passed = passesButKind(event, before) && passesKind(event, before);
        answer.counts[kindsAt + event.kind] += wouldPass ? 1 : 0;
        answer.changed += passes != passed ? 1 : 0;
        if (!passes)
            continue;
        ++answer.counts[0];
        ++answer.counts[countriesAt + event.country];
        ++answer.counts[bureausAt + event.bureau];
        ++answer.counts[standingsAt + event.standing];
        ++answer.counts[binsAt + std::size_t((event.start - syntheticFrom) / binSeconds)];
        answer.points += event.located == SyntheticPlace::Point ? 1 : 0;
        answer.pointsInView += view && isIn(event, view->box) ? 1 : 0;
    }
    return answer;
}

} // namespace dateline::tests
