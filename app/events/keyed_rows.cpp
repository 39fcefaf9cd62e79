// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/keyed_rows.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace dateline::events {

namespace {

constexpr unsigned keyBits = 64;

/// The lowest `count` bits, fewer than all.
constexpr std::uint64_t lowBits(unsigned count)
{
    return (std::uint64_t(1) << count) - 1;
}

/// The bits in which keys differ, moved together: what is left of keys is in the same order.
class KeySqueeze
{
public:
    explicit KeySqueeze(std::uint64_t differing)
    {
        while (differing != 0) {
            const auto zeros = unsigned(std::countr_zero(differing));
            const auto ones = unsigned(std::countr_one(differing >> zeros));
            const std::uint64_t above = zeros + ones < keyBits ? ~lowBits(zeros + ones) : 0;
            m_runs.push_back({differing & ~above, zeros - m_bits});
            m_bits += ones;
            differing &= above;
        }
    }

    /// How many bits are left.
    [[nodiscard]] unsigned bits() const { return m_bits; }

    [[nodiscard]] std::uint64_t squeezed(std::uint64_t key) const
    {
        std::uint64_t result = 0;
        for (const Run &run : m_runs)
            result |= (key & run.bits) >> run.shift;
        return result;
    }

    /// The differing bits of the key that was squeezed, and 0 for the others.
    [[nodiscard]] std::uint64_t restored(std::uint64_t squeezed) const
    {
        std::uint64_t result = 0;
        for (const Run &run : m_runs)
            result |= (squeezed << run.shift) & run.bits;
        return result;
    }

private:
    struct Run
    {
        std::uint64_t bits = 0; ///< of keys
        unsigned shift = 0; ///< to where they go, downwards
    };
    std::vector<Run> m_runs;
    unsigned m_bits = 0;
};

/// Some bits of keys, and where in the order of these items begin.
struct Digit
{
    unsigned shift = 0;
    std::vector<std::uint32_t> next;
};

/// Digits for all bits in which keys differ, as few and as narrow as that takes.
std::vector<Digit> digitsFor(std::uint64_t differing, std::size_t items)
{
    // More would not stay in the cache of a core; more than items would take longer to clear.
    constexpr unsigned mostBits = 12;
    const unsigned widest = std::clamp(unsigned(std::bit_width(items)), 4U, mostBits);
    const auto first = unsigned(std::countr_zero(differing));
    const unsigned span = unsigned(std::bit_width(differing)) - first;
    const unsigned count = (span + widest - 1) / widest;
    const unsigned width = (span + count - 1) / count;
    std::vector<Digit> digits;
    for (unsigned shift = first; shift < first + span; shift += width) {
        if (((differing >> shift) & lowBits(width)) != 0)
            digits.push_back({shift, std::vector<std::uint32_t>(std::size_t(1) << width)});
    }
    return digits;
}

/// A radix sort from the lowest digit, which leaves out bits that all keys share.
template<typename Item, typename KeyOf>
void radixSort(std::vector<Item> &items, std::uint64_t differing, KeyOf keyOf)
{
    std::vector<Digit> digits = digitsFor(differing, items.size());
    const std::uint64_t mask = digits.front().next.size() - 1;
    for (const Item &item : items) {
        for (Digit &digit : digits)
            ++digit.next[(keyOf(item) >> digit.shift) & mask];
    }
    std::vector<Item> sorted(items.size());
    for (Digit &digit : digits) {
        std::uint32_t sum = 0;
        for (std::uint32_t &count : digit.next)
            sum += std::exchange(count, sum);
        std::uint32_t *const next = digit.next.data();
        const unsigned shift = digit.shift;
        for (const Item &item : items)
            sorted[next[(keyOf(item) >> shift) & mask]++] = item;
        items.swap(sorted);
    }
}

} // namespace

void sortByKey(std::vector<KeyedRow> &rows)
{
    std::vector<Row> bare(rows.size());
    std::vector<std::uint64_t> keys(rows.size());
    std::ranges::transform(rows, bare.begin(), &KeyedRow::row);
    std::ranges::transform(rows, keys.begin(), &KeyedRow::key);
    rows = std::vector<KeyedRow>(); // unlike {} this frees
    sortByKey(bare, keys);
    rows.resize(bare.size());
    std::ranges::transform(bare, keys, rows.begin(),
                           [](Row row, std::uint64_t key) { return KeyedRow{key, row}; });
}

/// A key takes few bits once those are left out that all share: moments within some years 36 to the
/// second, codes of positions 34. With its row it fits one number, which is sorted in half the
/// time.
void sortByKey(std::vector<Row> &rows, std::vector<std::uint64_t> &keys)
{
    std::uint64_t differing = 0;
    Row rowBits = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        differing |= keys[i] ^ keys.front();
        rowBits |= rows[i];
    }
    if (differing == 0 || std::ranges::is_sorted(keys))
        return;
    const KeySqueeze squeeze(differing);
    const auto bitsOfRow = unsigned(std::bit_width(rowBits));
    if (squeeze.bits() + bitsOfRow > keyBits) {
        std::vector<KeyedRow> both(rows.size());
        std::ranges::transform(rows, keys, both.begin(),
                               [](Row row, std::uint64_t key) { return KeyedRow{key, row}; });
        radixSort(both, differing, [](const KeyedRow &row) { return row.key; });
        std::ranges::transform(both, rows.begin(), &KeyedRow::row);
        std::ranges::transform(both, keys.begin(), &KeyedRow::key);
        return;
    }
    const std::uint64_t shared = keys.front() & ~differing;
    for (std::size_t i = 0; i < rows.size(); ++i)
        keys[i] = (squeeze.squeezed(keys[i]) << bitsOfRow) | rows[i];
    const std::uint64_t sorted
        = squeeze.bits() == keyBits ? ~std::uint64_t(0) : lowBits(squeeze.bits());
    radixSort(keys, sorted << bitsOfRow, [](std::uint64_t key) { return key; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = Row(keys[i] & lowBits(bitsOfRow));
        keys[i] = squeeze.restored(keys[i] >> bitsOfRow) | shared;
    }
}

} // namespace dateline::events
