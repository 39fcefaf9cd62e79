// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/free_memory.h>

#include <cstddef>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Of jemalloc, null in a program that takes its memory from somewhere else.
extern "C" [[gnu::weak]] int mallctl(const char *name, void *old, std::size_t *oldSize, void *value,
                                     std::size_t size);

namespace dateline::events {

void releaseFreeMemory()
{
    if (mallctl != nullptr) {
        constexpr auto ofAllArenas = "arena.4096.purge"; // MALLCTL_ARENAS_ALL
        (void)mallctl(ofAllArenas, nullptr, nullptr, nullptr, 0);
        return;
    }
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace dateline::events
