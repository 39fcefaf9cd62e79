// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace dateline::exports {

/// Puts `text` as a comment, in UTF-8, at the end of a GIF that has none there: ffmpeg gives a GIF
/// no metadata. Gives what went wrong in words for a person, or nothing; the file is then a GIF
/// still.
[[nodiscard]] std::optional<QString> addGifComment(const QString &fileName, const QString &text);

} // namespace dateline::exports
