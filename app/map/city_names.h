// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/cities.h>

#include <QLocale>

#include <vector>

namespace dateline::map {

/// The cities as they are called in the reader's language, or each in that of its country: where
/// CLDR has a name, which is for those after which a time zone is called. The others keep theirs.
/// Why, and at what cost: record 0047. Any thread.
[[nodiscard]] std::vector<City> namedIn(std::vector<City> cities, NamesIn language,
                                        const QLocale &reader = QLocale());

} // namespace dateline::map
