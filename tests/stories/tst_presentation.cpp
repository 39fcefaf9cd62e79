// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/presentation.h>
#include <stories/presenter_console.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "stage_window.h"

using namespace Qt::StringLiterals;
using namespace dateline;
using Cover = stories::Presentation::Cover;

namespace {

/// What the audience sees in the middle of the left half of the window.
QColor seenColour(QWidget &window)
{
    return window.grab().toImage().pixelColor(window.width() / 4, window.height() / 2);
}

const QColor paneColour(0xC4D8E4);

} // namespace

/// Present mode in a real window, driven by the keyboard.
class PresentationTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stepKeysStepWhateverHasTheFocus();
    void keysGoTheirUsualWayBeforeAndAfter();
    void typingIsLeftAlone();
    void dialogsKeepTheirKeys();
    void blackAndWhiteCoverTheWindow();
    void aStepUncovers();
    void freezeKeepsThePicture();
    void escapePeelsOneLayer();
    void overviewGoesToAStep();
    void aNumberGoesToAStep();
    void textGrowsAndShrinks();
    void fullScreenIsSwitched();
    void heldKeysSwitchOnce();
    void consoleShowsNotesAndNextStep();
    void questionIsAskedByKey();
    void startFromHereContinues();
    void endPutsEverythingBack();
    void datasetWithoutStoriesDoesNotStart();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_stage->pane, Qt::Key(key), modifiers);
    }
    [[nodiscard]] std::size_t step() const { return m_presentation->player()->stepIndex(); }

    workspace::Workspace m_workspace;
    std::unique_ptr<tests::StageWindow> m_stage;
    std::unique_ptr<stories::Presentation> m_presentation;
};

void PresentationTest::init()
{
    failOnUnexpectedWarning();
    m_workspace.setDataset(tests::datasetWithStories());
    m_stage = std::make_unique<tests::StageWindow>();
    m_stage->show();
    QVERIFY(QTest::qWaitForWindowActive(m_stage.get(), 20000));
    m_presentation = std::make_unique<stories::Presentation>(&m_workspace, m_stage.get());
}

void PresentationTest::cleanup()
{
    m_presentation.reset();
    m_stage.reset();
}

void PresentationTest::stepKeysStepWhateverHasTheFocus()
{
    QVERIFY(m_presentation->start(0, 0, false));
    for (const int key : {Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Down})
        press(key);
    QCOMPARE(step(), std::size_t(3));
    for (const int key : {Qt::Key_Space, Qt::Key_N}) {
        press(key);
        QCOMPARE(step(), std::size_t(3)); // the end: nothing, and never back to the start
    }
    for (const int key : {Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up})
        press(key);
    QCOMPARE(step(), std::size_t(0));
    press(Qt::Key_End);
    QCOMPARE(step(), std::size_t(3));
    press(Qt::Key_Space, Qt::ShiftModifier);
    press(Qt::Key_P);
    QCOMPARE(step(), std::size_t(1));
    press(Qt::Key_Home);
    QCOMPARE(step(), std::size_t(0));
    QCOMPARE(m_stage->menuTriggered, 0);
    QCOMPARE(m_stage->paneKeys, 0);
}

void PresentationTest::keysGoTheirUsualWayBeforeAndAfter()
{
    press(Qt::Key_Right);
    QTest::keyClick(m_stage.get(), Qt::Key_B);
    QCOMPARE(m_stage->paneKeys, 1);
    QCOMPARE(m_stage->menuTriggered, 1);
    m_presentation->start(0, 0, false);
    press(Qt::Key_B);
    QCOMPARE(m_stage->menuTriggered, 1);
    m_presentation->end();
    press(Qt::Key_Right);
    QTest::keyClick(m_stage.get(), Qt::Key_B);
    QCOMPARE(m_stage->paneKeys, 2);
    QCOMPARE(m_stage->menuTriggered, 2);
}

void PresentationTest::typingIsLeftAlone()
{
    m_presentation->start(0, 0, false);
    m_stage->field->show();
    m_stage->field->setFocus();
    QTest::keyClicks(m_stage->field, u"nb 3"_s);
    QCOMPARE(m_stage->field->text(), u"nb 3"_s);
    QCOMPARE(step(), std::size_t(0));
    QCOMPARE(m_presentation->cover(), Cover::None);
    QTest::keyClick(m_stage->field, Qt::Key_PageDown); // what a remote sends still steps
    QCOMPARE(step(), std::size_t(1));
}

void PresentationTest::dialogsKeepTheirKeys()
{
    m_presentation->start(0, 0, false);
    QDialog dialog(m_stage.get());
    QTimer::singleShot(0, &dialog, [&dialog] { QTest::keyClick(&dialog, Qt::Key_Escape); });
    QCOMPARE(dialog.exec(), int(QDialog::Rejected));
    QVERIFY(m_presentation->isRunning());
}

