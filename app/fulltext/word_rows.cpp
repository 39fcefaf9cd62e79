// SPDX-License-Identifier: GPL-3.0-or-later
#include <fulltext/word_rows.h>

#include <algorithm>
#include <array>

namespace dateline::fulltext {

using bitsets::RowSet;
using events::Row;

namespace {

// A list has for each row how many rows lie between it and the one before. Where that is none,
// how many more rows follow without a gap comes next instead of a 0 for each. Numbers are whole
// ones of seven bits a byte, the lower ones first, of which all but the last have the eighth bit
// too (LEB128, DWARF 5, 7.6).

constexpr unsigned bitsOfByte = 7;
constexpr std::uint32_t goesOn = 1U << bitsOfByte;

constexpr std::uint32_t bytesOf(std::uint32_t number)
{
    return number < goesOn ? 1 : number < goesOn * goesOn ? 2 : 3;
}

/// Returns how many bytes that took.
std::uint32_t write(std::uint32_t number, std::uint8_t *to)
{
    std::uint32_t bytes = 0;
    for (; number >= goesOn; number >>= bitsOfByte)
        to[bytes++] = std::uint8_t(number | goesOn);
    to[bytes++] = std::uint8_t(number);
    return bytes;
}

/// The number at list[at], which becomes where the next one is.
std::uint32_t read(std::span<const std::uint8_t> list, std::size_t &at)
{
    std::uint32_t number = list[at] % goesOn;
    for (unsigned shift = bitsOfByte; list[at++] >= goesOn; shift += bitsOfByte)
        number |= (list[at] % goesOn) << shift;
    return number;
}

void addList(std::span<const std::uint8_t> list, std::span<std::uint64_t> found)
{
    std::uint32_t next = 0;
    for (std::size_t at = 0; at < list.size();) {
        const std::uint32_t gap = read(list, at);
        std::uint32_t row = next + gap;
        next = row + 1 + (gap == 0 ? read(list, at) : 0);
        while (row < next) {
            const std::uint32_t end = std::min(next, (row / 64 + 1) * 64); // in one word
            found[row / 64] |= ~std::uint64_t(0) >> (64 - (end - row)) << (row % 64);
            row = end;
        }
    }
}

void addBits(std::span<const std::uint8_t> bits, std::span<std::uint64_t> found)
{
    for (std::size_t i = 0; i < bits.size(); ++i)
        found[i / 8] |= std::uint64_t(bits[i]) << (i % 8 * 8);
}

} // namespace

WordRows::WordRows(std::size_t size)
    : m_size(size)
{}

void WordRows::add(Row row, std::span<const Word> words)
{
    while (row / rowsInStretch > m_stretches.size())
        closeStretch();
    m_openWords.insert(m_openWords.end(), words.begin(), words.end());
    m_openRows.insert(m_openRows.end(), words.size(), std::uint16_t(row % rowsInStretch));
}

void WordRows::finish()
{
    closeStretch();
    // Unlike {} this frees.
    m_openWords = std::vector<Word>();
    m_openRows = std::vector<std::uint16_t>();
    m_open = std::vector<Open>();
}

/// Puts the numbers that the list of a word has for one more row.
template<typename Put>
void WordRows::goOn(Open &open, std::uint32_t row, const Put &put)
{
    const std::uint32_t gap = row - open.end;
    if (gap > 0)
        endRun(open, put);
    if (gap > 0 || open.run == 0)
        put(gap);
    if (gap == 0)
        ++open.run;
    open.end = row + 1;
}

/// Puts how long a run of rows was that goes on no more.
template<typename Put>
void WordRows::endRun(Open &open, const Put &put)
{
    if (open.run > 0)
        put(open.run - 1);
    open.run = 0;
}

/// A counting sort by word, which keeps the rows of a word in their order.
void WordRows::closeStretch()
{
    Stretch &stretch = m_stretches.emplace_back();
    if (m_openWords.empty())
        return;
    m_open.resize(std::max<std::size_t>(m_open.size(), std::ranges::max(m_openWords) + 1));
    for (std::size_t i = 0; i < m_openWords.size(); ++i) {
        Open &open = m_open[m_openWords[i]];
        goOn(open, m_openRows[i], [&open](std::uint32_t number) { open.size += bytesOf(number); });
    }
    const auto writing = [&stretch](Open &open) {
        return [&](std::uint32_t number) { open.next += write(number, &stretch.bytes[open.next]); };
    };
    std::uint32_t end = 0;
    for (Word word = 0; word < m_open.size(); ++word) {
        Open &open = m_open[word];
        endRun(open, [&open](std::uint32_t number) { open.size += bytesOf(number); });
        if (open.size == 0)
            continue;
        stretch.entries.push_back({word, end});
        open.next = end;
        open.end = 0;
        end += std::min(open.size, bytesOfBits);
    }
    stretch.entries.push_back({0, end});
    stretch.entries.shrink_to_fit();
    stretch.bytes.resize(end);
    for (std::size_t i = 0; i < m_openWords.size(); ++i) {
        Open &open = m_open[m_openWords[i]];
        const std::uint32_t row = m_openRows[i];
        if (open.size >= bytesOfBits)
            stretch.bytes[open.next + row / 8] |= std::uint8_t(1U << (row % 8));
        else
            goOn(open, row, writing(open));
    }
    for (const Entry &entry : std::span(stretch.entries).first(stretch.entries.size() - 1)) {
        endRun(m_open[entry.word], writing(m_open[entry.word]));
        m_open[entry.word] = {};
    }
    m_openWords.clear();
    m_openRows.clear();
}

RowSet WordRows::rowsWith(const std::vector<bool> &isWanted) const
{
    RowSet result(m_size);
    const std::size_t words = result.words().size();
    for (std::size_t i = 0; i < m_stretches.size(); ++i) {
        const Stretch &stretch = m_stretches[i];
        std::array<std::uint64_t, wordsOfBits> found{};
        for (std::size_t at = 0; at + 1 < stretch.entries.size(); ++at) {
            const auto &[word, begin] = stretch.entries[at];
            if (!isWanted[word])
                continue;
            const std::span bytes
                = std::span(stretch.bytes).subspan(begin, stretch.entries[at + 1].begin - begin);
            if (bytes.size() == bytesOfBits)
                addBits(bytes, found);
            else
                addList(bytes, found);
        }
        for (std::size_t word = i * wordsOfBits; word < std::min((i + 1) * wordsOfBits, words);
             ++word)
            result.setWord(word, found[word - i * wordsOfBits]);
    }
    return result;
}

} // namespace dateline::fulltext
