// SPDX-License-Identifier: GPL-3.0-or-later
// bench_floor [--events N] [--seed S]: what plain C++ needs that can answer nothing but the steps
// that move a window of time: events sorted by time, one byte a code, and from each step to the
// next either the events between the old window's edges and the new one's added and taken away, or
// all events of the new one counted, whichever are fewer, one after another in memory. Which square
// of the map each of them is in is known before. One JSON line an operation. Exit status 1 when an
// answer is wrong.
#include <events/web_mercator.h>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <span>

#include "brute_count.h"
#include "measure.h"
#include "options.h"
#include "workload.h"

using namespace dateline::tests;

namespace {

constexpr auto floorName = "plain C++";

/// What is counted of an event, in the order of time.
struct Columns
{
    explicit Columns(const std::vector<SyntheticEvent> &events);

    std::vector<std::int64_t> start;
    std::vector<std::uint8_t> kind;
    std::vector<std::uint8_t> country;
    std::vector<std::uint8_t> bureau;
    std::vector<std::uint8_t> standing;
    std::vector<std::uint8_t> claimant;
    std::vector<std::uint8_t> tag;
    std::vector<std::uint8_t> bin;
    std::vector<float> x; ///< Mercator units; beyond the world for what is at no point
    std::vector<float> y;
};

Columns::Columns(const std::vector<SyntheticEvent> &events)
{
    std::vector<std::uint32_t> order(events.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&events](std::uint32_t row) { return events[row].start; });
    constexpr std::int64_t binSeconds = (syntheticTo - syntheticFrom) / std::int64_t(benchBins);
    for (const std::uint32_t row : order) {
        const SyntheticEvent &event = events[row];
        start.push_back(event.start);
        kind.push_back(event.kind);
        country.push_back(event.country);
        bureau.push_back(event.bureau);
        standing.push_back(event.standing);
        claimant.push_back(event.claimant);
        tag.push_back(event.tag);
        bin.push_back(std::uint8_t((event.start - syntheticFrom) / binSeconds));
        const bool isAtPoint = event.located == SyntheticPlace::Point;
        x.push_back(isAtPoint ? float(dateline::events::mercatorX(event.longitude / 1000.0)) : -1);
        y.push_back(isAtPoint ? float(dateline::events::mercatorY(event.latitude / 1000.0)) : -1);
    }
}

/// The squares of a map that stand for its symbols: the grid shows, and neighbours may touch.
class Cells
{
public:
    struct Cell
    {
        std::uint32_t count = 0;
        float x = 0;
        float y = 0;
        std::array<std::uint32_t, syntheticKinds> ofKind{};
    };

    Cells(const BenchView &view, const Columns &columns)
        : m_perUnit(float(256U << unsigned(view.zoom)) / 40) // as far apart as our symbols are
        , m_left(float(dateline::events::mercatorX(view.box.west)))
        , m_right(float(dateline::events::mercatorX(view.box.east)))
        , m_top(float(dateline::events::mercatorY(view.box.north)))
        , m_bottom(float(dateline::events::mercatorY(view.box.south)))
        , m_width(std::size_t((m_right - m_left) * m_perUnit) + 1)
        , m_cells(1 + m_width * (std::size_t((m_bottom - m_top) * m_perUnit) + 1))
    {
        for (std::size_t row = 0; row < columns.x.size(); ++row)
            m_cellOf.push_back(cellAt(columns.x[row], columns.y[row]));
    }

    void clear() { std::ranges::fill(m_cells, Cell()); }

    /// `step` is 1 to add, -1 to take away.
    void add(const Columns &columns, std::size_t row, int step)
    {
        Cell &cell = m_cells[m_cellOf[row]];
        cell.count += std::uint32_t(step);
        cell.x += float(step) * columns.x[row];
        cell.y += float(step) * columns.y[row];
        cell.ofKind[columns.kind[row]] += std::uint32_t(step);
    }

    /// Those with events, at their means.
    void list(std::vector<Cell> &symbols) const
    {
        symbols.clear();
        for (const Cell &cell : std::span(m_cells).subspan(1)) {
            if (cell.count == 0)
                continue;
            symbols.push_back(cell);
            symbols.back().x /= float(cell.count);
            symbols.back().y /= float(cell.count);
        }
    }

private:
    /// 0 for what is not in the view.
    [[nodiscard]] std::uint16_t cellAt(float x, float y) const
    {
        if (x < m_left || x >= m_right || y < m_top || y >= m_bottom)
            return 0;
        return std::uint16_t(1 + std::size_t((y - m_top) * m_perUnit) * m_width
                             + std::size_t((x - m_left) * m_perUnit));
    }

