// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

class QIODevice;

namespace dateline::exports {

/// Puts `content` into a file in one go: the file has all of it afterwards, or is as it was.
/// Gives what went wrong in words for a person, or nothing.
[[nodiscard]] std::optional<QString> writeFile(const QString &fileName, const QByteArray &content);

/// The same with what `write` writes. When it returns false the file stays as it was, and where it
/// did so without the device having failed there is nothing to tell.
[[nodiscard]] std::optional<QString> writeFile(const QString &fileName,
                                               const std::function<bool(QIODevice &)> &write);

} // namespace dateline::exports
