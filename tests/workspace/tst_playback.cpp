// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/playback.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using workspace::Playback;
using workspace::PlayMode;
using workspace::Workspace;

class PlaybackTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void stepsThroughEveryRealDateOnce();
    void theLastEventIsShown_data();
    void theLastEventIsShown();
    void backwardsEndsAtTheFirstDate();
    void aLoopBeginsAgain();
    void bounceTurnsRound();
    void changingTheModeKeepsThePlace();
    void stopShowsEverything();
    void runningMakesNoUndoSteps();
    void nothingToPlay();
    void takingTheHeadAwayEndsPlaying();
    void aMovedHeadShowsNothingOnItsWay();
    void aBounceGoesOnWhereItWasPaused();
    void withoutMotionItBeginsAgainAtTheEnd();
    void typingAHeadKeepsTheWidth();

private:
    static bool shows(const Workspace &workspace, QStringView id)
    {
        return workspace.crossfilter().passing().contains(*workspace.dataset().eventRow(id));
    }
};

void PlaybackTest::stepsThroughEveryRealDateOnce()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    std::set<events::Instant> expected;
    for (events::Row row = 0; row < workspace.dataset().size(); ++row) {
        const events::Instant start = workspace.dataset().columns().earliestStart[row];
        if (start != events::distantPast)
            expected.insert(start);
    }
    std::vector<events::Instant> seen;
    for (int i = 0; i < 50; ++i) {
        playback.step(1);
        if (seen.empty() || workspace.state().play->at != seen.back())
            seen.push_back(workspace.state().play->at);
    }
    QCOMPARE(seen, std::vector<events::Instant>(expected.begin(), expected.end()));
}

void PlaybackTest::theLastEventIsShown_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("cumulative") << int(PlayMode::Cumulative);
    QTest::newRow("moving") << int(PlayMode::Moving);
    QTest::newRow("point") << int(PlayMode::Point);
}

void PlaybackTest::theLastEventIsShown()
{
    QFETCH(const int, mode);
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setMode(PlayMode(mode));
    for (int i = 0; i < 50; ++i)
        playback.step(1);
    QVERIFY(shows(workspace, u"last"));
    QCOMPARE(shows(workspace, u"genoa"), PlayMode(mode) == PlayMode::Cumulative);
}

void PlaybackTest::backwardsEndsAtTheFirstDate()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    for (int i = 0; i < 50; ++i)
        playback.step(-1);
    QCOMPARE(workspace.state().play->at, events::Edtf::parse(u"2015")->bounds().earliestStart);
    QVERIFY(shows(workspace, u"visit-unknown"));
}

void PlaybackTest::aLoopBeginsAgain()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setSettings({.loop = Playback::Loop::Loop});
    playback.play();
    const events::TimeSpan extent = *playback.extent();
    playback.advance(3'600'000);
    QCOMPARE(workspace.state().play->at, extent.to - 1);
    playback.advance(10);
    QCOMPARE(workspace.state().play->at, extent.from);
    QVERIFY(playback.isPlaying());
}

void PlaybackTest::bounceTurnsRound()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setSettings({.loop = Playback::Loop::Bounce});
    playback.play();
    const events::TimeSpan extent = *playback.extent();
    playback.advance(3'600'000);
    playback.advance(1'000);
    QVERIFY(workspace.state().play->at < extent.to - 1);
    playback.advance(3'600'000);
    QCOMPARE(workspace.state().play->at, extent.from);
    playback.advance(1'000);
    QVERIFY(workspace.state().play->at > extent.from);
}

void PlaybackTest::changingTheModeKeepsThePlace()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.step(1);
    playback.step(1);
    const events::Instant at = workspace.state().play->at;
    playback.setMode(PlayMode::Moving);
    QCOMPARE(workspace.state().play->at, at);
    QCOMPARE(workspace.state().play->mode, PlayMode::Moving);
}

