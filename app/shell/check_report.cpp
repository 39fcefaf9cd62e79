// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/check_report.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

using readers::Diagnostic;
using readers::Severity;

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(CheckReport)
};

qsizetype countOf(const readers::ReadResult &result, Severity severity)
{
    return std::ranges::count(result.diagnostics, severity, &Diagnostic::severity);
}

/// "  error, row 12, place: what is wrong" with the way to mend it on a line of its own.
QString faultText(const Diagnostic &diagnostic)
{
    QString text = u"  "_s + severityWord(diagnostic.severity);
    if (diagnostic.row)
        text += u", "_s + ReportText::tr("row %1").arg(*diagnostic.row);
    if (!diagnostic.column.isEmpty())
        text += u", "_s + diagnostic.column;
    text += u": "_s + diagnostic.message + u" ["_s + diagnostic.code + u"]\n"_s;
    if (!diagnostic.hint.isEmpty())
        text += u"    "_s + diagnostic.hint + u'\n';
    return text;
}

QString countsText(const readers::ReadResult &result)
{
    const QLocale locale;
    return ReportText::tr("Errors: %1, warnings: %2, notes: %3.")
        .arg(locale.toString(countOf(result, Severity::Error)),
             locale.toString(countOf(result, Severity::Warning)),
             locale.toString(countOf(result, Severity::Note)));
}

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return ReportText::tr("error");
    case Severity::Warning:
        return ReportText::tr("warning");
    case Severity::Note:
        break;
    }
    return ReportText::tr("note");
}

QString checkReportText(const QString &path, const readers::ReadResult &result)
{
    if (result.diagnostics.empty() && result.dataset)
        return ReportText::tr("%1: no faults. Events: %2.\n")
            .arg(path, QLocale().toString(qulonglong(result.dataset->size())));
    std::vector<Diagnostic> sorted = result.diagnostics;
    std::ranges::stable_sort(sorted, {}, [](const Diagnostic &diagnostic) {
        return std::tuple(diagnostic.file, diagnostic.severity, diagnostic.row.value_or(0));
    });
    QString text;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i == 0 || sorted[i].file != sorted[i - 1].file)
            text += (i == 0 ? QString() : u"\n"_s) + sorted[i].file + u'\n';
        text += faultText(sorted[i]);
    }
    if (!result.dataset)
        text += u'\n' + ReportText::tr("The dataset cannot be read.");
    return text + u'\n' + countsText(result) + u'\n';
}

QByteArray checkReportJson(const readers::ReadResult &result)
{
    QJsonArray diagnostics;
    for (const Diagnostic &diagnostic : result.diagnostics) {
        diagnostics.append(
            QJsonObject{{u"severity"_s, readers::severityName(diagnostic.severity)},
                        {u"code"_s, diagnostic.code},
                        {u"file"_s, diagnostic.file},
                        {u"row"_s, diagnostic.row ? QJsonValue(*diagnostic.row) : QJsonValue()},
                        {u"column"_s, diagnostic.column},
                        {u"message"_s, diagnostic.message},
                        {u"hint"_s, diagnostic.hint}});
    }
    QJsonObject dataset;
    if (result.dataset) {
        dataset = {{u"name"_s, result.dataset->info().name},
                   {u"version"_s, result.dataset->info().version}};
    }
    return QJsonDocument(QJsonObject{{u"dataset"_s, dataset},
                                     {u"readable"_s, result.dataset != nullptr},
                                     {u"errors"_s, countOf(result, Severity::Error)},
                                     {u"warnings"_s, countOf(result, Severity::Warning)},
                                     {u"notes"_s, countOf(result, Severity::Note)},
                                     {u"diagnostics"_s, diagnostics}})
        .toJson();
}

} // namespace dateline::shell
