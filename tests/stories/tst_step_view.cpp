// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/markdown_view.h>
#include <stories/step_view.h>
#include <workspace/wording.h>

#include <support/test_main.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "stage_window.h"

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

/// True when a visible label of the view shows exactly this, or contains it.
bool shows(const QWidget &view, const QString &text)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&view) && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

class StepViewTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheStep();
    void aBrokenViewIsSaid();
    void theQuestionWaitsUntilItIsAsked();
    void attributionFollowsTheFilter();
    void everyButtonHasANameAndWorks();
    void typeGrowsWithTheScale();
    void iconsFollowTheApplicationsPalette();

private:
    workspace::Workspace m_workspace;
};

void StepViewTest::init()
{
    failOnUnexpectedWarning();
    m_workspace.setDataset(tests::datasetWithStories());
}

void StepViewTest::showsTheStep()
{
    stories::StoryPlayer player(&m_workspace);
    stories::StepView view(&m_workspace, &player);
    player.start(0);
    QVERIFY(shows(view, u"Openings"_s));
    QVERIFY(shows(view, u"How the lamps grew"_s));
    QVERIFY(shows(view, u"1 / 4"_s));
    QCOMPARE(view.findChild<stories::MarkdownView *>()->toPlainText(),
             u"The society states Openings; the ministry denies it."_s);
    player.last();
    QVERIFY(shows(view, u"4 / 4"_s));
    QVERIFY(shows(view, u"One country"_s));
    QVERIFY(!shows(view, u"Notes of"_s));
}

void StepViewTest::aBrokenViewIsSaid()
{
    stories::StoryPlayer player(&m_workspace);
    stories::StepView view(&m_workspace, &player);
    player.start(0, 2);
    QVERIFY(shows(view, u"view of step 3 cannot be shown"_s));
    player.next();
    QVERIFY(!shows(view, u"cannot be shown"_s));
}

void StepViewTest::theQuestionWaitsUntilItIsAsked()
{
    stories::StoryPlayer player(&m_workspace);
    stories::StepView view(&m_workspace, &player);
    player.start(0);
    QVERIFY(!view.isQuestionVisible());
    QVERIFY(!shows(view, u"Who says Openings?"_s));
    view.setQuestionVisible(true);
    QVERIFY(shows(view, u"Who says Openings?"_s));
    player.next(); // has no question
    QVERIFY(!view.isQuestionVisible());
    view.setQuestionVisible(true);
    QVERIFY(!view.isQuestionVisible());
    player.next();
    QVERIFY(!view.isQuestionVisible());
}

void StepViewTest::attributionFollowsTheFilter()
{
    stories::StoryPlayer player(&m_workspace);
    stories::StepView view(&m_workspace, &player);
    player.start(0);
    QVERIFY(shows(view, workspace::filterSentence(m_workspace)));
    QVERIFY(shows(view, u"Lighthouses, version 1.0.0 (CC-BY-4.0)"_s));
    m_workspace.change([](workspace::ViewState &state) { state.filters.text = u"zzz"_s; });
    QVERIFY(shows(view, u"0 of 3 events"_s));
}

void StepViewTest::everyButtonHasANameAndWorks()
{
    stories::StoryPlayer player(&m_workspace);
    stories::StepView view(&m_workspace, &player);
    const QSignalSpy ends(&view, &stories::StepView::endRequested);
    const QSignalSpy overviews(&view, &stories::StepView::overviewRequested);
    player.start(0);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view, 20000));
    QHash<QString, QAbstractButton *> buttons;
    for (QAbstractButton *button : view.findChildren<QAbstractButton *>()) {
        const QString name = button->text().isEmpty() ? button->accessibleName() : button->text();
        QVERIFY(!name.isEmpty());
        QVERIFY(!button->text().isEmpty() || !button->icon().isNull());
        buttons.insert(name.section(u' ', 0, 0), button);
    }
    QVERIFY(!buttons.value(u"Previous"_s)->isEnabled());
    QTest::mouseClick(buttons.value(u"Next"_s), Qt::LeftButton);
    QCOMPARE(player.stepIndex(), std::size_t(1));
    QTest::mouseClick(buttons.value(u"Previous"_s), Qt::LeftButton);
    QCOMPARE(player.stepIndex(), std::size_t(0));
    QTest::mouseClick(buttons.value(u"Question"_s), Qt::LeftButton);
    QVERIFY(view.isQuestionVisible());
    QTest::mouseClick(buttons.value(u"Question"_s), Qt::LeftButton);
    QVERIFY(!view.isQuestionVisible());
    QTest::mouseClick(buttons.value(u"All"_s), Qt::LeftButton);
    QTest::mouseClick(buttons.value(u"End"_s), Qt::LeftButton);
    QCOMPARE(overviews.size(), 1);
    QCOMPARE(ends.size(), 1);
    player.last();
    QVERIFY(!buttons.value(u"Next"_s)->isEnabled());
}

void StepViewTest::typeGrowsWithTheScale()
{
    stories::StoryPlayer player(&m_workspace);
    stories::StepView view(&m_workspace, &player);
    player.start(0);
    const auto *text = view.findChild<stories::MarkdownView *>();
    const double before = text->font().pointSizeF();
    stories::StoryLook look = view.look();
    look.textScale = 2;
    view.setLook(look);
    QCOMPARE(text->font().pointSizeF(), 2 * before);
    QVERIFY(text->document()->defaultFont().pointSizeF() > 1.5 * before);
}

void StepViewTest::iconsFollowTheApplicationsPalette()
{
    const QPalette before = QApplication::palette();
    const QIcon icon(u":/icons/pause.icon"_s);
    const auto colour = [&icon](QIcon::Mode mode) {
        return icon.pixmap(QSize(24, 24), 1.0, mode).toImage().pixelColor(8, 12);
    };
    QPalette palette = before;
    palette.setColor(QPalette::ButtonText, Qt::red);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, Qt::blue);
    QApplication::setPalette(palette);
    const QColor red = colour(QIcon::Normal);
    const QColor blue = colour(QIcon::Disabled);
    palette.setColor(QPalette::ButtonText, Qt::green);
    QApplication::setPalette(palette);
    const QColor green = colour(QIcon::Normal);
    QApplication::setPalette(before);
    QVERIFY(red.red() > 200 && red.green() < 50);
    QVERIFY(blue.blue() > 200);
    QVERIFY(green.green() > 200 && green.red() < 50);
    QVERIFY(QIcon(u":/icons/none.icon"_s).isNull());
    QCOMPARE(icon.pixmap(QSize(24, 24), 2.0).size(), QSize(48, 48));
}

DATELINE_TEST(step_view, StepViewTest)
#include "tst_step_view.moc"
