// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/turning_point.h>

#include <workspace/wording.h>

#include <QCoreApplication>

#include <algorithm>

namespace dateline::workspace {

using events::Instant;

namespace {

struct TurningPointText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::workspace)
};

/// When it may begin; nothing when that is open.
std::optional<events::TimeSpan> beginningOf(const events::TurningPoint &point)
{
    const events::FuzzyInterval &bounds = point.date.bounds();
    if (bounds.earliestStart == events::distantPast || bounds.latestStart == events::distantFuture)
        return std::nullopt;
    return events::TimeSpan{bounds.earliestStart,
                            std::max(bounds.latestStart, bounds.earliestStart + 1)};
}

} // namespace

std::optional<Instant> turningMoment(const events::TurningPoint &point)
{
    const std::optional<events::TimeSpan> span = beginningOf(point);
    if (!span)
        return std::nullopt;
    return span->from + (span->to - span->from) / 2;
}

std::vector<Instant> turningMoments(const events::PackageInfo &info)
{
    std::vector<Instant> moments;
    for (const events::TurningPoint &point : info.turningPoints) {
        if (const std::optional<Instant> moment = turningMoment(point))
            moments.push_back(*moment);
    }
    std::ranges::sort(moments);
    const auto again = std::ranges::unique(moments);
    moments.erase(again.begin(), again.end());
    return moments;
}

std::optional<std::size_t> turningPointOn(const events::PackageInfo &info, Instant at)
{
    std::optional<std::size_t> found;
    Instant least = 0;
    for (std::size_t i = 0; i < info.turningPoints.size(); ++i) {
        const std::optional<events::TimeSpan> span = beginningOf(info.turningPoints[i]);
        if (!span || at < span->from || at >= span->to)
            continue;
        const Instant length = span->to - span->from;
        if (!found || length < least) {
            found = i;
            least = length;
        }
    }
    return found;
}

QString turningPointPhrase(const events::Dataset &dataset, std::size_t point, const QLocale &locale)
{
    const events::TurningPoint &named = dataset.info().turningPoints.at(point);
    const QString phrase = TurningPointText::tr("%1: %2", "date: turning point")
                               .arg(sentenceCase(datePhrase(named.date, locale)), named.label);
    const std::optional<events::Row> row = dataset.eventRow(named.event);
    if (!row)
        return phrase;
    return TurningPointText::tr("%1 (%2)", "turning point, who states it")
        .arg(phrase, attribution(dataset, *row));
}

} // namespace dateline::workspace
