// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/playback.h>
#include <workspace/turning_point.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Instant;
using workspace::Playback;
using workspace::PlayMode;

/// Turning points of a package, and what playback does at them and between.
class TurningPointTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void eachHasItsMoment();
    void theMostExactOneIsNamed();
    void thePhraseSaysWhoStatesIt();
    void playbackRestsThere();
    void aRestCanBeSkipped();
    void withoutStopsItDoesNot();
    void emptyStretchesAreHurriedThrough();
    void howTimeIsCutMakesNoDifference();

private:
    static Instant at(const QString &edtf)
    {
        return events::Edtf::parse(edtf).value().bounds().earliestStart;
    }
    /// Lamps in 2001 and in June 2010, a visit on 12 June 2010; both named, and the year 2010.
    static std::shared_ptr<const events::Dataset> dataset()
    {
        DatasetBuilder b;
        const std::uint16_t opening = b.kind(u"opening"_s);
        const events::Row society = b.actor(u"society"_s);
        const events::Row report = b.source(u"report"_s, society);
        for (const auto &[id, date] :
             {std::pair(u"first"_s, u"2001-03-04"_s), std::pair(u"second"_s, u"2010-06-12"_s),
              std::pair(u"last"_s, u"2011-02-03"_s)})
            b.claim(b.event(id, opening, date), society, report);
        b.tables().info.turningPoints
            = {{events::Edtf::parse(u"2010"_s).value(), u"A year of lamps"_s, {}},
               {events::Edtf::parse(u"2010-06-12"_s).value(), u"Society: a second lamp"_s,
                u"second"_s}};
        return b.build();
    }
    /// Milliseconds until the head first leaves a moment, from when it first is there.
    static double stay(Playback &playback, const workspace::Workspace &workspace, Instant moment)
    {
        double stayed = 0;
        for (int i = 0; i < 20'000 && workspace.state().play->at <= moment; ++i) {
            if (workspace.state().play->at == moment)
                stayed += 10;
            playback.advance(10);
        }
        return stayed;
    }
};

void TurningPointTest::eachHasItsMoment()
{
    const auto data = dataset();
    const Instant noon = at(u"2010-06-12"_s) + events::millisecondsPerDay / 2;
    QCOMPARE(workspace::turningMoment(data->info().turningPoints[1]).value(), noon);
    const std::vector<Instant> moments = workspace::turningMoments(data->info());
    QCOMPARE(moments.size(), std::size_t(2));
    QVERIFY(moments[1] > moments[0] && (moments[0] == noon || moments[1] == noon));
}

void TurningPointTest::theMostExactOneIsNamed()
{
    const auto data = dataset();
    QCOMPARE(workspace::turningPointOn(data->info(), at(u"2010-06-12"_s)), std::size_t(1));
    QCOMPARE(workspace::turningPointOn(data->info(), at(u"2010-06-13"_s)), std::size_t(0));
    QVERIFY(!workspace::turningPointOn(data->info(), at(u"2011"_s)));
}

void TurningPointTest::thePhraseSaysWhoStatesIt()
{
    const auto data = dataset();
    const QString phrase = workspace::turningPointPhrase(*data, 1, QLocale(u"en_GB"_s));
    QVERIFY2(phrase.startsWith(u"12 June 2010: Society: a second lamp (according to "_s),
             qPrintable(phrase));
    QCOMPARE(workspace::turningPointPhrase(*data, 0, QLocale(u"en_GB"_s)),
             u"2010: A year of lamps"_s);
}

void TurningPointTest::playbackRestsThere()
{
    workspace::Workspace workspace;
    workspace.setDataset(dataset());
    Playback playback(&workspace);
    playback.play();
    const Instant noon = at(u"2010-06-12"_s) + events::millisecondsPerDay / 2;
    const double stayed = stay(playback, workspace, noon);
    QVERIFY2(std::abs(stayed - workspace::PlayCourse::rest) <= 60,
             qPrintable(QString::number(stayed)));
    QVERIFY(playback.isPlaying());
}

