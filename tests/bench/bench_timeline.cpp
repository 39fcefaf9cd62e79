// SPDX-License-Identifier: GPL-3.0-or-later
// bench_timeline [--events N] [--seed S] [--peers FOLDER] [--plain yes]
// measures frames of the timeline in a window of 1600 × 900 pixels, one JSON line an operation.
// With FOLDER the events are left there for the peers. With --plain the same events are also drawn
// as items of a plain QCustomPlot. Exit status 1 when an answer is wrong.
#include <shell/frame_wait.h>
#include <timeline/timeline_canvas.h>
#include <timeline/timeline_view.h>

#include <QApplication>
#include <QEvent>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <memory>

#include "measure.h"
#include "options.h"
#include "synthetic_dataset.h"
#include "workload.h"

namespace dateline::tests {

namespace {

using shell::awaitFrame;

constexpr QSize timelineSize(1600, 900);
constexpr int stepsOfSpan = 20; ///< of a pan or a zoom
constexpr int filtered = 4; ///< kinds that are shown alone, one after another
constexpr events::Instant firstMoment = syntheticFrom * 1000;
constexpr events::Instant shownSpan = (syntheticTo - syntheticFrom) * 1000;

/// A tenth of the time, at step `step` of a pan through nine tenths of it.
events::TimeSpan panned(int step)
{
    const events::Instant from = firstMoment + shownSpan * 9 / 10 * step / stepsOfSpan;
    return {from, from + shownSpan / 10};
}

/// From all of the time to a tenth in its middle.
events::TimeSpan zoomed(int step)
{
    const events::Instant width = shownSpan - shownSpan * 9 / 10 * step / stepsOfSpan;
    const events::Instant middle = firstMoment + shownSpan / 2;
    return {middle - width / 2, middle + width / 2};
}

/// What is measured, as one that draws a timeline can do it.
class Timeline
{
public:
    Timeline() = default;
    Q_DISABLE_COPY_MOVE(Timeline)
    virtual ~Timeline() = default;

    /// Makes and shows it.
    virtual void show() = 0;
    virtual void look(const events::TimeSpan &span) = 0;
    /// Shows one kind alone; how many events that are.
    virtual std::size_t filter(int kind) = 0;
    /// What is painted, once it is shown.
    [[nodiscard]] virtual QWidget *canvas() const = 0;
};

class OurTimeline : public Timeline
{
public:
    explicit OurTimeline(const std::shared_ptr<const events::Dataset> &dataset)
    {
        m_workspace.setDataset(dataset);
        m_playback = std::make_unique<workspace::Playback>(&m_workspace);
    }

    void show() override
    {
        m_view = std::make_unique<timeline::TimelineView>(&m_workspace, m_playback.get());
        m_view->resize(timelineSize);
        m_view->show();
    }

    void look(const events::TimeSpan &span) override
    {
        m_workspace.change([&span](workspace::ViewState &state) { state.span = span; },
                           workspace::Step::Passing);
    }

    std::size_t filter(int kind) override
    {
        const QString name = m_workspace.dataset().kinds()[std::size_t(kind)].name;
        m_workspace.change(
            [&name](workspace::ViewState &state) {
                state.filters.choose(query::Facet::Kind, {name});
            },
            workspace::Step::Passing);
        return m_workspace.crossfilter().passingCount();
    }

    [[nodiscard]] QWidget *canvas() const override { return m_view->canvas(); }

private:
    workspace::Workspace m_workspace;
    std::unique_ptr<workspace::Playback> m_playback;
    std::unique_ptr<timeline::TimelineView> m_view;
};

/// An item for each event, at its kind's height: what QCustomPlot offers by itself.
class PlainTimeline : public Timeline
{
public:
    explicit PlainTimeline(const std::vector<SyntheticEvent> &events)
        : m_events(events)
    {}

    void show() override
    {
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->resize(timelineSize);
        m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
        m_plot->yAxis->setRange(-1, double(syntheticKinds));
        m_items.reserve(m_events.size());
        std::array<int, syntheticKinds> inKind{};
        for (const SyntheticEvent &event : m_events) {
            auto *item = new QCPItemEllipse(m_plot.get()); // the plot owns its items
            constexpr double diameter = 10;
            constexpr int rows = 9;
            const double height = double(event.kind) + 0.1 * double(inKind[event.kind]++ % rows);
            item->topLeft->setCoords(double(event.start), height);
            item->bottomRight->setParentAnchor(item->topLeft);
            item->bottomRight->setType(QCPItemPosition::ptAbsolute);
            item->bottomRight->setCoords(diameter, diameter);
            m_items.push_back(item);
        }
        range({firstMoment, firstMoment + shownSpan});
        m_plot->show();
    }

