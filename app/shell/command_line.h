// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>
#include <workspace/view_state.h>

#include <QSize>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>

namespace dateline::shell {

/// What the program was asked to do. One of the commands without a window, or the window.
struct CommandLine
{
    enum class Command : std::uint8_t {
        Window,
        Check,
        Summary,
        Export,
        Figure,
        Film,
        SelfTest,
        Help,
        Version,
    };

    Command command = Command::Window;
    QString dataset; ///< folder or .zip; empty: the bundled dataset
    QString view; ///< file of a ViewState, or empty
    QString output; ///< of export, figure and film
    QString topic; ///< of help: the command it is asked about, or empty
    bool json = false; ///< check and summary
    std::optional<workspace::Theme> theme; ///< nothing: as it was last time
    QString screenshot; ///< file for a picture of the window, or empty
    std::optional<QSize> size; ///< of the window
    QStringList show; ///< panels to open; of a figure or film its parts; empty: not said
    std::optional<QSizeF> pageSize; ///< of a figure or film, in whole pixels of 1/96 inch
    std::optional<QSizeF> seenIn; ///< the size of the map for which the view's camera was meant
    double dpi = 96; ///< of a figure as PNG
    double framesPerSecond = 30; ///< of a film
    std::optional<double> daysPerSecond; ///< of a film, or of the playback that a figure marks
    std::optional<workspace::PlayMode> mode; ///< of it
    std::optional<events::Instant> playWidth; ///< of its moving window, at least 1
    bool stops = true; ///< of a film: see workspace::PlaySettings
    bool breaks = true; ///< as above, of a figure too
    bool present = false; ///< start the first story
    bool traceStartup = false;
    QString traceFrames; ///< file of a FrameOperation script, or empty
};

/// A command line read, or what is wrong with it.
struct CommandLineResult
{
    CommandLine line;
    QString error; ///< empty when all is well; then for stderr, with exit status 2
};

/// Reads `arguments`, the first of which is the program. Asks nothing of the display.
[[nodiscard]] CommandLineResult readCommandLine(const QStringList &arguments);

/// The option --window for a moving window: the very number of days, from which readCommandLine()
/// gets the same width again.
[[nodiscard]] QString daysOption(events::Instant width);

/// What --mode calls a mode.
[[nodiscard]] QString modeOption(workspace::PlayMode mode);

/// What --help prints about the program, or about one of its commands that have more to say:
/// "figure", "film".
[[nodiscard]] QString helpText(const QString &topic = {});

} // namespace dateline::shell
