// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::readers {

/// The ids of one table, as UTF-8, and the rows that they became. Remembers ids whose row was left
/// out, so that a reference to one can say so. Any number of threads may look while none adds.
///
/// Open addressing: a table of hashes leads to the ids in the order of adding, so that a million
/// ids are a few large allocations, and a hash that is known already need not be made again.
class KeyIndex
{
public:
    enum class Found : std::uint8_t { Row, LeftOut, Nothing };

    /// Of an id; differs from run to run, so that nobody can write ids that all meet.
    [[nodiscard]] static std::size_t hash(QByteArrayView id);

    /// False when the id is there already (and changes nothing). The second form spares hashing.
    bool add(QByteArrayView id, std::optional<events::Row> row) { return add(id, hash(id), row); }
    bool add(QByteArrayView id, std::size_t hash, std::optional<events::Row> row);
    /// As add(), for an id whose bytes outlive the index, which does not copy them.
    bool addOutliving(QByteArrayView id, std::size_t hash, std::optional<events::Row> row);

    /// Fetches into the cache what adding or finding an id of this hash will look at.
    void prefetch(std::size_t hash) const;

    /// Makes room for about so many ids in all.
    void reserve(std::size_t ids);

    /// The row of a kept id, in `row`.
    [[nodiscard]] Found find(QByteArrayView id, events::Row &row) const;

    /// Where an id was found last, for ids that are asked for in about the order of adding. A guess
    /// that is right spares looking anywhere else; one that is wrong changes nothing.
    struct Guess
    {
        std::size_t key = 0;
    };
    [[nodiscard]] Found find(QByteArrayView id, events::Row &row, Guess &guess) const;
    [[nodiscard]] bool contains(QByteArrayView id) const;

    /// The id most like `id`, when one is like it at all; for a hint. Only looks at the first
    /// few thousand ids.
    [[nodiscard]] QString nearest(const QString &id) const;

private:
    struct Key
    {
        const char *text = nullptr;
        std::uint32_t size = 0;
        std::uint32_t row = 0; ///< noRow when it was left out

        [[nodiscard]] QByteArrayView id() const { return {text, qsizetype(size)}; }
    };
    struct Slot
    {
        std::uint32_t hash = 0; ///< its upper half
        std::uint32_t key = 0; ///< one more than its index, 0 for none
    };

    [[nodiscard]] std::size_t slotOf(QByteArrayView id, std::size_t hash) const;
    [[nodiscard]] const char *kept(QByteArrayView id);
    void setSlotCount(std::size_t count);
    [[nodiscard]] Found rowOf(std::size_t key, events::Row &row) const;

    std::vector<Slot> m_slots; ///< a power of two of them, at most three quarters full
    std::vector<Key> m_keys;
    std::vector<std::string> m_texts; ///< the bytes of the ids, many in one, none ever moved
};

/// How many letters have to be changed, added or dropped to make `a` from `b` (Levenshtein); at
/// most `limit` + 1, which stands for more.
[[nodiscard]] qsizetype editDistance(QStringView a, QStringView b, qsizetype limit);

} // namespace dateline::readers
