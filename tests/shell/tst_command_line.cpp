// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/command_line.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using shell::CommandLine;
using Command = shell::CommandLine::Command;

class CommandLineTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsCommands();
    void readsOptions();
    void wrongUsageIsNamed_data();
    void wrongUsageIsNamed();
    void helpNamesEveryCommand();

private:
    static shell::CommandLineResult read(QStringList arguments)
    {
        arguments.prepend(u"dateline"_s);
        return shell::readCommandLine(arguments);
    }
};

void CommandLineTest::readsCommands()
{
    QCOMPARE(read({}).line.command, Command::Window);
    QCOMPARE(read({u"folder"_s}).line.dataset, u"folder"_s);
    QCOMPARE(read({u"check"_s, u"folder"_s}).line.command, Command::Check);
    QCOMPARE(read({u"check"_s, u"folder"_s}).line.dataset, u"folder"_s);
    QVERIFY(read({u"summary"_s, u"folder"_s, u"--json"_s}).line.json);
    const auto exported
        = read({u"export"_s, u"folder"_s, u"-o"_s, u"a.csv"_s, u"--view"_s, u"v"_s});
    QCOMPARE(exported.line.command, Command::Export);
    QCOMPARE(exported.line.output, u"a.csv"_s);
    QCOMPARE(exported.line.view, u"v"_s);
    QCOMPARE(read({u"--self-test"_s}).line.command, Command::SelfTest);
    QCOMPARE(read({u"--help"_s}).line.command, Command::Help);
    QCOMPARE(read({u"--version"_s}).line.command, Command::Version);
}

void CommandLineTest::readsOptions()
{
    const CommandLine line = read({u"--theme"_s, u"night"_s, u"--size"_s, u"1280x720"_s,
                                   u"--show"_s, u"table,tray"_s, u"--trace-startup"_s})
                                 .line;
    QCOMPARE(line.theme, std::optional(workspace::Theme::Night));
    QCOMPARE(line.size, std::optional(QSize(1280, 720)));
    QCOMPARE(line.show, QStringList({u"table"_s, u"tray"_s}));
    QVERIFY(line.traceStartup);
    QCOMPARE(read({}).line.theme, std::nullopt);
}

void CommandLineTest::wrongUsageIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("unknown option") << QStringList{u"--smell"_s} << u"smell"_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"dusk"_s} << u"paper, night, projector"_s;
    QTest::newRow("size") << QStringList{u"--size"_s, u"big"_s} << u"WIDTHxHEIGHT"_s;
    QTest::newRow("tiny") << QStringList{u"--size"_s, u"1x1"_s} << u"WIDTHxHEIGHT"_s;
    QTest::newRow("panel") << QStringList{u"--show"_s, u"clock"_s} << u"table, tray, doubts"_s;
    QTest::newRow("two datasets") << QStringList{u"a"_s, u"b"_s} << u"b"_s;
    QTest::newRow("check what") << QStringList{u"check"_s} << u"which dataset"_s;
    QTest::newRow("export where") << QStringList{u"export"_s, u"a"_s} << u"-o"_s;
}

void CommandLineTest::wrongUsageIsNamed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, mentions);
    const QString error = read(arguments).error;
    QVERIFY2(error.contains(mentions), qPrintable(error));
}

void CommandLineTest::helpNamesEveryCommand()
{
    for (const QString &word : {u"check"_s, u"summary"_s, u"export"_s, u"--self-test"_s,
                                u"--view"_s, u"--theme"_s, u"--screenshot"_s})
        QVERIFY(shell::helpText().contains(word));
}

} // namespace dateline::tests

DATELINE_TEST(command_line, dateline::tests::CommandLineTest)

#include "tst_command_line.moc"
