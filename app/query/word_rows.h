// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>
#include <query/row_set.h>

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::query {

/// In which events each of some words occurs. Private to TextIndex.
///
/// The rows are divided into stretches of 2^16, in each of which a word has a list of numbers of 16
/// bits, or bits where those are less: the containers of Roaring bitmaps (Chambi, Lemire, Kaser,
/// Godin: "Better bitmap performance with Roaring bitmaps", 2016), but a stretch has one list for
/// all of its words, because most words occur only a few times.
class WordRows
{
public:
    using Word = std::uint32_t;

    /// For rows below `size`.
    explicit WordRows(std::size_t size);
    [[nodiscard]] std::size_t size() const { return m_size; }

    /// Adds the words of a row, each at most once. Rows come in ascending order.
    void add(events::Row row, std::span<const Word> words);
    /// Behind the last row; before anything is asked.
    void finish();

    /// The rows with any of the words; `isWanted` has an element for each word.
    [[nodiscard]] RowSet rowsWith(const std::vector<bool> &isWanted) const;

private:
    static constexpr std::size_t rowsInStretch = 1U << 16U;
    static constexpr std::size_t wordsOfBits = rowsInStretch / 64;
    /// More numbers than this take more memory than bits.
    static constexpr std::size_t mostListed = rowsInStretch / 16;

    struct Entry
    {
        Word word = 0;
        std::uint32_t begin = 0; ///< in Stretch::rows, or in Stretch::bits when there are many
        std::uint32_t count = 0;
    };
    struct Stretch
    {
        std::vector<Entry> entries; ///< by word
        std::vector<std::uint16_t> rows;
        std::vector<std::uint64_t> bits;
    };
    void closeStretch();

    std::size_t m_size;
    std::vector<Stretch> m_stretches;
    // Of the stretch that rows are added to, in the order of adding:
    std::vector<Word> m_openWords;
    std::vector<std::uint16_t> m_openRows;
    std::vector<std::uint32_t> m_next; ///< by word; all 0 between stretches
};

} // namespace dateline::query
