// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/film_writer.h>
#include <shell/bundled_window.h>
#include <shell/file_actions.h>
#include <shell/film_command.h>
#include <workspace/wording.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

std::set<events::Row> playedRows(const workspace::Workspace &workspace)
{
    std::set<events::Row> rows;
    workspace.crossfilter().passing().forEach([&](events::Row row) { rows.insert(row); });
    return rows;
}

} // namespace

/// Films: the frames are those that the window plays, from the first date to the last.
class FilmTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void headsAreThoseOfThePlayback();
    void everyEventIsInTheFilm_data();
    void everyEventIsInTheFilm();
    void theWindowOfTheViewIsKept();
    void eachFrameIsTheFigureOfItsMoment();
    void theFramesAreWhatTheWindowPlays();
    void captionAndKeyKeepTheirPlace();
    void faultsAreTold();
    void theCommandWritesFramesWithoutADisplay();
    void theCommandCanBeCancelled();
    void theCommandNamesWhatIsMissing();

private:
    static shell::FilmWishes wishes()
    {
        shell::FilmWishes wishes;
        wishes.page.size = {700, 800};
        wishes.page.made = QDate(2026, 11, 23);
        wishes.framesPerSecond = 5;
        return wishes;
    }
    /// What the window asks of a film when it exports one.
    static shell::FilmWishes wishesOfTheWindow(shell::MainWindow &window);
    /// `filmed` is the workspace of the film.
    static void theWindowShowsWhatItPlaysBetweenFrames(shell::MainWindow &window,
                                                       const shell::Film &film,
                                                       workspace::Workspace &filmed);
    static void eachFrameIsTheWindowOfItsMoment(shell::MainWindow &window, shell::Film &film,
                                                workspace::Workspace &filmed);
    static void start(QProcess &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"PATH"_s, u"/nowhere"_s); // no ffmpeg
        program.setProcessEnvironment(environment);
        program.start(
            QStringLiteral(DATELINE_PROGRAM),
            QStringList{u"film"_s, QStringLiteral(DATELINE_SOURCE_DIR "/data/overseas-stations")}
                + arguments);
    }
};

