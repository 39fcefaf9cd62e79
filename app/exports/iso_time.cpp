// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/iso_time.h>

#include <events/civil_day.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

/// Rounds towards the past, so that what remains is never negative.
constexpr std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

QString yearText(std::int64_t year)
{
    if (year >= 0 && year <= 9999)
        return QString::number(year).rightJustified(4, u'0');
    const QString digits = QString::number(year < 0 ? -year : year).rightJustified(6, u'0');
    return (year < 0 ? u'-' : u'+') + digits;
}

QString padded(std::int64_t number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

} // namespace

QString isoTime(events::Instant moment)
{
    if (moment == events::distantPast || moment == events::distantFuture)
        return {};
    const std::int64_t day = floorDivide(moment, events::millisecondsPerDay);
    // Not moment - day * millisecondsPerDay: the product leaves 64 bits at the earliest moments.
    const std::int64_t rest = moment % events::millisecondsPerDay;
    const std::int64_t inDay = rest < 0 ? rest + events::millisecondsPerDay : rest;

    // std::chrono ends at year 32,767: whole cycles of 400 years are set aside.
    const std::int64_t cycle = floorDivide(day, events::daysPerCycle);
    const std::chrono::sys_days inCycle(std::chrono::days(day - cycle * events::daysPerCycle));
    const std::chrono::year_month_day date(inCycle);

    const std::int64_t seconds = inDay / events::millisecondsPerSecond;
    const std::int64_t milliseconds = inDay % events::millisecondsPerSecond;
    const QString fraction = milliseconds == 0 ? QString() : u'.' + padded(milliseconds, 3);
    return u"%1-%2-%3T%4:%5:%6%7Z"_s.arg(
        yearText(int(date.year()) + cycle * 400), padded(unsigned(date.month()), 2),
        padded(unsigned(date.day()), 2), padded(seconds / 3600, 2), padded(seconds / 60 % 60, 2),
        padded(seconds % 60, 2), fraction);
}

QJsonValue isoTimeJson(events::Instant moment)
{
    const QString text = isoTime(moment);
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace dateline::exports
