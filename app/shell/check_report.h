// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_reader.h>

#include <QByteArray>
#include <QString>

namespace dateline::shell {

/// "error", "warning" or "note", in the language of the interface.
[[nodiscard]] QString severityWord(readers::Severity severity);

/// What `dateline check` says of a dataset to a person: for each file its faults, one a line, with
/// row, column, what is wrong and how to mend it; errors before warnings before notes; at the end
/// how many there are. A dataset without faults gives one line that says so.
[[nodiscard]] QString checkReportText(const QString &path, const readers::ReadResult &result);

/// The same for programs: an object with `dataset` (name, version; empty when it cannot be read),
/// `readable`, the counts `errors`, `warnings` and `notes`, and `diagnostics`, each with
/// `severity`, `code` (data/FORMAT.md, "Faults"), `file`, `row` (null without one), `column`,
/// `message` and `hint`.
[[nodiscard]] QByteArray checkReportJson(const readers::ReadResult &result);

} // namespace dateline::shell
