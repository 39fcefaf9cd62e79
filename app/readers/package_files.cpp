// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_files.h>

#include <readers/zip_files.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

struct FileTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::FileTexts)
};

PackageFiles::Content fileFault(const QString &message, const QString &hint = {},
                                bool missing = false)
{
    PackageFiles::Content content;
    content.fault = message;
    content.hint = hint;
    content.missing = missing;
    return content;
}

PackageFiles::Content missingFile(const QString &path)
{
    return fileFault(FileTexts::tr("There is no file \"%1\".").arg(path),
                     FileTexts::tr("Put the file there, or mend its path in datapackage.json."),
                     true);
}

PackageFiles::Content tooLarge(qint64 size, qint64 limit)
{
    const QLocale locale;
    return fileFault(FileTexts::tr("The file has %1, more than %2.")
                         .arg(locale.formattedDataSize(size), locale.formattedDataSize(limit)),
                     FileTexts::tr("See \"Limits\" in the description of the format."));
}

PackageFiles::Content outside(const QString &path)
{
    return fileFault(FileTexts::tr("The path \"%1\" leads out of the package.").arg(path),
                     FileTexts::tr("Use a path inside the package, e.g. views/first.json."));
}

} // namespace

bool isPathInside(QStringView path)
{
    if (path.isEmpty() || path.contains(u'\\') || path.contains(u':') || path.contains(QChar(0)))
        return false;
    const auto parts = path.split(u'/');
    return std::ranges::none_of(parts, [](QStringView part) {
        return part.isEmpty() || part == "."_L1 || part == ".."_L1;
    });
}

MemoryFiles::MemoryFiles(std::map<QString, QByteArray> files)
    : m_files(std::move(files))
{}

PackageFiles::Content MemoryFiles::read(const QString &path, qint64 limit)
{
    if (!isPathInside(path))
        return outside(path);
    const auto found = m_files.find(path);
    if (found == m_files.end())
        return missingFile(path);
    if (found->second.size() > limit)
        return tooLarge(found->second.size(), limit);
    Content content;
    content.bytes = found->second;
    return content;
}

FolderFiles::FolderFiles(const QString &folder)
    : m_root(QFileInfo(folder).canonicalFilePath())
{}

PackageFiles::Content FolderFiles::read(const QString &path, qint64 limit)
{
    if (!isPathInside(path))
        return outside(path);
    const QFileInfo info(QDir(m_root).filePath(path));
    const QString canonical = info.canonicalFilePath();
    if (canonical.isEmpty())
        return missingFile(path);
    if (!canonical.startsWith(m_root.endsWith(u'/') ? m_root : m_root + u'/'))
        return outside(path);
    if (!info.isFile())
        return fileFault(FileTexts::tr("\"%1\" is not a plain file.").arg(path));
    QFile file(canonical);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileFault(FileTexts::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()),
                         FileTexts::tr("Check that you may read the file."));
    }
    if (file.size() > limit)
        return tooLarge(file.size(), limit);
    Content content;
    // Not readAll(): the file may grow while it is read.
    content.bytes = file.read(limit + 1);
    if (content.bytes.size() > limit)
        return tooLarge(content.bytes.size(), limit);
    if (file.error() != QFileDevice::NoError)
        return fileFault(FileTexts::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    return content;
}

std::unique_ptr<PackageFiles> openPackageFiles(const QString &path, PackageFiles::Content &fault)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        fault = fileFault(FileTexts::tr("There is no \"%1\".").arg(path), {}, true);
        return nullptr;
    }
    if (info.isFile())
        return ZipFiles::open(path, fault);
    if (!info.isDir() || !info.isReadable() || !info.isExecutable()) {
        fault = fileFault(FileTexts::tr("The folder \"%1\" cannot be read.").arg(path),
                          FileTexts::tr("Check that it is a folder and that you may open it."));
        return nullptr;
    }
    return std::make_unique<FolderFiles>(path);
}

} // namespace dateline::readers
