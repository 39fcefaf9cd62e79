// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dateline::shell {

/// The whole program: reads the command line, runs a command or the window, and gives the exit
/// status: 0 done, 1 the thing asked for found faults or failed, 2 wrong usage or unreadable.
int run(int argc, char **argv);

} // namespace dateline::shell
