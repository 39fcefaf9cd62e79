// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>

namespace dateline::readers {

/// Where the files of a package come from: a folder, a .zip or memory. One thread at a time.
class PackageFiles
{
public:
    /// Bytes, or in words why there are none.
    struct Content
    {
        QByteArray bytes;
        QString fault; ///< empty when `bytes` are the whole file
        QString hint;
        bool missing = false; ///< there is no such file

        [[nodiscard]] bool isValid() const { return fault.isEmpty(); }
    };

    virtual ~PackageFiles() = default;

    /// The whole file at `path`, relative to the package with "/" between folders; a fault when it
    /// is larger than `limit` bytes (it is not read then), is not a plain file or lies outside.
    [[nodiscard]] virtual Content read(const QString &path, qint64 limit) = 0;
};

/// True when `path` is relative, goes nowhere up and names a file on every system.
[[nodiscard]] bool isPathInside(QStringView path);

/// Files in memory, by path.
class MemoryFiles : public PackageFiles
{
public:
    explicit MemoryFiles(std::map<QString, QByteArray> files);
    [[nodiscard]] Content read(const QString &path, qint64 limit) override;

private:
    std::map<QString, QByteArray> m_files;
};

/// Files of a folder. A symbolic link that leads out of the folder is a fault.
class FolderFiles : public PackageFiles
{
public:
    /// `folder` should exist.
    explicit FolderFiles(const QString &folder);
    [[nodiscard]] Content read(const QString &path, qint64 limit) override;

private:
    QString m_root; ///< canonical
};

/// Opens a folder, or a .zip of one, as a package. Null when there is none, with what is wrong in
/// `fault` (its bytes are empty). A datapackage.json inside the one top folder of a .zip is found.
[[nodiscard]] std::unique_ptr<PackageFiles> openPackageFiles(const QString &path,
                                                             PackageFiles::Content &fault);

} // namespace dateline::readers
