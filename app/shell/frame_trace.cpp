// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/frame_trace.h>

#include <map/map_view.h>
#include <shell/frame_wait.h>
#include <shell/main_window.h>
#include <shell/view_file.h>
#include <timeline/timeline_canvas.h>
#include <timeline/timeline_view.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct FrameTraceText
{
    Q_DECLARE_TR_FUNCTIONS(FrameTrace)
};

/// Milliseconds; of all threads.
double cpuTime()
{
    return double(std::clock()) * 1000.0 / CLOCKS_PER_SEC;
}

/// `part` of the times are no longer.
double percentile(std::vector<double> times, double part)
{
    if (times.empty())
        return 0;
    const auto at = std::size_t(std::llround(part * double(times.size() - 1)));
    std::ranges::nth_element(times, times.begin() + std::ptrdiff_t(at));
    return times[at];
}

QString milliseconds(double time)
{
    return QString::number(time, 'f', 2);
}

/// What would be done as part of the first drawing.
void composeViews(MainWindow &window)
{
    static_cast<void>(window.views().map->scene());
    static_cast<void>(window.views().timeline->canvas()->picture());
}

} // namespace

std::optional<std::vector<FrameTimes>> traceFrames(MainWindow &window,
                                                   const std::vector<FrameOperation> &operations)
{
    std::vector<FrameTimes> all;
    QElapsedTimer clock;
    clock.start();
    const auto elapsed = [&clock] { return double(clock.nsecsElapsed()) / 1e6; };
    for (const FrameOperation &operation : operations) {
        FrameTimes times{operation.name, {}, {}, {}};
        bool isTimed = false;
        for (const workspace::ViewState &view : operation.views) {
            const double start = elapsed();
            const double cpuBefore = cpuTime();
            window.workspace().apply(view, workspace::Step::Passing);
            composeViews(window);
            const double answered = elapsed();
            const auto isDrawn = [&window] {
                return window.views().map->isDrawn() && !window.workspace().isSearchWaiting();
            };
            if (!awaitFrame(isDrawn))
                return std::nullopt;
            if (std::exchange(isTimed, true)) {
                times.frame.push_back(elapsed() - start);
                times.cpu.push_back(cpuTime() - cpuBefore);
                times.answer.push_back(answered - start);
            }
        }
        all.push_back(std::move(times));
    }
    return all;
}

QString frameTable(const std::vector<FrameTimes> &times)
{
    constexpr int nameWidth = 28;
    constexpr int width = 10;
    const auto line = [](const QString &name, const QStringList &cells) {
        QString text = name.leftJustified(nameWidth);
        for (const QString &cell : cells)
            text += cell.rightJustified(width);
        return text + u'\n';
    };
    QString table = line(FrameTraceText::tr("milliseconds"),
                         {FrameTraceText::tr("frames"), FrameTraceText::tr("median"),
                          FrameTraceText::tr("95 %"), FrameTraceText::tr("longest"),
                          FrameTraceText::tr("CPU"), FrameTraceText::tr("CPU 95 %"),
                          FrameTraceText::tr("answer"), FrameTraceText::tr("95 %")});
    for (const FrameTimes &one : times) {
        table += line(
            one.name,
            {QString::number(one.frame.size()), milliseconds(percentile(one.frame, 0.5)),
             milliseconds(percentile(one.frame, 0.95)), milliseconds(percentile(one.frame, 1)),
             milliseconds(percentile(one.cpu, 0.5)), milliseconds(percentile(one.cpu, 0.95)),
             milliseconds(percentile(one.answer, 0.5)),
             milliseconds(percentile(one.answer, 0.95))});
    }
    return table;
}

QString frameLines(const std::vector<FrameTimes> &times, std::size_t events)
{
    QByteArray lines;
    for (const FrameTimes &one : times) {
        const QJsonObject object{
            {u"name"_s, one.name},
            {u"n"_s, qint64(events)},
            {u"steps"_s, qint64(one.frame.size())},
            {u"median_ms"_s, percentile(one.frame, 0.5)},
            {u"p95_ms"_s, percentile(one.frame, 0.95)},
            {u"cpu_ms"_s, percentile(one.cpu, 0.5)},
            {u"cpu_p95_ms"_s, percentile(one.cpu, 0.95)},
            {u"answer_ms"_s, percentile(one.answer, 0.5)},
            {u"answer_p95_ms"_s, percentile(one.answer, 0.95)},
        };
        lines += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return QString::fromUtf8(lines);
}

int runFrameTrace(MainWindow &window, const QString &fileName, bool json)
{
    QString error;
    const std::optional<QByteArray> text = readJsonFile(fileName, error);
    const auto script = text ? frameScriptFromJson(*text, error) : std::nullopt;
    if (!script) {
        std::fprintf(stderr, "dateline: %s: %s\n", qPrintable(fileName), qPrintable(error));
        return 2;
    }
    const std::optional<std::vector<FrameTimes>> times = traceFrames(window, *script);
    if (!times) {
        std::fputs("dateline: a frame did not come within ten minutes\n", stderr);
        return 1;
    }
    const std::size_t events = window.workspace().dataset().size();
    std::fputs(qPrintable(json ? frameLines(*times, events) : frameTable(*times)), stdout);
    return 0;
}

} // namespace dateline::shell
