// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/instant.h>

#include <QJsonValue>
#include <QString>

namespace dateline::exports {

/// A moment in ISO 8601, UTC: "2022-09-12T00:00:00Z"; with milliseconds only when there are any.
/// Years outside 0 to 9999 are in the expanded form, a sign and at least six digits, as
/// ECMA-262 (21.4.1.32) agrees on it: "-000043-03-15T00:00:00Z" is in 44 BC. Empty for
/// distantPast and distantFuture, which are no dates. Any Instant; QDateTime is not used because
/// it has no year 0.
[[nodiscard]] QString isoTime(events::Instant moment);

/// isoTime() as a JSON string; null where that is empty.
[[nodiscard]] QJsonValue isoTimeJson(events::Instant moment);

} // namespace dateline::exports
