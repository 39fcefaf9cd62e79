// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/dataset.h>
#include <events/web_mercator.h>

#include <cstdint>
#include <vector>

namespace dateline::clustering {

/// Sums what Clusters need to know over sets of events at a point: where they are, how many, how
/// many of each kind and how many denied. Private to ClusterGrid and Clusters.
///
/// The sums of a set are some words, so that those of two sets are added word by word: both
/// coordinates, and then pairs of numbers of 32 bits, none of which exceeds the events there are.
/// They are a multiple of four words; the last up to three may mean nothing.
/// Coordinates are in the whole steps of a PackedPoint, so that adding and taking away is exact and
/// in any order.
class PointSums
{
public:
    using Word = std::uint64_t;

    /// Planes of bits of more kinds would take more memory than the columns; isEmpty() then.
    static constexpr std::size_t mostPlanes = 16;

    /// The dataset must outlive the sums.
    explicit PointSums(const events::Dataset &dataset);

    /// Whether it cannot add runs.
    [[nodiscard]] bool isEmpty() const { return m_planes.empty(); }

    /// How many words the sums of a set are.
    [[nodiscard]] std::size_t wordCount() const { return m_wordCount; }

    // `sums` are the words of a set, all 0 for none.

    [[nodiscard]] static std::uint32_t count(const Word *sums) { return std::uint32_t(sums[2]); }
    [[nodiscard]] static std::uint32_t denied(const Word *sums)
    {
        return std::uint32_t(sums[2] >> 32U);
    }
    [[nodiscard]] static std::uint32_t ofKind(const Word *sums, std::size_t kind)
    {
        return std::uint32_t(sums[firstKinds + kind / 2] >> (kind % 2 * 32));
    }
    /// Mercator units; of a set that is not empty.
    [[nodiscard]] static events::MercatorPoint mean(const Word *sums)
    {
        const double share = 1 / (double(events::PackedPoint::stepsInWorld) * count(sums));
        return {double(std::int64_t(sums[0])) * share, double(std::int64_t(sums[1])) * share};
    }
    /// Adds the sums of another set.
    static void addWords(const Word *other, std::size_t words, Word *sums)
    {
        for (std::size_t word = 0; word < words; word += 4) {
            sums[word] += other[word];
            sums[word + 1] += other[word + 1];
            sums[word + 2] += other[word + 2];
            sums[word + 3] += other[word + 3];
        }
    }
    /// Moves so many events of a set by some widths of the world to the east.
    static void moveEast(Word *sums, std::uint32_t count, std::int64_t worlds)
    {
        sums[0] += Word(worlds * std::int64_t(events::PackedPoint::stepsInWorld) * count);
    }

    /// Adds an event at a point or takes it away: `step` is 1, or the number that makes 0 with it.
    static void add(const events::PackedPoint &point, Word step, Word *sums)
    {
        sums[0] += step * point.stepsX();
        sums[1] += step * point.stepsY();
        sums[2] += step + (step << 32U) * Word(point.isDenied());
        const std::size_t kind = point.kind();
        sums[firstKinds + kind / 2] += step << (kind % 2 * 32);
    }

    /// The words of a set that addPlaces() adds to.
    static constexpr std::size_t placeWords = 3;
    /// Adds all the rows [begin, end), all at a point, but not how many are of a kind or denied.
    void addPlaces(events::Row begin, events::Row end, Word *sums) const;

    /// Adds those of the rows [begin, end), all at a point, that are in `rows`, 64 at a time. Not
    /// when isEmpty().
    void addRun(const bitsets::RowSet &rows, events::Row begin, events::Row end, Word *sums) const;

private:
    static constexpr std::size_t firstKinds = 3;

    const events::EventColumns &m_columns;
    std::size_t m_wordCount;
    std::size_t m_stride; ///< planes
    /// Of each 64 rows a plane of bits for those that are denied and one for each kind.
    std::vector<std::uint64_t> m_planes;
};

} // namespace dateline::clustering
