// SPDX-License-Identifier: GPL-3.0-or-later
#include <fulltext/text_index.h>

#include <events/fetch.h>

#include <QHash>
#include <QStringList>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <deque>
#include <span>

namespace dateline::fulltext {

using bitsets::RowSet;
using events::EventText;

namespace {

/// NFKD; the input as it is when ICU's data for it is missing.
icu::UnicodeString decomposed(const icu::UnicodeString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *form = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return text;
    icu::UnicodeString result = form->normalize(text, status);
    return U_FAILURE(status) ? text : result;
}

bool isMark(UChar32 character)
{
    const int type = u_charType(character);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

QStringList wordsOf(QStringView text)
{
    // Folded before it is divided: a compatibility form may contain white space.
    return foldForSearch(text).simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

QString foldForSearch(QStringView text)
{
    icu::UnicodeString work(reinterpret_cast<const char16_t *>(text.utf16()),
                            std::int32_t(text.size()));
    work = decomposed(work);
    work.foldCase(U_FOLD_CASE_DEFAULT);
    // Folding may compose again what was decomposed (U+0345), so decompose once more.
    work = decomposed(work);
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < work.length(); i = work.moveIndex32(i, 1)) {
        const UChar32 character = work.char32At(i);
        if (!isMark(character))
            bare.append(character);
    }
    return QString(reinterpret_cast<const QChar *>(bare.getBuffer()), bare.length());
}

namespace {

using Word = WordRows::Word;

/// White space of ASCII. Other white space stays in words, which does no harm: no word that is
/// searched for has any.
constexpr bool endsWord(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::string folded(std::string_view word)
{
    std::string result(word);
    for (char &byte : result) {
        if (std::uint8_t(byte) >= 0x80)
            return foldForSearch(QString::fromUtf8(word)).toUtf8().toStdString();
        if (byte >= 'A' && byte <= 'Z')
            byte = char(byte - 'A' + 'a');
    }
    return result;
}

/// Numbers the words of texts, and gathers those of one event.
class WordReader
{
public:
    WordReader(std::string &folded, events::CompactColumn &lengths, std::size_t mostWords)
        : m_folded(folded)
        , m_lengths(lengths)
        , m_mostWords(mostWords)
    {}

    /// Adds the words of a text that outlives the reader, which may be there already.
    void read(std::string_view text)
    {
        if (m_lengths.size() >= m_mostWords) {
            add(numberOf(text));
            return;
        }
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            while (at < text.size() && !endsWord(text[at]))
                ++at;
            if (at > begin)
                add(numberOf(text.substr(begin, at - begin)));
            ++at;
        }
    }

    void add(Word word)
    {
        if (m_lastTime[word] != m_time) {
            m_lastTime[word] = m_time;
            m_words.push_back(word);
        }
    }

    /// Those that were added since the call before, each once; until the next call.
    [[nodiscard]] std::span<const Word> take()
    {
        ++m_time;
        m_taken.swap(m_words);
        m_words.clear();
        return m_taken;
    }

    /// The number of a word, or of some words that are always together; they outlive the reader.
    [[nodiscard]] Word numberOf(std::string_view words)
    {
        const qsizetype known = m_numbers.size();
        Word &number = m_numbers[QByteArrayView(words)];
        if (m_numbers.size() > known) {
            number = Word(m_lengths.size());
            const std::string word = folded(words);
            m_folded.append(word).push_back('\n');
            m_lengths.append(std::uint32_t(word.size() + 1));
            m_lastTime.push_back(0);
        }
        return number;
    }

private:
    std::string &m_folded;
    events::CompactColumn &m_lengths;
    std::size_t m_mostWords;
    QHash<QByteArrayView, Word> m_numbers; ///< by words as written
    std::vector<std::uint32_t> m_lastTime; ///< by word, when it was added last
    std::uint32_t m_time = 1;
    std::vector<Word> m_words;
    std::vector<Word> m_taken;
};

/// The names of the records of a table, of which both of a record count as one word: a package may
/// give one long name to a million events.
class NameWords
{
public:
    template<typename Record>
    NameWords(WordReader &reader, const std::vector<Record> &table, const std::stop_token &stop)
    {
        m_words.reserve(table.size());
        for (const Record &record : table) {
            if (stop.stop_requested())
                return;
            const bool isAlone = record.nativeName.isEmpty();
            const QString both = isAlone ? record.name : record.name + u' ' + record.nativeName;
            const QByteArray &names = m_bytes.emplace_back(both.toUtf8());
            m_words.push_back(reader.numberOf({names.constData(), std::size_t(names.size())}));
        }
    }

    void addTo(WordReader &reader, events::Row row) const { reader.add(m_words[row]); }

private:
    std::vector<Word> m_words; ///< by row
    std::deque<QByteArray> m_bytes;
};

} // namespace

TextIndex::TextIndex(const events::Dataset &dataset, const std::stop_token &stop,
                     std::size_t mostWords)
    : m_rows(dataset.size())
{
    WordReader reader(m_folded, m_lengths, mostWords);
    const NameWords actors(reader, dataset.actors(), stop);
    const NameWords places(reader, dataset.places(), stop);
    const events::EventColumns &columns = dataset.columns();
    // Claims lie in the order of events, all texts in that of the file.
    const auto fetch = [&](std::size_t row) {
        columns.texts.fetchAt(row);
        for (const events::Claim &claim : dataset.claimsOf(events::Row(row)))
            events::fetch(claim.text.utf8().data());
    };
    events::forEachFetched(dataset.size(), fetch, [&](std::size_t at) {
        if (stop.stop_requested())
            return;
        const auto row = events::Row(at);
        for (const auto text : {EventText::Title, EventText::Summary, EventText::Tags})
            reader.read(columns.texts.utf8(row, text));
        for (const events::Claim &claim : dataset.claimsOf(row)) {
            if (stop.stop_requested())
                break;
            reader.read(claim.text.utf8());
            actors.addTo(reader, claim.actor);
        }
        if (columns.place[row] != events::noRow)
            places.addTo(reader, columns.place[row]);
        if (columns.bureau[row] != events::noRow)
            actors.addTo(reader, columns.bureau[row]);
        m_rows.add(row, reader.take());
    });
    m_rows.finish();
    m_folded.shrink_to_fit();
}

RowSet TextIndex::search(QStringView text) const
{
    RowSet found(m_rows.size(), true);
    for (const QString &word : wordsOf(text)) {
        if (!word.isValidUtf16()) // Half a surrogate pair is in no text that can be read.
            return RowSet(m_rows.size());
        const QByteArray part = word.toUtf8();
        found &= m_rows.rowsWith(wordsWith({part.constData(), std::size_t(part.size())}));
    }
    return found;
}

/// Which words have this part.
std::vector<bool> TextIndex::wordsWith(std::string_view part) const
{
    std::vector<bool> words(m_lengths.size());
    std::size_t word = 0;
    std::size_t end = m_lengths.size() > 0 ? m_lengths[0] : 0; // of the word
    for (std::size_t at = m_folded.find(part); at != std::string::npos;
         at = m_folded.find(part, end)) {
        while (end <= at)
            end += m_lengths[++word];
        words[word] = true;
    }
    return words;
}

} // namespace dateline::fulltext
