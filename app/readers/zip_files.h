// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/package_files.h>

struct zip;

namespace dateline::readers {

/// Files of a .zip, read without unpacking it to disk. Refused as a whole: entries whose path
/// leads out, symbolic links, encrypted entries, two entries of one name, more entries or bytes
/// than limits.h allows, and entries that unpack to far more than they are (bombs).
class ZipFiles : public PackageFiles
{
public:
    /// Null with a fault when the file is no such .zip.
    [[nodiscard]] static std::unique_ptr<ZipFiles> openArchive(const QString &path,
                                                               FileFault &fault);

    [[nodiscard]] std::unique_ptr<FileBytes> open(const QString &path, qint64 limit,
                                                  FileFault &fault) override;

private:
    struct Closer
    {
        void operator()(zip *archive) const;
    };
    using Archive = std::unique_ptr<zip, Closer>;

    ZipFiles(Archive archive, QString folder);

    Archive m_archive;
    QString m_folder; ///< the one top folder, with a "/" at its end, or empty
};

} // namespace dateline::readers
