// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/zip_files.h>

#include <readers/limits.h>

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

constexpr auto descriptionName = "datapackage.json"_L1;
constexpr zip_uint64_t smallEntry = 1 << 20;

struct ZipTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::ZipTexts)
};

bool isSymbolicLink(zip *archive, zip_uint64_t index)
{
    constexpr zip_uint32_t typeMask = 0170000;
    constexpr zip_uint32_t linkType = 0120000;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
    return system == ZIP_OPSYS_UNIX && ((attributes >> 16U) & typeMask) == linkType;
}

/// Empty when the entry is harmless.
QString entryFault(zip *archive, const zip_stat_t &entry, const QString &name)
{
    const QString path = name.endsWith(u'/') ? name.chopped(1) : name;
    if (!isPathInside(path))
        return ZipTexts::tr("The entry \"%1\" leads out of the package.").arg(name);
    if (isSymbolicLink(archive, entry.index))
        return ZipTexts::tr("The entry \"%1\" is a symbolic link.").arg(name);
    if (entry.encryption_method != ZIP_EM_NONE)
        return ZipTexts::tr("The entry \"%1\" is encrypted.").arg(name);
    if (entry.size > smallEntry
        && entry.size / std::max<zip_uint64_t>(entry.comp_size, 1) > zip_uint64_t(limits::zipRatio))
        return ZipTexts::tr("The entry \"%1\" unpacks to far more than it is.").arg(name);
    return {};
}

/// Looks at every entry; gives their names.
QSet<QString> checkEntries(zip *archive, QString &fault)
{
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    QSet<QString> names;
    zip_uint64_t total = 0;
    if (count > limits::zipEntries)
        fault = ZipTexts::tr("The .zip has more than %1 entries.").arg(limits::zipEntries);
    for (zip_int64_t i = 0; i < count && fault.isEmpty(); ++i) {
        zip_stat_t entry;
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(archive, zip_uint64_t(i), ZIP_FL_ENC_GUESS, &entry) != 0
            || (entry.valid & needed) != needed) {
            fault = ZipTexts::tr("An entry of the .zip is broken.");
            break;
        }
        const QString name = QString::fromUtf8(entry.name);
        fault = entryFault(archive, entry, name);
        total += std::min(entry.size, zip_uint64_t(limits::packageBytes) + 1);
        if (total > zip_uint64_t(limits::packageBytes))
            fault = ZipTexts::tr("The .zip unpacks to more than the format allows.");
        if (names.contains(name))
            fault = ZipTexts::tr("The .zip has two entries \"%1\".").arg(name);
        names.insert(name);
    }
    return names;
}

/// The folder in which datapackage.json lies, when it is not at the top.
QString topFolder(const QSet<QString> &names)
{
    if (names.contains(descriptionName))
        return {};
    for (const QString &name : names) {
        if (name.endsWith(descriptionName) && name.count(u'/') == 1)
            return name.section(u'/', 0, 0) + u'/';
    }
    return {};
}

/// An entry that is being unpacked.
class EntryBytes : public FileBytes
{
public:
    EntryBytes(zip_file_t *file, qint64 size, const QString &path)
        : m_file(file, zip_fclose)
        , m_size(size)
        , m_path(path)
    {}

    [[nodiscard]] qint64 size() const override { return m_size; }

    [[nodiscard]] qsizetype read(char *to, qsizetype most) override
    {
        const zip_int64_t count = zip_fread(m_file.get(), to, zip_uint64_t(most));
        // At the end libzip compares the checksum too.
        if (count < 0)
            return fail({ZipTexts::tr("\"%1\" is broken inside the .zip.").arg(m_path), {}});
        m_read += count;
        if (m_read > m_size || (count == 0 && m_read < m_size)) {
            return fail(
                {ZipTexts::tr("\"%1\" has not the size that the .zip states.").arg(m_path), {}});
        }
        return qsizetype(count);
    }

private:
    std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> m_file;
    qint64 m_size; ///< by the word of the .zip
    QString m_path; ///< for people
    qint64 m_read = 0;
};

} // namespace

void ZipFiles::Closer::operator()(zip *archive) const
{
    zip_discard(archive);
}

ZipFiles::ZipFiles(Archive archive, QString folder)
    : m_archive(std::move(archive))
    , m_folder(std::move(folder))
{}

std::unique_ptr<ZipFiles> ZipFiles::openArchive(const QString &path, FileFault &fault)
{
    int error = 0;
    Archive archive(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error));
    if (!archive) {
        fault = {ZipTexts::tr("\"%1\" is not a .zip that can be read.").arg(path),
                 ZipTexts::tr("Open the folder that holds datapackage.json, or a .zip of it.")};
        return nullptr;
    }
    QString entries;
    const QSet<QString> names = checkEntries(archive.get(), entries);
    if (!entries.isEmpty()) {
        fault = {entries, ZipTexts::tr("Make the .zip anew from the package's folder.")};
        return nullptr;
    }
    return std::unique_ptr<ZipFiles>(new ZipFiles(std::move(archive), topFolder(names)));
}

std::unique_ptr<FileBytes> ZipFiles::open(const QString &path, qint64 limit, FileFault &fault)
{
    zip_stat_t entry;
    const QByteArray name = (m_folder + path).toUtf8();
    if (!isPathInside(path)) {
        fault = {ZipTexts::tr("The path \"%1\" leads out of the package.").arg(path), {}};
    } else if (zip_stat(m_archive.get(), name.constData(), 0, &entry) != 0) {
        fault = {ZipTexts::tr("There is no file \"%1\".").arg(path)};
    } else if (entry.size > zip_uint64_t(limit)) {
        fault = {ZipTexts::tr("The file has more than %1 bytes.").arg(limit), {}};
    } else if (zip_file_t *const file = zip_fopen_index(m_archive.get(), entry.index, 0)) {
        return std::make_unique<EntryBytes>(file, qint64(entry.size), path);
    } else {
        fault = {ZipTexts::tr("\"%1\" cannot be unpacked.").arg(path), {}};
    }
    return nullptr;
}

} // namespace dateline::readers
