// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;

namespace dateline::stories {

/// A flat button with one of the program's icons; `name` says what it does and by which key, for
/// tooltips and screen readers. The caller puts it into a layout.
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &name);

} // namespace dateline::stories
