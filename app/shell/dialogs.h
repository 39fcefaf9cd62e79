// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/diagnostic.h>
#include <workspace/palette.h>
#include <workspace/workspace.h>

#include <QString>

#include <span>
#include <vector>

class QAction;
class QWidget;

/// The windows beside the main window.
namespace dateline::shell {

/// Diagnostics as text for people, one paragraph each: where, what, how to mend it. At most
/// `limit` of them, then how many more there are.
[[nodiscard]] QString diagnosticsText(std::span<const readers::Diagnostic> diagnostics,
                                      qsizetype limit);

void openDiagnostics(QWidget &parent, std::span<const readers::Diagnostic> diagnostics);

/// The caveats of the package's editors; a chosen event is selected in the workspace.
void openDoubts(QWidget &parent, workspace::Workspace &workspace, workspace::Theme theme);

/// Version, licences of the program, the dataset, the base map and the libraries.
void openAbout(QWidget &parent, const workspace::Workspace &workspace);

/// The keys of all actions that have one, and those of the panes.
void openCheatSheet(QWidget &parent, const QList<QAction *> &actions);

} // namespace dateline::shell
