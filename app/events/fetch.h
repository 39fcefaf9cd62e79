// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dateline::events {

/// Asks for memory that will be read soon, where the compiler knows how. Any address will do.
inline void fetch([[maybe_unused]] const void *memory)
{
#ifdef __GNUC__
    __builtin_prefetch(memory);
#endif
}

} // namespace dateline::events
