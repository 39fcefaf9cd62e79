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

FileFault missingFile(const QString &path)
{
    return {FileTexts::tr("There is no file \"%1\".").arg(path),
            FileTexts::tr("Put the file there, or mend its path in datapackage.json.")};
}

FileFault tooLarge(qint64 size, qint64 limit)
{
    const QLocale locale;
    return {FileTexts::tr("The file has %1, more than %2.")
                .arg(locale.formattedDataSize(size), locale.formattedDataSize(limit)),
            FileTexts::tr("See \"Limits\" in the description of the format.")};
}

FileFault outside(const QString &path)
{
    return {FileTexts::tr("The path \"%1\" leads out of the package.").arg(path),
            FileTexts::tr("Use a path inside the package, e.g. views/first.json.")};
}

FileFault unreadable(const QString &path, const QFile &file)
{
    return {FileTexts::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()),
            FileTexts::tr("Check that you may read the file.")};
}

/// A file on disk.
class DiskBytes : public FileBytes
{
public:
    DiskBytes(const QString &canonical, const QString &path, qint64 limit)
        : m_file(canonical)
        , m_path(path)
        , m_limit(limit)
    {
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            fail(unreadable(path, m_file));
        else if (m_file.size() > limit)
            fail(tooLarge(m_file.size(), limit));
    }

    [[nodiscard]] qint64 size() const override { return m_file.size(); }

    [[nodiscard]] qsizetype read(char *to, qsizetype most) override
    {
        const qint64 count = m_file.read(to, most);
        if (count < 0)
            return fail(unreadable(m_path, m_file));
        m_read += count;
        if (m_read > m_limit) // It has grown.
            return fail(tooLarge(m_read, m_limit));
        return count;
    }

private:
    QFile m_file;
    QString m_path; ///< for people
    qint64 m_limit;
    qint64 m_read = 0;
};

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

QByteArray PackageFiles::read(const QString &path, qint64 limit, FileFault &fault)
{
    const std::unique_ptr<FileBytes> file = open(path, limit, fault);
    if (!file)
        return {};
    QByteArray bytes = readAll(*file);
    fault = file->fault();
    return bytes;
}

MemoryFiles::MemoryFiles(std::map<QString, QByteArray> files)
    : m_files(std::move(files))
{}

std::unique_ptr<FileBytes> MemoryFiles::open(const QString &path, qint64 limit, FileFault &fault)
{
    const auto found = m_files.find(path);
    if (!isPathInside(path))
        fault = outside(path);
    else if (found == m_files.end())
        fault = missingFile(path);
    else if (found->second.size() > limit)
        fault = tooLarge(found->second.size(), limit);
    else
        return std::make_unique<MemoryBytes>(found->second);
    return nullptr;
}

FolderFiles::FolderFiles(const QString &folder)
    : m_root(QFileInfo(folder).canonicalFilePath())
{}

std::unique_ptr<FileBytes> FolderFiles::open(const QString &path, qint64 limit, FileFault &fault)
{
    if (!isPathInside(path)) {
        fault = outside(path);
        return nullptr;
    }
    const QFileInfo info(QDir(m_root).filePath(path));
    const QString canonical = info.canonicalFilePath();
    if (canonical.isEmpty()) {
        fault = missingFile(path);
    } else if (!canonical.startsWith(m_root.endsWith(u'/') ? m_root : m_root + u'/')) {
        fault = outside(path);
    } else if (!info.isFile()) {
        fault = {FileTexts::tr("\"%1\" is not a plain file.").arg(path), {}};
    } else {
        auto file = std::make_unique<DiskBytes>(canonical, path, limit);
        if (file->fault().isEmpty())
            return file;
        fault = file->fault();
    }
    return nullptr;
}

std::unique_ptr<PackageFiles> openPackageFiles(const QString &path, FileFault &fault)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        fault = {FileTexts::tr("There is no \"%1\".").arg(path)};
        return nullptr;
    }
    if (info.isFile())
        return ZipFiles::openArchive(path, fault);
    if (!info.isDir() || !info.isReadable() || !info.isExecutable()) {
        fault = {FileTexts::tr("The folder \"%1\" cannot be read.").arg(path),
                 FileTexts::tr("Check that it is a folder and that you may open it.")};
        return nullptr;
    }
    return std::make_unique<FolderFiles>(path);
}

} // namespace dateline::readers
