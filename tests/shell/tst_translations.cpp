// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/test_main.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// Texts with a number have their two forms in English.
class TranslationsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextWithANumberIsThere();
    void theFormFollowsTheNumber();
};

void TranslationsTest::everyTextWithANumberIsThere()
{
    QFile file(QStringLiteral(DATELINE_SOURCE_DIR "/resources/translations/dateline_en.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString translations = QString::fromUtf8(file.readAll());
    QVERIFY(!translations.contains(u"unfinished"));
    QVERIFY(!translations.contains(u"<numerusform></numerusform>"));
    static const QRegularExpression literal(u"\"([^\"]*%L?n\\b[^\"]*)\""_s);
    int texts = 0;
    QDirIterator sources(QStringLiteral(DATELINE_SOURCE_DIR "/app"), {u"*.cpp"_s, u"*.h"_s},
                         QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile source(sources.next());
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString code = QString::fromUtf8(source.readAll());
        for (auto found = literal.globalMatch(code); found.hasNext(); ++texts) {
            const QString text = found.next().captured(1);
            QVERIFY2(text.contains(u"%Ln"), qPrintable(text)); // numbers as the locale writes them
            QVERIFY2(translations.contains(u"<source>%1</source>"_s.arg(text)), qPrintable(text));
        }
    }
    QVERIFY(texts > 10);
}

void TranslationsTest::theFormFollowsTheNumber()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/dateline_en.qm"_s));
    const auto text = [&translator](int number) {
        return translator.translate("dateline::timeline::TimelineCanvas", "%Ln event(s) in all",
                                    nullptr, number);
    };
    QCOMPARE(text(1), u"%Ln event in all"_s);
    QCOMPARE(text(2), u"%Ln events in all"_s);
    QCOMPARE(text(0), u"%Ln events in all"_s);
}

} // namespace dateline::tests

DATELINE_TEST(translations, dateline::tests::TranslationsTest)

#include "tst_translations.moc"
