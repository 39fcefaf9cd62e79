// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

namespace {

using events::Edtf;
using events::Instant;
using events::TimeSpan;

struct DateWording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QDateTime timeOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, QTimeZone::UTC);
}

/// The year as people count it: QDate has no year 0, EDTF has one (1 BC).
QString yearText(const QDate &date)
{
    if (date.year() < 0)
        return DateWording::tr("%1 BC").arg(-date.year());
    return QString::number(date.year());
}

QString dayText(const QDate &date, const QLocale &locale)
{
    return DateWording::tr("%1 %2 %3", "day month year")
        .arg(QString::number(date.day()), locale.monthName(date.month()), yearText(date));
}

QString seasonText(const QDate &first)
{
    switch (first.month()) {
    case 3:
        return DateWording::tr("spring %1").arg(yearText(first));
    case 6:
        return DateWording::tr("summer %1").arg(yearText(first));
    case 9:
        return DateWording::tr("autumn %1").arg(yearText(first));
    default:
        return DateWording::tr("winter %1").arg(yearText(first));
    }
}

/// One date, in the unit in which it is written; `unit` is the span that it covers.
QString unitText(Edtf::Precision precision, const TimeSpan &unit, const QLocale &locale)
{
    const QDateTime from = timeOf(unit.from);
    const QDate first = from.date();
    switch (precision) {
    case Edtf::Precision::Second:
    case Edtf::Precision::Minute:
        return DateWording::tr("%1, %2 UTC", "day, time")
            .arg(dayText(first, locale),
                 from.time().toString(precision == Edtf::Precision::Second ? u"HH:mm:ss"_s
                                                                           : u"HH:mm"_s));
    case Edtf::Precision::Day:
        return dayText(first, locale);
    case Edtf::Precision::Month:
        return DateWording::tr("%1 %2", "month year")
            .arg(locale.standaloneMonthName(first.month()), yearText(first));
    case Edtf::Precision::Season:
        return seasonText(first);
    case Edtf::Precision::Year:
        return yearText(first);
    case Edtf::Precision::Decade:
        return DateWording::tr("the %1s", "decade").arg(yearText(first));
    case Edtf::Precision::Century:
    case Edtf::Precision::Millennium:
        break;
    }
    return spanPhrase(unit, locale);
}

/// True when the unit is exactly one of its precision; unspecified digits make it wider.
bool isOneUnit(Edtf::Precision precision, const TimeSpan &unit)
{
    const QDate first = timeOf(unit.from).date();
    const QDate behind = timeOf(unit.to).date();
    switch (precision) {
    case Edtf::Precision::Day:
        return first.addDays(1) == behind;
    case Edtf::Precision::Month:
        return first.addMonths(1) == behind;
    case Edtf::Precision::Year:
        return first.addYears(1) == behind;
    default:
        return true;
    }
}

QString sideText(Edtf::Precision precision, const TimeSpan &unit, const QLocale &locale)
{
    return isOneUnit(precision, unit) ? unitText(precision, unit, locale)
                                      : spanPhrase(unit, locale);
}

QString intervalText(const Edtf &date, const QLocale &locale)
{
    const bool begins = date.startEndpoint() == Edtf::Endpoint::Date;
    const bool ends = date.endEndpoint() == Edtf::Endpoint::Date;
    const QString from
        = begins ? sideText(date.startPrecision(), date.startSpan(), locale) : QString();
    const QString to = ends ? sideText(date.endPrecision(), date.endSpan(), locale) : QString();
    if (begins && ends)
        return DateWording::tr("%1 – %2", "from – to").arg(from, to);
    if (begins && date.endEndpoint() == Edtf::Endpoint::Open)
        return DateWording::tr("from %1, no end stated").arg(from);
    if (begins)
        return DateWording::tr("from %1, end unknown").arg(from);
    if (ends && date.startEndpoint() == Edtf::Endpoint::Open)
        return DateWording::tr("until %1, no beginning stated").arg(to);
    if (ends)
        return DateWording::tr("until %1, beginning unknown").arg(to);
    return DateWording::tr("date unknown");
}

} // namespace

QString datePhrase(const std::optional<Edtf> &date, const QLocale &locale)
{
    if (!date)
        return DateWording::tr("date unknown");
    QString text;
    switch (date->form()) {
    case Edtf::Form::Single:
        text = isOneUnit(date->startPrecision(), date->startSpan())
            ? unitText(date->startPrecision(), date->startSpan(), locale)
            : DateWording::tr("some time in %1").arg(spanPhrase(date->startSpan(), locale));
        break;
    case Edtf::Form::Interval:
        text = intervalText(*date, locale);
        break;
    case Edtf::Form::OneOf:
        text = DateWording::tr("one of several dates, %1")
                   .arg(spanPhrase({date->startSpan().from, date->endSpan().to}, locale));
        break;
    case Edtf::Form::AllOf:
        text = DateWording::tr("several dates, %1")
                   .arg(spanPhrase({date->startSpan().from, date->endSpan().to}, locale));
        break;
    }
    if (date->isApproximate())
        text = DateWording::tr("about %1", "approximate date").arg(text);
    if (date->isUncertain())
        text = DateWording::tr("%1 (uncertain)", "date").arg(text);
    return text;
}

QString momentPhrase(Instant moment, const QLocale &locale)
{
    if (moment == events::distantPast || moment == events::distantFuture)
        return DateWording::tr("open");
    return dayText(timeOf(moment).date(), locale);
}

QString spanPhrase(const TimeSpan &span, const QLocale &locale)
{
    const bool begins = span.from != events::distantPast;
    const bool ends = span.to != events::distantFuture;
    if (!begins && !ends)
        return DateWording::tr("all time");
    if (!begins)
        return DateWording::tr("until %1").arg(momentPhrase(span.to - 1, locale));
    if (!ends)
        return DateWording::tr("from %1").arg(momentPhrase(span.from, locale));
    const QDate first = timeOf(span.from).date();
    const QDate last = timeOf(span.to - 1).date();
    const bool wholeYears = timeOf(span.from) == first.startOfDay(QTimeZone::UTC)
        && timeOf(span.to) == last.addDays(1).startOfDay(QTimeZone::UTC) && first.dayOfYear() == 1
        && last.addDays(1).dayOfYear() == 1;
    if (wholeYears && first.year() == last.year())
        return yearText(first);
    if (wholeYears)
        return DateWording::tr("%1 – %2", "from – to").arg(yearText(first), yearText(last));
    if (first == last)
        return dayText(first, locale);
    return DateWording::tr("%1 – %2", "from – to")
        .arg(dayText(first, locale), dayText(last, locale));
}

QString headPhrase(const PlayHead &head, const QLocale &locale)
{
    const bool sweeps = head.mode == PlayMode::Point && head.since;
    return sweeps ? spanPhrase(head.window(), locale) : momentPhrase(head.at, locale);
}

QString breakPhrase(const TimeSpan &stretch, const QLocale &locale)
{
    return DateWording::tr("no change stated, %1").arg(spanPhrase(stretch, locale));
}

} // namespace dateline::workspace
