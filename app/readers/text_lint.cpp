// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/text_lint.h>

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

struct LintTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::LintTexts)
};

QString bundledWords()
{
    QFile file(u":/lint/loaded-words.txt"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

QRegularExpression wordPattern(const QString &wordList)
{
    QStringList alternatives;
    for (const QString &line : wordList.split(u'\n')) {
        const QString word = line.trimmed();
        if (word.isEmpty() || word.startsWith(u'#'))
            continue;
        alternatives += word.endsWith(u'*')
            ? QRegularExpression::escape(word.chopped(1)) + u"\\w*"_s
            : QRegularExpression::escape(word);
    }
    // An empty list must match nothing, not everything.
    const QString pattern = alternatives.isEmpty()
        ? u"(?!)"_s
        : u"(?<![\\w-])(?:"_s + alternatives.join(u'|') + u")(?![\\w-])"_s;
    return QRegularExpression(pattern,
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
    : m_words(wordPattern(wordList))
{
    m_words.optimize();
}

std::vector<TextLint::Finding> TextLint::findings(const QString &text) const
{
    std::vector<Finding> result;
    if (const auto match = m_words.match(withoutQuotations(text)); match.hasMatch()) {
        result.push_back({"loaded-word"_L1,
                          LintTexts::tr("\"%1\" takes a side.").arg(match.captured()),
                          LintTexts::tr("Use a neutral word, or put the speaker's words in "
                                        "quotation marks.")});
    }
    if (const auto match = addressPattern().match(text); match.hasMatch()) {
        result.push_back(
            {"street-address"_L1,
             LintTexts::tr("\"%1\" looks like a street address.").arg(match.captured()),
             LintTexts::tr("A city is the finest place: leave the address out.")});
    }
    if (const auto match = namePattern().match(text); match.hasMatch()) {
        result.push_back(
            {"private-name"_L1,
             LintTexts::tr("\"%1\" looks like a private person.").arg(match.captured()),
             LintTexts::tr("Name office holders by their office, and nobody else.")});
    }
    return result;
}

} // namespace dateline::readers
