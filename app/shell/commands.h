// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/command_line.h>
#include <workspace/workspace.h>

/// The commands that need no display: what they print goes to stdout, faults to stderr; each
/// returns the exit status of the program.
namespace dateline::shell {

/// Says on stderr what is wrong.
void complain(const QString &text);

/// Puts the dataset and the view that the line names into a workspace. Where one cannot be read,
/// says why on stderr and gives false.
[[nodiscard]] bool openForCommand(workspace::Workspace &workspace, const CommandLine &line);

/// 0 clean (warnings may be printed), 1 errors, 2 the dataset cannot be read.
int runCheck(const CommandLine &line);

/// 0, or 2 when the dataset cannot be read.
int runSummary(const CommandLine &line);

/// 0, 1 when the file cannot be written, 2 when dataset or view cannot be read.
int runExport(const CommandLine &line);

} // namespace dateline::shell
