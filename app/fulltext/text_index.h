// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitsets/row_set.h>
#include <events/compact_column.h>
#include <events/dataset.h>
#include <fulltext/word_rows.h>

#include <QString>

#include <stop_token>
#include <string>
#include <vector>

namespace dateline::fulltext {

/// Text folded for search: case folded, without diacritics, compatibility forms unified (Unicode
/// NFKD, combining marks removed, full case folding), by ICU. No language is assumed: "İ", "I" and
/// "i" are one, while "ı" stays a letter of its own, as do "đ" and "ø". Thread-safe.
[[nodiscard]] QString foldForSearch(QStringView text);

/// Finds events by words in their title, summary, tags, claims, place and actors (also in their
/// native names): an inverted index. It holds each different word once, folded, and in which events
/// it occurs; a search looks for parts of words among the words alone. Immutable and thread-safe;
/// does not refer to the dataset once it is built.
class TextIndex
{
public:
    /// More different words are in no honest dataset; in others that would be all memory.
    static constexpr std::size_t usualWords = 4 << 20;

    /// Goes through all text, which takes a second for a million events. Means nothing when it was
    /// stopped. With `mostWords` different words each further text counts as one, which costs
    /// searches time and changes no answer.
    explicit TextIndex(const events::Dataset &dataset, const std::stop_token &stop = {},
                       std::size_t mostWords = usualWords);

    /// The events in which every word of `text` occurs as a part of a word, in any order; a text
    /// without words gives all events. Words are divided at white space.
    [[nodiscard]] bitsets::RowSet search(QStringView text) const;

private:
    [[nodiscard]] std::vector<bool> wordsWith(std::string_view part) const;

    std::string m_folded; ///< all words, a line break behind each
    events::CompactColumn m_lengths; ///< of each word in m_folded, with its line break
    WordRows m_rows;
};

} // namespace dateline::fulltext
