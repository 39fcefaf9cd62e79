// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_view.h>
#include <shell/frame_trace.h>

#include <support/test_main.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>

#include "bundled_window.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using shell::FrameOperation;
using shell::FrameTimes;
using workspace::ViewState;

/// --trace-frames: what a script says is done in the real window, and each step seen there.
class FrameTraceTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void faultsOfScriptsAreNamed_data();
    void faultsOfScriptsAreNamed();
    void viewsGoInEqualSteps();
    void viewsTakeTurns();
    void theScriptsOfTheBenchmarkAreRead();
    void everyStepIsSeen();
    void theCommandPrintsPercentiles();
};

void FrameTraceTest::faultsOfScriptsAreNamed_data()
{
    QTest::addColumn<QByteArray>("operations");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("no list") << QByteArray("{}") << u"operations"_s;
    QTest::newRow("empty") << QByteArray("[]") << u"operations"_s;
    QTest::newRow("no name") << QByteArray(R"([{"steps":1,"views":[{}]}])") << u"name"_s;
    QTest::newRow("no steps") << QByteArray(R"([{"name":"a","views":[{}]}])") << u"steps"_s;
    QTest::newRow("too many") << QByteArray(R"([{"name":"a","steps":10001,"views":[{}]}])")
                              << u"10000"_s;
    QTest::newRow("no views") << QByteArray(R"([{"name":"a","steps":1,"views":[]}])") << u"views"_s;
    QTest::newRow("half a way") << QByteArray(R"([{"name":"a","steps":1,"from":{}}])")
                                << u"object"_s;
    QTest::newRow("second operation") << QByteArray(
        R"([{"name":"a","steps":1,"views":[{}]},{"name":"b","steps":1,"views":[{"lens":"x"}]}])")
                                      << u"operation 2: “lens”"_s;
}

void FrameTraceTest::faultsOfScriptsAreNamed()
{
    QFETCH(const QByteArray, operations);
    QFETCH(const QString, mentions);
    const QByteArray json = R"({"format":"dateline-frames/1","operations":)" + operations + '}';
    QString error;
    QVERIFY(!shell::frameScriptFromJson(json, error));
    QVERIFY2(error.contains(mentions), qPrintable(error));
    error.clear();
    QVERIFY(!shell::frameScriptFromJson(operations, error));
    QVERIFY2(error.contains(u"format"_s), qPrintable(error));
    error.clear();
    QVERIFY(!shell::frameScriptFromJson(json.chopped(1), error));
    QVERIFY(!error.isEmpty());
}

void FrameTraceTest::viewsGoInEqualSteps()
{
    QString error;
    const auto script = shell::frameScriptFromJson(
        R"({"format":"dateline-frames/1","operations":[{"name":"way","steps":4,
            "from":{"lens":"country","camera":{"longitude":-10,"latitude":0,"zoom":2},
                    "filters":{"windows":[{"from":"2016-01-01T00:00:00Z"}]},
                    "play":{"at":"2016-01-01T00:00:00Z"}},
            "to":{"camera":{"longitude":30,"latitude":8,"zoom":4},
                  "filters":{"windows":[{"from":"2016-01-05T00:00:00Z"}]},
                  "play":{"at":"2016-01-05T00:00:00Z"}}}]})",
        error);
    QVERIFY2(script, qPrintable(error));
    const std::vector<ViewState> &views = script->front().views;
    QCOMPARE(views.size(), std::size_t(5));
    for (std::size_t i = 0; i < views.size(); ++i) {
        const double step = double(i);
        QCOMPARE(views[i].lens, workspace::Lens::Country);
        QCOMPARE(views[i].camera->longitude, -10 + 10 * step);
        QCOMPARE(views[i].camera->latitude, 2 * step);
        QCOMPARE(views[i].camera->zoom, 2 + step / 2);
        const events::Instant day = 16'801 * events::millisecondsPerDay;
        const events::Instant at = day + events::Instant(i) * events::millisecondsPerDay;
        QCOMPARE(views[i].play->at, at);
        QCOMPARE(views[i].filters.windows,
                 std::vector({events::TimeSpan{at, events::distantFuture}}));
    }
}

