// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAction;

namespace dateline::shell {

/// All keys as a table in HTML: those of actions under the title of the menu they are in, then what
/// keys and pointer do on the map, on the timeline and while presenting. GUI thread.
[[nodiscard]] QString cheatSheetHtml(const QList<QAction *> &actions);

} // namespace dateline::shell
