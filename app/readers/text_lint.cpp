// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/text_lint.h>

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

struct LintTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::LintTexts)
};

/// How many letters of a listed word are looked at before its expression is.
constexpr qsizetype startLetters = 4;

QString bundledWords()
{
    QFile file(u":/lint/loaded-words.txt"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList wordsOf(const QString &wordList)
{
    QStringList words;
    for (const QString &line : wordList.split(u'\n')) {
        const QString word = line.trimmed();
        if (!word.isEmpty() && !word.startsWith(u'#'))
            words += word;
    }
    return words;
}

QRegularExpression wordPattern(const QStringList &words)
{
    QStringList alternatives;
    for (const QString &word : words) {
        alternatives += word.endsWith(u'*')
            ? QRegularExpression::escape(word.chopped(1)) + u"\\w*"_s
            : QRegularExpression::escape(word);
    }
    return QRegularExpression(u"(?<![\\w-])(?:"_s + alternatives.join(u'|') + u")(?![\\w-])"_s,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

/// A house number beside the name of a street, as several languages write it.
const QRegularExpression &addressPattern()
{
    static const QRegularExpression pattern(
        uR"((?:\b\d{1,4}[a-z]?,? (?:[A-Z]\w+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Square)\b)"_s
            + uR"(|\b(?:Via|Rue|Calle|Rua|Avenida|Avenue|Viale|Piazza|Ulica|Ulitsa) (?:\w+ ){0,3}\w+,? \d{1,4}\b)"_s
            + uR"(|\b\w+(?:stra(?:ss|ß)e|straat|gatan|gade|gata|vej|weg|utca) \d{1,4}\b)"_s
            + uR"(|[\x{4e00}-\x{9fff}]+[路街道]\d+号))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// A person who is introduced with a name but without an office.
const QRegularExpression &namePattern()
{
    static const QRegularExpression pattern(
        uR"(\b(?:Mr|Mrs|Ms|Miss)\.? \p{Lu}\p{L}+)"_s
            + uR"(|\b(?:man|woman|resident|citizen|student|dissident|activist|owner|shopkeeper|businessman|)"_s
            + uR"(businesswoman|restaurateur|volunteer|victim|neighbour|employee)s?,? )"_s
            + uR"((?:named|called|identified as|by the name of) \p{Lu}\p{L}+ \p{Lu}\p{L}+)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// The first letters of a word, without case, packed.
quint64 startOf(QStringView word)
{
    quint64 start = 0;
    for (const QChar letter : word.first(std::min(word.size(), startLetters)))
        start = start << 16U | letter.toLower().unicode();
    return start;
}

bool mayIntroduceAName(QStringView word)
{
    return word.startsWith(u'M') || word.startsWith("named"_L1) || word.startsWith("called"_L1)
        || word.startsWith("identified"_L1) || word.startsWith("by the name"_L1);
}

/// The index of the mark that closes the quotation opening at `open`, or -1.
qsizetype closingMark(const QString &text, qsizetype open)
{
    switch (text[open].unicode()) {
    case u'"':
        return text.indexOf(u'"', open + 1);
    case u'“':
        return text.indexOf(u'”', open + 1);
    case u'«':
        return text.indexOf(u'»', open + 1);
    case u'「':
        return text.indexOf(u'」', open + 1);
    case u'‘':
        // The same mark is the apostrophe: it closes where no letter follows.
        for (qsizetype i = text.indexOf(u'’', open + 1); i >= 0; i = text.indexOf(u'’', i + 1)) {
            if (i + 1 == text.size() || !text[i + 1].isLetter())
                return i;
        }
        return -1;
    default:
        return -1;
    }
}

} // namespace

QString withoutQuotations(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype close = closingMark(text, i);
        if (close < 0)
            continue;
        for (qsizetype j = i; j <= close; ++j)
            text[j] = u' ';
        i = close;
    }
    return text;
}

TextLint::TextLint()
    : TextLint(bundledWords())
{}

TextLint::TextLint(const QString &wordList)
{
    const QStringList words = wordsOf(wordList);
    m_words = wordPattern(words);
    m_words.optimize();
    for (const QString &word : words) {
        const QStringView letters = QStringView(word).chopped(word.endsWith(u'*') ? 1 : 0);
        m_shortestStart = std::min(m_shortestStart, letters.size());
        m_starts.insert(startOf(letters));
    }
}

bool TextLint::beginsLikeAWord(QStringView text) const
{
    const qsizetype longest = std::min(text.size(), startLetters);
    for (qsizetype letters = m_shortestStart; letters <= longest; ++letters) {
        if (m_starts.contains(startOf(text.first(letters))))
            return true;
    }
    return false;
}

// Findings are rare and the expressions are slow, so they are only asked about texts in which a
// word begins as they need it. That makes a check twice as fast.
TextLint::Signs TextLint::signsIn(QStringView text) const
{
    Signs signs;
    bool inWord = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        signs.ofAddress = signs.ofAddress || text[at].isDigit();
        const bool wasInWord = std::exchange(inWord, text[at].isLetterOrNumber());
        if (wasInWord || !inWord)
            continue;
        const QStringView rest = text.sliced(at);
        signs.ofName = signs.ofName || mayIntroduceAName(rest);
        signs.ofWord = signs.ofWord || beginsLikeAWord(rest);
    }
    return signs;
}

std::vector<TextLint::Finding> TextLint::findings(const QString &text) const
{
    std::vector<Finding> result;
    const Signs signs = signsIn(text);
    const auto found = [&](bool hasSign, const QRegularExpression &pattern, const QString &where) {
        return hasSign ? pattern.match(where).captured() : QString();
    };
    const QString word
        = found(signs.ofWord, m_words, signs.ofWord ? withoutQuotations(text) : QString());
    if (!word.isEmpty()) {
        result.push_back({"loaded-word"_L1, LintTexts::tr("\"%1\" takes a side.").arg(word),
                          LintTexts::tr("Use a neutral word, or put the speaker's words in "
                                        "quotation marks.")});
    }
    const QString address = found(signs.ofAddress, addressPattern(), text);
    if (!address.isEmpty()) {
        result.push_back({"street-address"_L1,
                          LintTexts::tr("\"%1\" looks like a street address.").arg(address),
                          LintTexts::tr("A city is the finest place: leave the address out.")});
    }
    const QString name = found(signs.ofName, namePattern(), text);
    if (!name.isEmpty()) {
        result.push_back({"private-name"_L1,
                          LintTexts::tr("\"%1\" looks like a private person.").arg(name),
                          LintTexts::tr("Name office holders by their office, and nobody else.")});
    }
    return result;
}

} // namespace dateline::readers
