// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/written_date.h>

#include <events/civil_day.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::events {

namespace {

constexpr int monthsPerYear = 12;

/// True when `value`, written with as many digits as `pattern` has, is one that it allows.
bool fits(QStringView pattern, int value)
{
    for (qsizetype i = pattern.size() - 1; i >= 0; --i, value /= 10) {
        if (pattern[i] != u'X' && pattern[i].unicode() - u'0' != value % 10)
            return false;
    }
    return value == 0;
}

/// The number that `pattern` is with `digit` for each X.
int filled(QStringView pattern, int digit)
{
    int value = 0;
    for (const QChar c : pattern)
        value = value * 10 + (c == u'X' ? digit : c.unicode() - u'0');
    return value;
}

/// The `i`th of `count` numbers from 0 on, counted from the front or from the back.
int nth(bool fromFront, int count, int i)
{
    return fromFront ? i : count - 1 - i;
}

/// The numbers of two digits from 1 to `most` among which all are that `pattern` allows; those of
/// one that is written out are one or none.
struct Candidates
{
    Candidates(QStringView pattern, int most)
        : first(std::max(1, filled(pattern, 0)))
        , count(std::max(0, std::min(most, filled(pattern, 9)) - first + 1))
    {}
    int first;
    int count;
};

} // namespace

bool WrittenDate::hasUnspecified() const
{
    return year.contains(u'X') || month.contains(u'X') || day.contains(u'X');
}

bool WrittenDate::isSeason() const
{
    return month.size() == 2 && month[0] == u'2' && month[1] >= u'1' && month[1] <= u'4';
}

bool WrittenDate::hasValidMonth() const
{
    const Candidates months(month, monthsPerYear);
    for (int i = 0; i < months.count; ++i) {
        if (fits(month, months.first + i))
            return true;
    }
    return isSeason();
}

std::optional<TimeSpan> WrittenDate::span() const
{
    const std::optional<TimeSpan> first = realization(Wanted::First);
    if (!first)
        return std::nullopt;
    // All that is written leaves one day, or month, or year.
    return TimeSpan{first->from, hasUnspecified() ? realization(Wanted::Last)->to : first->to};
}

std::optional<TimeSpan> WrittenDate::realization(Wanted wanted) const
{
    const int smallest = filled(year, 0);
    const int years = filled(year, 9) - smallest + 1;
    const bool upwards = (wanted == Wanted::First) != negative;
    for (int i = 0; i < years; ++i) {
        const int magnitude = smallest + nth(upwards, years, i);
        if (!fits(year, magnitude) || (negative && magnitude == 0))
            continue;
        if (const auto span = realizationIn(negative ? -magnitude : magnitude, wanted))
            return span;
    }
    return std::nullopt;
}

std::optional<TimeSpan> WrittenDate::realizationIn(std::int64_t inYear, Wanted wanted) const
{
    if (month.isEmpty())
        return spanOfYear(inYear);
    if (isSeason()) {
        constexpr unsigned monthsPerSeason = 3;
        const auto season = unsigned(month[1].unicode() - u'0');
        return spanOfMonths(inYear, season * monthsPerSeason, monthsPerSeason);
    }
    const Candidates months(month, monthsPerYear);
    for (int i = 0; i < months.count; ++i) {
        const int candidate = months.first + nth(wanted == Wanted::First, months.count, i);
        if (!fits(month, candidate))
            continue;
        if (day.isEmpty())
            return spanOfMonths(inYear, unsigned(candidate), 1);
        if (const auto span = dayIn(inYear, unsigned(candidate), wanted))
            return span;
    }
    return std::nullopt;
}

std::optional<TimeSpan> WrittenDate::dayIn(std::int64_t inYear, unsigned inMonth,
                                           Wanted wanted) const
{
    const Candidates days(day, int(daysInMonth(inYear, inMonth)));
    for (int i = 0; i < days.count; ++i) {
        const int candidate = days.first + nth(wanted == Wanted::First, days.count, i);
        if (fits(day, candidate))
            return spanOfDay(inYear, inMonth, unsigned(candidate));
    }
    return std::nullopt;
}

Edtf::Precision WrittenDate::precision() const
{
    const auto isWritten = [](QStringView part) { return !part.isEmpty() && part != "XX"_L1; };
    if (isWritten(day))
        return Edtf::Precision::Day;
    if (isWritten(month))
        return isSeason() ? Edtf::Precision::Season : Edtf::Precision::Month;
    if (!year.endsWith(u'X'))
        return Edtf::Precision::Year;
    if (!year.endsWith("XX"_L1))
        return Edtf::Precision::Decade;
    return year.endsWith("XXX"_L1) ? Edtf::Precision::Millennium : Edtf::Precision::Century;
}

} // namespace dateline::events
