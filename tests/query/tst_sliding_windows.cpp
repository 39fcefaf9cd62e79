// SPDX-License-Identifier: GPL-3.0-or-later
#include <clustering/clusters.h>
#include <query/crossfilter.h>
#include <query/time_index.h>

#include <support/random_events.h>
#include <support/test_main.h>

#include <QTest>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using clustering::Cluster;
using clustering::Clusters;
using events::Instant;
using query::Containment;
using query::Crossfilter;
using query::Facet;
using query::Filters;

namespace {

constexpr std::array facets{Facet::Kind,     Facet::Country, Facet::Claimant,
                            Facet::Standing, Facet::Bureau,  Facet::Tag};
/// The world, and a part of it.
constexpr std::array<std::pair<events::MercatorBox, double>, 2> views{
    std::pair{events::MercatorBox{0, 0, 1, 1}, 4.0},
    std::pair{events::MercatorBox{0.48, 0.3, 0.56, 0.4}, 6.0}};
constexpr Instant day = 86'400'000;

/// All that is asked while a window slides.
struct Answers
{
    std::vector<std::vector<std::uint32_t>> counts;
    std::vector<query::Tally> bins;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> symbols;

    friend bool operator==(const Answers &, const Answers &) = default;
};

Answers answersOf(const Crossfilter &crossfilter, const Clusters &clusters, std::size_t view)
{
    Answers answers;
    for (const Facet facet : facets) {
        const std::span<const std::uint32_t> counts = crossfilter.counts(facet);
        answers.counts.emplace_back(counts.begin(), counts.end());
    }
    // Numbered by a byte and by two.
    const std::vector<Instant> edges
        = query::evenEdges({1'400'000'000'000, 1'700'000'000'000}, view % 2 == 0 ? 50 : 300);
    answers.bins = crossfilter.timeBins(edges, Crossfilter::Scope::Passing);
    for (const Cluster &cluster : clusters.at(crossfilter.followed(), views.at(view).first,
                                              views.at(view).second, 40, Clusters::Rows::Counted))
        answers.symbols.emplace_back(cluster.identity, cluster.count);
    return answers;
}

} // namespace

