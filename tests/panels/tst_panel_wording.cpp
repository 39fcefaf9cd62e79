// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// What the panels say is neutral: no allegation as a fact, no loaded word, no word of a topic.
class PanelWordingTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreNeutral()
    {
        static const QRegularExpression spoken(u"tr\\(((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)"_s);
        static const QRegularExpression loaded(
            u"\\b(illegal|unlawful|secret|covert|spy|spies|regime|crime|criminal|guilty|proven|"
            "truth|true|false|lie|lies|fake|propaganda|expose[ds]?|admit(s|ted)?|station|police|"
            "china|chinese)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QDir folder(QStringLiteral(DATELINE_SOURCE_DIR "/app/panels"));
        int texts = 0;
        for (const QFileInfo &info : folder.entryInfoList({u"*.cpp"_s, u"*.h"_s})) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (const QRegularExpressionMatch &match : spoken.globalMatch(source)) {
                ++texts;
                const QString text = match.captured(1);
                // "police" is also a kind of actor that the format knows.
                if (text.trimmed() == u"\"police\""_s
                    || text.contains(u"A government, police or court confirms it"_s))
                    continue;
                QVERIFY2(!loaded.match(text).hasMatch(),
                         qPrintable(info.fileName() + u": "_s + text));
            }
        }
        QVERIFY(texts > 60);
    }
};

DATELINE_TEST(panelWording, PanelWordingTest)

} // namespace dateline::tests

#include "tst_panel_wording.moc"
