// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace dateline::exports {

/// Puts `content` into a file in one go: the file has all of it afterwards, or is as it was.
/// Gives what went wrong in words for a person, or nothing.
[[nodiscard]] std::optional<QString> writeFile(const QString &fileName, const QByteArray &content);

} // namespace dateline::exports
