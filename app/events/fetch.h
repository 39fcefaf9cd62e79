// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace dateline::events {

/// Asks for memory that will be read soon, where the compiler knows how. Any address will do.
inline void fetch([[maybe_unused]] const void *memory)
{
#ifdef __GNUC__
    __builtin_prefetch(memory);
#endif
}

/// Calls use(i) for each i < count in turn, and fetch(i), which is to fetch() what use(i) will
/// read, some time before: for what lies anywhere in memory, where a processor would wait each
/// time.
template<typename Fetch, typename Use>
void forEachFetched(std::size_t count, const Fetch &fetch, const Use &use)
{
    constexpr std::size_t ahead = 24;
    const std::size_t fetched = count > ahead ? count - ahead : 0;
    for (std::size_t i = 0; i < fetched; ++i) {
        fetch(i + ahead);
        use(i);
    }
    for (std::size_t i = fetched; i < count; ++i)
        use(i);
}

} // namespace dateline::events
