// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/story_player.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QSignalSpy>
#include <QTest>

#include "stage_window.h"

using namespace Qt::StringLiterals;
using namespace dateline;
using query::Facet;

class StoryPlayerTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stepsInOrderAndStopsAtBothEnds();
    void aStepAppliesItsView();
    void aStepWithoutViewKeepsTheOneBefore();
    void aBrokenViewSaysSoAndChangesNothing();
    void endRestoresWhereThePersonWas();
    void steppingLeavesNoUndoSteps();
    void startSaysWhenThereIsNoSuchStory();
    void showAgainRestoresTheAuthoredView();
    void anotherDatasetEndsTheStory();
    void anotherStoryKeepsTheStateToReturnTo();

private:
    workspace::Workspace m_workspace;
};

void StoryPlayerTest::init()
{
    failOnUnexpectedWarning();
    m_workspace.setDataset(tests::datasetWithStories());
}

void StoryPlayerTest::stepsInOrderAndStopsAtBothEnds()
{
    stories::StoryPlayer player(&m_workspace);
    QVERIFY(!player.isPlaying());
    QVERIFY(!player.step());
    QVERIFY(player.start(0));
    const QSignalSpy changes(&player, &stories::StoryPlayer::stepChanged);
    QCOMPARE(player.stepCount(), std::size_t(4));
    player.previous();
    QCOMPARE(player.stepIndex(), std::size_t(0));
    QCOMPARE(changes.size(), 0);
    player.next();
    QCOMPARE(player.step()->heading, u"The same again"_s);
    QCOMPARE(player.nextStep()->heading, u"Broken"_s);
    player.last();
    QCOMPARE(player.stepIndex(), std::size_t(3));
    QVERIFY(!player.nextStep());
    QCOMPARE(changes.size(), 2);
    player.next();
    QCOMPARE(player.stepIndex(), std::size_t(3));
    player.goTo(99);
    QCOMPARE(changes.size(), 2);
    player.first();
    QCOMPARE(player.stepIndex(), std::size_t(0));
    player.goTo(2);
    QCOMPARE(player.stepIndex(), std::size_t(2));
}

void StoryPlayerTest::aStepAppliesItsView()
{
    stories::StoryPlayer player(&m_workspace);
    player.start(0);
    QCOMPARE(m_workspace.state().filters.values(Facet::Kind), std::vector{u"opening"_s});
    QCOMPARE(m_workspace.crossfilter().passingCount(), std::size_t(2));
    player.last();
    QVERIFY(m_workspace.state().filters.values(Facet::Kind).empty());
    QCOMPARE(m_workspace.state().filters.values(Facet::Country), std::vector{u"IT"_s});
    QCOMPARE(m_workspace.crossfilter().passingCount(), std::size_t(1));
}

void StoryPlayerTest::aStepWithoutViewKeepsTheOneBefore()
{
    stories::StoryPlayer player(&m_workspace);
    // The same view, whether one comes to the step from before it, from behind, or begins there.
    player.start(0, 1);
    QCOMPARE(m_workspace.state().filters.values(Facet::Kind), std::vector{u"opening"_s});
    player.last();
    player.goTo(1);
    QCOMPARE(m_workspace.state().filters.values(Facet::Kind), std::vector{u"opening"_s});
    QVERIFY(m_workspace.state().filters.values(Facet::Country).empty());
    QVERIFY(player.fault().isEmpty());
}

void StoryPlayerTest::aBrokenViewSaysSoAndChangesNothing()
{
    stories::StoryPlayer player(&m_workspace);
    player.start(0, 3);
    const workspace::ViewState before = m_workspace.state();
    player.previous();
    QCOMPARE(player.stepIndex(), std::size_t(2));
    QVERIFY(player.fault().contains(u"step 3"));
    QVERIFY(m_workspace.state() == before);
    player.previous();
    QVERIFY(player.fault().isEmpty());
}

void StoryPlayerTest::endRestoresWhereThePersonWas()
{
    m_workspace.change([](workspace::ViewState &state) {
        state.filters.choose(Facet::Country, {u"FJ"_s});
        state.camera = workspace::Camera{10, 20, 4};
        state.selection = {u"two"_s};
    });
    const workspace::ViewState before = m_workspace.state();
    stories::StoryPlayer player(&m_workspace);
    const QSignalSpy ended(&player, &stories::StoryPlayer::ended);
    player.start(0);
    player.next();
    m_workspace.select(0);
    QVERIFY(!(m_workspace.state() == before));
    player.end();
    QVERIFY(m_workspace.state() == before);
    QVERIFY(!player.isPlaying());
    player.end();
    QCOMPARE(ended.size(), 1);
}

void StoryPlayerTest::steppingLeavesNoUndoSteps()
{
    stories::StoryPlayer player(&m_workspace);
    player.start(0);
    player.next();
    player.last();
    QVERIFY(!m_workspace.canUndo());
    player.end();
    QVERIFY(!m_workspace.canUndo());
    QVERIFY(!m_workspace.canRedo());
}

void StoryPlayerTest::startSaysWhenThereIsNoSuchStory()
{
    stories::StoryPlayer player(&m_workspace);
    const QSignalSpy started(&player, &stories::StoryPlayer::started);
    const workspace::ViewState before = m_workspace.state();
    QVERIFY(!player.start(7));
    QVERIFY(!player.start(1)); // has no steps
    QVERIFY(!player.isPlaying());
    QVERIFY(m_workspace.state() == before);
    QVERIFY(player.start(0, 99));
    QCOMPARE(player.stepIndex(), std::size_t(3));
    QCOMPARE(started.size(), 1);
}

void StoryPlayerTest::showAgainRestoresTheAuthoredView()
{
    stories::StoryPlayer player(&m_workspace);
    player.start(0);
    const workspace::ViewState authored = m_workspace.state();
    m_workspace.resetFilters();
    QVERIFY(!(m_workspace.state() == authored));
    player.showAgain();
    QVERIFY(m_workspace.state() == authored);
}

void StoryPlayerTest::anotherDatasetEndsTheStory()
{
    stories::StoryPlayer player(&m_workspace);
    const QSignalSpy ended(&player, &stories::StoryPlayer::ended);
    player.start(0, 3);
    m_workspace.setDataset(tests::sampleDataset());
    QVERIFY(!player.isPlaying());
    QCOMPARE(ended.size(), 1);
    QVERIFY(m_workspace.state() == workspace::ViewState());
}

void StoryPlayerTest::anotherStoryKeepsTheStateToReturnTo()
{
    const workspace::ViewState before = m_workspace.state();
    stories::StoryPlayer player(&m_workspace);
    const QSignalSpy started(&player, &stories::StoryPlayer::started);
    player.start(0);
    player.start(0, 3);
    QCOMPARE(started.size(), 1);
    player.end();
    QVERIFY(m_workspace.state() == before);
}

DATELINE_TEST(story_player, StoryPlayerTest)
#include "tst_story_player.moc"
