// SPDX-License-Identifier: GPL-3.0-or-later
#include "brute_force.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::tests {

using events::FuzzyInterval;
using events::TimeSpan;
using query::Dimension;
using query::Facet;

namespace {

using Failed = std::bitset<query::dimensionCount>;

std::set<QString> valuesOf(const PlainEvent &event, Facet facet)
{
    switch (facet) {
    case Facet::Kind:
        return {event.kind};
    case Facet::Country:
        return {event.country};
    case Facet::Claimant:
        return event.claimants.empty() ? std::set<QString>{QString()} : event.claimants;
    case Facet::Standing:
        return {event.standing};
    case Facet::Bureau:
        return {event.bureau};
    case Facet::Tag:
        return event.tags.empty() ? std::set<QString>{QString()} : event.tags;
    }
    return {};
}

bool chosen(const PlainEvent &event, Facet facet, const std::vector<QString> &choice)
{
    if (choice.empty())
        return true;
    for (const QString &value : valuesOf(event, facet)) {
        for (const QString &one : choice) {
            if (one == value)
                return true;
        }
    }
    return false;
}

/// Some moment of [earliestStart, latestEnd) is in the window.
bool mayTouch(const PlainEvent &event, TimeSpan window)
{
    if (!event.isDated || window.from == window.to)
        return false;
    const bool endsBefore = event.bounds.latestEnd <= window.from;
    const bool beginsAfter = event.bounds.earliestStart >= window.to;
    return !endsBefore && !beginsAfter;
}

bool surelyTouches(const PlainEvent &event, TimeSpan window)
{
    const bool mayEndBefore = event.bounds.earliestEnd < window.from;
    const bool mayBeginAfter = event.bounds.latestStart > window.to;
    return mayTouch(event, window) && !mayEndBefore && !mayBeginAfter;
}

bool within(const PlainEvent &event, TimeSpan window)
{
    return event.isDated && window.from != window.to && event.bounds.earliestStart >= window.from
        && event.bounds.latestEnd <= window.to;
}

bool meets(const PlainEvent &event, const query::Filters &filters)
{
    if (filters.windows.empty())
        return true;
    for (const TimeSpan &window : filters.windows) {
        if (filters.containment == query::Containment::Within ? within(event, window)
                                                              : mayTouch(event, window))
            return true;
    }
    return false;
}

bool inside(const PlainEvent &event, const std::optional<events::GeoBox> &box)
{
    if (!box)
        return true;
    if (event.located != events::Located::AtPoint)
        return false;
    if (event.latitude < box->south || event.latitude > box->north)
        return false;
    const auto between = [&box](double longitude) {
        if (box->west <= box->east)
            return longitude >= box->west && longitude <= box->east;
        return longitude >= box->west || longitude <= box->east;
    };
    const bool onAntimeridian = event.longitude == 180 || event.longitude == -180;
    return onAntimeridian ? between(180) || between(-180) : between(event.longitude);
}

/// By the angle that the line turns around the event: once round is inside, twice is outside.
bool insideLine(const PlainEvent &event, const std::vector<events::GeoPoint> &line)
{
    if (line.empty())
        return true;
    if (event.located != events::Located::AtPoint || line.size() < 3)
        return false;
    const auto height = [](double latitude) {
        return std::asinh(std::tan(latitude / 180 * std::numbers::pi)) / std::numbers::pi * 180;
    };
    const double y = height(event.latitude);
    for (const int world : {-2, -1, 0, 1, 2}) {
        std::vector<double> longitudes{line.front().longitude};
        for (const events::GeoPoint &point : line)
            longitudes.push_back(longitudes.back()
                                 + std::remainder(point.longitude - longitudes.back(), 360));
        double turned = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::size_t next = (i + 1) % line.size();
            const double x = event.longitude + 360 * world;
            const double from = std::atan2(height(line[i].latitude) - y, longitudes[i + 1] - x);
            const double to = std::atan2(height(line[next].latitude) - y, longitudes[next + 1] - x);
            turned += std::remainder(to - from, 2 * std::numbers::pi);
        }
        if (std::lround(turned / (2 * std::numbers::pi)) % 2 != 0)
            return true;
    }
    return false;
}

bool mentions(const PlainEvent &event, const QString &text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    for (const QString &asked : text.split(space, Qt::SkipEmptyParts)) {
        // Searches are made of written words, of which the folded form is on the list.
        QString folded = asked;
        for (const Word &word : words()) {
            if (word.written == asked)
                folded = word.folded;
        }
        bool found = false;
        for (const QString &word : event.foldedWords)
            found = found || word.contains(folded);
        if (!found)
            return false;
    }
    return true;
}

