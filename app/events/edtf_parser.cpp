// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/edtf_parser.h>

#include <events/civil_day.h>
#include <events/edtf_hint.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace dateline::events {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

int digitValue(QChar c)
{
    return c.unicode() - u'0';
}

} // namespace

EdtfParser::EdtfParser(QStringView text, EdtfFault *fault)
    : m_text(text)
    , m_fault(fault)
{}

std::optional<Edtf> EdtfParser::parse()
{
    if (m_text.isEmpty() || m_text.size() > Edtf::maximumLength) {
        const QString tooLong = tr("The date is longer than %1 characters.");
        fail(std::min(m_text.size(), Edtf::maximumLength),
             m_text.isEmpty() ? tr("The date is empty.") : tooLong.arg(Edtf::maximumLength));
        return std::nullopt;
    }
    const qsizetype slash = m_text.indexOf(u'/');
    bool valid = false;
    if (accept(u'[')) {
        m_result.form = Edtf::Form::OneOf;
        valid = parseSet(u']');
    } else if (accept(u'{')) {
        m_result.form = Edtf::Form::AllOf;
        valid = parseSet(u'}');
    } else if (slash >= 0) {
        m_result.form = Edtf::Form::Interval;
        valid = parseInterval(slash);
    } else {
        valid = parseDate(m_result.start);
        m_result.end = m_result.start;
        const TimeSpan &span = m_result.start.span;
        m_result.bounds = {span.from, span.to, span.from, span.to};
    }
    if (!valid || !expectEnd())
        return std::nullopt;
    m_result.text = m_text.toString();
    return Edtf(new Edtf::Data(m_result));
}

bool EdtfParser::expectEnd()
{
    if (atEnd())
        return true;
    return fail(m_at, tr("\"%1\" does not belong here.").arg(m_text.sliced(m_at).left(20)));
}

bool EdtfParser::accept(QChar c)
{
    if (peek() != c || atEnd())
        return false;
    ++m_at;
    return true;
}

bool EdtfParser::parseInterval(qsizetype slash)
{
    if (!parseIntervalSide(m_result.start, slash))
        return false;
    if (m_at != slash)
        return fail(m_at,
                    tr("\"%1\" does not belong here.").arg(m_text.sliced(m_at, slash - m_at)));
    ++m_at;
    return parseIntervalSide(m_result.end, m_text.size()) && expectEnd() && setIntervalBounds();
}

bool EdtfParser::parseIntervalSide(Edtf::Side &side, qsizetype end)
{
    const QStringView text = m_text.sliced(m_at, end - m_at);
    if (text.isEmpty() || text == ".."_L1) {
        side.endpoint = text.isEmpty() ? Edtf::Endpoint::Unknown : Edtf::Endpoint::Open;
        m_at = end;
        return true;
    }
    const qsizetype begin = m_at;
    if (!parseDate(side))
        return false;
    if (side.precision == Edtf::Precision::Second || side.precision == Edtf::Precision::Minute) {
        return fail(begin, tr("An interval takes dates, not times of day."),
                    tr("Write the days, e.g. 2022-12-05/2022-12-07."));
    }
    return true;
}

bool EdtfParser::setIntervalBounds()
{
    const Edtf::Side &start = m_result.start;
    const Edtf::Side &end = m_result.end;
    const bool startIsDate = start.endpoint == Edtf::Endpoint::Date;
    const bool endIsDate = end.endpoint == Edtf::Endpoint::Date;
    if (!startIsDate && !endIsDate) {
        return fail(0, tr("The interval has no date."),
                    tr("Write a date on one side at least, e.g. 2016/.. or leave the date empty."));
    }
    if (startIsDate && endIsDate && end.span.to <= start.span.from) {
        return fail(m_text.indexOf(u'/') + 1, tr("The interval ends before it begins."),
                    tr("Write the earlier date first, e.g. 2015/2019."));
    }
    FuzzyInterval &bounds = m_result.bounds;
    bounds = {start.span.from, start.span.to, end.span.from, end.span.to};
    if (start.endpoint == Edtf::Endpoint::Open)
        bounds.latestStart = distantPast;
    if (end.endpoint == Edtf::Endpoint::Open)
        bounds.earliestEnd = distantFuture;
    // What overlaps or is unknown is limited by the other side: nothing ends before it begins.
    bounds.latestStart = std::min(bounds.latestStart, bounds.latestEnd);
    bounds.earliestEnd = std::max(bounds.earliestEnd, bounds.earliestStart);
    return true;
}

bool EdtfParser::parseSet(QChar close)
{
    std::vector<Edtf::Side> members;
    do {
        if (!parseSetMember(members))
            return false;
    } while (accept(u','));
    if (!accept(close)) {
        return fail(
            m_at, tr("The set is not closed by \"%1\".").arg(close),
            tr("Write the dates with commas and without spaces, e.g. [2016,2017] or {2016,2018}."));
    }
    setSetBounds(members);
    return true;
}

