// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/key_index.h>

#include <events/event_columns.h>

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace dateline::readers {

namespace {

std::uint32_t upperHalf(std::size_t hash)
{
    return std::uint32_t(hash >> (4 * sizeof(hash)));
}

} // namespace

std::size_t KeyIndex::hash(QByteArrayView id)
{
    return qHash(id, QHashSeed::globalSeed());
}

bool KeyIndex::add(QByteArrayView id, std::size_t hash, std::optional<events::Row> row)
{
    if (!addOutliving(id, hash, row))
        return false;
    m_keys.back().text = kept(id);
    return true;
}

bool KeyIndex::addOutliving(QByteArrayView id, std::size_t hash, std::optional<events::Row> row)
{
    constexpr std::size_t fewest = 64;
    if (4 * (m_keys.size() + 1) > 3 * m_slots.size())
        setSlotCount(std::max(fewest, 2 * m_slots.size()));
    const std::size_t slot = slotOf(id, hash);
    if (m_slots[slot].key != 0)
        return false;
    m_keys.push_back({id.data(), std::uint32_t(id.size()), row.value_or(events::noRow)});
    m_slots[slot] = {upperHalf(hash), std::uint32_t(m_keys.size())};
    return true;
}

/// Where the id is, or where it would be added. There are slots, and a free one among them.
std::size_t KeyIndex::slotOf(QByteArrayView id, std::size_t hash) const
{
    const std::size_t last = m_slots.size() - 1;
    std::size_t at = hash & last;
    while (m_slots[at].key != 0) {
        if (m_slots[at].hash == upperHalf(hash) && m_keys[m_slots[at].key - 1].id() == id)
            break;
        at = (at + 1) & last;
    }
    return at;
}

void KeyIndex::reserve(std::size_t ids)
{
    m_keys.reserve(ids);
    // Twice as many slots because of a few ids, which there may not even be, would be a waste.
    const std::size_t needed = std::bit_ceil(4 * (ids - ids / 8) / 3);
    if (needed > m_slots.size())
        setSlotCount(needed);
}

/// A power of two, and more than there are ids.
void KeyIndex::setSlotCount(std::size_t count)
{
    m_slots.assign(count, {});
    const std::size_t last = m_slots.size() - 1;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const std::size_t keyHash = hash(m_keys[i].id());
        std::size_t at = keyHash & last;
        while (m_slots[at].key != 0)
            at = (at + 1) & last;
        m_slots[at] = {upperHalf(keyHash), std::uint32_t(i + 1)};
    }
}

const char *KeyIndex::kept(QByteArrayView id)
{
    constexpr std::size_t chunk = 64 << 10;
    const auto size = std::size_t(id.size());
    if (m_texts.empty() || m_texts.back().capacity() - m_texts.back().size() < size) {
        // A chunk never moves with its list: it is too long to lie inside its string.
        m_texts.emplace_back().reserve(std::max(chunk, size));
    }
    std::string &text = m_texts.back();
    const std::size_t begin = text.size();
    text.append(id.data(), size);
    return text.data() + begin;
}

void KeyIndex::prefetch(std::size_t hash) const
{
#ifdef __GNUC__
    if (!m_slots.empty())
        __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)]);
#else
    Q_UNUSED(hash)
#endif
}

KeyIndex::Found KeyIndex::find(QByteArrayView id, events::Row &row) const
{
    Guess guess{m_keys.size()};
    return find(id, row, guess);
}

KeyIndex::Found KeyIndex::find(QByteArrayView id, events::Row &row, Guess &guess) const
{
    for (std::size_t key = guess.key; key < m_keys.size() && key - guess.key < 2; ++key) {
        if (m_keys[key].id() == id) {
            guess.key = key;
            return rowOf(key, row);
        }
    }
    if (m_slots.empty())
        return Found::Nothing;
    const Slot slot = m_slots[slotOf(id, hash(id))];
    if (slot.key == 0)
        return Found::Nothing;
    guess.key = slot.key - 1;
    return rowOf(guess.key, row);
}

KeyIndex::Found KeyIndex::rowOf(std::size_t key, events::Row &row) const
{
    const std::uint32_t found = m_keys[key].row;
    if (found == events::noRow)
        return Found::LeftOut;
    row = found;
    return Found::Row;
}

bool KeyIndex::contains(QByteArrayView id) const
{
    events::Row row = 0;
    return find(id, row) != Found::Nothing;
}

QString KeyIndex::nearest(const QString &id) const
{
    constexpr std::size_t mostTried = 5'000;
    constexpr qsizetype mostLetters = 100;
    if (id.size() > mostLetters)
        return {};
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, id.size() / 3) + 1;
    for (const Key &key : std::span(m_keys).first(std::min(mostTried, m_keys.size()))) {
        const QString candidate = QString::fromUtf8(key.id());
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
