// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace dateline::panels {

/// Whether a widget is hidden in a window that is shown, as a closed dock is: nobody sees what it
/// holds, so that bringing it up to date can wait for its showEvent().
[[nodiscard]] inline bool isOutOfSight(const QWidget &widget)
{
    return !widget.isVisible() && widget.window()->isVisible();
}

} // namespace dateline::panels
