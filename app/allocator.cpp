// SPDX-License-Identifier: GPL-3.0-or-later

// Where the memory of the program comes from: jemalloc, which asks the system for large pages.
// A filter looks at events anywhere in memory, and with pages of 4 KiB a processor spends as much
// time on finding each page as on reading it (decision record 0059). Nothing calls it: programs
// link it by dateline_large_pages().
#include <jemalloc/jemalloc.h>

/// Read by jemalloc before main(); jemalloc(3), TUNING. Two arenas, for two threads read a dataset
/// and others take little; more only keep more of what was freed. That goes back to the system
/// after a second, and what is larger than 16 MiB at once: what is given back in pieces that are
/// not whole large pages comes again in small ones, and building asks for 8 MiB again and again.
extern "C" const char *malloc_conf; // NOLINT(readability-identifier-naming): jemalloc's name
const char *malloc_conf = "thp:always,narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0,"
                          "oversize_threshold:16777217";

namespace {

/// By a thread beside the others, or what is freed last would stay until something else is freed.
/// Not by malloc_conf, for jemalloc advises against starting a thread while libraries are loaded.
bool returnMemoryInBackground()
{
    bool isOn = true;
    return mallctl("background_thread", nullptr, nullptr, &isOn, sizeof isOn) == 0;
}

[[maybe_unused]] const bool isReturned = returnMemoryInBackground();

} // namespace