void PresentationTest::blackAndWhiteCoverTheWindow()
{
    m_presentation->start(0, 0, false);
    QCOMPARE(seenColour(*m_stage), paneColour);
    press(Qt::Key_B);
    QCOMPARE(seenColour(*m_stage), QColor(Qt::black));
    m_stage->resize(900, 500);
    QVERIFY(QTest::qWaitFor([this] { return m_stage->size() == QSize(900, 500); }));
    QCOMPARE(seenColour(*m_stage), QColor(Qt::black));
    QCOMPARE(m_stage->grab().toImage().pixelColor(899, 499), QColor(Qt::black));
    press(Qt::Key_Period);
    QCOMPARE(seenColour(*m_stage), paneColour);
    press(Qt::Key_Period);
    press(Qt::Key_W);
    QCOMPARE(seenColour(*m_stage), QColor(Qt::white));
    press(Qt::Key_W);
    QCOMPARE(m_presentation->cover(), Cover::None);
}

void PresentationTest::aStepUncovers()
{
    m_presentation->start(0, 0, false);
    press(Qt::Key_B);
    press(Qt::Key_PageDown);
    QCOMPARE(m_presentation->cover(), Cover::None);
    QCOMPARE(step(), std::size_t(1));
}

void PresentationTest::freezeKeepsThePicture()
{
    m_presentation->start(0, 0, false);
    press(Qt::Key_Z);
    m_stage->pane->setPalette(QPalette(Qt::red));
    press(Qt::Key_PageDown);
    QCOMPARE(step(), std::size_t(1));
    QCOMPARE(m_presentation->cover(), Cover::Frozen);
    QCOMPARE(seenColour(*m_stage), paneColour);
    press(Qt::Key_Z);
    QCOMPARE(seenColour(*m_stage), QColor(Qt::red));
}

void PresentationTest::escapePeelsOneLayer()
{
    m_presentation->start(0, 0, false);
    press(Qt::Key_B);
    press(Qt::Key_O);
    QVERIFY(m_presentation->isOverviewVisible());
    press(Qt::Key_Escape);
    QVERIFY(!m_presentation->isOverviewVisible());
    QCOMPARE(m_presentation->cover(), Cover::Black);
    press(Qt::Key_Escape);
    QCOMPARE(m_presentation->cover(), Cover::None);
    QVERIFY(m_presentation->isRunning());
    press(Qt::Key_Escape);
    QVERIFY(!m_presentation->isRunning());
    QCOMPARE(m_stage->menuTriggered, 0);
}

void PresentationTest::overviewGoesToAStep()
{
    m_presentation->start(0, 1, false);
    press(Qt::Key_O);
    const auto *list = m_stage->findChild<QListWidget *>();
    QVERIFY(list && list->isVisible());
    QCOMPARE(list->count(), 4);
    QCOMPARE(list->currentRow(), 1);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(list->currentRow(), 3);
    QCOMPARE(step(), std::size_t(1));
    press(Qt::Key_Return);
    QCOMPARE(step(), std::size_t(3));
    QVERIFY(!m_presentation->isOverviewVisible());
    press(Qt::Key_O);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->item(0)).center());
    QCOMPARE(step(), std::size_t(0));
}

void PresentationTest::aNumberGoesToAStep()
{
    m_presentation->start(0, 0, false);
    press(Qt::Key_3);
    press(Qt::Key_Return);
    QCOMPARE(step(), std::size_t(2));
    QCOMPARE(m_stage->menuTriggered, 0);
    press(Qt::Key_G);
    press(Qt::Key_1);
    press(Qt::Key_2);
    press(Qt::Key_Backspace);
    press(Qt::Key_Return);
    QCOMPARE(step(), std::size_t(0));
    press(Qt::Key_9);
    press(Qt::Key_Enter);
    QCOMPARE(step(), std::size_t(3)); // there is no ninth: the last one
    press(Qt::Key_2);
    press(Qt::Key_Escape);
    QCOMPARE(step(), std::size_t(3));
    QVERIFY(m_presentation->isRunning());
}

void PresentationTest::textGrowsAndShrinks()
{
    m_presentation->start(0, 0, false);
    QCOMPARE(m_stage->textScale, 1.0);
    press(Qt::Key_Equal, Qt::ControlModifier);
    QVERIFY(m_stage->textScale > 1);
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_stage->textScale, 1.0);
    for (int i = 0; i < 40; ++i)
        press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_stage->textScale, 0.7);
    for (int i = 0; i < 40; ++i)
        press(Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_stage->textScale, 2.5);
}

