// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_check.h>

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <map>

namespace dateline::tests {

/// A small sound package about lighthouses, whose files a test changes before it is read.
class PackageFixture
{
public:
    PackageFixture();

    /// The bytes of a file, to be changed in place; made when there is none.
    [[nodiscard]] QByteArray &file(const QString &path) { return m_files[path]; }

    /// Replaces `what`, which must occur, in a file.
    void replace(const QString &path, const QByteArray &what, const QByteArray &with);
    void remove(const QString &path) { m_files.erase(path); }

    /// Reads, or checks, the files. In passing it makes sure that reading in tiny blocks, side by
    /// side, comes to the same.
    [[nodiscard]] readers::ReadResult read(const readers::ReadOptions &options = {}) const;
    [[nodiscard]] readers::ReadResult check(const readers::CheckOptions &options = {}) const;

    /// Writes all files below `folder`.
    void writeTo(const QString &folder) const;

    [[nodiscard]] const std::map<QString, QByteArray> &files() const { return m_files; }

private:
    std::map<QString, QByteArray> m_files;
};

/// All diagnostics, one a line, for messages of failed comparisons.
[[nodiscard]] QByteArray allTexts(const std::vector<readers::Diagnostic> &diagnostics);

} // namespace dateline::tests
