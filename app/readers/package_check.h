// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_reader.h>

namespace dateline::readers {

/// Reads a package as readPackage does and then looks at what it says: events without claims,
/// wording (TextLint), rows that nothing uses, duplicates, the sum of the ledger against the
/// highest stated total, answers that answer nothing, references inside datapackage.json, kinds
/// that look alike. What is found is added to the diagnostics: errors where the rules of the
/// format are broken, warnings where it is a guess. Slower than reading; any thread.
[[nodiscard]] ReadResult checkPackage(const QString &path, ReadOptions options = {});

/// The same for files that are open already.
[[nodiscard]] ReadResult checkPackage(PackageFiles &files, ReadOptions options = {});

} // namespace dateline::readers
