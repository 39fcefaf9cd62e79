// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/calendar_date.h>

#include <events/civil_day.h>

#include <QCoreApplication>
#include <QDate>
#include <QTime>

#include <chrono>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Instant;

namespace {

struct Labels
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

QString monthName(const CalendarDate &date, const QLocale &locale)
{
    return locale.standaloneMonthName(int(date.month), QLocale::ShortFormat);
}

/// "5 May" in the order of the locale.
QString dayAndMonth(const CalendarDate &date, const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const QString month = locale.monthName(int(date.month), QLocale::ShortFormat);
    const QString day = locale.toString(date.day);
    const bool monthFirst = format.indexOf(u'M') < format.indexOf(u'd');
    return monthFirst ? month + QChar::Nbsp + day : day + QChar::Nbsp + month;
}

QString clockTime(const CalendarDate &date, CalendarUnit unit, const QLocale &locale)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(date.sinceMidnight));
    if (unit == CalendarUnit::Millisecond)
        return time.toString(u"HH:mm:ss.zzz"_s);
    return unit == CalendarUnit::Second ? time.toString(u"HH:mm:ss"_s)
                                        : locale.toString(time, u"HH:mm"_s);
}

/// A week rarely begins a month or a year: its first whole week there names it.
Tick weekTick(Instant at, const CalendarDate &date, const QLocale &locale)
{
    if (date.day > 7)
        return {at, locale.toString(date.day), false};
    const QString label = dayAndMonth(date, locale);
    return {at, date.month > 1 ? label : label + QChar::Nbsp + yearLabel(date.year, locale), true};
}

} // namespace

std::optional<std::int64_t> monthBeginning(Instant at)
{
    const CalendarDate date = dateOf(at);
    if (date.day != 1 || date.sinceMidnight != 0)
        return std::nullopt;
    return date.year * 12 + std::int64_t(date.month) - 1;
}

Instant beginningOfMonth(std::int64_t month)
{
    const std::int64_t inYear = ((month % 12) + 12) % 12;
    return events::startOfDay((month - inYear) / 12, unsigned(inYear) + 1, 1);
}

CalendarDate dateOf(Instant at)
{
    Instant days = at / events::millisecondsPerDay;
    Instant rest = at % events::millisecondsPerDay;
    if (rest < 0) {
        rest += events::millisecondsPerDay;
        --days;
    }
    std::int64_t cycles = days / events::daysPerCycle;
    std::int64_t inCycle = days % events::daysPerCycle;
    if (inCycle < 0) {
        inCycle += events::daysPerCycle;
        --cycles;
    }
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(inCycle))};
    return {int(date.year()) + cycles * 400, unsigned(date.month()), unsigned(date.day()), rest};
}

QString yearLabel(std::int64_t year, const QLocale &locale)
{
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return year > 0
        ? plain.toString(qint64(year))
        : Labels::tr("%1 BCE", "a year before year 1").arg(plain.toString(qint64(1 - year)));
}

Tick labelledTick(Instant at, const TickStep &step, const QLocale &locale)
{
    using enum CalendarUnit;
    const CalendarDate date = dateOf(at);
    const bool newDay = date.sinceMidnight == 0;
    const bool newMonth = newDay && date.day == 1;
    const bool newYear = newMonth && date.month == 1;
    if (step.unit == Year)
        return {at, yearLabel(date.year, locale), false};
    if (step.unit == Week)
        return weekTick(at, date, locale);
    if (newYear)
        return {at, yearLabel(date.year, locale), true};
    if (step.unit == Month)
        return {at, monthName(date, locale), false};
    if (step.unit == Day)
        return newMonth ? Tick{at, monthName(date, locale), true}
                        : Tick{at, locale.toString(date.day), false};
    return newDay ? Tick{at, dayAndMonth(date, locale), true}
                  : Tick{at, clockTime(date, step.unit, locale), false};
}

QString contextAt(Instant at, const TickStep &step, const QLocale &locale)
{
    using enum CalendarUnit;
    const CalendarDate date = dateOf(at);
    const QString year = yearLabel(date.year, locale);
    if (step.unit == Year)
        return {};
    if (step.unit == Month)
        return year;
    if (step.unit == Day || step.unit == Week)
        return monthName(date, locale) + QChar::Nbsp + year;
    return dayAndMonth(date, locale) + QChar::Nbsp + year;
}

} // namespace dateline::timeline