bool EdtfParser::parseSetMember(std::vector<Edtf::Side> &members)
{
    const qsizetype begin = m_at;
    const bool openStart = ahead(u"..");
    if (openStart) {
        m_at += 2;
        members.push_back({.endpoint = Edtf::Endpoint::Open, .span = {distantPast, distantPast}});
    }
    Edtf::Side first;
    if (!parseDate(first))
        return false;
    members.push_back(first);
    if (openStart || !ahead(u".."))
        return true;
    m_at += 2;
    if (peek() == u',' || peek() == u']' || peek() == u'}') {
        members.push_back(
            {.endpoint = Edtf::Endpoint::Open, .span = {distantFuture, distantFuture}});
        return true;
    }
    Edtf::Side last;
    if (!parseDate(last))
        return false;
    if (last.span.to <= first.span.from) {
        return fail(begin, tr("The range ends before it begins."),
                    tr("Write the earlier date first, e.g. [1670..1672]."));
    }
    members.push_back(last);
    return true;
}

void EdtfParser::setSetBounds(const std::vector<Edtf::Side> &members)
{
    const auto from = [](const Edtf::Side &side) { return side.span.from; };
    const auto to = [](const Edtf::Side &side) { return side.span.to; };
    m_result.start = *std::ranges::min_element(members, {}, from);
    m_result.end = *std::ranges::max_element(members, {}, to);
    for (const Edtf::Side &member : members) {
        m_result.start.approximate |= member.approximate;
        m_result.start.uncertain |= member.uncertain;
    }
    const Instant earliest = m_result.start.span.from;
    const Instant latest = m_result.end.span.to;
    m_result.bounds = {earliest, latest, earliest, latest};
    if (m_result.form == Edtf::Form::AllOf)
        m_result.bounds.latestStart = to(*std::ranges::min_element(members, {}, to));
}

bool EdtfParser::parseQualifier(Edtf::Side &side)
{
    if (peek() == u'?' || peek() == u'%')
        side.uncertain = true;
    else if (peek() != u'~')
        return true;
    if (peek() != u'?')
        side.approximate = true;
    ++m_at;
    if (peek() == u'?' || peek() == u'~' || peek() == u'%') {
        return fail(m_at, tr("Only one of ? ~ % may stand here."),
                    tr("Write % for both uncertain and approximate, e.g. 2004-06%."));
    }
    return true;
}

bool EdtfParser::parseDate(Edtf::Side &side)
{
    const qsizetype begin = m_at;
    WrittenDate written;
    if (!parseQualifier(side))
        return false;
    if (accept(u'Y'))
        return parseLongYear(side);
    if (!parseYear(written, side))
        return false;
    if (accept(u'-')) {
        if (!parseComponent(written.month, side, QT_TR_NOOP("month")) || !checkMonth(written))
            return false;
        if (peek() == u'-' && written.isSeason()) {
            return fail(m_at, tr("A season has no day."),
                        tr("Write the season alone, e.g. 2001-21."));
        }
        if (accept(u'-') && !parseComponent(written.day, side, QT_TR_NOOP("day")))
            return false;
    }
    return resolve(written, begin, side) && (peek() != u'T' || parseTime(written, side));
}

bool EdtfParser::parseLongYear(Edtf::Side &side)
{
    const qsizetype begin = m_at - 1;
    const bool negative = accept(u'-');
    const qsizetype digits = m_at;
    std::int64_t value = 0;
    for (; isDigit(peek()); ++m_at)
        value = std::min(value * 10 + digitValue(peek()),
                         std::numeric_limits<std::int64_t>::max() / 20);
    const std::int64_t year = negative ? -value : value;
    if (m_at == digits)
        return fail(m_at, tr("\"Y\" is followed by a year."), tr("Write e.g. Y17000 or Y-17000."));
    if (value <= 9999) {
        return fail(begin, tr("\"Y\" is only for years of more than four digits."),
                    tr("Write the year with four digits, e.g. 1985 or -0044."));
    }
    if (year < earliestYear || year > latestYear) {
        return fail(digits, tr("The year is out of range."),
                    tr("Years from %1 to %2 can be told.").arg(earliestYear).arg(latestYear));
    }
    if (peek() == u'E' || peek() == u'S') {
        return fail(m_at, tr("Exponents and significant digits in years are not supported."),
                    tr("Write the year out, e.g. Y-170000000."));
    }
    side.precision = Edtf::Precision::Year;
    side.span = spanOfYear(year);
    return parseQualifier(side);
}

bool EdtfParser::parseYear(WrittenDate &written, Edtf::Side &side)
{
    written.negative = accept(u'-');
    const qsizetype begin = m_at;
    while (m_at < begin + 4 && (isDigit(peek()) || peek() == u'X'))
        ++m_at;
    written.year = m_text.sliced(begin, m_at - begin);
    if (m_at < begin + 4)
        return fail(m_at, tr("A year has four digits."));
    if (isDigit(peek()) || peek() == u'X') {
        return fail(m_at, tr("The year has more than four digits."),
                    tr("Write years after 9999 with Y, e.g. Y17000, and days as 2016-05-31."));
    }
    if (peek() == u'S') {
        return fail(m_at, tr("Significant digits in years are not supported."),
                    tr("Write unspecified digits as X, e.g. 19XX."));
    }
    return parseQualifier(side);
}

