// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/record_report.h>

#include <readers/package_description.h>

namespace dateline::readers {

void RecordReport::add(Severity severity, QLatin1StringView code, QLatin1StringView table,
                       const QString &id, QLatin1StringView column, const QString &message,
                       const QString &hint)
{
    Diagnostic diagnostic{severity, code, table, std::nullopt, column, message, hint};
    if (const auto origin = m_origins.find(table); origin != m_origins.end()) {
        diagnostic.file = origin->second.file;
        const auto row = origin->second.rows.constFind(id);
        if (row != origin->second.rows.cend())
            diagnostic.row = *row;
    }
    m_diagnostics.add(std::move(diagnostic));
}

void RecordReport::addToDescription(Severity severity, QLatin1StringView code, const QString &path,
                                    const QString &message, const QString &hint)
{
    m_diagnostics.add({severity, code, descriptionFile, std::nullopt, path, message, hint});
}

} // namespace dateline::readers
