// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/presentation_keys.h>

#include <support/test_main.h>

#include <QKeySequence>
#include <QTest>

using namespace dateline;
using stories::Command;

/// The keys of presenting, one row each.
class PresentationKeysTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void command_data();
    void command();
    void othersAreLeftAlone();
};

void PresentationKeysTest::command_data()
{
    QTest::addColumn<int>("combination");
    QTest::addColumn<Command>("expected");
    const auto row = [](QKeyCombination keys, Command command) {
        QTest::newRow(qPrintable(QKeySequence(keys).toString())) << keys.toCombined() << command;
    };
    for (const Qt::Key key :
         {Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Down, Qt::Key_Space, Qt::Key_N})
        row(key, Command::Next);
    for (const Qt::Key key : {Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up, Qt::Key_P})
        row(key, Command::Previous);
    row(Qt::SHIFT | Qt::Key_Space, Command::Previous);
    row(Qt::Key_Home, Command::First);
    row(Qt::SHIFT | Qt::Key_Left, Command::First);
    row(Qt::Key_End, Command::Last);
    row(Qt::SHIFT | Qt::Key_Right, Command::Last);
    row(Qt::Key_B, Command::Black);
    row(Qt::Key_Period, Command::Black);
    row(Qt::Key_W, Command::White);
    row(Qt::Key_Z, Command::Freeze);
    row(Qt::Key_F5, Command::Restart);
    row(Qt::Key_F11, Command::FullScreen);
    row(Qt::Key_F, Command::FullScreen);
    row(Qt::Key_O, Command::Overview);
    row(Qt::Key_G, Command::Overview);
    row(Qt::Key_S, Command::Console);
    row(Qt::Key_F6, Command::Console);
    row(Qt::CTRL | Qt::Key_Equal, Command::Larger);
    row(Qt::CTRL | Qt::SHIFT | Qt::Key_Plus, Command::Larger);
    row(Qt::CTRL | Qt::Key_Minus, Command::Smaller);
    row(Qt::CTRL | Qt::Key_0, Command::NormalSize);
    row(Qt::Key_Q, Command::Question);
    row(Qt::Key_Escape, Command::End);
}

void PresentationKeysTest::command()
{
    QFETCH(const int, combination);
    const auto keys = QKeyCombination::fromCombined(combination);
    QTEST(stories::commandFor(keys.key(), keys.keyboardModifiers()).value(), "expected");
    // The keypad sends the same keys.
    QTEST(stories::commandFor(keys.key(), keys.keyboardModifiers() | Qt::KeypadModifier).value(),
          "expected");
}

void PresentationKeysTest::othersAreLeftAlone()
{
    QVERIFY(!stories::commandFor(Qt::Key_A, Qt::NoModifier));
    QVERIFY(!stories::commandFor(Qt::Key_Tab, Qt::NoModifier));
    QVERIFY(!stories::commandFor(Qt::Key_Return, Qt::NoModifier));
    QVERIFY(!stories::commandFor(Qt::Key_B, Qt::ControlModifier));
    QVERIFY(!stories::commandFor(Qt::Key_Right, Qt::AltModifier));
    QVERIFY(!stories::commandFor(Qt::Key_Q, Qt::ControlModifier));
    QVERIFY(!stories::commandFor(Qt::Key_Space, Qt::MetaModifier));
}

DATELINE_TEST(presentation_keys, PresentationKeysTest)
#include "tst_presentation_keys.moc"
