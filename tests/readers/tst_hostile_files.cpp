// SPDX-License-Identifier: GPL-3.0-or-later
// Files that try to escape, to exhaust or to confuse, on a real disk.
#include <readers/limits.h>
#include <readers/package_fixture.h>

#include <support/test_main.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

using namespace Qt::StringLiterals;
using namespace dateline::tests;
using namespace dateline;

namespace {

struct ZipEntry
{
    QByteArray name;
    QByteArray bytes;
    bool isLink = false;
};

void writeZip(const QString &path, const std::vector<ZipEntry> &entries,
              zip_int32_t compression = ZIP_CM_DEFAULT)
{
    int error = 0;
    zip_t *archive
        = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    QVERIFY(archive);
    for (const ZipEntry &entry : entries) {
        zip_source_t *source = zip_source_buffer(archive, entry.bytes.constData(),
                                                 zip_uint64_t(entry.bytes.size()), 0);
        const zip_int64_t index
            = zip_file_add(archive, entry.name.constData(), source, ZIP_FL_ENC_UTF_8);
        QVERIFY(index >= 0);
        QCOMPARE(zip_set_file_compression(archive, zip_uint64_t(index), compression, 0), 0);
        if (entry.isLink) {
            zip_file_set_external_attributes(archive, zip_uint64_t(index), 0, ZIP_OPSYS_UNIX,
                                             zip_uint32_t(S_IFLNK | 0777) << 16U);
        }
    }
    QCOMPARE(zip_close(archive), 0);
}

std::vector<ZipEntry> entriesOf(const PackageFixture &package, const QByteArray &folder)
{
    std::vector<ZipEntry> entries;
    for (const auto &[path, bytes] : package.files())
        entries.push_back({folder + path.toUtf8(), bytes});
    return entries;
}

} // namespace