/// What is followed from step to step against what is found anew, with enough events that few of
/// them change.
class SlidingWindowsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aStepIsWhatItWouldBeAnew_data()
    {
        QTest::addColumn<RandomDates>("dates");
        QTest::addColumn<Containment>("containment");
        QTest::newRow("any dates, touches") << RandomDates::Any << Containment::Touches;
        QTest::newRow("any dates, within") << RandomDates::Any << Containment::Within;
        QTest::newRow("days, touches") << RandomDates::Days << Containment::Touches;
        QTest::newRow("days, within") << RandomDates::Days << Containment::Within;
    }

    void aStepIsWhatItWouldBeAnew()
    {
        QFETCH(RandomDates, dates);
        QFETCH(Containment, containment);
        Random random(7);
        const auto dataset = randomEvents(random, 12'800, dates).dataset;
        Crossfilter crossfilter(dataset);
        const Clusters clusters(dataset);
        Filters filters;
        filters.containment = containment;
        filters.area = events::GeoBox{-20, -60, 60, 70};
        Instant from = 1'500'000'000'000;
        Instant width = 400 * day;
        std::optional<events::TimeSpan> playWindow;
        std::size_t changes = 0;
        for (std::size_t step = 0; step < 50; ++step) {
            from += Instant(below(random, 6)) * day - 2 * day;
            const auto isTime = [&random](std::uint64_t in) { return below(random, in) == 0; };
            if (isTime(12))
                from = 1'400'000'000'000 + Instant(below(random, 3'000)) * day;
            if (isTime(12)) // to what was between its edges
                from += width / 3;
            if (isTime(5)) // to nothing and back
                width = width > 0 ? 0 : Instant(400 - below(random, 300)) * day;
            if (isTime(3))
                filters.area->east = double(below(random, 150));
            if (isTime(12))
                filters.containment = filters.containment == Containment::Touches
                    ? Containment::Within
                    : Containment::Touches;
            if (isTime(3))
                playWindow.reset();
            else if (playWindow || isTime(16))
                playWindow = {1'450'000'000'000 + Instant(step) * day,
                              1'600'000'000'000 + Instant(step) * 2 * day};
            if (isTime(10))
                filters.windows.clear();
            else
                filters.windows = {{from, from + width}};
            changes += crossfilter.setFilters(filters) ? 1 : 0;
            crossfilter.setPlayWindow(playWindow);
            Crossfilter anew(dataset);
            anew.setFilters(filters);
            anew.setPlayWindow(playWindow);
            QVERIFY(crossfilter.passing() == anew.passing());
            // Some steps pass without anybody asking, as when frames are left out.
            if (isTime(4))
                continue;
            const std::size_t view = step / 25 % views.size();
            QVERIFY(answersOf(crossfilter, clusters, view)
                    == answersOf(anew, Clusters(dataset), view));
        }
        QVERIFY(changes > 10);
    }

    /// Also windows that move farther than they are wide, so that events begin and end between.
    void whatMovedIsWhatDiffers()
    {
        Random random(9);
        const auto dataset = randomEvents(random, 2'000).dataset;
        const query::TimeIndex index(*dataset);
        std::vector<query::WindowEdges> edges;
        Instant from = 1'500'000'000'000;
        std::array<events::TimeSpan, 1> window{{{from, from + day}}};
        bitsets::RowSet before = index.meeting(window, Containment::Touches, edges).rows;
        std::size_t twice = 0;
        for (int step = 0; step < 300; ++step) {
            from = 1'400'000'000'000 + Instant(below(random, 3'000)) * day;
            window[0] = {from, from + Instant(1 + below(random, 900)) * day};
            const query::TimeIndex::Meeting now
                = index.meeting(window, Containment::Touches, edges);
            std::map<events::Row, int> listed;
            for (const std::span<const events::Row> rows : now.moved) {
                for (const events::Row row : rows)
                    ++listed[row];
            }
            for (events::Row row = 0; row < dataset->size(); ++row) {
                const bool differs = before.contains(row) != now.rows.contains(row);
                const int times = listed.contains(row) ? listed[row] : 0;
                QVERIFY(differs ? times == 1 : times <= 2);
                twice += times == 2 ? 1 : 0;
            }
            before = now.rows;
        }
        QVERIFY(twice > 0);
        // Nobody can say what moved where there was no window, or are several.
        edges.clear();
        QVERIFY(index.meeting(window, Containment::Touches, edges).moved[0].empty());
        const std::array<events::TimeSpan, 2> two{window[0],
                                                  {from + 5'000 * day, from + 5'001 * day}};
        QVERIFY(index.meeting(two, Containment::Touches, edges).moved[0].empty());
        window[0] = {from - 300 * day, from + 300 * day};
        QVERIFY(index.meeting(window, Containment::Touches, edges).moved[0].empty());
    }

    void whatIsAskedFirstIsListedForAll()
    {
        Random random(10);
        const auto dataset = randomEvents(random, 12'800).dataset;
        Crossfilter crossfilter(dataset);
        Filters filters;
        filters.area = events::GeoBox{-20, -60, 60, 70};
        filters.windows = {{1'500'000'000'000, 1'500'000'000'000 + 400 * day}};
        crossfilter.setFilters(filters);
        (void)crossfilter.counts(Facet::Kind);
        const bitsets::SharedRows before = crossfilter.followed().rows;
        filters.windows = {{1'500'000'000'000 + 9 * day, 1'500'000'000'000 + 409 * day}};
        QVERIFY(crossfilter.setFilters(filters));
        const auto [rows, changes] = crossfilter.followed();
        QVERIFY(!changes.listed(before, rows));
        // Who asks about other sets does not take that from the others.
        (void)changes.count(rows, before);
        (void)crossfilter.counts(Facet::Country);
        const std::optional<bitsets::ChangedRows> listed = changes.listed(before, rows);
        QVERIFY(listed);
        QCOMPARE(listed->came.size() + listed->gone.size(), before->countDifference(*rows));
        QVERIFY(!listed->came.empty() || !listed->gone.empty());
    }

    void whatElseChangesIsSeen()
    {
        Random random(8);
        const auto dataset = randomEvents(random, 12'800).dataset;
        Crossfilter crossfilter(dataset);
        const Clusters clusters(dataset);
        const auto isRight = [&](const Filters &filters) {
            crossfilter.setFilters(filters);
            Crossfilter anew(dataset);
            anew.setFilters(filters);
            return answersOf(crossfilter, clusters, 1) == answersOf(anew, Clusters(dataset), 1);
        };
        Filters filters;
        filters.area = events::GeoBox{-20, -60, 60, 70};
        for (Instant step = 0; step < 10; ++step) {
            const Instant from = 1'500'000'000'000 + 3 * step * day;
            filters.windows = {{from, from + 400 * day}};
            filters.area->east = step % 2 == 0 ? 0 : 120; // as the window moves
            QVERIFY(isRight(filters));
            filters.windows = {{from, from}}; // nothing
            QVERIFY(isRight(filters));
            filters.windows = {{from + day, from + 401 * day}};
            QVERIFY(isRight(filters));
        }
    }
};

DATELINE_TEST(slidingWindows, SlidingWindowsTest)

} // namespace dateline::tests

#include "tst_sliding_windows.moc"
