// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/written_date.h>

#include <QCoreApplication>
#include <QStringView>

#include <vector>

namespace dateline::events {

/// Reads one EDTF expression from left to right, once. Internal to Edtf::parse.
///
/// How expressions become bounds:
/// - A single date or "one of" is an occurrence somewhere in the span (of all members).
/// - An interval begins within its first date and ends within its last one.
/// - "All of" begins within the date that ends first. Its end is only known to lie before the
///   end of the last date: the members are separate, so nothing between them is certain.
/// - "~", "?" and "%" set flags and move no bound, because the standard gives them no width.
/// - Seasons are whole months, northern and meteorological, as weather services count them:
///   21 spring March to May, 22 summer June to August, 23 autumn September to November,
///   24 winter December to February of the next year.
/// - A time without a zone is read as UTC.
class EdtfParser
{
    Q_DECLARE_TR_FUNCTIONS(dateline::events::EdtfParser)

public:
    /// `fault` may be null.
    EdtfParser(QStringView text, EdtfFault *fault);

    [[nodiscard]] std::optional<Edtf> parse();

private:
    // Each returns false after it has described the fault. `what` is the name of a part, which is
    // translated where a fault tells it alone: dates are many.
    bool parseInterval(qsizetype slash);
    bool parseIntervalSide(Edtf::Side &side, qsizetype end);
    bool parseSet(QChar close);
    bool parseSetMember(std::vector<Edtf::Side> &members);
    bool parseDate(Edtf::Side &side);
    bool parseLongYear(Edtf::Side &side);
    bool parseYear(WrittenDate &written, Edtf::Side &side);
    bool parseComponent(QStringView &component, Edtf::Side &side, const char *what);
    bool parseQualifier(Edtf::Side &side);
    bool parseTime(const WrittenDate &written, Edtf::Side &side);
    bool parseZone(Instant &offset);
    bool parseNumber(int digits, int most, const char *what, int &value);
    bool resolve(const WrittenDate &written, qsizetype begin, Edtf::Side &side);
    bool checkMonth(const WrittenDate &written);
    bool expectEnd();

    bool setIntervalBounds();
    void setSetBounds(const std::vector<Edtf::Side> &members);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    [[nodiscard]] bool ahead(QStringView what) const
    {
        return m_text.sliced(m_at).startsWith(what);
    }
    bool accept(QChar c);
    bool fail(qsizetype offset, const QString &message, const QString &hint = {});

    QStringView m_text;
    EdtfFault *m_fault;
    qsizetype m_at = 0;
    Edtf::Data m_result;
};

} // namespace dateline::events