/// Reading from folders and .zip files.
class HostileFilesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folder();
    void emptyFolder();
    void nothingThere();
    void unreadableFolder();
    void hugeSparseTable();
    void endlessCell();
    void linkOutOfTheFolder();
    void pipeInsteadOfATable();
    void zip_data();
    void zip();
    void badZip_data();
    void badZip();
    void brokenZipEntry_data();
    void brokenZipEntry();
    void zipBomb();
    void notAZip();
    void limitsAreDocumented();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void HostileFilesTest::init()
{
    failOnUnexpectedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void HostileFilesTest::folder()
{
    PackageFixture().writeTo(m_folder->path());
    const readers::ReadResult result = readers::readPackage(m_folder->path());
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
    QCOMPARE(result.dataset->size(), 3U);
}

void HostileFilesTest::emptyFolder()
{
    const readers::ReadResult result = readers::readPackage(m_folder->path());
    QVERIFY(!result.dataset);
    QCOMPARE(result.diagnostics.size(), 1U);
    QCOMPARE(result.diagnostics[0].code, "description-unreadable"_L1);
    QCOMPARE(result.diagnostics[0].file, u"datapackage.json"_s);
}

void HostileFilesTest::nothingThere()
{
    const readers::ReadResult result = readers::readPackage(path(u"nothing"_s));
    QVERIFY(!result.dataset);
    QCOMPARE(result.diagnostics.size(), 1U);
    QCOMPARE(result.diagnostics[0].code, "package-unreadable"_L1);
}

void HostileFilesTest::unreadableFolder()
{
    if (::geteuid() == 0)
        QSKIP("the superuser may read everything");
    PackageFixture().writeTo(m_folder->path());
    QVERIFY(QFile::setPermissions(m_folder->path(), {}));
    const readers::ReadResult result = readers::readPackage(m_folder->path());
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(result.diagnostics.at(0).code, "package-unreadable"_L1);
}

void HostileFilesTest::hugeSparseTable()
{
    PackageFixture().writeTo(m_folder->path());
    QFile table(path(u"claims.csv"_s));
    QVERIFY(table.resize(qint64(2) << 30));
    QElapsedTimer timer;
    timer.start();
    const readers::ReadResult result = readers::readPackage(m_folder->path());
    QVERIFY2(timer.elapsed() < 2'000, "two gigabytes must not be read");
    QVERIFY(!result.dataset);
    QCOMPARE(result.diagnostics.at(0).code, "table-unreadable"_L1);
    QCOMPARE(result.diagnostics.at(0).file, u"claims.csv"_s);
}

void HostileFilesTest::endlessCell()
{
    PackageFixture package;
    const int rowsBefore = int(package.file(u"claims.csv"_s).count('\n'));
    package.file(u"claims.csv"_s) += "c5,\"" + QByteArray(16 << 20, 'x') + "\n";
    const readers::ReadResult result = package.read();
    const readers::Diagnostic &fault = result.diagnostics.at(0);
    QCOMPARE(fault.code, "csv-broken"_L1);
    QCOMPARE(fault.row, std::optional(rowsBefore + 1));
    QVERIFY2(fault.message.contains(u"1048576"_s), qPrintable(fault.message));
    QVERIFY(fault.hint.contains(u"not closed"_s));
    QCOMPARE(int(result.dataset->claims().size()), rowsBefore - 1);
}

void HostileFilesTest::linkOutOfTheFolder()
{
    const QTemporaryDir elsewhere;
    PackageFixture().writeTo(m_folder->path());
    QVERIFY(QFile::rename(path(u"actors.csv"_s), elsewhere.filePath(u"actors.csv"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"actors.csv"_s), path(u"actors.csv"_s)));
    const readers::ReadResult result = readers::readPackage(m_folder->path());
    QVERIFY(!result.dataset);
    QCOMPARE(result.diagnostics.at(0).code, "table-unreadable"_L1);
    QVERIFY(result.diagnostics.at(0).message.contains(u"out of the package"_s));
}

void HostileFilesTest::pipeInsteadOfATable()
{
    PackageFixture().writeTo(m_folder->path());
    QVERIFY(QFile::remove(path(u"totals.csv"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"totals.csv"_s)).constData(), 0600), 0);
    const readers::ReadResult result = readers::readPackage(m_folder->path());
    QVERIFY(result.dataset);
    QCOMPARE(result.diagnostics.at(0).code, "table-unreadable"_L1);
}

void HostileFilesTest::zip_data()
{
    QTest::addColumn<QByteArray>("top");
    QTest::newRow("at the top") << QByteArray();
    QTest::newRow("in one folder") << QByteArray("lighthouses/");
}

void HostileFilesTest::zip()
{
    QFETCH(const QByteArray, top);
    const PackageFixture package;
    writeZip(path(u"package.zip"_s), entriesOf(package, top));
    const readers::ReadResult result = readers::readPackage(path(u"package.zip"_s));
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
    QCOMPARE(result.dataset->size(), 3U);
}

void HostileFilesTest::badZip_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isLink");
    QTest::addColumn<QString>("message");
    QTest::newRow("up") << QByteArray("../evil.csv") << false << u"leads out"_s;
    QTest::newRow("up from inside") << QByteArray("views/../../evil") << false << u"leads out"_s;
    QTest::newRow("absolute") << QByteArray("/etc/evil") << false << u"leads out"_s;
    QTest::newRow("drive") << QByteArray("C:/evil") << false << u"leads out"_s;
    QTest::newRow("backslash") << QByteArray("..\\evil") << false << u"leads out"_s;
    QTest::newRow("link") << QByteArray("views/link.json") << true << u"symbolic link"_s;
}

void HostileFilesTest::badZip()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, isLink);
    QFETCH(const QString, message);
    const PackageFixture package;
    std::vector<ZipEntry> entries = entriesOf(package, {});
    entries.push_back({name, "/etc/passwd", isLink});
    writeZip(path(u"bad.zip"_s), entries);
    const readers::ReadResult result = readers::readPackage(path(u"bad.zip"_s));
    QVERIFY(!result.dataset);
    QCOMPARE(result.diagnostics.at(0).code, "package-unreadable"_L1);
    QVERIFY2(result.diagnostics.at(0).message.contains(message),
             allTexts(result.diagnostics).constData());
}

void HostileFilesTest::brokenZipEntry_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("opens");
    QTest::newRow("large table") << u"claims.csv"_s << false;
    QTest::newRow("small table") << u"actors.csv"_s << false;
    QTest::newRow("table to do without") << u"totals.csv"_s << true;
}