void FilmTest::headsAreThoseOfThePlayback()
{
    workspace::Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace::Playback playback(&workspace);
    const events::TimeSpan extent = *playback.extent();
    const double days = double(extent.to - extent.from) / double(events::millisecondsPerDay);
    playback.setSettings({.daysPerSecond = days / 10, .breaks = false}); // ten seconds
    for (const double rate : {30.0, 24.0, 25.0}) {
        const auto heads = shell::filmHeads(workspace, playback, rate, 10'000);
        QCOMPARE(heads.size(), std::size_t(10 * rate) + 1);
        QCOMPARE(heads.front().at, extent.from);
        QCOMPARE(heads.back().at, extent.to - 1);
        QVERIFY(std::ranges::is_sorted(heads, std::ranges::less(), &workspace::PlayHead::at));
        // The window plays the same when its timer fires as often.
        workspace::Workspace window;
        window.setDataset(sampleDataset());
        workspace::Playback played(&window);
        played.setSettings(playback.settings());
        played.moveTo(extent.from);
        for (std::size_t i = 1; i < heads.size(); ++i) {
            const auto at = [rate](std::size_t frame) {
                return qint64(std::llround(1000.0 * double(frame) / rate));
            };
            played.advance(at(i) - at(i - 1));
            QCOMPARE(heads[i], *window.state().play);
        }
    }
    QCOMPARE(shell::filmHeads(workspace, playback, 30, 7).size(), std::size_t(7));
    workspace::Workspace empty;
    workspace::Playback nothing(&empty);
    QVERIFY(shell::filmHeads(empty, nothing, 30, 10).empty());
}

void FilmTest::everyEventIsInTheFilm_data()
{
    QTest::addColumn<workspace::PlayMode>("mode");
    QTest::newRow("cumulative") << workspace::PlayMode::Cumulative;
    QTest::newRow("moving") << workspace::PlayMode::Moving;
    QTest::newRow("point") << workspace::PlayMode::Point;
}

void FilmTest::everyEventIsInTheFilm()
{
    QFETCH(const workspace::PlayMode, mode);
    workspace::Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace::Playback playback(&workspace);
    shell::FilmWishes wanted = wishes();
    wanted.daysPerSecond = 300; // sixty days a frame: what lasts a day begins and ends between two
    wanted.mode = mode;
    shell::Film film(workspace, playback, wanted);
    QVERIFY2(film.fault().isEmpty(), qPrintable(film.fault()));
    bitsets::RowSet shown(workspace.dataset().size());
    for (const workspace::PlayHead &head : film.heads()) {
        QCOMPARE(head.mode, mode);
        workspace.change([&head](workspace::ViewState &next) { next.play = head; });
        workspace.crossfilter().passing().forEach([&](events::Row row) { shown.insert(row); });
    }
    const events::EventColumns &columns = workspace.dataset().columns();
    for (events::Row row = 0; row < workspace.dataset().size(); ++row)
        QVERIFY2(columns.texts.utf8(row, events::EventText::Date).empty() || shown.contains(row),
                 qPrintable(columns.id.at(row)));
}

void FilmTest::theWindowOfTheViewIsKept()
{
    workspace::Workspace workspace;
    workspace.setDataset(sampleDataset());
    constexpr events::Instant width = 30 * events::millisecondsPerDay;
    workspace.change([](workspace::ViewState &next) {
        next.play = {.at = 0, .mode = workspace::PlayMode::Moving, .width = width};
    });
    workspace::Playback playback(&workspace);
    QCOMPARE(playback.mode(), workspace::PlayMode::Moving);
    QCOMPARE(playback.width(), width);
    shell::FilmWishes wanted = wishes();
    wanted.daysPerSecond = 2000;
    shell::Film film(workspace, playback, wanted);
    QVERIFY2(film.fault().isEmpty(), qPrintable(film.fault()));
    for (const workspace::PlayHead &head : film.heads()) {
        QCOMPARE(head.mode, workspace::PlayMode::Moving);
        QCOMPARE(head.width, width);
    }
}

void FilmTest::eachFrameIsTheFigureOfItsMoment()
{
    workspace::Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace::Playback playback(&workspace);
    shell::FilmWishes wanted = wishes();
    wanted.daysPerSecond = 2000;
    shell::Film film(workspace, playback, wanted);
    QVERIFY2(film.fault().isEmpty(), qPrintable(film.fault()));
    workspace::Workspace window;
    window.setDataset(sampleDataset());
    workspace::Playback played(&window);
    played.setSettings(playback.settings());
    shell::FigureWishes page = wanted.page;
    page.isFilm = true;
    shell::Figure figure(window, played, page);
    QVERIFY(film.heads().size() > 3);
    // The outlines of letters that a process paints first differ by a shade from later ones.
    QVERIFY(!exports::figureImage(figure.sheet()).isNull());
    for (const std::size_t i : {std::size_t(0), film.heads().size() / 2, film.heads().size() - 1}) {
        window.change([&](workspace::ViewState &next) { next.play = film.heads()[i]; });
        const QImage frame = film.frame(i);
        QCOMPARE(frame.size(), QSize(700, 800));
        QCOMPARE(frame, exports::figureImage(figure.sheet()));
    }
}

shell::FilmWishes FilmTest::wishesOfTheWindow(shell::MainWindow &window)
{
    shell::FileActions actions(&window, nullptr);
    actions.exportPage(shell::PageDialog::Product::Film);
    const std::unique_ptr<shell::PageDialog> dialog(window.findChild<shell::PageDialog *>());
    const shell::CommandLineResult result = shell::readCommandLine(
        QStringList{u"dateline"_s, u"film"_s, u"folder"_s, u"-o"_s, u"frames/"_s}
        + dialog->options());
    if (!result.error.isEmpty())
        qFatal("%s", qPrintable(result.error));
    return shell::filmWishes(result.line);
}

void FilmTest::theWindowShowsWhatItPlaysBetweenFrames(shell::MainWindow &window,
                                                      const shell::Film &film,
                                                      workspace::Workspace &filmed)
{
    const auto &heads = film.heads();
    window.playback().moveTo(window.playback().extent()->from);
    int rests = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        // The window draws more often than the film has frames.
        std::set<events::Row> seen;
        for (int part = 0; part < 20 && i > 0; ++part) {
            window.playback().advance(50);
            if (window.workspace().state().play->at != heads[i - 1].at)
                seen.merge(playedRows(window.workspace()));
        }
        const std::set<events::Row> last = playedRows(window.workspace());
        seen.insert(last.begin(), last.end());
        QCOMPARE(window.workspace().state().play->at, heads[i].at);
        rests += i > 0 && heads[i].at == heads[i - 1].at ? 1 : 0;
        filmed.change([&](workspace::ViewState &next) { next.play = heads[i]; });
        const std::set<events::Row> shown = playedRows(filmed);
        QVERIFY(std::ranges::includes(shown, last));
        QVERIFY(std::ranges::includes(seen, shown));
        // Only a moving window also leaves events behind between two frames.
        if (heads[i].mode != workspace::PlayMode::Moving)
            QCOMPARE(shown, seen);
    }
    QVERIFY2(rests >= 5, qPrintable(QString::number(rests)));
}

void FilmTest::eachFrameIsTheWindowOfItsMoment(shell::MainWindow &window, shell::Film &film,
                                               workspace::Workspace &filmed)
{
    const std::size_t count = film.heads().size();
    shell::FigureWishes page = wishes().page;
    page.size = {900, 1000};
    page.isFilm = true;
    window.workspace().change([](workspace::ViewState &next) { next.play.reset(); });
    shell::Figure figure(window.workspace(), window.playback(), page);
    const std::set<std::size_t> painted{0, count / 2, count - 1};
    // Letters that are painted first differ by a shade.
    for (const std::size_t i : painted)
        QVERIFY(!film.frame(i).isNull());
    window.playback().moveTo(window.playback().extent()->from);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            window.playback().advance(1000);
        QCOMPARE(*window.workspace().state().play, film.heads()[i]);
        filmed.change([&](workspace::ViewState &next) { next.play = film.heads()[i]; });
        QCOMPARE(playedRows(filmed), playedRows(window.workspace()));
        if (painted.contains(i)) {
            QVERIFY(!exports::figureImage(figure.sheet()).isNull());
            QCOMPARE(film.frame(i).convertToFormat(QImage::Format_RGB32),
                     exports::figureImage(figure.sheet()).convertToFormat(QImage::Format_RGB32));
        }
    }
}