    float m_perUnit;
    float m_left;
    float m_right;
    float m_top;
    float m_bottom;
    std::size_t m_width;
    std::vector<Cell> m_cells;
    std::vector<std::uint16_t> m_cellOf;
};

/// All counts of a window, kept while it moves.
class Floor
{
public:
    Floor(const Columns &columns, const std::optional<BenchView> &view)
        : m_columns(columns)
        , m_drawn(view.has_value())
        , m_cells(view.value_or(BenchView{}), columns)
    {}

    void moveTo(const std::optional<BenchWindow> &window)
    {
        const std::size_t first = window ? rowAt(window->from) : 0;
        const std::size_t last = window ? rowAt(window->to) : m_columns.start.size();
        const auto between = [](std::size_t a, std::size_t b) { return a < b ? b - a : a - b; };
        if (between(first, m_first) + between(last, m_last) >= last - first) {
            m_counts = {};
            m_others = {};
            m_cells.clear();
            m_first = m_last = first;
        }
        add(first, m_first, 1);
        add(m_first, first, -1);
        add(m_last, last, 1);
        add(last, m_last, -1);
        m_first = first;
        m_last = last;
        m_counts[0] = std::uint32_t(last - first);
        if (m_drawn)
            m_cells.list(m_symbols);
    }

    [[nodiscard]] const BenchCounts &counts() const { return m_counts; }

private:
    [[nodiscard]] std::size_t rowAt(std::int64_t moment) const
    {
        return std::size_t(std::ranges::lower_bound(m_columns.start, moment)
                           - m_columns.start.begin());
    }

    void add(std::size_t first, std::size_t last, int step)
    {
        const auto change = std::uint32_t(step);
        for (std::size_t row = first; row < last; ++row) {
            m_counts[kindsAt + m_columns.kind[row]] += change;
            m_counts[countriesAt + m_columns.country[row]] += change;
            m_counts[bureausAt + m_columns.bureau[row]] += change;
            m_counts[standingsAt + m_columns.standing[row]] += change;
            m_counts[binsAt + m_columns.bin[row]] += change;
            m_others[m_columns.claimant[row]] += change;
            m_others[syntheticClaimants + m_columns.tag[row]] += change;
        }
        if (!m_drawn)
            return;
        for (std::size_t row = first; row < last; ++row)
            m_cells.add(m_columns, row, step);
    }

    const Columns &m_columns;
    bool m_drawn;
    Cells m_cells;
    std::vector<Cells::Cell> m_symbols;
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    BenchCounts m_counts{};
    std::array<std::uint32_t, syntheticClaimants + syntheticTags> m_others{};
};

bool measureMoves(const Options &options)
{
    const std::uint64_t count = options.number("--events", 1'000'000, mostEvents);
    const std::vector<SyntheticEvent> events
        = benchEvents(std::uint32_t(count), options.number("--seed", 1, UINT64_MAX));
    const Columns columns(events);
    bool isRight = true;
    for (const BenchOperation &operation : benchOperations(events)) {
        constexpr std::array moving{"slide", "jump", "clear", "groups"};
        if (std::ranges::find(moving, operation.name) == moving.end())
            continue;
        resetPeak();
        Floor floor(columns, operation.view);
        std::vector<double> times;
        AnswerHash hash;
        for (const BenchStep &step : operation.steps) {
            const double start = now();
            floor.moveTo(step.state.window);
            const double time = now() - start;
            if (!step.isTimed)
                continue;
            times.push_back(time);
            hash.add(floor.counts());
        }
        const BenchState last = operation.steps.back().state;
        isRight &= floor.counts() == bruteAnswer(events, {}, last, operation.view).counts;
        ResultLine(floorName, operation.name, events.size())
            .withTimes(times)
            .with("counts", hash.text())
            .with("right", isRight ? 1 : 0)
            .print();
    }
    return isRight;
}

} // namespace

int main(int argc, char **argv)
{
    return reportingFaults("bench_floor", [argc, argv] {
        return measureMoves(Options(argc, argv, {"--events", "--seed"})) ? 0 : 1;
    });
}
