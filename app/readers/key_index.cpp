// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/key_index.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace dateline::readers {

bool KeyIndex::add(QByteArrayView id, std::optional<events::Row> row)
{
    if (m_rows.contains(id))
        return false;
    m_rows.insert(kept(id), row);
    return true;
}

QByteArrayView KeyIndex::kept(QByteArrayView id)
{
    constexpr qsizetype chunk = 64 << 10;
    if (m_texts.empty() || m_texts.back().capacity() - m_texts.back().size() < id.size()) {
        m_texts.emplace_back();
        m_texts.back().reserve(std::max(chunk, id.size()));
    }
    QByteArray &text = m_texts.back();
    const qsizetype begin = text.size();
    text.append(id);
    return QByteArrayView(text).sliced(begin);
}

KeyIndex::Found KeyIndex::find(QByteArrayView id, events::Row &row) const
{
    const auto found = m_rows.constFind(id);
    if (found == m_rows.cend())
        return Found::Nothing;
    if (!*found)
        return Found::LeftOut;
    row = **found;
    return Found::Row;
}

QString KeyIndex::nearest(const QString &id) const
{
    constexpr int mostTried = 5'000;
    constexpr qsizetype mostLetters = 100;
    if (id.size() > mostLetters)
        return {};
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, id.size() / 3) + 1;
    int tried = 0;
    for (auto it = m_rows.keyBegin(); it != m_rows.keyEnd() && tried < mostTried; ++it, ++tried) {
        const QString candidate = QString::fromUtf8(*it);
        const qsizetype distance = editDistance(id, candidate, bestDistance);
        // Of several that are equally near the first by name, so that the hint is always the same.
        if (distance < bestDistance
            || (distance == bestDistance && !best.isEmpty() && candidate < best)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

qsizetype editDistance(QStringView a, QStringView b, qsizetype limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[j] ? 0 : 1);
            qsizetype &cell = row[std::size_t(j) + 1];
            diagonal = cell;
            cell = std::min({changed, cell + 1, row[std::size_t(j)] + 1});
        }
        if (*std::ranges::min_element(row) > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

} // namespace dateline::readers
