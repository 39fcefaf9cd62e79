// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_reader.h>
#include <workspace/playback.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Instant;
using workspace::Playback;
using workspace::PlayHead;
using workspace::PlayMode;
using workspace::StepUnit;

/// The bundled dataset, played and stepped through whole: at every head exactly those events are
/// shown that the bounds of their dates say, worked out one by one and not by the crossfilter.
class PlayedDatasetTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void playing_data();
    void playing();
    void stepping_data();
    void stepping();
    void withoutMotion_data();
    void withoutMotion();

private:
    struct Seen
    {
        explicit Seen(std::size_t size)
            : rows(size)
        {}
        bitsets::RowSet rows;
        std::size_t heads = 0;
    };

    /// Whether an event belongs to a head that covers all moments from `low` to `high`.
    [[nodiscard]] static bool isOf(const events::FuzzyInterval &event, PlayMode mode, Instant low,
                                   Instant high, Instant at, Instant width)
    {
        if (event.isUnbounded())
            return false;
        if (mode == PlayMode::Cumulative)
            return event.earliestStart <= at;
        if (mode == PlayMode::Moving)
            low = std::min(low, at - width);
        return event.earliestStart <= high && event.latestEnd > low;
    }

    void compare(Instant low, Instant high, Seen &seen) const;
    [[nodiscard]] bool allDatedSeen(const Seen &seen) const;

    std::shared_ptr<const events::Dataset> m_dataset;
    std::unique_ptr<workspace::Workspace> m_workspace;
};

void PlayedDatasetTest::initTestCase()
{
    m_dataset = readers::readPackage(QStringLiteral(DATELINE_SOURCE_DIR "/data/overseas-stations"))
                    .dataset;
    QVERIFY(m_dataset);
    QVERIFY(m_dataset->size() > 200);
}

/// The head shows what it should; `low` to `high` is what it came over since the last picture.
void PlayedDatasetTest::compare(Instant low, Instant high, Seen &seen) const
{
    const PlayHead head = m_workspace->state().play.value();
    const events::EventColumns &columns = m_dataset->columns();
    const bitsets::RowSet &shown = m_workspace->crossfilter().passing();
    for (events::Row row = 0; row < m_dataset->size(); ++row) {
        const bool expected = isOf(columns.bounds(row), head.mode, low, high, head.at, head.width);
        if (shown.contains(row) != expected)
            QFAIL(qPrintable(u"%1 at %2"_s.arg(columns.id.at(row)).arg(head.at)));
        if (expected)
            seen.rows.insert(row);
    }
    ++seen.heads;
}

bool PlayedDatasetTest::allDatedSeen(const Seen &seen) const
{
    const events::EventColumns &columns = m_dataset->columns();
    for (events::Row row = 0; row < m_dataset->size(); ++row) {
        if (!columns.bounds(row).isUnbounded() && !seen.rows.contains(row))
            return false;
    }
    return true;
}