void PresentationTest::fullScreenIsSwitched()
{
    m_presentation->start(0, 0, true);
    QVERIFY(m_stage->isFullScreen());
    press(Qt::Key_F11);
    QVERIFY(!m_stage->isFullScreen());
    press(Qt::Key_F);
    QVERIFY(m_stage->isFullScreen());
    m_presentation->end();
    QVERIFY(!m_stage->isFullScreen());

    m_stage->setFullScreen(true);
    m_presentation->start(0, 0, true);
    m_presentation->end();
    QVERIFY(m_stage->isFullScreen());
    m_stage->setFullScreen(false);
}

void PresentationTest::heldKeysSwitchOnce()
{
    m_presentation->start(0, 0, false);
    const auto hold = [this](int key) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(m_stage->pane, &event);
    };
    press(Qt::Key_B);
    hold(Qt::Key_B);
    QCOMPARE(m_presentation->cover(), Cover::Black);
    hold(Qt::Key_PageDown);
    hold(Qt::Key_PageDown);
    QCOMPARE(step(), std::size_t(2));
}

void PresentationTest::consoleShowsNotesAndNextStep()
{
    m_presentation->start(0, 0, false);
    press(Qt::Key_S);
    QVERIFY(m_presentation->isConsoleVisible());
    QWidget *console = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (qobject_cast<stories::PresenterConsole *>(window))
            console = window;
    }
    QVERIFY(console);
    const auto shows = [console](const QString &text) {
        const auto labels = console->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QVERIFY(shows(u"Notes of Openings."_s));
    QVERIFY(shows(u"Next: The same again"_s));
    QVERIFY(shows(u"Who says Openings?"_s));
    QTest::keyClick(console, Qt::Key_PageDown); // keys work in the second window too
    QCOMPARE(step(), std::size_t(1));
    QVERIFY(shows(u"Notes of The same again."_s));
    QTest::keyClick(console, Qt::Key_B);
    QCOMPARE(m_presentation->cover(), Cover::Black);
    QVERIFY(shows(u"black"_s));
    QTest::keyClick(console, Qt::Key_B);
    QVERIFY(!shows(u"black"_s));
    for (QToolButton *button : console->findChildren<QToolButton *>()) {
        if (button->accessibleName().startsWith(u"Freeze"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(m_presentation->cover(), Cover::Frozen);
    QVERIFY(shows(u"frozen"_s));
    QTest::keyClick(console, Qt::Key_End);
    QVERIFY(shows(u"last step"_s));
    QTest::keyClick(console, Qt::Key_F6);
    QVERIFY(!m_presentation->isConsoleVisible());
    press(Qt::Key_S);
    m_presentation->end();
    QVERIFY(!m_presentation->isConsoleVisible());
}

void PresentationTest::questionIsAskedByKey()
{
    m_presentation->start(0, 0, false);
    press(Qt::Key_Q);
    QVERIFY(m_presentation->isQuestionVisible());
    press(Qt::Key_Q);
    QVERIFY(!m_presentation->isQuestionVisible());
}

void PresentationTest::startFromHereContinues()
{
    QVERIFY(m_presentation->startFromHere(false));
    QCOMPARE(step(), std::size_t(0));
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    m_presentation->end();
    QVERIFY(m_presentation->startFromHere(false));
    QCOMPARE(step(), std::size_t(2));
    press(Qt::Key_F5);
    QCOMPARE(step(), std::size_t(0));
    QVERIFY(m_presentation->start(0, 3, false));
    QCOMPARE(step(), std::size_t(3));
}

void PresentationTest::endPutsEverythingBack()
{
    const workspace::ViewState before = m_workspace.state();
    const QSignalSpy running(m_presentation.get(), &stories::Presentation::runningChanged);
    m_presentation->start(0, 3, false);
    QVERIFY(m_stage->panel && m_stage->panel->isVisible());
    QVERIFY(!(m_workspace.state() == before));
    m_presentation->end();
    QVERIFY(!m_stage->panel);
    QVERIFY(m_stage->field->isVisible());
    QVERIFY(m_workspace.state() == before);
    QCOMPARE(running.size(), 2);
    // Another dataset ends it too, without touching what that dataset shows.
    m_presentation->start(0, 3, false);
    m_workspace.setDataset(tests::sampleDataset());
    QVERIFY(!m_presentation->isRunning());
    QVERIFY(m_workspace.state() == workspace::ViewState());
}

void PresentationTest::datasetWithoutStoriesDoesNotStart()
{
    tests::DatasetBuilder b;
    b.event(u"one"_s, b.kind(u"opening"_s), u"2016"_s);
    m_workspace.setDataset(b.build());
    QVERIFY(!m_presentation->start(0));
    QVERIFY(!m_presentation->startFromHere());
    QVERIFY(!m_presentation->isRunning());
    QVERIFY(!m_stage->panel);
    press(Qt::Key_Right);
    QCOMPARE(m_stage->paneKeys, 1);
}

DATELINE_TEST(presentation, PresentationTest)
#include "tst_presentation.moc"
