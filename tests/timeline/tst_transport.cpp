// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/committed_field.h>

#include <support/test_main.h>

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include "timeline_window.h"

using namespace dateline;
using namespace dateline::tests;
using namespace Qt::StringLiterals;
using events::TimeSpan;

namespace {

class TransportTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void typedBrush();
    void faultyBrushChangesNothing();
    void typedPlayHead();
    void playShowsTheLastEvent();
    void steppingGoesFromDateToDate();
    void buttonChangesItsFace();
    void countsSayWhatIsCertain();
    void growthCanBeHidden();
    void aNarrowRowKeepsPlaying();
};

void typeInto(timeline::CommittedField *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TransportTest::aNarrowRowKeepsPlaying()
{
    TimelineWindow window;
    const timeline::TransportRow *row = window.view->transport();
    QVERIFY(row->brushField()->isVisible());
    window.view->resize(window.view->minimumSizeHint().width(), 400);
    QVERIFY(QTest::qWaitFor([row] { return !row->brushField()->isVisible(); }));
    const auto *play = row->findChild<QToolButton *>(u"play"_s);
    QVERIFY(play->isVisible());
    QVERIFY(row->headField()->isVisible());
    QVERIFY(row->rect().contains(row->growthButton()->geometry()));
    window.view->resize(1000, 400);
    QVERIFY(QTest::qWaitFor([row] { return row->brushField()->isVisible(); }));
}

void TransportTest::typedBrush()
{
    TimelineWindow window;
    timeline::CommittedField *field = window.view->transport()->brushField();
    typeInto(field, u"2016/2018"_s);
    QCOMPARE(window.workspace.state().filters.windows,
             (std::vector<TimeSpan>{TimelineWindow::span(u"2016/2018"_s)}));
    QCOMPARE(field->text(), u"2016/2018"_s);
    window.workspace.undo();
    QVERIFY(field->text().isEmpty()); // clearing clears everything that spoke of it
}

void TransportTest::faultyBrushChangesNothing()
{
    TimelineWindow window;
    timeline::CommittedField *field = window.view->transport()->brushField();
    typeInto(field, u"2016-99"_s);
    QVERIFY(window.workspace.state().filters.windows.empty());
    QVERIFY(field->hasFault());
    QVERIFY(!field->toolTip().isEmpty());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty() && !field->hasFault());
}

void TransportTest::typedPlayHead()
{
    TimelineWindow window;
    timeline::CommittedField *field = window.view->transport()->headField();
    typeInto(field, u"2017"_s);
    QVERIFY(window.workspace.state().play);
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2017"_s).to - 1);
    QCOMPARE(field->text(), u"2017-12-31"_s);
    QCOMPARE(window.workspace.crossfilter().passingCount(), std::size_t(3));
    field->selectAll();
    QTest::keyClicks(field, u"2019"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), u"2017-12-31"_s);
    typeInto(field, u" "_s);
    QVERIFY(!window.workspace.state().play);
}

void TransportTest::playShowsTheLastEvent()
{
    TimelineWindow window;
    window.playback.setDaysPerSecond(3000);
    QTest::mouseClick(window.view->transport()->findChild<QToolButton *>(u"play"_s),
                      Qt::LeftButton);
    QVERIFY(window.playback.isPlaying());
    QVERIFY(QTest::qWaitFor([&window] { return !window.playback.isPlaying(); }));
    QVERIFY(window.workspace.crossfilter().passing().contains(window.row(u"last"_s)));
    QVERIFY(window.workspace.crossfilter().passing().contains(window.row(u"first"_s)));
}

void TransportTest::steppingGoesFromDateToDate()
{
    TimelineWindow window;
    const auto passes = [&window](const QString &id) {
        return window.workspace.crossfilter().passing().contains(window.row(id));
    };
    QWidget *play = window.view->transport()->findChild<QToolButton *>(u"play"_s);
    play->setFocus();
    QTest::keyClick(play, Qt::Key_Right);
    QVERIFY(passes(u"first"_s) && !passes(u"second"_s));
    QTest::keyClick(play, Qt::Key_Right);
    QVERIFY(passes(u"second"_s) && !passes(u"question"_s));
    QTest::keyClick(play, Qt::Key_Left);
    QVERIFY(passes(u"first"_s) && !passes(u"second"_s));
}

void TransportTest::buttonChangesItsFace()
{
    TimelineWindow window;
    auto *play = window.view->transport()->findChild<QToolButton *>(u"play"_s);
    QCOMPARE(play->accessibleName(), u"Play"_s);
    window.canvas->setFocus();
    QTest::keyClick(window.canvas, Qt::Key_Space);
    QVERIFY(window.playback.isPlaying());
    QCOMPARE(play->accessibleName(), u"Pause"_s);
    QTest::keyClick(window.canvas, Qt::Key_Space);
    QVERIFY(!window.playback.isPlaying());
}

void TransportTest::countsSayWhatIsCertain()
{
    TimelineWindow window;
    // By the middle of 2019 the year-only event may have begun.
    typeInto(window.view->transport()->headField(), u"2019-06-30"_s);
    const QString text = window.view->transport()->countLabel()->text();
    QVERIFY2(text.contains(u"4 certain, up to 5 possible"_s), qPrintable(text));
}

void TransportTest::growthCanBeHidden()
{
    TimelineWindow window;
    QVERIFY(window.canvas->picture().layout().hasGrowth());
    auto *button = window.view->transport()->growthButton();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!window.view->isGrowthShown());
    QVERIFY(!window.canvas->picture().layout().hasGrowth());
    window.view->setGrowthShown(true);
    QVERIFY(button->isChecked());
}

} // namespace

DATELINE_TEST(transport, TransportTest)

#include "tst_transport.moc"
