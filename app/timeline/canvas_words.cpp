// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/eras.h>
#include <timeline/lag.h>
#include <timeline/lane_runs.h>
#include <timeline/timeline_canvas.h>
#include <timeline/timeline_drawing.h>
#include <workspace/placing_date.h>
#include <workspace/turning_point.h>
#include <workspace/wording.h>

#include <QAccessible>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace dateline::timeline {

using namespace Qt::StringLiterals;

namespace {

/// What all dates of a pile cover together.
events::TimeSpan coveredBy(const ClockDates &dates, const LanePile &pile)
{
    events::TimeSpan covered{events::distantFuture, events::distantPast};
    for (const events::Row row : pile.rows()) {
        const events::FuzzyInterval bounds = dates.bounds(row);
        covered.from = std::min(covered.from, bounds.earliestStart);
        covered.to = std::max(covered.to, bounds.latestEnd);
    }
    return covered;
}

QString placedBy(const TimelinePicture &picture)
{
    return TimelineCanvas::tr("Placed by: %1", "a clock")
        .arg(workspace::clockPhrase(picture.dates().clock()));
}

/// Of a part of a pile its days, of a whole one what its dates say.
QString whenOf(const TimelinePicture &picture, const LanePile &pile, const PilePart &part)
{
    if (pile.undated)
        return undatedTitle();
    if (part.isWhole && !pile.index)
        return workspace::spanPhrase(coveredBy(picture.dates(), pile));
    const Extent extent = extentOf(pile, part.run);
    const TimeScale &scale = picture.scale();
    return workspace::spanPhrase({scale.toInstant(extent.from), scale.toInstant(extent.to)});
}

/// Of the events that are meant by a position in a pile, and of all when they are only a part.
QString pileText(const TimelinePicture &picture, const LanePile &pile, const Lane &lane, double x)
{
    const PilePart part = partAt(pile, picture.scene().metrics, x, picture.scale().width);
    const LaneRun &run = part.run;
    QStringList lines{TimelineCanvas::tr("%1: %Ln event(s), %2", nullptr, int(run.all))
                          .arg(lane.label, whenOf(picture, pile, part))};
    if (picture.dates().clock() != workspace::Clock::Happened)
        lines << placedBy(picture);
    if (run.passing < run.all)
        lines << TimelineCanvas::tr("%Ln of them pass the filter", nullptr, int(run.passing));
    if (run.denied > 0)
        lines << TimelineCanvas::tr("%Ln of them denied", nullptr, int(run.denied));
    if (!part.isWhole)
        lines << TimelineCanvas::tr("%Ln event(s) in this part of the lane", nullptr,
                                    int(pile.size));
    if (pile.outside.all > 0)
        lines << TimelineCanvas::tr("%Ln of them reach into it from before or after", nullptr,
                                    int(pile.outside.all));
    lines << (part.isBar ? TimelineCanvas::tr("Click to see them closer")
                         : TimelineCanvas::tr("Click to see them one by one"));
    return lines.join(u'\n');
}

/// What is said of an event, and how long after it happened it was said or published.
QString eventText(const TimelinePicture &picture, events::Row row)
{
    using workspace::Clock;
    const bool published = picture.dates().clock() == Clock::Published;
    const auto dateOn
        = [&](Clock clock) { return workspace::placingDate(picture.dataset(), row, clock); };
    const std::optional<events::Edtf> happened = dateOn(Clock::Happened);
    const std::optional<events::Edtf> reported = dateOn(published ? Clock::Published : Clock::Said);
    const QString lag = happened && reported ? lagPhrase(*happened, *reported) : QString();
    const QString date = workspace::datePhrase(reported)
        + (lag.isEmpty() ? QString() : TimelineCanvas::tr(", %1", "after a date, lag").arg(lag));
    return workspace::announcement(picture.dataset(), row) + u'\n'
        + (published ? TimelineCanvas::tr("First published: %1").arg(date)
                     : TimelineCanvas::tr("First said: %1").arg(date));
}

/// How many of the things that are counted the events of a lane stand for.
qulonglong standFor(const events::Dataset &dataset, const Lane &lane)
{
    qulonglong sum = 0;
    const auto add = [&](events::Row row) { sum += dataset.columns().count[row]; };
    std::ranges::for_each(lane.rows, add);
    std::ranges::for_each(lane.undated, add);
    return sum;
}

QString laneText(const TimelinePicture &picture, const Lane &lane)
{
    QStringList lines{lane.label};
    if (lane.kind)
        lines << picture.dataset().kinds()[*lane.kind].definition;
    lines << TimelineCanvas::tr("%Ln event(s) in all", nullptr, int(lane.size()));
    const events::PackageInfo &info = picture.dataset().info();
    if (lane.kind && lane.kind == info.countedKind)
        lines << TimelineCanvas::tr("They stand for %L1 %2", "number, what is counted")
                     .arg(standFor(picture.dataset(), lane))
                     .arg(info.countedPlural);
    if (!lane.undated.empty())
        lines << TimelineCanvas::tr("%Ln without a date, beside the time axis", nullptr,
                                    int(lane.undated.size()));
    lines << (picture.isFolded(lane.value) ? TimelineCanvas::tr("Click to open the lane")
                                           : TimelineCanvas::tr("Click to fold the lane"));
    return lines.join(u'\n');
}

QString eraText(const TimelinePicture &picture, const QPointF &at)
{
    const events::Era *era = eraAt(picture, at);
    if (!era)
        return {};
    QStringList lines{TimelineCanvas::tr("%1: %2", "date: era")
                          .arg(workspace::datePhrase(era->date), era->label)};
    if (const std::optional<events::Row> row = picture.dataset().eventRow(era->event))
        lines << workspace::announcement(picture.dataset(), *row)
              << TimelineCanvas::tr("Click to select this event");
    return lines.join(u'\n');
}

QString binText(const TimelinePicture &picture, events::Instant at)
{
    const std::vector<events::Instant> &edges = picture.binEdges();
    const auto after = std::ranges::upper_bound(edges, at);
    if (after == edges.begin() || after == edges.end())
        return {};
    const auto bin = std::size_t(after - edges.begin()) - 1;
    return TimelineCanvas::tr("%1: %2 of %Ln event(s) pass the filter", nullptr,
                              int(picture.allBins()[bin]))
        .arg(workspace::spanPhrase({edges[bin], edges[bin + 1]}),
             QLocale().toString(picture.passingBins()[bin]));
}

/// The turning point whose wedge is at a pixel of a scale; empty where none is.
QString turningPointText(const TimelinePicture &picture, const TimeScale &scale, double x)
{
    const std::vector<events::TurningPoint> &points = picture.dataset().info().turningPoints;
    const auto distance = [&](const events::TurningPoint &point) {
        const double away = std::abs(turningPointAt(point, scale) - x);
        return std::isfinite(away) ? away : std::numeric_limits<double>::infinity();
    };
    const auto nearest = std::ranges::min_element(points, {}, distance);
    if (nearest == points.end() || distance(*nearest) > Gestures::tolerance)
        return {};
    return workspace::turningPointPhrase(picture.dataset(), std::size_t(nearest - points.begin()));
}

QString overviewText(const TimelinePicture &picture, double x)
{
    const events::Instant at = picture.overviewScale().toInstant(x);
    QStringList lines{turningPointText(picture, picture.overviewScale(), x), binText(picture, at)};
    if (const std::optional<events::TimeSpan> stretch = breakAt(picture, at))
        lines << TimelineCanvas::tr("Played fast: %1", "why").arg(workspace::breakPhrase(*stretch));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString growthText(const TimelinePicture &picture, events::Instant at)
{
    QStringList lines{TimelineCanvas::tr("Reported %1 by %2: %3", "what is counted, date, counts")
                          .arg(picture.dataset().info().countedPlural, workspace::momentPhrase(at),
                               workspace::tallyPhrase(growthAt(picture.growth(), at)))};
    const PlacedCount placed = stepAt(picture.growth(), at).placed;
    const QLocale locale;
    lines << TimelineCanvas::tr(
                 "Of what is possible: %1 in cities, %2 by country, %3 without a place "
                 "or date (hatched)")
                 .arg(locale.toString(placed.inCities), locale.toString(placed.byCountry),
                      locale.toString(placed.loose));
    for (const StatedLevel &level : picture.levels()) {
        if (!level.from || *level.from <= at)
            lines << level.label;
    }
    return lines.join(u'\n');
}

QString axisText(const TimelinePicture &picture, double x)
{
    const QString point = turningPointText(picture, picture.scale(), x);
    return point.isEmpty() ? workspace::momentPhrase(picture.scale().toInstant(x)) : point;
}

} // namespace

/// What is drawn beside the head, with who states it, for those who do not see it.
void TimelineCanvas::announceTurningPoint()
{
    const std::optional<workspace::PlayHead> &head = m_workspace->state().play;
    const events::Dataset &dataset = m_workspace->dataset();
    const std::optional<std::size_t> point
        = head ? workspace::turningPointOn(dataset.info(), head->at) : std::nullopt;
    if (point == std::exchange(m_turningPoint, point) || !point)
        return;
    QAccessibleAnnouncementEvent said(this, workspace::turningPointPhrase(dataset, *point));
    QAccessible::updateAccessibility(&said);
}

QString TimelineCanvas::toolTipAt(const QPointF &at)
{
    const TimelinePicture &now = picture();
    switch (m_gestures.zoneAt(at)) {
    case Gestures::Zone::Lanes: {
        const auto hit = now.scene().hit(at);
        if (hit && hit->row)
            return eventText(now, *hit->row);
        return hit && hit->pile ? pileText(now, *hit->pile, now.lanes()[hit->lane], at.x())
                                : QString();
    }
    case Gestures::Zone::Labels: {
        const Lane *lane = laneAt(at);
        return lane ? laneText(now, *lane) : QString();
    }
    case Gestures::Zone::Eras:
        return eraText(now, at);
    case Gestures::Zone::Growth:
        return growthText(now, now.scale().toInstant(at.x()));
    case Gestures::Zone::Overview:
        return overviewText(now, at.x());
    case Gestures::Zone::Axis:
        return axisText(now, at.x());
    case Gestures::Zone::Outside:
        break;
    }
    return {};
}

} // namespace dateline::timeline
