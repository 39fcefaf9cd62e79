// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/diagnostic.h>

#include <readers/limits.h>

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

struct DiagnosticTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::DiagnosticTexts)
};

std::string_view keyOf(QLatin1StringView code)
{
    return {code.data(), std::size_t(code.size())};
}

} // namespace

QLatin1StringView severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error"_L1;
    case Severity::Warning:
        return "warning"_L1;
    case Severity::Note:
        break;
    }
    return "note"_L1;
}

QString toText(const Diagnostic &diagnostic)
{
    QString text = diagnostic.file;
    if (diagnostic.row)
        text += u", "_s + DiagnosticTexts::tr("row %1").arg(*diagnostic.row);
    if (!diagnostic.column.isEmpty())
        text += u", "_s + diagnostic.column;
    text += text.isEmpty() ? diagnostic.message : u": "_s + diagnostic.message;
    if (!diagnostic.hint.isEmpty())
        text += u" ("_s + diagnostic.hint + u')';
    return text;
}

void DiagnosticList::add(Diagnostic diagnostic)
{
    Tally &tally = m_tallies[keyOf(diagnostic.code)];
    tally.severity = std::min(tally.severity, diagnostic.severity);
    if (tally.count++ < limits::diagnosticsPerCode)
        m_kept.push_back(std::move(diagnostic));
}

bool DiagnosticList::wouldKeep(QLatin1StringView code) const
{
    const auto found = m_tallies.find(keyOf(code));
    return found == m_tallies.end() || found->second.count < limits::diagnosticsPerCode;
}

std::vector<Diagnostic> DiagnosticList::take()
{
    std::vector<Diagnostic> more;
    for (const auto &[code, tally] : m_tallies) {
        if (tally.count <= limits::diagnosticsPerCode)
            continue;
        Diagnostic summary;
        summary.severity = tally.severity;
        summary.code = QLatin1StringView(code.data(), qsizetype(code.size()));
        summary.message = DiagnosticTexts::tr("And %1 more like these (%2).")
                              .arg(tally.count - limits::diagnosticsPerCode)
                              .arg(summary.code);
        summary.hint = DiagnosticTexts::tr("Mend the ones listed, then check again.");
        more.push_back(std::move(summary));
    }
    std::ranges::sort(more, {}, &Diagnostic::code);
    std::ranges::move(more, std::back_inserter(m_kept));
    m_tallies.clear();
    return std::exchange(m_kept, {});
}

} // namespace dateline::readers
