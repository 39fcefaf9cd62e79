// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace dateline::readers {

/// Why a text is not the JSON that is wanted.
struct JsonFault
{
    int line = 0; ///< 1-based; 0 when the text as a whole is meant
    int column = 0; ///< 1-based, in bytes
    QString message;
    QString hint;
};

/// The JSON object that `bytes` are (UTF-8, a byte order mark is skipped). Nothing when they are
/// something else, or are nested deeper than limits::jsonDepth.
[[nodiscard]] std::optional<QJsonObject> readJsonObject(const QByteArray &bytes, JsonFault &fault);

} // namespace dateline::readers
