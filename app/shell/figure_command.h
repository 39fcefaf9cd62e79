// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/command_line.h>
#include <shell/figure.h>

#include <QDate>

namespace dateline::shell {

/// The command `figure`, inside a QGuiApplication of any platform: 0, 1 when the figure cannot be
/// made or written, 2 when dataset or view cannot be read.
int runFigure(const CommandLine &line);

/// What the line asks of a figure or a film; what it leaves open is as FigureWishes has it.
[[nodiscard]] FigureWishes figureWishes(const CommandLine &line);

/// Lets a playback play as the line says; what the line leaves open stays as it is. A figure shows
/// by it where the timeline is hurried through.
void setPlayback(workspace::Playback &playback, const CommandLine &line);

/// The day that a file says it was made on: today, or that of SOURCE_DATE_EPOCH where it is set, so
/// that a build of a document can be repeated (https://reproducible-builds.org).
[[nodiscard]] QDate dayOfMaking();

} // namespace dateline::shell
