// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/brush.h>

#include <QString>

#include <optional>

namespace dateline::timeline {

/// A window as the shortest EDTF that covers it: "2016", "2016-05", "2016/2018",
/// "2016-05-02/2016-05-13", "../2019"; to the day, because EDTF's intervals know no times: a window
/// that begins or ends within a day is widened to it. "../.." for all of time.
[[nodiscard]] QString periodText(const events::TimeSpan &window);

/// All windows of a brush, separated by ", "; empty for none.
[[nodiscard]] QString periodsText(const Windows &windows);

/// The windows that EDTF expressions separated by commas or semicolons cover: from the first moment
/// each may mean to the last. No windows for an empty text. Nothing for a fault, which `error`
/// then says with a way to mend it. periodsText() of the result means the same windows.
[[nodiscard]] std::optional<Windows> windowsFromText(QStringView text, QString *error = nullptr);

/// The last moment that a date may mean, so that what happens on it has happened by then; nothing
/// for a fault or for a date without an end.
[[nodiscard]] std::optional<events::Instant> momentFromText(QStringView text,
                                                            QString *error = nullptr);

/// The day of a moment: "2022-09-12"; "-0043-03-15" before year 0.
[[nodiscard]] QString dayText(events::Instant at);

} // namespace dateline::timeline
