// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/application.h>

#include <map/drawing.h>
#include <map/map_view.h>
#include <shell/command_line.h>
#include <shell/commands.h>
#include <shell/figure_command.h>
#include <shell/film_command.h>
#include <shell/frame_trace.h>
#include <shell/main_window.h>
#include <shell/unattended.h>
#include <stories/presentation.h>

#include <QApplication>
#include <QDockWidget>
#include <QEventLoop>
#include <QSettings>
#include <QTimer>
#include <QTranslator>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

using namespace std::chrono_literals;

constexpr int unreadable = 2; ///< exit status when the dataset cannot be read

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

void identify()
{
    QCoreApplication::setApplicationName(u"dateline"_s);
    QCoreApplication::setOrganizationName(u"dateline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DATELINE_VERSION));
}

/// Numbers in the program's texts take their forms from a translation, in English too.
void installTranslations(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(u":/i18n/dateline_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}

/// Commands that paint. They need type but no display, and what the display of this machine is like
/// must not show in what they paint.
int runPainting(int &argc, char **argv, const CommandLine &line)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *name : {"QT_FONT_DPI", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS"})
        qunsetenv(name);
    QGuiApplication application(argc, argv);
    identify();
    installTranslations(application);
    return line.command == CommandLine::Command::Film ? runFilm(line) : runFigure(line);
}

int runWithoutWindow(int &argc, char **argv, const CommandLine &line)
{
    QCoreApplication application(argc, argv);
    identify();
    installTranslations(application);
    switch (line.command) {
    case CommandLine::Command::Check:
        return runCheck(line);
    case CommandLine::Command::Summary:
        return runSummary(line);
    case CommandLine::Command::Export:
        return runExport(line);
    case CommandLine::Command::Version:
        std::printf("Dateline %s\n", DATELINE_VERSION);
        return 0;
    case CommandLine::Command::Help:
    case CommandLine::Command::Window:
    case CommandLine::Command::Figure:
    case CommandLine::Command::Film:
    case CommandLine::Command::SelfTest:
        break;
    }
    std::fputs(qPrintable(helpText(line.topic)), stdout);
    return 0;
}

MainWindow::Options windowOptions(const CommandLine &line)
{
    MainWindow::Options options;
    // A picture must not depend on how the window was left last time.
    const bool selfTest = line.command == CommandLine::Command::SelfTest;
    options.attended = line.screenshot.isEmpty() && line.traceFrames.isEmpty() && !selfTest;
    options.remember = options.attended;
    options.dataset = line.dataset.isEmpty() || selfTest ? bundledDataset() : line.dataset;
    if (options.remember) {
        const QString last = QSettings().value("window/theme"_L1).toString();
        options.theme = workspace::themeFromName(last).value_or(workspace::Theme::Paper);
    }
    options.theme = line.theme.value_or(options.theme);
    return options;
}

/// Lets a small dataset arrive before the window is shown, so that nothing is laid out and drawn
/// twice; a large one comes into the open window, which tells how far it is.
void awaitDataset(MainWindow &window)
{
    constexpr auto patience = 200ms;
    QEventLoop loop;
    QObject::connect(&window, &MainWindow::datasetShown, &loop, &QEventLoop::quit);
    QObject::connect(&window, &MainWindow::openFailed, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What the command line asks of the window once the dataset is there.
void arrange(MainWindow &window, const CommandLine &line)
{
    if (!line.view.isEmpty())
        window.openView(line.view);
    window.docks().table->setVisible(line.show.contains(u"table")
                                     || window.docks().table->isVisible());
    if (line.show.contains(u"tray")) {
        window.docks().tray->show();
        window.docks().tray->raise();
    }
    if (line.show.contains(u"doubts"))
        window.showDoubts();
    if (line.present)
        window.presentation().start(0, 0, line.screenshot.isEmpty());
}

int runWindow(int &argc, char **argv, const CommandLine &line)
{
    StartupTrace trace(line.traceStartup);
    QApplication application(argc, argv);
    identify();
    installTranslations(application);
    map::prepareDrawing();
    trace.mark("application");
    const MainWindow::Options options = windowOptions(line);
    MainWindow window(options);
    trace.mark("window built");
    if (line.size)
        window.resize(*line.size);
    bool failed = false;
    QObject::connect(&window, &MainWindow::datasetShown, &window, [&] {
        trace.mark("dataset shown");
        arrange(window, line);
        whenDrawn(window, [&] {
            trace.mark("first complete frame");
            if (line.command == CommandLine::Command::SelfTest)
                QApplication::exit(everyViewDrew(window) ? 0 : 1);
            else if (!line.screenshot.isEmpty())
                QApplication::exit(saveScreenshot(window, line.screenshot) ? 0 : 1);
            else if (!line.traceFrames.isEmpty())
                QApplication::exit(runFrameTrace(window, line.traceFrames, line.json));
        });
    });
    QObject::connect(&window, &MainWindow::openFailed, &application, [&] {
        failed = true;
        if (!options.attended)
            QApplication::exit(unreadable);
    });
    // A presentation measures the window, so that has to be there first.
    if (!line.present)
        awaitDataset(window);
    if (failed && !options.attended)
        return unreadable;
    window.show();
    trace.mark("window shown");
    return QApplication::exec();
}

} // namespace

int run(int argc, char **argv)
{
    const CommandLineResult result = readCommandLine(argumentList(argc, argv));
    if (!result.error.isEmpty()) {
        std::fprintf(stderr, "dateline: %s\nTry: dateline --help\n", qPrintable(result.error));
        return 2;
    }
    const CommandLine::Command command = result.line.command;
    if (command == CommandLine::Command::Window || command == CommandLine::Command::SelfTest)
        return runWindow(argc, argv, result.line);
    if (command == CommandLine::Command::Figure || command == CommandLine::Command::Film)
        return runPainting(argc, argv, result.line);
    return runWithoutWindow(argc, argv, result.line);
}

} // namespace dateline::shell
