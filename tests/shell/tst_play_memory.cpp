// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/play_memory.h>

#include <support/test_main.h>

#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using workspace::PlaySettings;
using workspace::StepUnit;

/// How a person likes to play, from one run to the next.
class PlayMemoryTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"dateline-tests"_s);
        QCoreApplication::setApplicationName(u"play-memory"_s);
    }
    void cleanup() { QSettings().clear(); }

    void nothingIsRememberedAtFirst()
    {
        PlaySettings other;
        other.unit = StepUnit::Month;
        other.breaks = false;
        QCOMPARE(shell::rememberedPlaySettings(other), other);
    }

    void whatWasChosenComesBack()
    {
        PlaySettings chosen;
        chosen.daysPerSecond = 42.5;
        chosen.loop = PlaySettings::Loop::Bounce;
        chosen.unit = StepUnit::Quarter;
        chosen.stops = false;
        chosen.breaks = false;
        shell::rememberPlaySettings(chosen);
        QCOMPARE(shell::rememberedPlaySettings({}), chosen);
        PlaySettings still;
        still.glides = false; // has a setting of its own
        QVERIFY(!shell::rememberedPlaySettings(still).glides);
    }

    void whatMayNotBeSetIsLeft_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("no such unit") << u"play/unit"_s << QVariant(6);
        QTest::newRow("no unit") << u"play/unit"_s << QVariant(u"fortnight"_s);
        QTest::newRow("no such loop") << u"play/loop"_s << QVariant(-1);
        QTest::newRow("too slow") << u"play/daysPerSecond"_s << QVariant(0.0);
        QTest::newRow("not a number") << u"play/daysPerSecond"_s << QVariant(u"nan"_s);
    }

    void whatMayNotBeSetIsLeft()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QSettings().setValue(key, value);
        QCOMPARE(shell::rememberedPlaySettings({}), PlaySettings());
    }
};

} // namespace dateline::tests

DATELINE_TEST(play_memory, dateline::tests::PlayMemoryTest)

#include "tst_play_memory.moc"
