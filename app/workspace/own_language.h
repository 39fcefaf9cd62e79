// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/country_code.h>

#include <QByteArray>

namespace dateline::workspace {

/// The language of a country as a BCP 47 tag such as "it-Latn-IT": the one that CLDR's likely
/// subtags have for it, where there are several. Empty for a code that CLDR does not know.
[[nodiscard]] QByteArray ownLanguage(events::CountryCode code);

} // namespace dateline::workspace
