// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/view_state.h>

#include <QByteArray>
#include <QString>

#include <optional>

namespace dateline::shell {

/// The bytes of a file of at most 1 MiB, as data/FORMAT.md states for views, or nothing and then in
/// `error` why: it cannot be read, or is larger.
[[nodiscard]] std::optional<QByteArray> readJsonFile(const QString &path, QString &error);

/// The view in a file (data/FORMAT.md, "Views"), or nothing and then in `error` why: the file
/// cannot be read, is larger than a view may be, or is none.
[[nodiscard]] std::optional<workspace::ViewState> readViewFile(const QString &path, QString &error);

} // namespace dateline::shell