void PlayedDatasetTest::playing_data()
{
    QTest::addColumn<PlayMode>("mode");
    QTest::addColumn<Playback::Loop>("loop");
    QTest::addColumn<double>("daysPerSecond");
    const std::pair<const char *, PlayMode> modes[] = {{"cumulative", PlayMode::Cumulative},
                                                       {"moving", PlayMode::Moving},
                                                       {"point", PlayMode::Point}};
    const std::pair<const char *, Playback::Loop> loops[] = {{"once", Playback::Loop::Once},
                                                             {"loop", Playback::Loop::Loop},
                                                             {"bounce", Playback::Loop::Bounce}};
    for (const auto &[modeName, mode] : modes) {
        for (const auto &[loopName, loop] : loops) {
            for (const double speed : {180.0, 36'500.0})
                QTest::addRow("%s, %s, %g", modeName, loopName, speed) << mode << loop << speed;
        }
    }
}

void PlayedDatasetTest::playing()
{
    QFETCH(const PlayMode, mode);
    QFETCH(const Playback::Loop, loop);
    QFETCH(const double, daysPerSecond);
    m_workspace = std::make_unique<workspace::Workspace>();
    m_workspace->setDataset(m_dataset);
    Playback playback(m_workspace.get());
    playback.setMode(mode);
    playback.setSettings({.daysPerSecond = daysPerSecond, .loop = loop});
    const Instant first = playback.extent()->from;
    const Instant last = playback.extent()->to - 1;
    constexpr qint64 frame = 100;
    Seen forth(m_dataset->size());
    playback.play();
    Instant before = first;
    compare(first, first, forth);
    const auto most = std::size_t(playback.lasts() / frame) + 2;
    while (before < last && forth.heads < most) {
        playback.advance(frame);
        const Instant at = m_workspace->state().play->at;
        QVERIFY(at >= before);
        compare(at == before ? at : before + 1, at, forth);
        if (QTest::currentTestFailed())
            return;
        before = at;
    }
    QCOMPARE(before, last);
    QVERIFY(allDatedSeen(forth));
    QCOMPARE(playback.isPlaying(), loop != Playback::Loop::Once);
    if (loop == Playback::Loop::Loop) {
        playback.advance(frame);
        QCOMPARE(m_workspace->state().play->at, first);
        compare(first, first, forth);
    }
    if (loop != Playback::Loop::Bounce)
        return;
    Seen back(m_dataset->size());
    while (before > first && back.heads < most) {
        playback.advance(frame);
        const Instant at = m_workspace->state().play->at;
        QVERIFY(at <= before);
        compare(at, at == before ? at : before - 1, back);
        if (QTest::currentTestFailed())
            return;
        before = at;
    }
    QCOMPARE(before, first);
    // At the end everything is there with the last picture of the way forth.
    QVERIFY(mode != PlayMode::Moving || allDatedSeen(back));
    QCOMPARE(back.rows.contains(m_dataset->eventRow(u"agreement-italy-2015").value()), true);
    QVERIFY(playback.isPlaying());
}

void PlayedDatasetTest::stepping_data()
{
    QTest::addColumn<PlayMode>("mode");
    QTest::addColumn<StepUnit>("unit");
    const std::pair<const char *, PlayMode> modes[] = {{"cumulative", PlayMode::Cumulative},
                                                       {"moving", PlayMode::Moving},
                                                       {"point", PlayMode::Point}};
    const std::pair<const char *, StepUnit> units[]
        = {{"event", StepUnit::Event}, {"day", StepUnit::Day},         {"week", StepUnit::Week},
           {"month", StepUnit::Month}, {"quarter", StepUnit::Quarter}, {"year", StepUnit::Year}};
    for (const auto &[modeName, mode] : modes) {
        for (const auto &[unitName, unit] : units)
            QTest::addRow("%s, %s", modeName, unitName) << mode << unit;
    }
}

void PlayedDatasetTest::stepping()
{
    QFETCH(const PlayMode, mode);
    QFETCH(const StepUnit, unit);
    m_workspace = std::make_unique<workspace::Workspace>();
    m_workspace->setDataset(m_dataset);
    Playback playback(m_workspace.get());
    playback.setMode(mode);
    playback.setSettings({.unit = unit});
    for (const int direction : {1, -1}) {
        Seen seen(m_dataset->size());
        std::optional<PlayHead> before;
        for (;;) {
            playback.step(direction);
            const PlayHead head = m_workspace->state().play.value();
            if (before == head)
                break;
            QVERIFY(!before || (direction > 0 ? head.at > before->at : head.at < before->at));
            // A unit of the calendar is shown whole, a date as it is.
            const events::TimeSpan whole
                = workspace::unitAround(head.at, unit, QLocale().firstDayOfWeek());
            compare(whole.from, head.at, seen);
            if (QTest::currentTestFailed())
                return;
            before = head;
        }
        QVERIFY2(allDatedSeen(seen), direction > 0 ? "forwards" : "backwards");
        playback.stop();
    }
}

void PlayedDatasetTest::withoutMotion_data()
{
    stepping_data();
}

void PlayedDatasetTest::withoutMotion()
{
    QFETCH(const PlayMode, mode);
    QFETCH(const StepUnit, unit);
    m_workspace = std::make_unique<workspace::Workspace>();
    m_workspace->setDataset(m_dataset);
    Playback stepped(m_workspace.get());
    stepped.setMode(mode);
    stepped.setSettings({.unit = unit});
    stepped.moveTo(stepped.extent()->from);
    std::vector<PlayHead> expected{m_workspace->state().play.value()};
    for (;;) {
        stepped.step(1);
        if (expected.back() == m_workspace->state().play)
            break;
        expected.push_back(m_workspace->state().play.value());
    }
    stepped.stop();
    Playback playback(m_workspace.get());
    playback.setMode(mode);
    playback.setSettings({.daysPerSecond = 36'500, .unit = unit, .glides = false});
    playback.play();
    std::vector<PlayHead> seen{m_workspace->state().play.value()};
    while (playback.isPlaying()) {
        playback.advance(200);
        if (seen.back() != m_workspace->state().play)
            seen.push_back(m_workspace->state().play.value());
    }
    QCOMPARE(seen.size(), expected.size());
    QVERIFY(seen == expected);
}

} // namespace dateline::tests

DATELINE_TEST(played_dataset, dateline::tests::PlayedDatasetTest)

#include "tst_played_dataset.moc"
