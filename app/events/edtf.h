// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fuzzy_interval.h>

#include <QSharedData>
#include <QString>

#include <cstdint>
#include <optional>

namespace dateline::events {

/// What is wrong with a date expression, in words a person can act on, and where.
struct EdtfFault
{
    qsizetype offset = 0; ///< index into the text of the first character that does not fit
    QString message; ///< what is wrong
    QString hint; ///< how to mend it, with an example
};

/// A date as the Extended Date/Time Format writes it (ISO 8601-2:2019, Annex A; the Library of
/// Congress specification, https://www.loc.gov/standards/datetime/): levels 0 and 1, sets
/// ("[1667,1668]" one of, "{1960,1961}" all of), a qualifier left or right of any component of
/// level 2, unspecified digits, and seasons 21 to 24. An immutable, shared value of the size of a
/// pointer, because claims repeat the same few dates.
class Edtf
{
public:
    /// The finest unit in which an endpoint is written.
    enum class Precision : std::uint8_t {
        Second,
        Minute,
        Day,
        Month,
        Season,
        Year,
        Decade,
        Century,
        Millennium
    };

    /// How an endpoint of an interval is written.
    enum class Endpoint : std::uint8_t { Date, Open, Unknown }; ///< "2016", "..", ""

    /// Which shape the whole expression has.
    enum class Form : std::uint8_t { Single, Interval, OneOf, AllOf };

    /// Parses `text` (surrounding spaces are a fault). Returns nothing for an invalid expression
    /// and then describes it in `fault`, when given. Text longer than maximumLength is a fault.
    /// Linear in the length of the text. Thread-safe.
    ///   "2016-05"      somewhere in May 2016
    ///   "2022-1X"      somewhere from October to December 2022
    ///   "../2019"      no beginning (the standard's open), ended somewhere in 2019
    ///   "/2019"        began at an unknown time, ended somewhere in 2019
    [[nodiscard]] static std::optional<Edtf> parse(QStringView text, EdtfFault *fault = nullptr);

    /// Longest accepted expression, in UTF-16 units.
    static constexpr qsizetype maximumLength = 255;

    [[nodiscard]] const QString &text() const { return d->text; }
    [[nodiscard]] const FuzzyInterval &bounds() const { return d->bounds; }
    [[nodiscard]] Form form() const { return d->form; }

    /// Of the first and the last date of an interval or set; both the same for a single date.
    /// A span longer than its precision stands for one such unit in it: "2022-1X" is a month
    /// from October to December. A component that is all "XX" does not count as written.
    [[nodiscard]] Precision startPrecision() const { return d->start.precision; }
    [[nodiscard]] Precision endPrecision() const { return d->end.precision; }
    [[nodiscard]] Endpoint startEndpoint() const { return d->start.endpoint; }
    [[nodiscard]] Endpoint endEndpoint() const { return d->end.endpoint; }

    /// The span covered by the first (start) and last (end) date as written, before it is read
    /// as fuzzy: for wording. [1 May, 1 June) for "2016-05"; unbounded for an open endpoint.
    [[nodiscard]] const TimeSpan &startSpan() const { return d->start.span; }
    [[nodiscard]] const TimeSpan &endSpan() const { return d->end.span; }

    /// "~" and "%": about; "?" and "%": the source is unsure.
    [[nodiscard]] bool isApproximate() const { return d->start.approximate || d->end.approximate; }
    [[nodiscard]] bool isUncertain() const { return d->start.uncertain || d->end.uncertain; }

    friend bool operator==(const Edtf &a, const Edtf &b)
    {
        return a.d == b.d || a.text() == b.text();
    }

    /// One side of the expression; public for the parser only.
    struct Side
    {
        Endpoint endpoint = Endpoint::Date;
        Precision precision = Precision::Day;
        TimeSpan span;
        bool approximate = false;
        bool uncertain = false;
    };

private:
    friend class EdtfParser;
    friend class OptionalEdtf;

    struct Data : QSharedData
    {
        QString text;
        FuzzyInterval bounds;
        Form form = Form::Single;
        Side start;
        Side end;
    };
    explicit Edtf(Data *data)
        : d(data)
    {}
    Edtf() = default; ///< for OptionalEdtf alone: nothing may be asked of it
    [[nodiscard]] bool isNull() const { return !d; }

    QExplicitlySharedDataPointer<const Data> d;
};

} // namespace dateline::events
