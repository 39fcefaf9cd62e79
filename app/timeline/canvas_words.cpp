// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_canvas.h>
#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using namespace Qt::StringLiterals;

namespace {

/// What all dates of a pile cover together.
events::TimeSpan coveredBy(const events::EventColumns &columns, const LanePile &pile)
{
    events::TimeSpan covered{events::distantFuture, events::distantPast};
    for (const events::Row row : pile.rows) {
        covered.from = std::min(covered.from, columns.earliestStart[row]);
        covered.to = std::max(covered.to, columns.bounds(row).latestEnd);
    }
    return covered;
}

QString pileText(const TimelinePicture &picture, const LanePile &pile, const Lane &lane)
{
    const events::EventColumns &columns = picture.dataset().columns();
    const auto denied = std::ranges::count_if(
        pile.rows, [&columns](events::Row row) { return columns.denied[row] != 0; });
    const QString head = TimelineCanvas::tr("%1: %n event(s), %2", nullptr, int(pile.rows.size()))
                             .arg(lane.label, workspace::spanPhrase(coveredBy(columns, pile)));
    QStringList lines{head};
    if (pile.passing < pile.rows.size())
        lines << TimelineCanvas::tr("%n of them pass the filter", nullptr, int(pile.passing));
    if (denied > 0)
        lines << TimelineCanvas::tr("%n of them denied", nullptr, int(denied));
    lines << TimelineCanvas::tr("Click to see them one by one");
    return lines.join(u'\n');
}

QString laneText(const TimelinePicture &picture, const Lane &lane)
{
    QStringList lines{lane.label};
    if (lane.kind)
        lines << picture.dataset().kinds()[*lane.kind].definition;
    lines << TimelineCanvas::tr("%n event(s) in all", nullptr,
                                int(lane.rows.size() + lane.undated));
    if (lane.undated > 0)
        lines << TimelineCanvas::tr("%n without a date, not drawn", nullptr, int(lane.undated));
    return lines.join(u'\n');
}

QString binText(const TimelinePicture &picture, events::Instant at)
{
    const std::vector<events::Instant> &edges = picture.binEdges();
    const auto after = std::ranges::upper_bound(edges, at);
    if (after == edges.begin() || after == edges.end())
        return {};
    const auto bin = std::size_t(after - edges.begin()) - 1;
    return TimelineCanvas::tr("%1: %2 of %n event(s) pass the filter", nullptr,
                              int(picture.allBins()[bin]))
        .arg(workspace::spanPhrase({edges[bin], edges[bin + 1]}),
             QLocale().toString(picture.passingBins()[bin]));
}

QString growthText(const TimelinePicture &picture, events::Instant at)
{
    QStringList lines{TimelineCanvas::tr("%1, by %2: %3", "what is counted, date, counts")
                          .arg(picture.dataset().info().countedPlural, workspace::momentPhrase(at),
                               workspace::tallyPhrase(growthAt(picture.growth(), at)))};
    for (const StatedLevel &level : picture.levels())
        lines << level.label;
    return lines.join(u'\n');
}

QString axisText(const TimelinePicture &picture, double x)
{
    for (const events::TurningPoint &point : picture.dataset().info().turningPoints) {
        if (std::abs(turningPointAt(point, picture.scale()) - x) <= Gestures::tolerance)
            return TimelineCanvas::tr("%1: %2", "date: turning point")
                .arg(workspace::datePhrase(point.date), point.label);
    }
    return workspace::momentPhrase(picture.scale().toInstant(x));
}

} // namespace

QString TimelineCanvas::toolTipAt(const QPointF &at)
{
    const TimelinePicture &now = picture();
    switch (m_gestures.zoneAt(at)) {
    case Gestures::Zone::Lanes: {
        const auto hit = now.scene().hit(at);
        if (hit && hit->row)
            return workspace::announcement(now.dataset(), *hit->row);
        return hit && hit->pile ? pileText(now, *hit->pile, now.lanes()[hit->lane]) : QString();
    }
    case Gestures::Zone::Labels: {
        const auto band = std::ranges::find_if(now.scene().bands, [&at](const LaneBand &b) {
            return at.y() >= b.top && at.y() < b.top + b.height;
        });
        return band == now.scene().bands.end() ? QString() : laneText(now, now.lanes()[band->lane]);
    }
    case Gestures::Zone::Growth:
        return growthText(now, now.scale().toInstant(at.x()));
    case Gestures::Zone::Overview:
        return binText(now, now.overviewScale().toInstant(at.x()));
    case Gestures::Zone::Axis:
        return axisText(now, at.x());
    case Gestures::Zone::Outside:
        break;
    }
    return {};
}

} // namespace dateline::timeline