void PlaybackTest::stopShowsEverything()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.step(1);
    QVERIFY(workspace.crossfilter().passingCount() < workspace.dataset().size());
    playback.stop();
    QCOMPARE(workspace.crossfilter().passingCount(), workspace.dataset().size());
}

void PlaybackTest::runningMakesNoUndoSteps()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.play();
    for (int i = 0; i < 20; ++i)
        playback.advance(100);
    QVERIFY(!workspace.canUndo());
}

void PlaybackTest::nothingToPlay()
{
    Workspace workspace;
    Playback playback(&workspace);
    QSignalSpy playing(&playback, &Playback::playingChanged);
    playback.play();
    playback.step(1);
    QVERIFY(!playback.isPlaying());
    QCOMPARE(playing.size(), 0);
    QVERIFY(!workspace.state().play);
}

void PlaybackTest::takingTheHeadAwayEndsPlaying()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    workspace.change([](workspace::ViewState &next) { next.filters.text = u"genoa"_s; });
    playback.play();
    playback.advance(100);
    QVERIFY(playback.isPlaying() && workspace.state().play);
    workspace.undo();
    QVERIFY(!workspace.state().play);
    QVERIFY(!playback.isPlaying());
}

void PlaybackTest::aMovedHeadShowsNothingOnItsWay()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setMode(PlayMode::Point);
    playback.setSettings({.unit = workspace::StepUnit::Month});
    const auto stepThenSince = [&workspace, &playback] {
        playback.step(1);
        return workspace.state().play->since;
    };
    QVERIFY(stepThenSince());
    const events::Instant at = workspace.state().play->at;
    playback.moveTo(at + 5);
    QCOMPARE(workspace.state().play->window(), (events::TimeSpan{at + 5, at + 6}));
    QVERIFY(stepThenSince());
    playback.setWidth(playback.width() / 2);
    QVERIFY(!workspace.state().play->since);
    QVERIFY(stepThenSince());
    playback.setMode(PlayMode::Moving);
    QVERIFY(!workspace.state().play->since);
}

void PlaybackTest::aBounceGoesOnWhereItWasPaused()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setSettings({.loop = Playback::Loop::Bounce});
    playback.play();
    playback.advance(3'600'000);
    playback.advance(1'000);
    playback.pause();
    const events::Instant there = workspace.state().play->at;
    QVERIFY(there < playback.extent()->to - 1);
    playback.play();
    playback.advance(1'000);
    QVERIFY(workspace.state().play->at < there);
    playback.pause();
    // Somebody put it elsewhere: forwards from there.
    playback.moveTo(there);
    playback.play();
    playback.advance(1'000);
    QVERIFY(workspace.state().play->at > there);
}

void PlaybackTest::withoutMotionItBeginsAgainAtTheEnd()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setSettings({.daysPerSecond = 36'500, .glides = false});
    const auto playOut = [&playback] {
        playback.play();
        for (int i = 0; i < 200 && playback.isPlaying(); ++i)
            playback.advance(1'500);
    };
    playOut();
    QVERIFY(!playback.isPlaying());
    const events::Instant end = workspace.state().play->at;
    QVERIFY(end < playback.extent()->to - 1); // what lasts longer than its beginning
    playback.play();
    QCOMPARE(workspace.state().play->at, playback.extent()->from);
    playback.pause();
    playOut();
    QCOMPARE(workspace.state().play->at, end);
}

void PlaybackTest::typingAHeadKeepsTheWidth()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    Playback playback(&workspace);
    playback.setMode(PlayMode::Moving);
    playback.setWidth(30 * events::millisecondsPerDay);
    playback.moveTo(events::Edtf::parse(u"2018")->bounds().latestEnd - 1, workspace::Step::New);
    QCOMPARE(playback.width(), 30 * events::millisecondsPerDay);
    QCOMPARE(workspace.state().play->width, 30 * events::millisecondsPerDay);
    QVERIFY(workspace.canUndo());
}

} // namespace dateline::tests

DATELINE_TEST(playback, dateline::tests::PlaybackTest)

#include "tst_playback.moc"
