// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/event_list_model.h>

namespace dateline::panels {

/// The lines of "not on the map": the passing events without a place, then those known by country
/// only, country by country as the language orders them; in each group in the order of time.
[[nodiscard]] std::vector<ListEntry> trayEntries(const workspace::Workspace &workspace);

} // namespace dateline::panels
