// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/growth.h>

#include <timeline/timescale.h>
#include <workspace/wording.h>

#include <QCoreApplication>

#include <algorithm>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Instant;

namespace {

struct Growth
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

/// The moments at which the count of a kind can change, ascending.
std::vector<Instant> changesOf(const events::EventColumns &columns, std::uint16_t kind)
{
    std::vector<Instant> moments;
    for (events::Row row = 0; row < columns.size(); ++row) {
        if (columns.kind[row] != kind)
            continue;
        // "Begun before": what may begin at a moment has done so just after it.
        // Without an earliest start that is the first moment there is.
        moments.push_back(shifted(columns.earliestStart[row], 1));
        const Instant latestStart = columns.bounds(row).latestStart;
        if (latestStart != events::distantFuture)
            moments.push_back(latestStart);
    }
    std::ranges::sort(moments);
    const auto repeated = std::ranges::unique(moments);
    moments.erase(repeated.begin(), repeated.end());
    return moments;
}

/// Every n-th element and the last.
std::vector<Instant> thinned(std::vector<Instant> moments, std::size_t limit)
{
    if (moments.size() <= limit)
        return moments;
    const std::size_t stride = moments.size() / limit + 1;
    std::vector<Instant> kept;
    for (std::size_t i = 0; i + 1 < moments.size(); i += stride)
        kept.push_back(moments[i]);
    kept.push_back(moments.back());
    return kept;
}

std::uint32_t &partOf(PlacedCount &placed, const events::EventColumns &columns, events::Row row)
{
    if (columns.located[row] == events::Located::Nowhere || columns.bounds(row).isUnbounded())
        return placed.loose;
    return columns.located[row] == events::Located::AtPoint ? placed.inCities : placed.byCountry;
}

/// Splits what is possible by each step; the steps are all at which that changes, or every n-th.
void splitByPlace(std::vector<GrowthStep> &steps, const query::Crossfilter &crossfilter,
                  std::uint16_t kind)
{
    const events::EventColumns &columns = crossfilter.dataset().columns();
    crossfilter.passingWithoutTime().forEach([&](events::Row row) {
        if (columns.kind[row] != kind)
            return;
        const auto first
            = std::ranges::upper_bound(steps, columns.earliestStart[row], {}, &GrowthStep::at);
        if (first != steps.end())
            partOf(first->placed, columns, row) += columns.count[row];
    });
    for (std::size_t i = 1; i < steps.size(); ++i) {
        steps[i].placed.inCities += steps[i - 1].placed.inCities;
        steps[i].placed.byCountry += steps[i - 1].placed.byCountry;
        steps[i].placed.loose += steps[i - 1].placed.loose;
    }
}

} // namespace

std::vector<GrowthStep> growthSteps(const query::Crossfilter &crossfilter, std::uint16_t kind,
                                    std::size_t limit)
{
    const std::vector<Instant> moments
        = thinned(changesOf(crossfilter.dataset().columns(), kind), limit);
    const std::vector<query::Tally> tallies = crossfilter.begunBy(kind, moments);
    std::vector<GrowthStep> steps;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const query::Tally before = steps.empty() ? query::Tally{} : steps.back().tally;
        if (tallies[i] != before)
            steps.push_back({moments[i], tallies[i], {}});
    }
    splitByPlace(steps, crossfilter, kind);
    return steps;
}

GrowthStep stepAt(const std::vector<GrowthStep> &steps, Instant at)
{
    const auto after = std::ranges::upper_bound(steps, at, {}, &GrowthStep::at);
    return after == steps.begin() ? GrowthStep{} : *std::prev(after);
}

query::Tally growthAt(const std::vector<GrowthStep> &steps, Instant at)
{
    return stepAt(steps, at).tally;
}

std::vector<StatedLevel> statedLevels(const events::Dataset &dataset, std::uint16_t kind,
                                      const QLocale &locale)
{
    std::vector<StatedLevel> levels;
    for (const events::Total &total : dataset.totals()) {
        if (total.kind != kind)
            continue;
        const QString actor = dataset.actors()[total.actor].name;
        const QString number = locale.toString(total.stated);
        StatedLevel level;
        level.stated = total.stated;
        if (total.asOf && total.asOf->bounds().earliestStart != events::distantPast)
            level.from = total.asOf->bounds().earliestStart;
        level.label = total.asOf
            ? Growth::tr("%1 stated by %2, %3")
                  .arg(number, actor, workspace::datePhrase(total.asOf, locale))
            : Growth::tr("%1 stated by %2").arg(number, actor);
        level.shortLabel = number + u" · "_s + actor;
        level.note = total.note;
        levels.push_back(level);
    }
    std::ranges::stable_sort(levels, [](const StatedLevel &a, const StatedLevel &b) {
        return a.from.value_or(events::distantPast) < b.from.value_or(events::distantPast);
    });
    std::vector<StatedLevel> result;
    for (StatedLevel &level : levels) {
        const bool known = std::ranges::any_of(
            result, [&level](const StatedLevel &other) { return other.stated == level.stated; });
        if (!known)
            result.push_back(std::move(level));
    }
    return result;
}

} // namespace dateline::timeline
