// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace dateline::shell {

/// What the program was asked to do. One of the commands without a window, or the window.
struct CommandLine
{
    enum class Command : std::uint8_t { Window, Check, Summary, Export, SelfTest, Help, Version };

    Command command = Command::Window;
    QString dataset; ///< folder or .zip; empty: the bundled dataset
    QString view; ///< file of a ViewState, or empty
    QString output; ///< of export
    bool json = false; ///< check and summary
    std::optional<workspace::Theme> theme; ///< nothing: as it was last time
    QString screenshot; ///< file for a picture of the window, or empty
    std::optional<QSize> size; ///< of the window
    QStringList show; ///< panels to open: "table", "tray", "doubts"
    bool present = false; ///< start the first story
    bool traceStartup = false;
};

/// A command line read, or what is wrong with it.
struct CommandLineResult
{
    CommandLine line;
    QString error; ///< empty when all is well; then for stderr, with exit status 2
};

/// Reads `arguments`, the first of which is the program. Asks nothing of the display.
[[nodiscard]] CommandLineResult readCommandLine(const QStringList &arguments);

/// What --help prints.
[[nodiscard]] QString helpText();

} // namespace dateline::shell
