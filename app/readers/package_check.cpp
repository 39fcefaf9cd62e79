// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_check.h>

#include <readers/content_check.h>

#include <algorithm>
#include <iterator>

namespace dateline::readers {

namespace {

ReadResult checked(ReadResult result)
{
    if (!result.dataset)
        return result;
    DiagnosticList found;
    ContentCheck(*result.dataset, result.origins, found).run();
    std::ranges::move(found.take(), std::back_inserter(result.diagnostics));
    return result;
}

} // namespace

ReadResult checkPackage(const QString &path, ReadOptions options)
{
    options.keepsRowNumbers = true;
    return checked(readPackage(path, options));
}

ReadResult checkPackage(PackageFiles &files, ReadOptions options)
{
    options.keepsRowNumbers = true;
    return checked(readPackage(files, options));
}

} // namespace dateline::readers
