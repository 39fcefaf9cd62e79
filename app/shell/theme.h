// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>

namespace dateline::shell {

/// Gives the application Fusion style, the theme's colours, type (the system's UI font at 10 pt
/// times the theme's and the person's scale) and the style sheet of bars, docks and controls.
/// Before the event loop runs, only widgets that are made later take up the font.
void applyTheme(workspace::Theme theme, double textScale);

/// How many times larger than 10 pt type is in a theme, for a person's scale.
[[nodiscard]] double typeScale(workspace::Theme theme, double textScale);

} // namespace dateline::shell