/// What does not fit its checksum is not used, though its rows were read before that was known.
void HostileFilesTest::brokenZipEntry()
{
    QFETCH(const QString, file);
    QFETCH(const bool, opens);
    PackageFixture package;
    if (file == u"claims.csv"_s) { // many blocks, so that rows come before the fault
        const QByteArray last = package.file(file).trimmed().split('\n').constLast();
        for (int i = 0; i < 2'000; ++i)
            package.file(file)
                += "more-" + QByteArray::number(i) + last.mid(last.indexOf(',')) + '\n';
        package.file(file) += "faulty,row\n";
    }
    package.file(file) += "\n"; // the entry's last byte
    writeZip(path(u"package.zip"_s), entriesOf(package, {}), ZIP_CM_STORE);
    QFile zip(path(u"package.zip"_s));
    QVERIFY(zip.open(QIODevice::ReadWrite));
    QByteArray bytes = zip.readAll();
    const qsizetype at = bytes.indexOf(package.file(file)) + package.file(file).size() - 1;
    QCOMPARE(bytes[at], '\n');
    bytes[at] = '\r';
    QVERIFY(zip.seek(0));
    zip.write(bytes);
    zip.close();
    const readers::ReadResult result = readers::readPackage(path(u"package.zip"_s));
    QCOMPARE(bool(result.dataset), opens);
    const auto fault
        = std::ranges::find(result.diagnostics, "table-unreadable"_L1, &readers::Diagnostic::code);
    QVERIFY(fault != result.diagnostics.end());
    QCOMPARE(fault->file, file);
    QVERIFY2(fault->message.contains(u"broken"_s), qPrintable(fault->message));
    if (result.dataset)
        QVERIFY(result.dataset->totals().empty());
}

void HostileFilesTest::zipBomb()
{
    const PackageFixture package;
    std::vector<ZipEntry> entries = entriesOf(package, {});
    entries.push_back({"bomb.csv", QByteArray(8 << 20, '0')});
    writeZip(path(u"bomb.zip"_s), entries);
    const readers::ReadResult result = readers::readPackage(path(u"bomb.zip"_s));
    QVERIFY(!result.dataset);
    QVERIFY2(result.diagnostics.at(0).message.contains(u"unpacks to far more"_s),
             allTexts(result.diagnostics).constData());
}

void HostileFilesTest::notAZip()
{
    QFile file(path(u"package.zip"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is not a zip");
    file.close();
    const readers::ReadResult result = readers::readPackage(file.fileName());
    QVERIFY(!result.dataset);
    QVERIFY(result.diagnostics.at(0).hint.contains(u"datapackage.json"_s));
}

void HostileFilesTest::limitsAreDocumented()
{
    QFile file(QStringLiteral(DATELINE_SOURCE_DIR) + u"/data/FORMAT.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString limits = QString::fromUtf8(file.readAll()).section(u"## Limits"_s, 1);
    namespace l = readers::limits;
    const QStringList stated{
        u"datapackage.json | %1 MiB"_s.arg(l::descriptionBytes >> 20),
        u"a table | %1 MiB"_s.arg(l::tableBytes >> 20),
        u"rows of a table | %L1"_s.arg(l::rows),
        u"columns of a table | %1"_s.arg(l::columns),
        u"a cell | %1 KiB; one over %2 MiB ends"_s.arg(l::cellBytes >> 10)
            .arg(l::hopelessCellBytes >> 20),
        u"a date | %1 characters"_s.arg(events::Edtf::maximumLength),
        u"a view | %1 MiB"_s.arg(l::viewBytes >> 20),
        u"nesting of JSON | %1"_s.arg(l::jsonDepth),
        u"kinds | %1"_s.arg(l::kinds),
        u"entries of a .zip | %L1"_s.arg(l::zipEntries),
        u"a .zip unpacked | %1 MiB"_s.arg(l::packageBytes >> 20),
        u"faults listed of one code | %1"_s.arg(l::diagnosticsPerCode),
    };
    for (const QString &row : stated)
        QVERIFY2(limits.contains(u"| "_s + row), qPrintable(row));
}

DATELINE_TEST(hostile_files, HostileFilesTest)
#include "tst_hostile_files.moc"
