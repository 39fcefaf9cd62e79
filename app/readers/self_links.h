// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_columns.h>
#include <events/shared_text.h>
#include <readers/diagnostic.h>
#include <readers/key_index.h>

#include <QString>

#include <vector>

namespace dateline::readers {

/// The rows of a table some of which name another row of the same table (what a claim answers, what
/// a source repeats), before the table's rows have their final numbers.
struct SelfLinks
{
    struct Link
    {
        events::Row from = 0;
        events::SharedText target; ///< an id of the same table
        events::Row targetRow = events::noRow; ///< out: among the kept rows, or noRow
    };

    std::vector<int> numbers; ///< of each row in the file
    std::vector<bool> isKept; ///< in: the row is valid by itself; out: it is also linked soundly
    std::vector<Link> links; ///< of rows that name one, ascending

    [[nodiscard]] std::size_t size() const { return numbers.size(); }
    /// Makes room for so many rows.
    void reserve(std::size_t rows)
    {
        numbers.reserve(rows);
        isKept.reserve(rows);
    }
    /// Adds a row, whose target is empty when it names none.
    void add(events::SharedText target, int number, bool isValid)
    {
        if (!target.isEmpty())
            links.push_back({.from = events::Row(size()), .target = std::move(target)});
        numbers.push_back(number);
        isKept.push_back(isValid);
    }
};

/// Resolves the links of a table. A link to nothing, to a row that was left out, or in a circle is
/// a diagnostic at `column` and leaves its row out, and so all rows that lead there. Linear in the
/// number of rows. Of several rows with one id only the first may be kept on entry, and `ids` names
/// for each id the first row that has it.
void resolveSelfLinks(SelfLinks &rows, const KeyIndex &ids, const QString &file,
                      QLatin1StringView column, DiagnosticList &diagnostics);

} // namespace dateline::readers
