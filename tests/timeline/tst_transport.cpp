// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/committed_field.h>
#include <timeline/pace_controls.h>

#include <support/test_main.h>

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
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
    void theUnitIsChosenAndKeepsPlaceAndSpeed();
    void theWindowKeepsItsStart();
    void switchesAreInTheMenu();
    void aRestIsSkippedByRight();
    void typingADateHoldsTheHead();
    void theMenuChangesTheSpeed();
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
    // How the period is read is asked once there is one.
    const auto *containment = row->findChild<QToolButton *>(u"containment"_s);
    window.view->resize(1500, 400);
    QVERIFY(QTest::qWaitFor([row] { return row->pace()->isVisible(); }));
    QVERIFY(!containment->isVisible());
    typeInto(row->brushField(), u"2016"_s);
    QVERIFY(containment->isVisible());
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
    window.playback.setSettings({.daysPerSecond = 3000});
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

QAction *choice(const TimelineWindow &window, const QString &text)
{
    for (QAction *action : window.view->transport()->pace()->menu()->actions()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void TransportTest::theUnitIsChosenAndKeepsPlaceAndSpeed()
{
    TimelineWindow window;
    QDoubleSpinBox *speed = window.view->transport()->pace()->speedField();
    speed->setFocus();
    speed->selectAll();
    QTest::keyClicks(speed, u"400"_s);
    QTest::keyClick(speed, Qt::Key_Return);
    QCOMPARE(window.playback.settings().daysPerSecond, 400.0);
    typeInto(window.view->transport()->headField(), u"2017-06-15"_s);
    const workspace::PlayHead head = window.workspace.state().play.value();
    for (const QString &unit :
         {u"Step by day"_s, u"Step by week"_s, u"Step by quarter"_s, u"Step by year"_s,
          u"Step from date to date"_s, u"Step by month"_s}) {
        choice(window, unit)->trigger();
        QVERIFY(choice(window, unit)->isChecked());
        QCOMPARE(window.playback.settings().daysPerSecond, 400.0); // not what is shown rounded
        QCOMPARE(window.workspace.state().play, std::optional(head));
    }
    QCOMPARE(speed->text(), u"13.1 months/s"_s);
    QWidget *play = window.view->transport()->findChild<QToolButton *>(u"play"_s);
    play->setFocus();
    QTest::keyClick(play, Qt::Key_Right);
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2017-06"_s).to - 1);
    QTest::keyClick(play, Qt::Key_Right);
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2017-07"_s).to - 1);
    QTest::keyClick(play, Qt::Key_Left);
    QTest::keyClick(play, Qt::Key_Left);
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2017-05"_s).to - 1);
    speed->setFocus();
    speed->selectAll();
    QTest::keyClicks(speed, u"2"_s);
    QTest::keyClick(speed, Qt::Key_Return);
    QCOMPARE(window.playback.settings().daysPerSecond,
             2 * workspace::daysOf(workspace::StepUnit::Month));
}

void TransportTest::theWindowKeepsItsStart()
{
    TimelineWindow window;
    auto *width = window.view->transport()->findChild<QSpinBox *>(u"windowWidth"_s);
    QVERIFY(!width->isVisible());
    typeInto(window.view->transport()->headField(), u"2018-01-31"_s);
    window.playback.setMode(workspace::PlayMode::Moving);
    QVERIFY(width->isVisible());
    const events::Instant start = window.workspace.state().play->window().from;
    width->setFocus();
    width->selectAll();
    QTest::keyClicks(width, u"200"_s);
    QTest::keyClick(width, Qt::Key_Return);
    QCOMPARE(window.workspace.state().play->width, 200 * events::millisecondsPerDay);
    QCOMPARE(window.workspace.state().play->window().from, start);
    window.workspace.undo();
    QCOMPARE(width->value(), 90);
    window.playback.stop();
    QCOMPARE(window.playback.width(), 90 * events::millisecondsPerDay); // kept for the next head
}

void TransportTest::switchesAreInTheMenu()
{
    TimelineWindow window;
    for (const auto &[text, setting] :
         {std::pair(u"Rest at turning points"_s, &workspace::PlaySettings::stops),
          std::pair(u"Hurry where nothing changes"_s, &workspace::PlaySettings::breaks)}) {
        QAction *action = choice(window, text);
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(!(window.playback.settings().*setting));
        action->trigger();
        QVERIFY(window.playback.settings().*setting);
    }
    choice(window, u"Play to and fro"_s)->trigger();
    QCOMPARE(window.playback.settings().loop, workspace::Playback::Loop::Bounce);
    const auto *button = window.view->transport()->findChild<QToolButton *>(u"playSettings"_s);
    QVERIFY(button->accessibleName().contains(u"to and fro"_s));
}

void TransportTest::aRestIsSkippedByRight()
{
    TimelineWindow window;
    QWidget *play = window.view->transport()->findChild<QToolButton *>(u"play"_s);
    const events::Instant noon
        = TimelineWindow::span(u"2021-05-01"_s).from + events::millisecondsPerDay / 2;
    const auto rest = [&] {
        window.playback.moveTo(noon - 40 * events::millisecondsPerDay);
        window.playback.play();
        while (window.workspace.state().play->at < noon)
            window.playback.advance(10);
    };
    rest();
    play->setFocus();
    QTest::keyClick(play, Qt::Key_Right);
    QVERIFY(window.playback.isPlaying());
    window.playback.advance(60);
    QVERIFY(window.workspace.state().play->at > noon);
    window.playback.pause();
    // Whoever wants to speak of the turning point can: Space is what the button says.
    for (QWidget *widget : {play, static_cast<QWidget *>(window.canvas)}) {
        rest();
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Space);
        QVERIFY(!window.playback.isPlaying());
        QCOMPARE(window.workspace.state().play->at, noon);
    }
}

/// Also where the row has no room for the field of the speed.
void TransportTest::theMenuChangesTheSpeed()
{
    TimelineWindow window;
    const auto choose = [&window](const QString &text) {
        choice(window, text)->trigger();
        return window.playback.settings().daysPerSecond;
    };
    const double before = window.playback.settings().daysPerSecond;
    QCOMPARE(choose(u"Faster"_s), 2 * before);
    QCOMPARE(choose(u"Slower"_s), before);
    for (int i = 0; i < 30; ++i)
        choose(u"Slower"_s);
    QCOMPARE(window.playback.settings().daysPerSecond, 1.0);
}

void TransportTest::typingADateHoldsTheHead()
{
    TimelineWindow window;
    window.playback.play();
    auto *head = window.view->transport()->headField();
    QTest::mouseClick(head, Qt::LeftButton);
    QVERIFY(!window.playback.isPlaying());
    QVERIFY(QTest::qWaitFor([head] { return head->hasSelectedText(); }));
    QTest::keyClicks(head, u"2019-06-30"_s);
    QTest::keyClick(head, Qt::Key_Return);
    QCOMPARE(window.workspace.state().play->at, TimelineWindow::span(u"2019-06-30"_s).to - 1);
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
