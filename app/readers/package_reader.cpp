// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_reader.h>

#include <events/free_memory.h>
#include <readers/limits.h>
#include <readers/package_description.h>
#include <readers/table_loader.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::readers {

QString stepKey(const QString &story, int order)
{
    return story + u'/' + QString::number(order);
}

bool ReadResult::hasErrors() const
{
    return std::ranges::find(diagnostics, Severity::Error, &Diagnostic::severity)
        != diagnostics.end();
}

ReadResult readPackage(const QString &path, const ReadOptions &options)
{
    FileFault fault;
    const std::unique_ptr<PackageFiles> files = openPackageFiles(path, fault);
    if (!files) {
        ReadResult result;
        result.diagnostics.push_back({Severity::Error,
                                      "package-unreadable"_L1,
                                      path,
                                      std::nullopt,
                                      {},
                                      fault.message,
                                      fault.hint});
        return result;
    }
    return readPackage(*files, options);
}

ReadResult readPackage(PackageFiles &files, const ReadOptions &options)
{
    // What a dataset before this one leaves behind would add to what this one needs at most.
    events::releaseFreeMemory();
    ReadResult result;
    DiagnosticList diagnostics;
    FileFault fault;
    const QByteArray json = files.read(descriptionFile, limits::descriptionBytes, fault);
    PackageDescription description;
    if (!fault.isEmpty()) {
        diagnostics.add({Severity::Error,
                         "description-unreadable"_L1,
                         descriptionFile,
                         std::nullopt,
                         {},
                         fault.message,
                         fault.hint});
    } else if (readDescription(json, description, diagnostics)) {
        events::DatasetTables tables;
        // The loader goes, with all ids, and building uses its memory again.
        const bool isLoaded
            = TableLoader(files, description, options, diagnostics, result).load(tables);
        if (isLoaded)
            result.dataset = events::Dataset::build(std::move(tables));
    }
    result.diagnostics = diagnostics.take();
    if (options.progress && result.dataset)
        options.progress(1);
    return result;
}

} // namespace dateline::readers
