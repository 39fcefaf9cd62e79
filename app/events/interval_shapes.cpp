// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/interval_shapes.h>

namespace dateline::events {

namespace {

/// Looking for a shape among more would cost more than to keep it again: they hardly repeat then.
constexpr std::size_t mostSought = 1U << 16U;

} // namespace

std::size_t IntervalShapes::Hash::operator()(const Shape &shape) const
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U; // 2^64 over the golden ratio
    std::uint64_t hash = shape.latestStart * factor;
    hash = (hash ^ (hash >> 32U) ^ shape.earliestEnd) * factor;
    hash = (hash ^ (hash >> 32U) ^ shape.latestEnd) * factor;
    return std::size_t(hash ^ (hash >> 32U));
}

void IntervalShapes::append(const FuzzyInterval &bounds)
{
    const auto distance = [&bounds](Instant bound) {
        return std::uint64_t(bound) - std::uint64_t(bounds.earliestStart);
    };
    const Shape shape{distance(bounds.latestStart), distance(bounds.earliestEnd),
                      distance(bounds.latestEnd)};
    const auto next = std::uint32_t(m_shapes.size());
    std::uint32_t number = next;
    if (size() > 0 && m_shapes[m_shapeOf[size() - 1]] == shape)
        number = m_shapeOf[size() - 1];
    else if (m_numbers.size() < mostSought)
        number = m_numbers.try_emplace(shape, next).first->second;
    if (number == next)
        m_shapes.push_back(shape);
    m_shapeOf.append(number);
}

IntervalShapes IntervalShapes::reordered(const std::vector<Row> &order) const
{
    IntervalShapes result;
    result.m_shapes = m_shapes;
    result.m_shapes.shrink_to_fit();
    result.m_shapeOf = m_shapeOf.reordered(order);
    return result;
}

} // namespace dateline::events
