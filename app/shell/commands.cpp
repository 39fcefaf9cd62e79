// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/commands.h>

#include <exports/event_export.h>
#include <exports/summary.h>
#include <readers/package_reader.h>
#include <shell/check_report.h>
#include <shell/dataset_check.h>
#include <shell/dialogs.h>
#include <shell/view_file.h>

#include <QCoreApplication>

#include <cstdio>

namespace dateline::shell {

namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

constexpr qsizetype manyDiagnostics = 50;

/// Reads the dataset of the line; without one, says why on stderr and gives null.
std::shared_ptr<const events::Dataset> readDataset(const CommandLine &line)
{
    const readers::ReadResult result = readers::readPackage(line.dataset);
    if (!result.dataset)
        complain(diagnosticsText(result.diagnostics, manyDiagnostics));
    else if (result.hasErrors())
        complain(
            CommandWords::tr("the dataset has faults; see: dateline check %1").arg(line.dataset));
    return result.dataset;
}

} // namespace

void complain(const QString &text)
{
    std::fprintf(stderr, "dateline: %s\n", qPrintable(text));
}

bool openForCommand(workspace::Workspace &workspace, const CommandLine &line)
{
    const std::shared_ptr<const events::Dataset> dataset = readDataset(line);
    if (!dataset)
        return false;
    workspace.setDataset(dataset);
    if (line.view.isEmpty())
        return true;
    QString error;
    const std::optional<workspace::ViewState> state = readViewFile(line.view, error);
    if (!state) {
        complain(CommandWords::tr("%1: %2").arg(line.view, error));
        return false;
    }
    workspace.apply(*state);
    return true;
}

int runSummary(const CommandLine &line)
{
    const std::shared_ptr<const events::Dataset> dataset = readDataset(line);
    if (!dataset)
        return 2;
    const QByteArray text
        = line.json ? exports::summaryJson(*dataset) : exports::summaryText(*dataset).toUtf8();
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    return 0;
}

int runExport(const CommandLine &line)
{
    workspace::Workspace workspace;
    if (!openForCommand(workspace, line))
        return 2;
    if (const auto error = exports::exportEvents(exports::exportedEvents(workspace), line.output)) {
        complain(*error);
        return 1;
    }
    return 0;
}

int runCheck(const CommandLine &line)
{
    const readers::ReadResult result = checkDataset(line.dataset);
    const QByteArray report
        = line.json ? checkReportJson(result) : checkReportText(line.dataset, result).toUtf8();
    std::fwrite(report.constData(), 1, std::size_t(report.size()), stdout);
    if (!result.dataset)
        return 2;
    return result.hasErrors() ? 1 : 0;
}

} // namespace dateline::shell
