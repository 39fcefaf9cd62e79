// SPDX-License-Identifier: GPL-3.0-or-later
// bench_query [--events N] [--seed S] [--only OPERATION] [--repeat N] [--engine NAME]
//             [--peers FOLDER]
// measures the query engine, one JSON line an operation, and checks every answer against a count
// of all events. NAME is what the lines call the engine. With FOLDER the same events and steps are
// left there for the peers. Steps are repeated for a profiler, the last time counts. Exit status 1
// when an answer is wrong.
#include <cstdio>

#include "brute_count.h"
#include "column_bytes.h"
#include "engine_under_test.h"
#include "measure.h"
#include "options.h"
#include "synthetic_dataset.h"

using namespace dateline::tests;
using dateline::events::Dataset;

namespace {

std::string engineName = "dateline"; // NOLINT: set once, by the command line

/// The bytes that an engine without a better idea has to read for an event that comes or goes: its
/// row and the codes of its groups; and for one that is drawn: its position and kind.
constexpr double bytesOfChange = 12;
constexpr double bytesOfSymbol = 9;

/// From the tables of a reader to the first answer. Leaves the engine of the last run.
std::unique_ptr<EngineUnderTest> measureBuild(const std::vector<SyntheticEvent> &synthetic,
                                              int runs)
{
    std::unique_ptr<EngineUnderTest> engine;
    std::vector<double> whole;
    std::vector<double> ofDataset;
    std::vector<double> ofEngine;
    for (int i = 0; i < runs; ++i) {
        engine.reset();
        auto tables = syntheticTables(synthetic);
        resetPeak();
        const double start = now();
        const std::shared_ptr<const Dataset> dataset = Dataset::build(std::move(tables));
        const double middle = now();
        const std::size_t before = allocatedBytes();
        engine = std::make_unique<EngineUnderTest>(dataset);
        engine->readGroups();
        const double end = now();
        whole.push_back(end - start);
        ofDataset.push_back(middle - start);
        ofEngine.push_back(end - middle);
        if (i + 1 == runs) {
            const double indexes = double(allocatedBytes() - before);
            const double columns = double(columnBytes(*dataset));
            const std::size_t n = synthetic.size();
            ResultLine(engineName, "build", n)
                .withTimes(whole)
                .with("bytes", double(n) * 60) // all columns read once and their orders written
                .print();
            ResultLine(engineName, "build: columns", n).withTimes(ofDataset).print();
            ResultLine(engineName, "build: indexes", n).withTimes(ofEngine).print();
            ResultLine(engineName, "memory", n)
                .with("mb", (indexes + columns) / 1e6)
                .with("indexes_mb", indexes / 1e6)
                .with("bytes_an_event", (indexes + columns) / double(n))
                .print();
        }
    }
    return engine;
}

/// What the engine answered to a step.
struct Answer
{
    BenchCounts counts{};
    std::uint32_t drawn = 0;
};

/// Takes the steps one after another and nothing between them, as the peers do: true answers are
/// counted later, for that empties the caches of the processor.
std::vector<Answer> takeSteps(EngineUnderTest &engine, const BenchOperation &operation,
                              std::vector<double> &times)
{
    std::vector<Answer> answers;
    answers.reserve(operation.steps.size());
    for (const BenchStep &step : operation.steps) {
        const std::optional<BenchView> view = operation.viewOf(step);
        const double start = now();
        engine.apply(step.state);
        if (operation.readsGroups)
            engine.readGroups();
        const std::uint32_t drawn = view ? engine.clusters(*view) : 0;
        if (step.isTimed)
            times.push_back(now() - start);
        answers.push_back({operation.readsGroups ? engine.counts() : BenchCounts{}, drawn});
    }
    return answers;
}

/// Returns whether every answer was right.
bool measure(EngineUnderTest &engine, const BenchOperation &operation,
             const std::vector<SyntheticEvent> &synthetic, std::uint64_t repeats)
{
    resetPeak();
    std::vector<double> times;
    std::vector<Answer> answers;
    for (std::uint64_t i = 0; i < repeats; ++i) {
        engine.apply({});
        times.clear();
        answers = takeSteps(engine, operation, times);
    }
    AnswerHash counts;
    AnswerHash points;
    AnswerHash trueCounts;
    AnswerHash truePoints;
    double bytes = 0;
    BenchState before;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const BenchStep &step = operation.steps[i];
        if (step.isTimed) {
            const BruteAnswer truth
                = bruteAnswer(synthetic, before, step.state, operation.viewOf(step));
            bytes += truth.changed * bytesOfChange + truth.pointsInView * bytesOfSymbol;
            if (operation.readsGroups) {
                counts.add(answers[i].counts);
                trueCounts.add(truth.counts);
            }
            // A view of the world holds every point; at the edges of others a symbol is in or out
            // as a whole.
            points.add(operation.readsGroups ? truth.points : answers[i].drawn);
            truePoints.add(truth.points);
        }
        before = step.state;
    }
    const bool isRight = counts.text() == trueCounts.text() && points.text() == truePoints.text();
    if (!times.empty()) {
        ResultLine(engineName, operation.name, synthetic.size())
            .withTimes(times)
            .with("counts", counts.text())
            .with("points", points.text())
            .with("bytes", bytes / double(times.size()))
            .with("right", isRight ? 1 : 0)
            .print();
    }
    return isRight;
}

bool run(const Options &options)
{
    engineName = options.text("--engine", engineName);
    const std::uint64_t count = options.number("--events", 1'000'000, mostEvents);
    const std::vector<SyntheticEvent> synthetic
        = benchEvents(std::uint32_t(count), options.number("--seed", 1, UINT64_MAX));
    const std::vector<BenchOperation> operations = benchOperations(synthetic);
    if (const std::string folder = options.text("--peers", {}); !folder.empty()) {
        writeForPeers(folder, synthetic, operations);
        ResultLine(engineName, "bandwidth", synthetic.size())
            .with("one_thread", readBandwidth(1))
            .with("two_threads", readBandwidth(2))
            .with("large_pages", hasLargePages() ? 1 : 0)
            .print();
    }
    const std::string only = options.text("--only", {});
    const std::uint64_t repeats = std::max<std::uint64_t>(1, options.number("--repeat", 1, 10'000));
    const int builds = synthetic.size() > 1'000'000 || !only.empty() ? 1 : 3;
    const std::unique_ptr<EngineUnderTest> engine = measureBuild(synthetic, builds);
    bool isRight = true;
    for (const BenchOperation &operation : operations) {
        if (only.empty() || only == operation.name)
            isRight = measure(*engine, operation, synthetic, repeats) && isRight;
    }
    return isRight;
}

} // namespace

int main(int argc, char **argv)
{
    return reportingFaults("bench_query", [argc, argv] {
        return run(Options(argc, argv,
                           {"--events", "--seed", "--peers", "--engine", "--only", "--repeat"}))
            ? 0
            : 1;
    });
}
