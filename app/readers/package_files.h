// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/file_bytes.h>

#include <QStringView>

#include <map>
#include <memory>

namespace dateline::readers {

/// Where the files of a package come from: a folder, a .zip or memory. One thread at a time.
class PackageFiles
{
public:
    virtual ~PackageFiles() = default;

    /// The file at `path`, relative to the package with "/" between folders. Null, with a fault,
    /// when it is not a plain file, lies outside or is larger than `limit` bytes; one that grows
    /// beyond while it is read has its fault then. It must not outlive the package.
    [[nodiscard]] virtual std::unique_ptr<FileBytes> open(const QString &path, qint64 limit,
                                                          FileFault &fault)
        = 0;

    /// All bytes of a file, or none with a fault.
    [[nodiscard]] QByteArray read(const QString &path, qint64 limit, FileFault &fault);
};

/// True when `path` is relative, goes nowhere up and names a file on every system.
[[nodiscard]] bool isPathInside(QStringView path);

/// Files in memory, by path.
class MemoryFiles : public PackageFiles
{
public:
    explicit MemoryFiles(std::map<QString, QByteArray> files);
    [[nodiscard]] std::unique_ptr<FileBytes> open(const QString &path, qint64 limit,
                                                  FileFault &fault) override;

private:
    std::map<QString, QByteArray> m_files;
};

/// Files of a folder. A symbolic link that leads out of the folder is a fault.
class FolderFiles : public PackageFiles
{
public:
    /// `folder` should exist.
    explicit FolderFiles(const QString &folder);
    [[nodiscard]] std::unique_ptr<FileBytes> open(const QString &path, qint64 limit,
                                                  FileFault &fault) override;

private:
    QString m_root; ///< canonical
};

/// Opens a folder, or a .zip of one, as a package. Null when there is none, with a fault. A
/// datapackage.json inside the one top folder of a .zip is found.
[[nodiscard]] std::unique_ptr<PackageFiles> openPackageFiles(const QString &path, FileFault &fault);

} // namespace dateline::readers
