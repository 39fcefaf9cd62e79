// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <readers/diagnostic.h>
#include <readers/package_files.h>

#include <QHash>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <vector>

namespace dateline::readers {

/// How to read.
struct ReadOptions
{
    std::stop_token stop; ///< asked now and then; a stopped read gives no dataset
    std::function<void(double)> progress; ///< 0 to 1, from the reading thread; may be empty
    /// Large tables are read in blocks of about so many bytes, as many at a time as there are
    /// cores. What comes of it is the same, whatever it is.
    qsizetype blockBytes = 1 << 20;
    bool keepsRowNumbers = false; ///< fill ReadResult::origins; costs memory for each row
};

/// Where the rows of one table came from, for messages about them.
struct TableOrigin
{
    QString file;
    QHash<QString, int> rows; ///< the spreadsheet row of each id (of kept rows)
};

/// The id under which TableOrigin keeps a step of a story.
[[nodiscard]] QString stepKey(const QString &story, int order);

/// What came of reading a package.
struct ReadResult
{
    std::shared_ptr<const events::Dataset> dataset; ///< null when it could not be read at all
    std::vector<Diagnostic> diagnostics; ///< in the order of the tables
    std::map<QString, TableOrigin> origins; ///< by the table's name, e.g. "events"

    /// True when any diagnostic is an error.
    [[nodiscard]] bool hasErrors() const;
};

/// Reads the package in the folder or .zip at `path`; data/FORMAT.md describes it. Rows with
/// faults are left out and reported, and so is what refers to them; the rest opens, if
/// datapackage.json and the tables events, claims, actors, sources and places could be read.
/// Any thread; blocks until done or stopped.
[[nodiscard]] ReadResult readPackage(const QString &path, const ReadOptions &options = {});

/// The same for files that are open already.
[[nodiscard]] ReadResult readPackage(PackageFiles &files, const ReadOptions &options = {});

} // namespace dateline::readers
