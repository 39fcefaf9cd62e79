// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>

#include <QDate>
#include <QString>
#include <QTime>

namespace dateline::tests {

/// A moment from "2016-05-01" or "2016-05-01T10:00:00", any number of digits in the year and a
/// sign before it (0 is 1 BC); "-" and "+" are the infinities. By QDate, so that the tests do
/// not calculate days as the program does.
inline events::Instant at(QString text)
{
    if (text == u'-')
        return events::distantPast;
    if (text == u'+')
        return events::distantFuture;
    const bool negative = text.startsWith(u'-');
    if (negative)
        text.remove(0, 1);
    const QString clock = text.section(u'T', 1);
    const QStringList parts = text.section(u'T', 0, 0).split(u'-');
    const int magnitude = parts.at(0).toInt();
    const int year = negative ? -magnitude : magnitude;
    // QDate has no year 0: its -1 is 1 BC.
    const QDate date(year <= 0 ? year - 1 : year, parts.at(1).toInt(), parts.at(2).toInt());
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    const int time = clock.isEmpty() ? 0 : QTime::fromString(clock).msecsSinceStartOfDay();
    return days * events::millisecondsPerDay + time;
}

/// For messages of failed comparisons.
inline QString toText(events::Instant instant)
{
    if (instant == events::distantPast)
        return QStringLiteral("-");
    if (instant == events::distantFuture)
        return QStringLiteral("+");
    return QString::number(instant);
}

} // namespace dateline::tests