void FrameTraceTest::viewsTakeTurns()
{
    QString error;
    const auto script = shell::frameScriptFromJson(
        R"({"format":"dateline-frames/1","operations":[{"name":"turns","steps":3,
            "views":[{},{"filters":{"kinds":["a"]}}]}]})",
        error);
    QVERIFY2(script, qPrintable(error));
    ViewState second;
    second.filters.choose(query::Facet::Kind, {u"a"_s});
    const std::vector<ViewState> expected{ViewState(), second, ViewState(), second};
    QVERIFY(script->front().views == expected);
}

void FrameTraceTest::theScriptsOfTheBenchmarkAreRead()
{
    for (const char *name : {"bundled", "synthetic"}) {
        QFile file(u"%1/tests/bench/frames/%2.json"_s.arg(QStringLiteral(DATELINE_SOURCE_DIR),
                                                          QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString error;
        QVERIFY2(shell::frameScriptFromJson(file.readAll(), error), qPrintable(error));
    }
}

void FrameTraceTest::everyStepIsSeen()
{
    const std::unique_ptr<shell::MainWindow> window = openBundledWindow();
    QVERIFY(window);
    window->views().map->setAnimated(false);
    ViewState europe;
    europe.camera = workspace::Camera{10, 48, 4};
    ViewState pacific;
    pacific.camera = workspace::Camera{180, 0, 3};
    pacific.filters.choose(query::Facet::Kind, {u"station"_s});
    const FrameOperation there{u"there"_s, {europe, pacific, europe, pacific}};
    const FrameOperation still{u"still"_s, {pacific, pacific}};
    const auto traced = shell::traceFrames(*window, {there, still});
    QVERIFY(traced);
    const std::vector<FrameTimes> &times = *traced;
    QVERIFY(window->views().map->isDrawn());
    QVERIFY(window->workspace().state() == pacific);
    QVERIFY(!window->workspace().canUndo());
    QCOMPARE(times.size(), std::size_t(2));
    QCOMPARE(times[0].frame.size(), std::size_t(3));
    QCOMPARE(times[1].frame.size(), std::size_t(1));
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(times[0].answer[i] > 0);
        QVERIFY(times[0].answer[i] <= times[0].frame[i]);
        QVERIFY(times[0].cpu[i] > 0);
    }
}

void FrameTraceTest::theCommandPrintsPercentiles()
{
    QProcess program;
    program.start(QStringLiteral(DATELINE_PROGRAM),
                  {QStringLiteral(DATELINE_SOURCE_DIR "/data/overseas-stations"), u"--json"_s,
                   u"--trace-frames"_s,
                   QStringLiteral(DATELINE_SOURCE_DIR "/tests/shell/two_frames.json")});
    QVERIFY(program.waitForFinished(60'000));
    const QByteArray output = program.readAllStandardOutput();
    QCOMPARE(program.exitCode(), 0);
    const QJsonObject line = QJsonDocument::fromJson(output).object();
    QCOMPARE(line.value("name"_L1).toString(), u"two frames"_s);
    QCOMPARE(line.value("steps"_L1).toInt(), 2);
    QVERIFY(line.value("n"_L1).toInt() > 200);
    QVERIFY(line.value("median_ms"_L1).toDouble() > 0);
    QVERIFY(line.value("median_ms"_L1).toDouble() <= line.value("p95_ms"_L1).toDouble());

    program.start(QStringLiteral(DATELINE_PROGRAM), {u"--trace-frames"_s, u"/nowhere.json"_s});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(program.readAllStandardError().contains("/nowhere.json"));
}

DATELINE_TEST(frame_trace, FrameTraceTest)

} // namespace dateline::tests

#include "tst_frame_trace.moc"
