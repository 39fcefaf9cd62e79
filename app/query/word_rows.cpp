// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/word_rows.h>

#include <algorithm>
#include <array>

namespace dateline::query {

using events::Row;

namespace {

void setBit(std::uint64_t *words, std::size_t number)
{
    words[number / 64] |= std::uint64_t(1) << (number % 64);
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
    m_next = std::vector<std::uint32_t>();
}

/// A counting sort by word, which keeps the rows of a word in their order.
void WordRows::closeStretch()
{
    Stretch &stretch = m_stretches.emplace_back();
    if (m_openWords.empty())
        return;
    m_next.resize(std::max<std::size_t>(m_next.size(), std::ranges::max(m_openWords) + 1));
    std::size_t entries = 0;
    for (const Word word : m_openWords)
        entries += m_next[word]++ == 0 ? 1 : 0;
    stretch.entries.reserve(entries);
    std::uint32_t listed = 0;
    std::uint32_t bits = 0;
    for (Word word = 0; word < m_next.size(); ++word) {
        const std::uint32_t count = m_next[word];
        if (count == 0)
            continue;
        std::uint32_t &end = count > mostListed ? bits : listed;
        stretch.entries.push_back({word, end, count});
        m_next[word] = Word(stretch.entries.size() - 1);
        end += count > mostListed ? std::uint32_t(wordsOfBits) : count;
    }
    stretch.rows.resize(listed);
    stretch.bits.resize(bits);
    std::vector<std::uint32_t> filled(entries);
    for (std::size_t i = 0; i < m_openWords.size(); ++i) {
        const std::uint32_t at = m_next[m_openWords[i]];
        const Entry &entry = stretch.entries[at];
        if (entry.count > mostListed)
            setBit(&stretch.bits[entry.begin], m_openRows[i]);
        else
            stretch.rows[entry.begin + filled[at]++] = m_openRows[i];
    }
    for (const Entry &entry : stretch.entries)
        m_next[entry.word] = 0;
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
        for (const Entry &entry : stretch.entries) {
            if (!isWanted[entry.word])
                continue;
            if (entry.count > mostListed) {
                for (std::size_t word = 0; word < wordsOfBits; ++word)
                    found[word] |= stretch.bits[entry.begin + word];
            } else {
                for (const std::uint16_t row :
                     std::span(stretch.rows).subspan(entry.begin, entry.count))
                    setBit(found.data(), row);
            }
        }
        for (std::size_t word = i * wordsOfBits; word < std::min((i + 1) * wordsOfBits, words);
             ++word)
            result.setWord(word, found[word - i * wordsOfBits]);
    }
    return result;
}

} // namespace dateline::query
