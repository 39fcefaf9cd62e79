// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_reader.h>

namespace dateline::readers {

/// Diagnostics about rows that have been read: finds the file and the spreadsheet row of an id.
class RecordReport
{
public:
    /// The references must outlive the report.
    RecordReport(const std::map<QString, TableOrigin> &origins, DiagnosticList &diagnostics)
        : m_origins(origins)
        , m_diagnostics(diagnostics)
    {}

    /// About a column of the row `id` of a table; for a step `id` is its stepKey().
    void add(Severity severity, QLatin1StringView code, QLatin1StringView table, const QString &id,
             QLatin1StringView column, const QString &message, const QString &hint);

    /// About a member of datapackage.json, e.g. "dateline.kinds".
    void addToDescription(Severity severity, QLatin1StringView code, const QString &path,
                          const QString &message, const QString &hint);

    /// As DiagnosticList::wouldKeep().
    [[nodiscard]] bool wouldKeep(QLatin1StringView code) const
    {
        return m_diagnostics.wouldKeep(code);
    }

private:
    const std::map<QString, TableOrigin> &m_origins;
    DiagnosticList &m_diagnostics;
};

} // namespace dateline::readers
