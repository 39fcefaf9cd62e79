// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>

#include <QStringView>

#include <optional>

namespace dateline::events {

/// The year, month and day of one EDTF date as written, any of whose digits may be "X"
/// (unspecified), and what they can stand for. Internal to EdtfParser.
struct WrittenDate
{
    bool negative = false;
    QStringView year; ///< four digits
    QStringView month; ///< two digits, a season (21 to 24), or empty when not written
    QStringView day; ///< two digits, or empty when not written

    [[nodiscard]] bool hasUnspecified() const;

    /// True when the month is a season, or at least one month has these digits.
    [[nodiscard]] bool hasValidMonth() const;
    [[nodiscard]] bool isSeason() const;

    /// From the beginning of the first day that the digits allow to the end of the last one;
    /// nothing when they allow none, e.g. 2023-02-29 or -0000. The month must be valid.
    [[nodiscard]] std::optional<TimeSpan> span() const;

    /// The finest unit that has a digit; "XX" as a whole is none. 2004-XX is a year, 201X a
    /// decade, 2022-1X a month (one of three).
    [[nodiscard]] Edtf::Precision precision() const;

private:
    enum class Wanted { First, Last };
    [[nodiscard]] std::optional<TimeSpan> realization(Wanted wanted) const;
    [[nodiscard]] std::optional<TimeSpan> realizationIn(std::int64_t inYear, Wanted wanted) const;
    [[nodiscard]] std::optional<TimeSpan> dayIn(std::int64_t inYear, unsigned inMonth,
                                                Wanted wanted) const;
};

} // namespace dateline::events