void add(query::LocatedSum &sum, const PlainEvent &event, std::uint64_t amount)
{
    if (event.located == events::Located::AtPoint)
        sum.located += amount;
    else if (event.located == events::Located::InCountry)
        sum.countryOnly += amount;
    else
        sum.unlocated += amount;
}

} // namespace

BruteForce::BruteForce(const RandomEvents &all, const query::Filters &filters,
                       const std::optional<TimeSpan> &playWindow)
    : m_all(all)
{
    for (const PlainEvent &event : all.events) {
        Failed failed;
        for (std::size_t i = 0; i < query::facetCount; ++i) {
            if (!chosen(event, Facet(i), filters.chosen[i]))
                failed.set(i);
        }
        if (!meets(event, filters))
            failed.set(std::size_t(Dimension::Brush));
        if (playWindow && !mayTouch(event, *playWindow))
            failed.set(std::size_t(Dimension::PlayWindow));
        if (!inside(event, filters.area))
            failed.set(std::size_t(Dimension::Area));
        if (!insideLine(event, filters.lasso))
            failed.set(std::size_t(Dimension::Lasso));
        if (!mentions(event, filters.text))
            failed.set(std::size_t(Dimension::Text));
        m_failed.push_back(failed);
    }
}

std::set<QString> BruteForce::passing() const
{
    std::set<QString> ids;
    for (std::size_t i = 0; i < m_all.events.size(); ++i) {
        if (m_failed[i].none())
            ids.insert(m_all.events[i].id);
    }
    return ids;
}

std::map<QString, std::uint32_t> BruteForce::counts(Facet facet) const
{
    std::map<QString, std::uint32_t> result;
    for (std::size_t i = 0; i < m_all.events.size(); ++i) {
        Failed failed = m_failed[i];
        failed.reset(std::size_t(facet));
        for (const QString &value : valuesOf(m_all.events[i], facet))
            result[value] += failed.none() ? 1 : 0;
    }
    return result;
}

std::vector<query::Tally> BruteForce::timeBins(TimeSpan range, std::size_t bins,
                                               query::Crossfilter::Scope scope) const
{
    using Scope = query::Crossfilter::Scope;
    std::vector<query::Tally> tallies(bins);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const auto width = std::uint64_t(range.to - range.from);
        const auto edge
            = [&](std::size_t i) { return range.from + events::Instant(width * i / bins); };
        const TimeSpan span{edge(bin), edge(bin + 1)};
        for (std::size_t i = 0; i < m_all.events.size(); ++i) {
            Failed failed = m_failed[i];
            if (scope != Scope::Passing) {
                failed.reset(std::size_t(Dimension::Brush));
                failed.reset(std::size_t(Dimension::PlayWindow));
            }
            if (scope != Scope::All && !failed.none())
                continue;
            tallies[bin].possible += mayTouch(m_all.events[i], span) ? 1 : 0;
            tallies[bin].certain += surelyTouches(m_all.events[i], span) ? 1 : 0;
        }
    }
    return tallies;
}

std::vector<query::Tally> BruteForce::begunBy(const QString &kind,
                                              const std::vector<events::Instant> &moments) const
{
    std::vector<query::Tally> tallies;
    for (const events::Instant moment : moments) {
        query::Tally tally;
        for (std::size_t i = 0; i < m_all.events.size(); ++i) {
            const PlainEvent &event = m_all.events[i];
            Failed failed = m_failed[i];
            failed.reset(std::size_t(Dimension::Brush));
            failed.reset(std::size_t(Dimension::PlayWindow));
            if (!failed.none() || event.kind != kind)
                continue;
            if (!event.isDated || event.bounds.earliestStart < moment)
                tally.possible += event.count;
            if (event.isDated && event.bounds.earliestStart < moment
                && event.bounds.latestStart <= moment)
                tally.certain += event.count;
        }
        tallies.push_back(tally);
    }
    return tallies;
}

query::Ledger BruteForce::ledger() const
{
    query::Ledger ledger;
    for (std::size_t i = 0; i < m_all.events.size(); ++i) {
        const PlainEvent &event = m_all.events[i];
        const bool isCounted = m_all.hasCountedKind && event.kind == m_all.countedKind;
        add(ledger.events, event, 1);
        add(ledger.counted, event, isCounted ? event.count : 0);
        if (m_failed[i].none()) {
            add(ledger.passingEvents, event, 1);
            add(ledger.passingCounted, event, isCounted ? event.count : 0);
        }
    }
    return ledger;
}

} // namespace dateline::tests
