// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dateline::readers {

/// Gives memory that nothing uses any more back to the system, where that does not happen by
/// itself.
void releaseFreeMemory();

} // namespace dateline::readers
