// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/text_index.h>

#include <QStringList>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

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

TextIndex::TextIndex(const events::Dataset &dataset)
    : m_dataset(&dataset)
{}

RowSet TextIndex::search(QStringView text) const
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return RowSet(m_dataset->size(), true);
    if (m_folded.size() != m_dataset->size())
        build();
    RowSet found(m_dataset->size());
    for (events::Row row = 0; row < m_folded.size(); ++row) {
        const QString &folded = m_folded[row];
        const auto occurs = [&folded](const QString &word) { return folded.contains(word); };
        if (std::ranges::all_of(words, occurs))
            found.insert(row);
    }
    return found;
}

void TextIndex::build() const
{
    const events::EventColumns &columns = m_dataset->columns();
    m_folded.clear();
    m_folded.reserve(m_dataset->size());
    for (events::Row row = 0; row < m_dataset->size(); ++row) {
        QStringList parts{columns.title.at(row), columns.summary.at(row), columns.tags.at(row)};
        const auto addActor = [&](events::Row actor) {
            parts << m_dataset->actors()[actor].name << m_dataset->actors()[actor].nativeName;
        };
        if (columns.place[row] != events::noRow) {
            const events::Place &place = m_dataset->places()[columns.place[row]];
            parts << place.name << place.nativeName;
        }
        if (columns.bureau[row] != events::noRow)
            addActor(columns.bureau[row]);
        for (const events::Claim &claim : m_dataset->claimsOf(row)) {
            parts << claim.text;
            addActor(claim.actor);
        }
        m_folded.push_back(foldForSearch(parts.join(u'\n')));
    }
}

} // namespace dateline::query
