// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::clustering {

/// How many events are of each kind of a dataset. Those of few kinds take no memory apart, for a
/// map shows hundreds of them in each frame.
class KindCounts
{
public:
    KindCounts() = default;
    /// All 0.
    explicit KindCounts(std::size_t kinds)
        : m_fewKinds(kinds <= mostFew ? kinds : 0)
        , m_many(kinds <= mostFew ? 0 : kinds)
    {}

    [[nodiscard]] std::uint32_t &operator[](std::size_t kind) { return data()[kind]; }
    [[nodiscard]] std::uint32_t operator[](std::size_t kind) const { return view()[kind]; }
    /// By kind; valid as long as this and unchanged.
    [[nodiscard]] std::span<const std::uint32_t> view() const
    {
        return m_many.empty() ? std::span(m_few).first(m_fewKinds) : std::span(m_many);
    }

    friend bool operator==(const KindCounts &a, const KindCounts &b)
    {
        return std::ranges::equal(a.view(), b.view());
    }

private:
    [[nodiscard]] std::uint32_t *data() { return m_many.empty() ? m_few.data() : m_many.data(); }

    static constexpr std::size_t mostFew = 12;
    std::size_t m_fewKinds = 0;
    std::array<std::uint32_t, mostFew> m_few{};
    std::vector<std::uint32_t> m_many; ///< empty when they are few
};

} // namespace dateline::clustering
