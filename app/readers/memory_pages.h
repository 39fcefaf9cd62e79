// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace dateline::readers {

/// Gives the memory of whole pages within [begin, end) of `bytes` back to the system where it can
/// take it, unless somebody else shares the bytes; what they hold then means nothing. `begin` is
/// what the call before returned, 0 for the first; returns how far memory has been given back.
[[nodiscard]] qsizetype releaseMemory(QByteArray &bytes, qsizetype begin, qsizetype end);

/// Gives memory that nothing uses any more back to the system, where that does not happen by
/// itself.
void releaseFreeMemory();

} // namespace dateline::readers
