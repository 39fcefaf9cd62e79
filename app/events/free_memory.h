// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dateline::events {

/// Gives memory that nothing uses any more back to the system, where that does not happen by
/// itself, or only later. Any thread.
void releaseFreeMemory();

} // namespace dateline::events