void TurningPointTest::aRestCanBeSkipped()
{
    workspace::Workspace workspace;
    workspace.setDataset(dataset());
    Playback playback(&workspace);
    QVERIFY(!playback.skipRest());
    playback.play();
    QVERIFY(!playback.skipRest());
    const Instant noon = at(u"2010-06-12"_s) + events::millisecondsPerDay / 2;
    for (int i = 0; i < 20'000 && workspace.state().play->at != noon; ++i)
        playback.advance(10);
    QVERIFY(playback.skipRest());
    QVERIFY(playback.isPlaying());
    playback.advance(60);
    QVERIFY(workspace.state().play->at > noon);
    QVERIFY(!playback.skipRest());
}

void TurningPointTest::withoutStopsItDoesNot()
{
    workspace::Workspace workspace;
    workspace.setDataset(dataset());
    Playback playback(&workspace);
    playback.setSettings({.stops = false});
    playback.play();
    const Instant noon = at(u"2010-06-12"_s) + events::millisecondsPerDay / 2;
    QVERIFY(stay(playback, workspace, noon) <= 10);
}

void TurningPointTest::emptyStretchesAreHurriedThrough()
{
    workspace::Workspace workspace;
    workspace.setDataset(dataset());
    Playback playback(&workspace);
    // Of the nine years, those before 2010 with nothing in them.
    const events::TimeSpan longest{at(u"2001-03-05"_s), at(u"2010-06-12"_s)};
    QCOMPARE(playback.breaks(), (std::vector<events::TimeSpan>{longest}));
    const double compressed = playback.lasts();
    workspace::PlaySettings settings = playback.settings();
    settings.breaks = false;
    playback.setSettings(settings);
    QVERIFY(playback.breaks().empty());
    QVERIFY(playback.lasts() - compressed > 15'000);
    // At a speed at which it does not take long there is none.
    playback.setSettings({.daysPerSecond = 3000});
    QVERIFY(playback.breaks().empty());
    // What another filter takes away does not begin; what leaves a sliding window changes it.
    playback.setSettings({});
    workspace.change([](workspace::ViewState &next) { next.filters.text = u"first"_s; });
    QVERIFY(playback.breaks() != std::vector<events::TimeSpan>{longest});
    workspace.change([](workspace::ViewState &next) { next.filters.text.clear(); });
    playback.setMode(PlayMode::Moving);
    QCOMPARE(playback.breaks().front().from, at(u"2001-03-05"_s) + workspace::PlayHead().width);
    // A search that waits takes nothing away; when it goes on it does.
    playback.setMode(PlayMode::Cumulative);
    const auto same = workspace.sharedDataset();
    workspace.setDataset(
        workspace::IndexedDataset(same, query::Crossfilter::TextSearch::WhenGiven));
    workspace.change([](workspace::ViewState &next) { next.filters.text = u"first"_s; });
    QCOMPARE(playback.breaks(), (std::vector<events::TimeSpan>{longest}));
    workspace.finishSearch();
    QVERIFY(playback.breaks() != std::vector<events::TimeSpan>{longest});
}

void TurningPointTest::howTimeIsCutMakesNoDifference()
{
    const auto headAfter = [](qint64 all, qint64 part) {
        workspace::Workspace workspace;
        workspace.setDataset(dataset());
        Playback playback(&workspace);
        playback.play();
        for (qint64 played = 0; played < all; played += part)
            playback.advance(std::min(part, all - played));
        return workspace.state().play->at;
    };
    for (const qint64 all : {400, 900, 1700, 2500, 3300, 4200})
        QCOMPARE(headAfter(all, 7), headAfter(all, 33));
}

} // namespace dateline::tests

DATELINE_TEST(turning_point, dateline::tests::TurningPointTest)

#include "tst_turning_point.moc"
