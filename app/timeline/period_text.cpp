// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/period_text.h>

#include <events/edtf.h>
#include <timeline/calendar_date.h>
#include <workspace/moved_to_show.h>

#include <QCoreApplication>

#include <cstdlib>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Instant;
using events::TimeSpan;

namespace {

struct PeriodWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

QString yearText(std::int64_t year)
{
    const QString digits = u"%1"_s.arg(qint64(std::abs(year)), 4, 10, QLatin1Char('0'));
    const QString sign = year < 0 ? u"-"_s : QString();
    return std::abs(year) > 9999 ? u"Y"_s + sign + digits : sign + digits;
}

QString monthText(const CalendarDate &date)
{
    return yearText(date.year) + u"-%1"_s.arg(date.month, 2, 10, QLatin1Char('0'));
}

QString dateText(const CalendarDate &date)
{
    return monthText(date) + u"-%1"_s.arg(date.day, 2, 10, QLatin1Char('0'));
}

bool beginsMonth(const CalendarDate &date)
{
    return date.day == 1 && date.sinceMidnight == 0;
}

bool beginsYear(const CalendarDate &date)
{
    return date.month == 1 && beginsMonth(date);
}

QString fault(const events::EdtfFault &fault)
{
    return fault.hint.isEmpty() ? fault.message : fault.message + u'\n' + fault.hint;
}

QString joined(const QString &from, const QString &to)
{
    return from == to ? from : from + u'/' + to;
}

} // namespace

QString dayText(Instant at)
{
    return dateText(dateOf(at));
}

QString periodText(const TimeSpan &window)
{
    const bool openFrom = window.from == events::distantPast;
    const bool openTo = window.to == events::distantFuture;
    if (openFrom && openTo)
        return u"../.."_s;
    const CalendarDate from = dateOf(openFrom ? window.to : window.from);
    const CalendarDate after = dateOf(openTo ? window.from : window.to);
    const CalendarDate last = dateOf(openTo ? window.from : window.to - 1);
    QString first;
    QString end;
    if (beginsYear(from) && beginsYear(after)) {
        first = yearText(from.year);
        end = yearText(last.year);
    } else if (beginsMonth(from) && beginsMonth(after)) {
        first = monthText(from);
        end = monthText(last);
    } else {
        first = dateText(from);
        end = dateText(last);
    }
    if (openFrom)
        return u"../"_s + end;
    return openTo ? first + u"/.."_s : joined(first, end);
}

QString periodsText(const Windows &windows)
{
    QStringList texts;
    for (const TimeSpan &window : windows)
        texts << periodText(window);
    return texts.join(u", "_s);
}

std::optional<Windows> windowsFromText(QStringView text, QString *error)
{
    Windows windows;
    const QString separated = text.toString().replace(u';', u',');
    for (const QStringView part : QStringView(separated).split(u',')) {
        const QStringView expression = part.trimmed();
        if (expression.isEmpty())
            continue;
        events::EdtfFault found;
        const std::optional<events::Edtf> date = events::Edtf::parse(expression, &found);
        if (!date) {
            if (error)
                *error = fault(found);
            return std::nullopt;
        }
        windows.push_back({date->bounds().earliestStart, date->bounds().latestEnd});
    }
    return workspace::normalized(std::move(windows));
}

std::optional<Instant> momentFromText(QStringView text, QString *error)
{
    events::EdtfFault found;
    const std::optional<events::Edtf> date = events::Edtf::parse(text.trimmed(), &found);
    if (date && date->bounds().latestEnd != events::distantFuture
        && date->bounds().latestEnd != events::distantPast)
        return date->bounds().latestEnd - 1;
    if (error)
        *error = date ? PeriodWords::tr("This date has no end: write a day, a month or a year.")
                      : fault(found);
    return std::nullopt;
}

} // namespace dateline::timeline
