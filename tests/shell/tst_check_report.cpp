// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/check_report.h>
#include <shell/commands.h>
#include <shell/dataset_check.h>
#include <shell/dataset_loader.h>

#include <support/test_main.h>

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// What `dateline check` prints, for people and for programs.
class CheckReportTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void noFaultsIsOneLine();
    void faultsAreGroupedByFile();
    void programsGetTheSame();
    void exitStatus_data();
    void exitStatus();

private:
    static readers::ReadResult faulty()
    {
        using readers::Severity;
        readers::ReadResult result;
        result.diagnostics = {
            {Severity::Warning, "answer-before"_L1, u"claims.csv"_s, 7, u"said"_s,
             u"The claim was said before."_s, u"Check both dates."_s},
            {Severity::Error, "key-dangling"_L1, u"events.csv"_s, 12, u"place"_s,
             u"There is no place “x”."_s, u"Add it."_s},
            {Severity::Error, "date-invalid"_L1, u"claims.csv"_s, 9, u"said"_s, u"No date."_s, {}},
        };
        return result;
    }
};

void CheckReportTest::noFaultsIsOneLine()
{
    const readers::ReadResult result = shell::checkDataset(shell::bundledDataset());
    QCOMPARE(result.diagnostics.size(), std::size_t(0));
    const QString text = shell::checkReportText(u"folder"_s, result);
    QCOMPARE(text.count(u'\n'), 1);
    QVERIFY(text.startsWith(u"folder: no faults. Events: 253"));
}

void CheckReportTest::faultsAreGroupedByFile()
{
    const QStringList lines = shell::checkReportText(u"folder"_s, faulty()).split(u'\n');
    const QStringList expected{
        u"claims.csv"_s,
        u"  error, row 9, said: No date. [date-invalid]"_s,
        u"  warning, row 7, said: The claim was said before. [answer-before]"_s,
        u"    Check both dates."_s,
        u""_s,
        u"events.csv"_s,
        u"  error, row 12, place: There is no place “x”. [key-dangling]"_s,
        u"    Add it."_s,
        u""_s,
        u"The dataset cannot be read."_s,
        u"Errors: 2, warnings: 1, notes: 0."_s,
        u""_s,
    };
    QCOMPARE(lines, expected);
}

void CheckReportTest::programsGetTheSame()
{
    const QJsonObject report = QJsonDocument::fromJson(shell::checkReportJson(faulty())).object();
    QCOMPARE(report[u"readable"_s], QJsonValue(false));
    QCOMPARE(report[u"errors"_s].toInt(), 2);
    QCOMPARE(report[u"warnings"_s].toInt(), 1);
    QCOMPARE(report[u"notes"_s].toInt(), 0);
    const QJsonObject first = report[u"diagnostics"_s].toArray().first().toObject();
    QCOMPARE(first[u"code"_s].toString(), u"answer-before"_s);
    QCOMPARE(first[u"severity"_s].toString(), u"warning"_s);
    QCOMPARE(first[u"row"_s].toInt(), 7);
    const QJsonObject clean
        = QJsonDocument::fromJson(
              shell::checkReportJson(shell::checkDataset(shell::bundledDataset())))
              .object();
    QCOMPARE(clean[u"readable"_s], QJsonValue(true));
    QCOMPARE(clean[u"dataset"_s].toObject()[u"name"_s].toString(), u"overseas-stations"_s);
    QVERIFY(clean[u"diagnostics"_s].toArray().isEmpty());
}

void CheckReportTest::exitStatus_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<int>("status");
    const auto row
        = [](const char *name, const char *file, const char *what, const char *with, int status) {
              QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(what)
                                  << QByteArray(with) << status;
          };
    row("clean", "totals.csv", "", "", 0);
    row("warning", "totals.csv", "sighting,7", "sighting,8", 0);
    row("outside its country", "places.csv", "IQ,32.5364,44.4209", "IQ,44.4209,32.5364", 1);
    row("wording", "events.csv", "A broom star", "A sinister broom star", 1);
    row("row left out", "actors.csv", "other,CN", "star,CN", 1);
    row("table unreadable", "places.csv", "precision", "accuracy", 2);
    row("description unreadable", "datapackage.json", "{", "", 2);
}

void CheckReportTest::exitStatus()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, with);
    QFETCH(const int, status);
    const QTemporaryDir folder;
    const QDir sample(QStringLiteral(DATELINE_SOURCE_DIR) + u"/data/samples/comets"_s);
    QVERIFY(QDir(folder.path()).mkdir(u"views"_s));
    for (QDirIterator it(sample.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        QVERIFY(QFile::copy(path, folder.filePath(sample.relativeFilePath(path))));
    }
    QFile changed(folder.filePath(file));
    QVERIFY(changed.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(changed.open(QIODevice::ReadWrite));
    const QByteArray before = changed.readAll();
    QVERIFY(before.contains(what));
    QVERIFY(changed.seek(0) && changed.resize(0));
    changed.write(what.isEmpty() ? before : QByteArray(before).replace(what, with));
    changed.close();
    shell::CommandLine line;
    line.dataset = folder.path();
    QCOMPARE(shell::runCheck(line), status);
    line.json = true;
    QCOMPARE(shell::runCheck(line), status);
}

} // namespace dateline::tests

DATELINE_TEST(check_report, dateline::tests::CheckReportTest)

#include "tst_check_report.moc"
