// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>

class QApplication;

namespace dateline::shell {

/// Gives the application Fusion style, the theme's colours, type (the system's UI font at 10 pt
/// times the theme's and the person's scale) and the style sheet of bars, docks and controls.
/// Returns the palette for the views: its fontScale is 1, since the font is scaled already.
workspace::Palette applyTheme(QApplication &application, workspace::Theme theme, double textScale);

} // namespace dateline::shell
