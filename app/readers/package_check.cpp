// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_check.h>

#include <readers/content_check.h>
#include <readers/place_check.h>
#include <readers/use_check.h>
#include <readers/wording_check.h>

#include <algorithm>
#include <iterator>

namespace dateline::readers {

namespace {

ReadResult checked(ReadResult result, const CheckOptions &options)
{
    if (!result.dataset)
        return result;
    DiagnosticList found;
    RecordReport report(result.origins, found);
    checkContent(*result.dataset, report);
    checkUse(*result.dataset, report);
    if (options.kilometresOutside)
        checkPlaces(*result.dataset, options.kilometresOutside, report);
    checkWording(*result.dataset, report);
    std::ranges::move(found.take(), std::back_inserter(result.diagnostics));
    return result;
}

} // namespace

ReadResult checkPackage(const QString &path, CheckOptions options)
{
    options.read.keepsRowNumbers = true;
    return checked(readPackage(path, options.read), options);
}

ReadResult checkPackage(PackageFiles &files, CheckOptions options)
{
    options.read.keepsRowNumbers = true;
    return checked(readPackage(files, options.read), options);
}

} // namespace dateline::readers
