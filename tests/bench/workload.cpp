// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload.h"

#include <algorithm>
#include <charconv>

namespace dateline::tests {

namespace {

constexpr std::int64_t wholeSpan = syntheticTo - syntheticFrom;
constexpr std::int64_t tenth = wholeSpan / 10;
constexpr BenchView continent{{-25.0005, 34.0005, 45.0005, 72.0005}, 5};
constexpr BenchView world{{-180, -85, 180, 85}, 2};
constexpr BenchBox mapBox{-10.0005, 30.0005, 40.0005, 60.0005};

BenchStep step(const BenchState &state, bool isTimed = true)
{
    return {state, isTimed};
}

/// A window of a tenth of the time moves by a two hundredth of it. It does not begin where a bin
/// does.
std::vector<BenchStep> slide(const std::optional<BenchBox> &box)
{
    std::vector<BenchStep> steps;
    for (std::int64_t i = 0; i < 180; ++i) {
        const std::int64_t from = syntheticFrom + 432'107 + i * (wholeSpan / 200);
        steps.push_back(step({.window = BenchWindow{from, from + tenth}, .box = box}, i > 0));
    }
    return steps;
}

std::vector<BenchStep> jump()
{
    SyntheticRandom random(7);
    std::vector<BenchStep> steps;
    for (int i = 0; i < 201; ++i) {
        const std::int64_t from = syntheticFrom + random.below(std::uint32_t(wholeSpan - tenth));
        steps.push_back(step({.window = BenchWindow{from, from + tenth}}, i > 0));
    }
    return steps;
}

/// One kind alone after another, as a person clicks through a legend.
std::vector<BenchStep> toggle()
{
    std::vector<BenchStep> steps;
    for (std::size_t i = 0; i < 81; ++i)
        steps.push_back(step({.kind = std::uint8_t(i % syntheticKinds)}, i > 0));
    return steps;
}

std::vector<BenchStep> clear()
{
    std::vector<BenchStep> steps;
    for (std::int64_t i = 0; i < 30; ++i) {
        const std::int64_t from = syntheticFrom + i * (wholeSpan / 40) + 107;
        steps.push_back(step({.window = BenchWindow{from, from + tenth}}, false));
        steps.push_back(step({}));
    }
    return steps;
}

/// A box of 40° × 20° moves by 1° to the east and a quarter of it to the north.
std::vector<BenchStep> pan()
{
    std::vector<BenchStep> steps;
    for (int i = 0; i < 201; ++i) {
        const double west = -100.0005 + i;
        const double south = -20.0005 + i * 0.25;
        steps.push_back(step({.box = BenchBox{west, south, west + 40, south + 20}}, i > 0));
    }
    return steps;
}

std::vector<BenchStep> half(const std::vector<SyntheticEvent> &events)
{
    std::vector<std::int64_t> starts;
    for (const SyntheticEvent &event : events) {
        if (event.located == SyntheticPlace::Point)
            starts.push_back(event.start);
    }
    std::ranges::sort(starts);
    std::vector<BenchStep> steps;
    for (std::size_t i = 0; i < 6 && !starts.empty(); ++i) {
        const std::size_t first = starts.size() / 2 * i / 5;
        const std::size_t last = std::min(starts.size() - 1, first + starts.size() / 2);
        steps.push_back(step({.window = BenchWindow{starts[first], starts[last]}}));
    }
    return steps;
}

} // namespace

std::optional<BenchView> BenchOperation::viewOf(const BenchStep &step) const
{
    if (!view || !step.state.box)
        return view;
    return BenchView{*step.state.box, view->zoom};
}

void AnswerHash::add(std::uint32_t value)
{
    for (int i = 0; i < 4; ++i) {
        m_hash = (m_hash ^ (value & 0xFFU)) * 0x01000193U;
        value >>= 8U;
    }
}

void AnswerHash::add(const BenchCounts &counts)
{
    for (const std::uint32_t count : counts)
        add(count);
}

std::string AnswerHash::text() const
{
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), m_hash, 16).ptr;
    return {digits.data(), end};
}

std::vector<SyntheticEvent> benchEvents(std::uint32_t count, std::uint64_t seed)
{
    SyntheticEvents stream(seed, 6);
    std::vector<SyntheticEvent> events(count);
    std::ranges::generate(events, [&stream] { return stream.next(); });
    return events;
}

std::vector<BenchOperation> benchOperations(const std::vector<SyntheticEvent> &events)
{
    return {
        {.name = "slide", .view = continent, .steps = slide({})},
        {.name = "jump", .view = continent, .steps = jump()},
        {.name = "toggle", .view = continent, .steps = toggle()},
        {.name = "clear", .view = continent, .steps = clear()},
        {.name = "pan", .view = continent, .steps = pan()},
        {.name = "slide in a box", .view = continent, .steps = slide(mapBox)},
        {.name = "groups", .steps = slide({})},
        {.name = "clusters of half", .readsGroups = false, .view = world, .steps = half(events)},
    };
}

} // namespace dateline::tests
