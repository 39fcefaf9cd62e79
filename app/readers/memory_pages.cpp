// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/memory_pages.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace dateline::readers {

qsizetype releaseMemory(QByteArray &bytes, qsizetype begin, qsizetype end)
{
#ifdef Q_OS_LINUX
    // Only of memory that malloc got from the system for these bytes alone, which is page by page.
    constexpr qsizetype large = 64 << 20;
    if (bytes.size() < large || !bytes.isDetached())
        return begin;
    const auto page = qsizetype(sysconf(_SC_PAGESIZE));
    const auto inPage = qsizetype(quintptr(bytes.constData()) % quintptr(page));
    const qsizetype from = (begin + inPage + page - 1) / page * page - inPage;
    const qsizetype to = (end + inPage) / page * page - inPage;
    if (from >= to || madvise(bytes.data() + from, std::size_t(to - from), MADV_DONTNEED) != 0)
        return begin;
    return to;
#else
    Q_UNUSED(bytes)
    Q_UNUSED(end)
    return begin;
#endif
}

void releaseFreeMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace dateline::readers
