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
    void readsFiguresAndFilms();
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

void CommandLineTest::readsFiguresAndFilms()
{
    const CommandLine figure
        = read({u"figure"_s, u"folder"_s, u"-o"_s, u"a.pdf"_s, u"--size"_s, u"180x150mm"_s,
                u"--dpi"_s, u"300"_s, u"--show"_s, u"map,growth"_s, u"--map-size"_s, u"900x600"_s})
              .line;
    QCOMPARE(figure.command, Command::Figure);
    QCOMPARE(figure.pageSize, std::optional(QSizeF(680, 567)));
    QCOMPARE(figure.dpi, 300.0);
    QCOMPARE(figure.show, QStringList({u"map"_s, u"growth"_s}));
    QCOMPARE(figure.seenIn, std::optional(QSizeF(900, 600)));
    const CommandLine film
        = read({u"film"_s, u"folder"_s, u"-o"_s, u"a.webm"_s, u"--size"_s, u"1280x720"_s,
                u"--fps"_s, u"25"_s, u"--speed"_s, u"365"_s, u"--mode"_s, u"moving"_s})
              .line;
    QCOMPARE(film.command, Command::Film);
    QCOMPARE(film.pageSize, std::optional(QSizeF(1280, 720)));
    QCOMPARE(film.framesPerSecond, 25.0);
    QCOMPARE(film.daysPerSecond, std::optional(365.0));
    QCOMPARE(film.mode, std::optional(workspace::PlayMode::Moving));
    QVERIFY(film.stops && film.breaks);
    const CommandLine even
        = read({u"film"_s, u"folder"_s, u"-o"_s, u"a.gif"_s, u"--no-stops"_s, u"--no-breaks"_s})
              .line;
    QVERIFY(!even.stops && !even.breaks);
    const CommandLine played
        = read({u"figure"_s, u"folder"_s, u"-o"_s, u"a.png"_s, u"--speed"_s, u"60.875"_s,
                u"--window"_s, u"0.5"_s, u"--mode"_s, u"point"_s, u"--no-breaks"_s})
              .line;
    QCOMPARE(played.daysPerSecond, std::optional(60.875));
    QCOMPARE(played.playWidth, std::optional(events::millisecondsPerDay / 2));
    QCOMPARE(played.mode, std::optional(workspace::PlayMode::Point));
    QVERIFY(!played.breaks);
    for (const events::Instant width : {events::Instant(1000), events::Instant(7'776'000'001)}) {
        const QStringList arguments{u"film"_s,   u"a"_s,        u"-o"_s,
                                    u"a.webm"_s, u"--window"_s, shell::daysOption(width)};
        QCOMPARE(read(arguments).line.playWidth, std::optional(width));
    }
    QCOMPARE(read({u"film"_s, u"folder"_s, u"-o"_s, u"frames/"_s}).error, QString());
    for (const QString &topic : {u"figure"_s, u"film"_s}) {
        const CommandLine help = read({topic, u"--help"_s}).line;
        QCOMPARE(help.command, Command::Help);
        QCOMPARE(help.topic, topic);
        for (const QString &word : {u"--size"_s, u"--view"_s, u"--theme"_s, u"Exit status"_s})
            QVERIFY(shell::helpText(topic).contains(word));
        QVERIFY(shell::helpText().contains(u"dateline "_s + topic));
    }
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
    QTest::newRow("figure where") << QStringList{u"figure"_s, u"a"_s} << u"-o FILE.(png|svg|pdf)"_s;
    QTest::newRow("figure format")
        << QStringList{u"figure"_s, u"a"_s, u"-o"_s, u"a.jpg"_s} << u"png|svg|pdf"_s;
    QTest::newRow("figure size") << QStringList{u"figure"_s, u"a"_s, u"--size"_s, u"9x9mm"_s}
                                 << u"180x150mm"_s;
    QTest::newRow("figure dpi") << QStringList{u"figure"_s, u"a"_s, u"--dpi"_s, u"7"_s} << u"36"_s;
    QTest::newRow("figure parts") << QStringList{u"figure"_s, u"a"_s, u"--show"_s, u"map,table"_s}
                                  << u"map, timeline, growth, legend"_s;
    QTest::newRow("figure nothing") << QStringList{u"figure"_s, u"a"_s, u"--show"_s, u","_s}
                                    << u"map, timeline, growth, legend"_s;
    QTest::newRow("figure camera")
        << QStringList{u"figure"_s, u"a"_s, u"--map-size"_s, u"big"_s} << u"--map-size"_s;
    QTest::newRow("figure of what") << QStringList{u"figure"_s} << u"which dataset"_s;
    QTest::newRow("film where") << QStringList{u"film"_s, u"a"_s} << u"webm|mp4|gif"_s;
    QTest::newRow("film rate") << QStringList{u"film"_s, u"a"_s, u"--fps"_s, u"0"_s} << u"--fps"_s;
    QTest::newRow("film speed") << QStringList{u"film"_s, u"a"_s, u"--speed"_s, u"fast"_s}
                                << u"--speed"_s;
    QTest::newRow("film window") << QStringList{u"film"_s, u"a"_s, u"--window"_s, u"0"_s}
                                 << u"--window"_s;
    QTest::newRow("film mode") << QStringList{u"film"_s, u"a"_s, u"--mode"_s, u"backwards"_s}
                               << u"cumulative, moving, point"_s;
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
