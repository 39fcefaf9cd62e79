// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/text_index.h>

#include <events/fetch.h>

#include <QHash>
#include <QStringList>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <span>

namespace dateline::query {

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
    WordReader(std::string &folded, std::vector<std::size_t> &ends)
        : m_folded(folded)
        , m_ends(ends)
    {}

    /// Adds the words of a text that outlives the reader, which may be there already.
    void read(std::string_view text)
    {
        // A hostile table has words only that occur once: then texts are as good as words.
        constexpr std::size_t mostWords = 4 << 20;
        if (m_ends.size() >= mostWords && !text.empty()) {
            addWord(text);
            return;
        }
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            while (at < text.size() && !endsWord(text[at]))
                ++at;
            if (at > begin)
                addWord(text.substr(begin, at - begin));
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

    /// The words of some texts by themselves.
    [[nodiscard]] std::vector<Word> wordsOf(std::initializer_list<QString> texts)
    {
        for (const QString &text : texts) {
            m_kept.push_back(text.toUtf8());
            read({m_kept.back().constData(), std::size_t(m_kept.back().size())});
        }
        const std::span<const Word> words = take();
        return {words.begin(), words.end()};
    }

private:
    void addWord(std::string_view word)
    {
        const qsizetype known = m_numbers.size();
        Word &number = m_numbers[QByteArrayView(word)];
        if (m_numbers.size() > known) {
            number = Word(m_ends.size());
            m_folded.append(folded(word)).push_back('\n');
            m_ends.push_back(m_folded.size());
            m_lastTime.push_back(0);
        }
        add(number);
    }

    std::string &m_folded;
    std::vector<std::size_t> &m_ends;
    QHash<QByteArrayView, Word> m_numbers; ///< by word as written
    std::vector<std::uint32_t> m_lastTime; ///< by word, when it was added last
    std::uint32_t m_time = 1;
    std::vector<Word> m_words;
    std::vector<Word> m_taken;
    std::deque<QByteArray> m_kept; ///< what m_numbers refers to
};

/// The words of each record of a table.
template<typename Record>
std::vector<std::vector<Word>> wordsOfNames(WordReader &reader, const std::vector<Record> &table)
{
    std::vector<std::vector<Word>> words;
    words.reserve(table.size());
    for (const Record &record : table)
        words.push_back(reader.wordsOf({record.name, record.nativeName}));
    return words;
}

} // namespace

TextIndex::TextIndex(const events::Dataset &dataset, const std::stop_token &stop)
    : m_rows(dataset.size())
{
    WordReader reader(m_folded, m_ends);
    const std::vector<std::vector<Word>> ofActors = wordsOfNames(reader, dataset.actors());
    const std::vector<std::vector<Word>> ofPlaces = wordsOfNames(reader, dataset.places());
    const auto addAll = [&reader](const std::vector<Word> &words) {
        for (const Word word : words)
            reader.add(word);
    };
    const events::EventColumns &columns = dataset.columns();
    for (events::Row row = 0; row < dataset.size() && !stop.stop_requested(); ++row) {
        // Claims lie in the order of events, their texts in that of the file.
        constexpr events::Row ahead = 8;
        if (row + ahead < dataset.size()) {
            for (const events::Claim &claim : dataset.claimsOf(row + ahead))
                events::fetch(claim.text.utf8().data());
        }
        reader.read(columns.title.utf8(row));
        reader.read(columns.summary.utf8(row));
        reader.read(columns.tags.utf8(row));
        for (const events::Claim &claim : dataset.claimsOf(row)) {
            reader.read(claim.text.utf8());
            addAll(ofActors[claim.actor]);
        }
        if (columns.place[row] != events::noRow)
            addAll(ofPlaces[columns.place[row]]);
        if (columns.bureau[row] != events::noRow)
            addAll(ofActors[columns.bureau[row]]);
        m_rows.add(row, reader.take());
    }
    m_rows.finish();
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
    std::vector<bool> words(m_ends.size());
    std::size_t word = 0;
    for (std::size_t at = m_folded.find(part); at != std::string::npos;
         at = m_folded.find(part, m_ends[word])) {
        while (m_ends[word] <= at)
            ++word;
        words[word] = true;
    }
    return words;
}

} // namespace dateline::query
