// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <query/row_set.h>

#include <QString>

#include <vector>

namespace dateline::query {

/// Text folded for search: case folded, without diacritics, compatibility forms unified (Unicode
/// NFKD, combining marks removed, full case folding), by ICU. No language is assumed: "İ", "I" and
/// "i" are one, while "ı" stays a letter of its own, as do "đ" and "ø". Thread-safe.
[[nodiscard]] QString foldForSearch(QStringView text);

/// Finds events by words in their title, summary, tags, claims, place and actors (also in their
/// native names). Built on first use of search; immutable for the caller.
class TextIndex
{
public:
    explicit TextIndex(const events::Dataset &dataset);

    /// The events in which every word of `text` occurs as a part of a word, in any order; a text
    /// without words gives all events. Words are divided at white space.
    [[nodiscard]] RowSet search(QStringView text) const;

private:
    void build() const;

    const events::Dataset *m_dataset;
    mutable std::vector<QString> m_folded; ///< one element an event, empty until built
};

} // namespace dateline::query
