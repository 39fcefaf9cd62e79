// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <QString>

#include <span>

namespace dateline::map {

/// Who states the events of a mark, and who denies any of them: for one event its attribution, for
/// several "8 events, according to A, B and others; denied by C". Never empty for any events. Of
/// very many events only some claims are looked at, but always for one that denies; "and possibly
/// others" then says so.
[[nodiscard]] QString attributionOf(const events::Dataset &dataset,
                                    std::span<const events::Row> rows);

} // namespace dateline::map
