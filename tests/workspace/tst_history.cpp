// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/history.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using workspace::History;
using workspace::ViewState;

class HistoryTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void walksBackAndForth();
    void aNewStepForgetsWhatCouldBeRedone();
    void theSameStateIsNoStep();
    void amendMakesNoStep();
    void theOldestGoBeyondTheLimit();

private:
    static ViewState searching(const QString &text)
    {
        ViewState state;
        state.filters.text = text;
        return state;
    }
};

void HistoryTest::walksBackAndForth()
{
    History history;
    QVERIFY(!history.canUndo());
    history.push(searching(u"a"_s));
    history.push(searching(u"b"_s));
    QCOMPARE(history.undo().filters.text, u"a"_s);
    QCOMPARE(history.undo().filters.text, QString());
    QVERIFY(!history.canUndo());
    QCOMPARE(history.redo().filters.text, u"a"_s);
    QCOMPARE(history.redo().filters.text, u"b"_s);
    QVERIFY(!history.canRedo());
}

void HistoryTest::aNewStepForgetsWhatCouldBeRedone()
{
    History history;
    history.push(searching(u"a"_s));
    history.undo();
    history.push(searching(u"b"_s));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.current().filters.text, u"b"_s);
}

void HistoryTest::theSameStateIsNoStep()
{
    History history;
    history.push(ViewState());
    QVERIFY(!history.canUndo());
}

void HistoryTest::amendMakesNoStep()
{
    History history;
    history.push(searching(u"a"_s));
    history.amend(searching(u"ab"_s));
    QCOMPARE(history.current().filters.text, u"ab"_s);
    QCOMPARE(history.undo().filters.text, QString());
}

void HistoryTest::theOldestGoBeyondTheLimit()
{
    History history;
    for (std::size_t i = 0; i < History::limit + 50; ++i)
        history.push(searching(QString::number(i)));
    std::size_t steps = 0;
    for (; history.canUndo(); ++steps)
        history.undo();
    QCOMPARE(steps, History::limit - 1);
}

} // namespace dateline::tests

DATELINE_TEST(history, dateline::tests::HistoryTest)

#include "tst_history.moc"
