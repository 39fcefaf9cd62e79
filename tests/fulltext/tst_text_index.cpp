// SPDX-License-Identifier: GPL-3.0-or-later
#include <fulltext/text_index.h>

#include <support/random_events.h>
#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <array>
#include <stop_token>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// Search that does not care for case, accents or width, in any script.
class TextIndexTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("accent, composed") << u"\u00C9t\u00E9"_s << u"ete"_s;
        QTest::newRow("accent, combining") << u"E\u0301te\u0301"_s << u"ete"_s;
        QTest::newRow("full width") << u"ＦＵＬＬ１"_s << u"full1"_s;
        QTest::newRow("half-width kana") << u"ｶﾞ"_s << u"カ"_s;
        QTest::newRow("Chinese") << u"中文"_s << u"中文"_s;
        QTest::newRow("Arabic with vowel signs") << u"مَنَارَة"_s << u"منارة"_s;
        QTest::newRow("Arabic presentation form") << u"\uFEFB"_s << u"لا"_s;
        QTest::newRow("German") << u"Straße GROẞ"_s << u"strasse gross"_s;
        // Case is folded without regard to language: İ and I and i are one, ı stays a letter of
        // its own, because the text does not say that it is Turkish.
        QTest::newRow("Turkish dotted") << u"İI"_s << u"ii"_s;
        QTest::newRow("Turkish dotless") << u"ı"_s << u"ı"_s;
        QTest::newRow("Greek final sigma") << u"ὈΔΥΣΣΕΎΣ ς"_s << u"οδυσσευσ σ"_s;
        QTest::newRow("ligature") << u"ﬁn"_s << u"fin"_s;
        QTest::newRow("beyond the basic plane") << u"\U00010400𠀀"_s << u"\U00010428𠀀"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QString(QChar(0xD800));
    }

    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(fulltext::foldForSearch(text), folded);
        QCOMPARE(fulltext::foldForSearch(folded), folded);
    }

    void searchesEverythingThatIsSaidOfAnEvent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("title") << u"lamp"_s << true;
        QTest::newRow("part of a word") << u"ghthou"_s << true;
        QTest::newRow("summary") << u"STRASSE"_s << true;
        QTest::newRow("tag") << u"fog"_s << true;
        QTest::newRow("claim") << u"réported"_s << true;
        QTest::newRow("place") << u"genova"_s << true;
        QTest::newRow("place in its script") << u"genua-native"_s << true;
        QTest::newRow("claimant") << u"guild"_s << true;
        QTest::newRow("actor in its script") << u"灯塔"_s << true;
        QTest::newRow("bureau") << u"ministry"_s << true;
        QTest::newRow("every word, any order") << u"  fog  lamp\u3000GENOVA "_s << true;
        QTest::newRow("one word missing") << u"fog rain"_s << false;
        QTest::newRow("words do not join") << u"lampstrasse"_s << false;
        QTest::newRow("names do not join") << u"genovagenua"_s << false;
        QTest::newRow("nothing to look for") << u" \u3000"_s << true;
        QTest::newRow("only an accent") << u"\u0301"_s << true;
    }

    void searchesEverythingThatIsSaidOfAnEvent()
    {
        QFETCH(QString, text);
        QFETCH(bool, isFound);
        DatasetBuilder b;
        b.kind(u"visit"_s);
        const auto guild = b.actor(u"Guild"_s);
        b.tables().actors[guild].nativeName = u"灯塔协会"_s;
        const auto ministry = b.actor(u"Ministry"_s);
        const auto genoa = b.city(u"Genova"_s, u"IT"_s, 44.4, 8.9);
        b.tables().places[genoa].nativeName = u"Genua-native"_s;
        const auto row = b.event(u"one"_s, 0, u"2016"_s, genoa);
        b.claim(row, guild, b.source(u"page"_s, guild));
        b.tables().claims[0].text = u"reported"_s;
        events::Event &event = b.at(row);
        event.title = u"Lamp of a lighthouse"_s;
        event.summary = u"Straße"_s;
        event.tags = {u"fog"_s};
        event.bureau = ministry;
        const auto dataset = b.build();
        const fulltext::TextIndex index(*dataset);
        QCOMPARE(index.search(text).contains(0), isFound);
    }

    /// Words are folded one by one, and white space is told from them by what ASCII has of it only:
    /// that finds what folding and dividing whole texts finds.
    void findsWhatFoldedTextsContain_data()
    {
        QTest::addColumn<std::size_t>("mostWords");
        QTest::newRow("usual") << fulltext::TextIndex::usualWords;
        QTest::newRow("texts instead of words from some on") << std::size_t(40);
    }

    void findsWhatFoldedTextsContain()
    {
        QFETCH(const std::size_t, mostWords);
        static const std::array pieces{
            u"a"_s,       u"B"_s,      u"Ä"_s,  u" "_s,      u"\u00a0"_s, u"\u3000"_s,
            u"\u0301"_s,  u"ß"_s,      u"İ"_s,  u"Σς"_s,     u"中文"_s,   u"\ufdfa"_s,
            u"\n"_s,      u"\t"_s,     u"ﬁ"_s,  u"\u2028"_s, u"½"_s,      u"\U00010400"_s,
            u"، منارة"_s, u"\u0345"_s, u"ｶﾞ"_s, u"-"_s,      u"\u0085"_s, u"q"_s};
        Random random(20261127);
        const auto text = [&random](std::uint64_t most) {
            QString result;
            for (std::uint64_t i = below(random, most); i > 0; --i)
                result += anyOf(pieces, random);
            return result;
        };
        DatasetBuilder b;
        b.kind(u"visit"_s);
        const QString guildName = u"Gïld\u00a0of B q"_s;
        const auto guild = b.actor(guildName);
        b.tables().actors[guild].nativeName.clear();
        const auto page = b.source(u"page"_s, guild);
        constexpr std::size_t count = 200;
        std::vector<QString> folded;
        for (std::size_t i = 0; i < count; ++i) {
            const auto row
                = b.event(u"event-%1"_s.arg(qulonglong(i), 4, 10, QChar(u'0')), 0, u"2016"_s);
            b.at(row).title = text(12);
            b.at(row).summary = text(40);
            const QString said = text(20);
            b.claim(row, guild, page);
            b.tables().claims.back().text = said;
            folded.push_back(fulltext::foldForSearch(b.at(row).title + u'\n' + b.at(row).summary
                                                     + u'\n' + said + u'\n' + guildName));
        }
        const auto dataset = b.build();
        const fulltext::TextIndex index(*dataset, {}, mostWords);
        for (int i = 0; i < 3'000; ++i) {
            const QString asked = text(6);
            const QStringList words
                = fulltext::foldForSearch(asked).simplified().split(u' ', Qt::SkipEmptyParts);
            const bitsets::RowSet found = index.search(asked);
            for (events::Row row = 0; row < count; ++row) {
                const QString &in = folded[dataset->columns().id.at(row).last(4).toUInt()];
                const bool isFound = std::ranges::all_of(
                    words, [&in](const QString &word) { return in.contains(word); });
                QVERIFY2(found.contains(row) == isFound, qPrintable(asked));
            }
        }
        QCOMPARE(index.search(QString(QChar(0xD800))).count(), std::size_t(0));
    }

    void endsWhenStopped()
    {
        DatasetBuilder b;
        b.kind(u"visit"_s);
        b.event(u"one"_s, 0, u"2016"_s);
        std::stop_source stop;
        stop.request_stop();
        const fulltext::TextIndex stopped(*b.build(), stop.get_token());
        QCOMPARE(stopped.search(u"one"_s).count(), std::size_t(0));
    }
};

DATELINE_TEST(textIndex, TextIndexTest)

} // namespace dateline::tests

#include "tst_text_index.moc"
