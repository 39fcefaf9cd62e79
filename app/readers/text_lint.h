// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <vector>

namespace dateline::readers {

/// Looks for wording that a dataset's own voice should not have: words that take a side
/// (resources/lint/loaded-words.txt), street addresses, and names of private persons. The last two
/// are guesses from the form of the text. Immutable, thread-safe.
class TextLint
{
public:
    struct Finding
    {
        QLatin1StringView code; ///< "loaded-word", "street-address" or "private-name"
        QString message;
        QString hint;
    };

    /// With the list of words that comes with the program.
    TextLint();

    /// With a list in the form of that file.
    explicit TextLint(const QString &wordList);

    /// What is found, each code once at most. Loaded words inside quotation marks are somebody's
    /// words and allowed.
    [[nodiscard]] std::vector<Finding> findings(const QString &text) const;

private:
    /// What a text has that a finding of each code cannot do without.
    struct Signs
    {
        bool ofWord = false;
        bool ofAddress = false;
        bool ofName = false;
    };
    [[nodiscard]] Signs signsIn(QStringView text) const;
    [[nodiscard]] bool beginsLikeAWord(QStringView text) const;

    QRegularExpression m_words;
    QSet<quint64> m_starts; ///< how the listed words begin, packed
    qsizetype m_shortestStart = 4;
};

/// `text` with everything inside paired quotation marks replaced by spaces.
[[nodiscard]] QString withoutQuotations(QString text);

} // namespace dateline::readers
