// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/command_line.h>
#include <shell/film.h>

namespace dateline::shell {

/// What the line asks of a film.
[[nodiscard]] FilmWishes filmWishes(const CommandLine &line);

/// The command `film`, inside a QGuiApplication of any platform: 0, 1 when the film cannot be made
/// or written, 2 when dataset or view cannot be read, 130 when it was cancelled (Ctrl+C, SIGTERM);
/// then nothing is left behind. How far it is goes to stderr.
int runFilm(const CommandLine &line);

} // namespace dateline::shell
