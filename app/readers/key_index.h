// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace dateline::readers {

/// The ids of one table, as UTF-8, and the rows that they became. Remembers ids whose row was left
/// out, so that a reference to one can say so.
class KeyIndex
{
public:
    enum class Found { Row, LeftOut, Nothing };

    /// False when the id is there already (and changes nothing).
    bool add(QByteArrayView id, std::optional<events::Row> row);

    /// The row of a kept id, in `row`.
    [[nodiscard]] Found find(QByteArrayView id, events::Row &row) const;
    [[nodiscard]] bool contains(QByteArrayView id) const { return m_rows.contains(id); }

    /// The id most like `id`, when one is like it at all; for a hint. Only looks at the first
    /// few thousand ids.
    [[nodiscard]] QString nearest(const QString &id) const;

private:
    [[nodiscard]] QByteArrayView kept(QByteArrayView id);

    QHash<QByteArrayView, std::optional<events::Row>> m_rows;
    std::vector<QByteArray> m_texts; ///< the bytes of the ids, many in one, none ever moved
};

/// How many letters have to be changed, added or dropped to make `a` from `b` (Levenshtein); at
/// most `limit` + 1, which stands for more.
[[nodiscard]] qsizetype editDistance(QStringView a, QStringView b, qsizetype limit);

} // namespace dateline::readers