void FilmTest::theFramesAreWhatTheWindowPlays()
{
    const std::unique_ptr<shell::MainWindow> window = openBundledWindow();
    QVERIFY(window);
    workspace::Playback &played = window->playback();
    using workspace::PlayMode;
    for (const PlayMode mode : {PlayMode::Cumulative, PlayMode::Moving, PlayMode::Point}) {
        window->workspace().apply({});
        // Fast enough for a short film, slow enough for a break; no whole number, and a window of
        // time that is not the usual one, while there is no head that would carry it.
        played.setSettings({.daysPerSecond = 200.125});
        played.setMode(mode);
        played.setWidth(20 * events::millisecondsPerDay + 1);
        QVERIFY(!played.breaks().empty());
        QVERIFY(!window->workspace().state().play);

        shell::FilmWishes wanted = wishesOfTheWindow(*window);
        wanted.page = wishes().page;
        wanted.page.size = {900, 1000};
        wanted.framesPerSecond = 1;
        workspace::Workspace workspace;
        workspace.setDataset(window->workspace().sharedDataset());
        workspace.apply(window->workspace().state());
        workspace::Playback playback(&workspace);
        shell::Film film(workspace, playback, wanted);
        QVERIFY2(film.fault().isEmpty(), qPrintable(film.fault()));
        QVERIFY2(film.heads().size() >= 10, qPrintable(QString::number(film.heads().size())));
        QCOMPARE(film.heads().front().mode, mode);
        QCOMPARE(film.heads().front().width, played.width());
        QCOMPARE(playback.breaks(), played.breaks());
        theWindowShowsWhatItPlaysBetweenFrames(*window, film, workspace);
        eachFrameIsTheWindowOfItsMoment(*window, film, workspace);
        if (QTest::currentTestFailed())
            return;
    }
}

void FilmTest::captionAndKeyKeepTheirPlace()
{
    workspace::Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace::Playback playback(&workspace);
    shell::FilmWishes wanted = wishes();
    wanted.daysPerSecond = 2000;
    shell::Film film(workspace, playback, wanted);
    const QImage first = film.frame(0);
    const QImage last = film.frame(film.heads().size() - 1);
    QVERIFY(first != last);
    const QRect caption(0, 720, 700, 80);
    QCOMPARE(first.copy(caption), last.copy(caption));
}

void FilmTest::faultsAreTold()
{
    workspace::Workspace workspace;
    workspace::Playback playback(&workspace);
    QVERIFY(shell::Film(workspace, playback, wishes()).fault().contains(u"No event has a date"));
    workspace.setDataset(sampleDataset());
    shell::FilmWishes slow = wishes();
    slow.daysPerSecond = 1;
    slow.breaks = false;
    slow.framesPerSecond = 120;
    QVERIFY(shell::Film(workspace, playback, slow).fault().contains(u"--speed"));
    shell::FilmWishes small = wishes();
    small.page.size = {400, 320};
    QVERIFY(shell::Film(workspace, playback, small).fault().contains(u"too few"));
}

void FilmTest::theCommandWritesFramesWithoutADisplay()
{
    const QTemporaryDir folder;
    QProcess program;
    start(program,
          {u"-o"_s, folder.filePath(u"frames/"_s), u"--fps"_s, u"1"_s, u"--speed"_s, u"100000"_s,
           u"--size"_s, u"700x900"_s});
    QVERIFY(program.waitForFinished(60'000));
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(program.exitCode() == 0, said.constData());
    const QStringList frames = QDir(folder.filePath(u"frames"_s)).entryList(QDir::Files);
    QVERIFY(frames.size() >= 2);
    QVERIFY(said.contains("100 %"));
    const QImage frame(folder.filePath(u"frames/"_s + frames.first()));
    QCOMPARE(frame.size(), QSize(700, 900));
    QVERIFY(frame.text(u"Source"_s).startsWith(u"According to"));
}

void FilmTest::theCommandCanBeCancelled()
{
    const QTemporaryDir folder;
    QProcess program;
    start(program, {u"-o"_s, folder.filePath(u"frames/"_s), u"--speed"_s, u"20"_s});
    program.setReadChannel(QProcess::StandardError);
    QVERIFY(program.waitForReadyRead(60'000));
    program.terminate();
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 130);
    QVERIFY(program.readAllStandardError().contains("cancelled"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void FilmTest::theCommandNamesWhatIsMissing()
{
    const QTemporaryDir folder;
    QProcess program;
    start(program, {u"-o"_s, folder.filePath(u"film.webm"_s)});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.readAllStandardError().contains("apt install ffmpeg"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

} // namespace dateline::tests

DATELINE_TEST(film, dateline::tests::FilmTest)

#include "tst_film.moc"
