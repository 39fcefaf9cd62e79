// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/event_columns.h>
#include <events/shared_text.h>
#include <readers/diagnostic.h>
#include <readers/key_index.h>

#include <QString>

#include <vector>

namespace dateline::readers {

/// A row of a table that may name another row of the same table (what a claim answers, what a
/// source repeats), before the table's rows have their final numbers.
struct SelfLink
{
    events::SharedText target; ///< an id of the same table, or empty
    int row = 0; ///< in the file
    events::Row targetRow = events::noRow; ///< out: among the kept rows, or noRow
    bool isKept = true; ///< in: the row is valid by itself; out: it is also linked soundly
};

/// Resolves the links of a table. A link to nothing, to a row that was left out, or in a circle is
/// a diagnostic at `column` and leaves its row out, and so all rows that lead there. Linear in the
/// number of rows. Of several rows with one id only the first may be kept on entry, and `ids` names
/// for each id the first link that has it.
void resolveSelfLinks(std::vector<SelfLink> &links, const KeyIndex &ids, const QString &file,
                      QLatin1StringView column, DiagnosticList &diagnostics);

} // namespace dateline::readers
