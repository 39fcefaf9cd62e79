// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

class QWidget;

namespace dateline::shell {

/// Opens a page in the person's browser after a dialog that names its host was answered with
/// yes. Only http and https; anything else is refused with a message. The program itself
/// contacts no host.
void askAndOpen(const QUrl &url, QWidget *parent);

} // namespace dateline::shell
