// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The rules of app/README.md that a machine can hold: which module may include which, which Qt
/// modules it may see, and how long a file and a function may be.
namespace dateline::tests {

/// Every breach below `root` (a folder with app/ and tests/ in it) as "file:line: what and why";
/// empty when all is well. A root without any source is a breach as well, so that a wrong path
/// cannot pass.
[[nodiscard]] QStringList breachesIn(const QString &root);

} // namespace dateline::tests
