// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_reader.h>
#include <readers/text_lint.h>

#include <QCoreApplication>

#include <vector>

namespace dateline::readers {

/// The checks of checkPackage on a dataset that has been read. Used once.
class ContentCheck
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::ContentCheck)

public:
    /// The references must outlive the check.
    ContentCheck(const events::Dataset &dataset, const std::map<QString, TableOrigin> &origins,
                 DiagnosticList &diagnostics);

    void run();

private:
    void checkClaimsOfEvents();
    void checkAnswers();
    void checkDuplicates();
    void checkLedger();
    void checkUse();
    void checkDescription();
    void checkWording();
    void checkEventIds(const QStringList &ids, const QString &path);

    /// Lints one text of the row `id` of a table.
    void lint(QLatin1StringView table, const QString &id, QLatin1StringView column,
              const QString &text);
    void lintDescription(const QString &path, const QString &text);

    void report(Severity severity, QLatin1StringView code, QLatin1StringView table,
                const QString &id, QLatin1StringView column, const QString &message,
                const QString &hint);
    void reportDescription(Severity severity, QLatin1StringView code, const QString &path,
                           const QString &message, const QString &hint);

    const events::Dataset &m_dataset;
    const std::map<QString, TableOrigin> &m_origins;
    DiagnosticList &m_diagnostics;
    TextLint m_lint;
};

} // namespace dateline::readers
