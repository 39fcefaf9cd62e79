// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/memory_pages.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace dateline::readers {

void releaseFreeMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace dateline::readers