bool EdtfParser::parseComponent(QStringView &component, Edtf::Side &side, const char *what)
{
    if (!parseQualifier(side))
        return false;
    const qsizetype begin = m_at;
    while (m_at < begin + 2 && (isDigit(peek()) || peek() == u'X'))
        ++m_at;
    component = m_text.sliced(begin, m_at - begin);
    if (m_at < begin + 2)
        return fail(m_at, tr("The %1 takes two digits.").arg(tr(what)));
    return parseQualifier(side);
}

bool EdtfParser::checkMonth(const WrittenDate &written)
{
    if (written.hasValidMonth())
        return true;
    const qsizetype offset = written.month.data() - m_text.data();
    if (!written.month.contains(u'X') && written.month >= "25"_L1 && written.month <= "41"_L1) {
        return fail(offset, tr("Quarters and the like (25 to 41) are not supported."),
                    tr("Write the months as an interval, e.g. 2001-01/2001-03."));
    }
    return fail(offset, tr("There is no month %1.").arg(written.month));
}

bool EdtfParser::resolve(const WrittenDate &written, qsizetype begin, Edtf::Side &side)
{
    const std::optional<TimeSpan> span = written.span();
    if (!span && written.month.isEmpty())
        return fail(begin, tr("There is no year -0000."),
                    tr("Write 0000 for the year before 0001."));
    if (!span) {
        return fail(begin, tr("There is no such day: %1.").arg(m_text.sliced(begin, m_at - begin)),
                    tr("Look up how many days the month has; 29 February needs a leap year."));
    }
    side.span = *span;
    side.precision = written.precision();
    return true;
}

bool EdtfParser::parseTime(const WrittenDate &written, Edtf::Side &side)
{
    if (written.day.isEmpty() || written.hasUnspecified() || side.approximate || side.uncertain) {
        return fail(m_at, tr("A time of day needs a complete date without ? ~ % X."),
                    tr("Write e.g. 2022-12-05T10:00Z."));
    }
    ++m_at;
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!parseNumber(2, 23, QT_TR_NOOP("hour"), hour))
        return false;
    if (!accept(u':'))
        return fail(m_at, tr("A time has hours and minutes."), tr("Write e.g. 2022-12-05T10:00Z."));
    if (!parseNumber(2, 59, QT_TR_NOOP("minute"), minute))
        return false;
    const bool hasSecond = accept(u':');
    if (hasSecond && !parseNumber(2, 59, QT_TR_NOOP("second"), second))
        return false;
    if (peek() == u'.' || peek() == u',')
        return fail(m_at, tr("Fractions of a second are not supported."),
                    tr("Write whole seconds."));
    Instant offset = 0;
    if (!parseZone(offset))
        return false;
    const Instant time = (Instant(hour) * 3600 + minute * 60 + second) * millisecondsPerSecond;
    const Instant unit = (hasSecond ? 1 : 60) * millisecondsPerSecond;
    const Instant from = side.span.from + time - offset;
    side.span = {from, from + unit};
    side.precision = hasSecond ? Edtf::Precision::Second : Edtf::Precision::Minute;
    return true;
}

bool EdtfParser::parseZone(Instant &offset)
{
    constexpr int mostHours = 14;
    if (atEnd() || accept(u'Z'))
        return true;
    const bool west = peek() == u'-';
    if (!accept(u'-') && !accept(u'+'))
        return expectEnd();
    int hours = 0;
    int minutes = 0;
    if (!parseNumber(2, mostHours, QT_TR_NOOP("time zone"), hours))
        return false;
    if (accept(u':') && !parseNumber(2, 59, QT_TR_NOOP("time zone"), minutes))
        return false;
    const Instant magnitude = (Instant(hours) * 60 + minutes) * 60 * millisecondsPerSecond;
    offset = west ? -magnitude : magnitude;
    return true;
}

bool EdtfParser::parseNumber(int digits, int most, const char *what, int &value)
{
    const qsizetype begin = m_at;
    for (; m_at < begin + digits && isDigit(peek()); ++m_at)
        value = value * 10 + digitValue(peek());
    if (m_at < begin + digits)
        return fail(m_at, tr("The %1 takes two digits.").arg(tr(what)));
    if (value > most)
        return fail(begin, tr("The %1 is more than %2.").arg(tr(what)).arg(most));
    return true;
}

bool EdtfParser::fail(qsizetype offset, const QString &message, const QString &hint)
{
    if (m_fault)
        *m_fault = {offset, message, hint.isEmpty() ? edtfHint(m_text) : hint};
    return false;
}

} // namespace dateline::events
