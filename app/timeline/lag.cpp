// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lag.h>

#include <timeline/calendar_date.h>

#include <QCoreApplication>

#include <algorithm>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Instant;

namespace {

struct LagWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

/// The first and the last day on which something may have begun, as moments of them.
struct Beginning
{
    Instant first = 0;
    Instant last = 0;
};

std::optional<Beginning> beginningOf(const events::FuzzyInterval &bounds)
{
    if (bounds.earliestStart == events::distantPast || bounds.latestStart == events::distantFuture)
        return std::nullopt;
    return Beginning{bounds.earliestStart, std::max(bounds.earliestStart, bounds.latestStart - 1)};
}

Instant dayOf(Instant at)
{
    return at - dateOf(at).sinceMidnight;
}

/// The calendar's length of [from, to], whole days, from ≤ to.
QString lengthPhrase(Instant from, Instant to, const QLocale &locale)
{
    const CalendarDate begin = dateOf(from);
    const CalendarDate end = dateOf(to);
    const std::int64_t months = (end.year - begin.year) * 12 + std::int64_t(end.month)
        - std::int64_t(begin.month) - (end.day < begin.day ? 1 : 0);
    const auto days = int((dayOf(to) - dayOf(from)) / events::millisecondsPerDay);
    if (months < 2)
        return LagWords::tr("%Ln day(s)", nullptr, days);
    if (months < 12)
        return LagWords::tr("%Ln month(s)", nullptr, int(months));
    const QString years = months / 12 < 1000
        ? LagWords::tr("%Ln year(s)", nullptr, int(months / 12))
        : LagWords::tr("%1 years").arg(locale.toString(qlonglong(months / 12)));
    if (months % 12 == 0 || months >= 120)
        return years;
    return LagWords::tr("%1 %2", "years, months")
        .arg(years, LagWords::tr("%Ln month(s)", nullptr, int(months % 12)));
}

/// Both are on the same side: `least` is nearer to nothing.
QString betweenPhrase(const QString &least, const QString &most, bool isAtOnce)
{
    if (least == most)
        return most;
    return isAtOnce ? LagWords::tr("up to %1", "length of time").arg(most)
                    : LagWords::tr("%1 to %2", "lengths of time").arg(least, most);
}

} // namespace

std::optional<Extent> beginningOn(const TimeScale &scale, const events::FuzzyInterval &bounds)
{
    const std::optional<Beginning> beginning = beginningOf(bounds);
    if (!beginning)
        return std::nullopt;
    return Extent{scale.toPixel(beginning->first), scale.toPixel(beginning->last + 1)};
}

QString lagPhrase(const events::Edtf &happened, const events::Edtf &reported, const QLocale &locale)
{
    const std::optional<Beginning> begin = beginningOf(happened.bounds());
    const std::optional<Beginning> told = beginningOf(reported.bounds());
    if (!begin || !told)
        return {};
    const Instant least = dayOf(told->first) - dayOf(begin->last);
    const Instant most = dayOf(told->last) - dayOf(begin->first);
    if (least == 0 && most == 0)
        return LagWords::tr("the same day");
    // What lasts has a beginning of its own.
    const bool lasts = happened.bounds().earliestEnd != happened.bounds().earliestStart;
    const QString after = lasts ? LagWords::tr("%1 after it began") : LagWords::tr("%1 after");
    const QString before = lasts ? LagWords::tr("%1 before it began") : LagWords::tr("%1 before");
    if (least >= 0)
        return after.arg(betweenPhrase(lengthPhrase(begin->last, told->first, locale),
                                       lengthPhrase(begin->first, told->last, locale), least == 0));
    if (most <= 0)
        return before.arg(betweenPhrase(lengthPhrase(told->last, begin->first, locale),
                                        lengthPhrase(told->first, begin->last, locale), most == 0));
    return LagWords::tr("between %1 and %2", "before, after")
        .arg(before.arg(lengthPhrase(told->first, begin->last, locale)),
             after.arg(lengthPhrase(begin->first, told->last, locale)));
}

} // namespace dateline::timeline