    void look(const events::TimeSpan &span) override
    {
        range(span);
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }

    std::size_t filter(int kind) override
    {
        std::size_t shown = 0;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const bool passes = m_events[i].kind == kind;
            m_items[i]->setVisible(passes);
            shown += passes ? 1 : 0;
        }
        m_plot->replot(QCustomPlot::rpQueuedReplot);
        return shown;
    }

    [[nodiscard]] QWidget *canvas() const override { return m_plot.get(); }

private:
    void range(const events::TimeSpan &span)
    {
        m_plot->xAxis->setRange(double(span.from) / 1000, double(span.to) / 1000);
    }

    const std::vector<SyntheticEvent> &m_events;
    std::unique_ptr<QCustomPlot> m_plot;
    std::vector<QCPItemEllipse *> m_items;
};

/// Tells whether a widget has been painted since this was made.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }

    [[nodiscard]] bool isPainted() const { return m_painted; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_painted = false;
};

/// How long `action` and the frame that follows take; negative when none came. A window that is
/// new is painted when the window system asks for it, until when there is nothing to do.
template<typename Action>
double frameTime(const Timeline &line, const Action &action)
{
    const double start = now();
    action();
    const PaintWatch watch(line.canvas());
    return awaitFrame([&watch] { return watch.isPainted(); }) ? now() - start : -1;
}

/// Measures all and prints it; false when a number of events is wrong.
bool measureTimeline(const std::string &engine, const std::vector<SyntheticEvent> &events,
                     Timeline &line)
{
    const std::size_t n = events.size();
    const auto print = [&](const std::string &name, const std::vector<double> &times) {
        return ResultLine(engine, "timeline: " + name, n).withTimes(times);
    };
    resetPeak();
    print("first paint", {frameTime(line, [&] { line.show(); })}).print();
    std::vector<double> times;
    for (int step = 1; step <= stepsOfSpan; ++step)
        times.push_back(frameTime(line, [&] { line.look(zoomed(step)); }));
    print("zoom", times).print();
    times.clear();
    (void)frameTime(line, [&] { line.look(panned(0)); });
    for (int step = 1; step <= stepsOfSpan; ++step)
        times.push_back(frameTime(line, [&] { line.look(panned(step)); }));
    print("pan", times).print();
    times.clear();
    (void)frameTime(line, [&] { line.look(zoomed(0)); });
    AnswerHash hash;
    bool isRight = true;
    for (int kind = 0; kind < filtered; ++kind) {
        std::size_t shown = 0;
        times.push_back(frameTime(line, [&] { shown = line.filter(kind); }));
        hash.add(std::uint32_t(shown));
        const auto isOfKind = [kind](const SyntheticEvent &event) { return event.kind == kind; };
        isRight = isRight && shown == std::size_t(std::ranges::count_if(events, isOfKind));
    }
    print("filter", times).with("counts", hash.text()).with("right", isRight ? 1 : 0).print();
    return isRight;
}

/// A window with words and an icon in it, as the browser of the peer has a page before anything is
/// measured: what a program loads once for its first window is not what a timeline takes.
bool openProgram(QToolButton &window)
{
    window.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    window.setText(QString::fromLatin1("1 January 2020"));
    window.setIcon(window.style()->standardIcon(QStyle::SP_MediaPlay));
    window.show();
    return awaitFrame([] { return true; });
}

int benchTimeline(int argc, char **argv)
{
    const Options options(argc, argv, {"--events", "--seed", "--peers", "--plain"});
    const auto count = std::uint32_t(options.number("--events", 10'000, mostEvents));
    const std::vector<SyntheticEvent> events
        = benchEvents(count, options.number("--seed", 1, ~std::uint64_t(0)));
    if (const std::string folder = options.text("--peers", {}); !folder.empty())
        writeForPeers(folder, events, {});
    QToolButton window;
    bool isRight = openProgram(window);
    {
        OurTimeline ours(events::Dataset::build(syntheticTables(events)));
        isRight = measureTimeline("dateline", events, ours) && isRight;
    }
    if (options.text("--plain", {}) == "yes") {
        PlainTimeline plain(events);
        isRight = measureTimeline("QCustomPlot", events, plain) && isRight;
    }
    return isRight ? 0 : 1;
}

} // namespace

} // namespace dateline::tests

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    return dateline::tests::reportingFaults(
        "bench_timeline", [argc, argv] { return dateline::tests::benchTimeline(argc, argv); });
}
