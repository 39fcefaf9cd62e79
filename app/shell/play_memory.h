// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/playback.h>

/// How a person likes to play, from one run of the program to the next, in QSettings.
namespace dateline::shell {

/// `unless` with what was remembered; what is missing there, or is no value that may be set, is
/// left as it is. Whether it glides is not part of it.
[[nodiscard]] workspace::PlaySettings rememberedPlaySettings(workspace::PlaySettings unless);
void rememberPlaySettings(const workspace::PlaySettings &settings);

} // namespace dateline::shell
