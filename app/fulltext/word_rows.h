// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/records.h>

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::fulltext {

/// In which events each of some words occurs. Private to TextIndex.
///
/// The rows are divided into stretches of 2^16, in each of which a word has a list of how many
/// rows lie between one of its rows and the next, a byte each where they are few, and how long a
/// run of rows is, or bits where those are less. So are the containers of Roaring bitmaps (Lemire,
/// Ssi-Yan-Kai, Kaser: "Consistently faster and smaller compressed bitmaps with Roaring", 2016),
/// which has them apart and takes two bytes a row.
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
    [[nodiscard]] bitsets::RowSet rowsWith(const std::vector<bool> &isWanted) const;

private:
    static constexpr std::size_t rowsInStretch = 1U << 16U;
    static constexpr std::size_t wordsOfBits = rowsInStretch / 64;
    static constexpr std::uint32_t bytesOfBits = rowsInStretch / 8;

    /// A word's bytes are those up to the next entry's: bits where there are bytesOfBits, else a
    /// list, which is shorter.
    struct Entry
    {
        Word word = 0;
        std::uint32_t begin = 0;
    };
    struct Stretch
    {
        std::vector<Entry> entries; ///< by word, and the end
        std::vector<std::uint8_t> bytes;
    };
    /// What a word takes in the stretch that rows are added to.
    struct Open
    {
        std::uint32_t size = 0; ///< bytes of its list
        std::uint32_t end = 0; ///< one more than its last row
        std::uint32_t next = 0; ///< where its next byte belongs
        std::uint32_t run = 0; ///< how many rows without a gap, up to the last one
    };
    template<typename Put>
    static void goOn(Open &open, std::uint32_t row, const Put &put);
    template<typename Put>
    static void endRun(Open &open, const Put &put);
    void closeStretch();

    std::size_t m_size;
    std::vector<Stretch> m_stretches;
    // Of the stretch that rows are added to, in the order of adding:
    std::vector<Word> m_openWords;
    std::vector<std::uint16_t> m_openRows;
    std::vector<Open> m_open; ///< by word; all 0 between stretches
};

} // namespace dateline::fulltext
