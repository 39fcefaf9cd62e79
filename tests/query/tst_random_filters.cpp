// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/crossfilter.h>
#include <query/ledger.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <tuple>

#include "brute_force.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using events::Instant;
using events::TimeSpan;
using query::Crossfilter;
using query::Facet;

namespace {

/// What is asked of both after a step.
struct Questions
{
    TimeSpan range;
    std::size_t bins = 1;
    std::uint16_t kind = 0;
    std::vector<Instant> moments;
};

/// Makes filter changes of the sort that people make, and some that they do not.
class FilterWalk
{
public:
    FilterWalk(Random &random, const RandomEvents &events)
        : m_random(random)
        , m_events(events)
    {}

    [[nodiscard]] const query::Filters &filters() const { return m_filters; }
    [[nodiscard]] const std::optional<TimeSpan> &playWindow() const { return m_playWindow; }

    void step()
    {
        m_past.emplace_back(m_filters, m_playWindow);
        change();
    }

    /// Often the same again, as views ask.
    const Questions &questions()
    {
        if (m_questions.moments.empty() || below(m_random, 4) == 0)
            m_questions = newQuestions();
        return m_questions;
    }

private:
    void change()
    {
        switch (below(m_random, 15)) {
        case 0:
            m_filters = {};
            return;
        case 1:
        case 2:
        case 3:
            toggleSomething();
            return;
        case 4:
            m_filters.choose(Facet(below(m_random, query::facetCount)), {});
            return;
        case 5:
            changeWindows();
            return;
        case 6:
            slideWindows();
            return;
        case 7:
            m_filters.containment = query::Containment(below(m_random, 2));
            return;
        case 8:
            changeArea();
            return;
        case 9:
            changeLasso();
            return;
        case 10:
            changeText();
            return;
        case 11:
            std::tie(m_filters, m_playWindow) = anyOf(m_past, m_random);
            return;
        case 12: // no more than a window
            m_filters = {.windows = m_filters.windows, .containment = m_filters.containment};
            if (m_filters.windows.empty())
                m_filters.windows = {window()};
            m_playWindow.reset();
            return;
        default:
            changePlayWindow();
            return;
        }
    }

    Questions newQuestions()
    {
        Questions questions;
        const Instant from = moment();
        // Now and then as many as a byte can number and some more.
        questions.bins
            = below(m_random, 8) == 0 ? 250 + below(m_random, 10) : 1 + below(m_random, 20);
        // Now and then fewer milliseconds than bins.
        const std::uint64_t widest = below(m_random, 5) == 0 ? 2 : 40'000'000'000;
        questions.range = {from, from + 1 + Instant(below(m_random, questions.bins * widest))};
        questions.kind = std::uint16_t(below(m_random, 4));
        for (std::uint64_t n = below(m_random, 5); n > 0; --n)
            questions.moments.push_back(moment());
        std::ranges::sort(questions.moments);
        return questions;
    }

    void toggleSomething()
    {
        const auto facet = Facet(below(m_random, query::facetCount));
        static const std::array<std::vector<QString>, query::facetCount> values{
            std::vector{u"opening"_s, u"visit"_s, u"inquiry"_s, u"never"_s, u"gone"_s},
            std::vector{u"IT"_s, u"FJ"_s, u"WS"_s, u"CN"_s, u"AQ"_s, u""_s, u"ZZ"_s},
            std::vector{u"society"_s, u"paper"_s, u"ministry"_s, u"guild"_s, u""_s, u"nobody"_s},
            std::vector{u"single-claim"_s, u"several-origins"_s, u"denied"_s, u"closed"_s,
                        u"officially-confirmed"_s},
            std::vector{u"society"_s, u"paper"_s, u"court"_s, u""_s},
            std::vector{u"storm"_s, u"fog"_s, u"oil"_s, u"glass"_s, u""_s},
        };
        m_filters.toggle(facet, anyOf(values[std::size_t(facet)], m_random));
    }

    /// Often exactly a bound of an event, where mistakes live.
    Instant moment()
    {
        if (!m_events.events.empty() && below(m_random, 2) == 0) {
            const events::FuzzyInterval bounds = anyOf(m_events.events, m_random).bounds;
            const std::array all{bounds.earliestStart, bounds.latestStart, bounds.earliestEnd,
                                 bounds.latestEnd};
            const Instant bound = anyOf(all, m_random);
            if (bound != events::distantPast && bound != events::distantFuture)
                return bound + Instant(below(m_random, 3)) - 1;
        }
        return 1'200'000'000'000 + Instant(below(m_random, 600'000'000'000));
    }

    TimeSpan window()
    {
        switch (below(m_random, 8)) {
        case 0:
            return {events::distantPast, moment()};
        case 1:
            return {moment(), events::distantFuture};
        case 2: {
            const Instant at = moment();
            return {at, at};
        }
        default:
            const Instant a = moment();
            const Instant b = moment();
            return {std::min(a, b), std::max(a, b)};
        }
    }

    void changeWindows()
    {
        std::vector<Instant> edges;
        for (std::uint64_t n = below(m_random, 3); n > 0; --n) {
            const TimeSpan span = window();
            edges.push_back(span.from);
            edges.push_back(span.to);
        }
        std::ranges::sort(edges);
        m_filters.windows.clear();
        for (std::size_t i = 0; i < edges.size(); i += 2)
            m_filters.windows.push_back({edges[i], edges[i + 1]});
    }

    static TimeSpan slid(TimeSpan span, Instant by)
    {
        for (Instant *edge : {&span.from, &span.to}) {
            if (*edge != events::distantPast && *edge != events::distantFuture)
                *edge += by;
        }
        return span;
    }

    void slideWindows()
    {
        const Instant by = Instant(below(m_random, 8'000'000'000)) - 4'000'000'000;
        for (TimeSpan &window : m_filters.windows)
            window = slid(window, by);
    }

    void changePlayWindow()
    {
        if (m_playWindow && below(m_random, 3) != 0)
            m_playWindow = slid(*m_playWindow, Instant(below(m_random, 3'000'000'000)));
        else if (below(m_random, 2) == 0)
            m_playWindow.reset();
        else
            m_playWindow = window();
    }

    void changeArea()
    {
        static const std::vector<events::GeoBox> boxes{
            {},
            {8, 44, 10, 46},
            {8.9463, 44.4056, 8.9463, 44.4056},
            {170, -60, -170, 60},
            {180, -90, -180, 90},
            {180, -90, -171, 90},
            {180, -90, 180, 90},
            {-180, -90, 179.999999999, 90},
            {10.000000001, -90, 10, 90},
            {-180, -90, -171, 90},
            {171, -17, 180, -16},
            {-10, 0, 10, 0},
            {-10, 50, 10, 40},
            {-180, -90, 180, -60},
        };
        if (below(m_random, 3) == 0)
            m_filters.area.reset();
        else
            m_filters.area = anyOf(boxes, m_random);
    }

    void changeLasso()
    {
        m_filters.lasso.clear();
        if (below(m_random, 3) == 0)
            return;
        const auto degrees = [this](double most) {
            return (double(below(m_random, 2'000'001)) / 1'000'000 - 1) * most;
        };
        const events::GeoPoint middle{degrees(180), degrees(60)};
        const double reach = below(m_random, 2) == 0 ? 15 : 80;
        for (std::uint64_t n = 2 + below(m_random, 6); n > 0; --n) {
            m_filters.lasso.push_back({std::remainder(middle.longitude + degrees(reach), 360),
                                       std::clamp(middle.latitude + degrees(reach), -84.0, 84.0)});
        }
    }

    void changeText()
    {
        static const std::vector<QString> plainWords{u"storm"_s, u"city1"_s, u"society"_s, u"ss"_s,
                                                     u"zzz"_s,   u"unk"_s,   u"文"_s,      u" "_s};
        QStringList text;
        for (std::uint64_t n = below(m_random, 3); n > 0; --n) {
            text << (below(m_random, 2) == 0 ? anyOf(words(), m_random).written
                                             : anyOf(plainWords, m_random));
        }
        m_filters.text = text.join(u' ');
    }

    Random &m_random;
    const RandomEvents &m_events;
    query::Filters m_filters;
    std::optional<TimeSpan> m_playWindow;
    std::vector<std::pair<query::Filters, std::optional<TimeSpan>>> m_past;
    Questions m_questions;
};

std::set<QString> idsOf(const events::Dataset &dataset, const bitsets::RowSet &rows)
{
    std::set<QString> ids;
    rows.forEach([&](events::Row row) { ids.insert(dataset.columns().id.at(row)); });
    return ids;
}

std::map<QString, std::uint32_t> nonZeroCounts(const Crossfilter &engine, Facet facet)
{
    std::map<QString, std::uint32_t> counts;
    const std::span<const std::uint32_t> byCode = engine.counts(facet);
    for (std::size_t code = 0; code < byCode.size(); ++code) {
        if (byCode[code] != 0)
            counts[engine.facet(facet).values()[code]] = byCode[code];
    }
    return counts;
}

bool sameLedgers(const query::Ledger &a, const query::Ledger &b)
{
    return a.events == b.events && a.passingEvents == b.passingEvents && a.counted == b.counted
        && a.passingCounted == b.passingCounted;
}

/// What differs between the two, or nothing.
QString difference(const Crossfilter &engine, const BruteForce &twin, const Questions &questions)
{
    const std::set<QString> passing = twin.passing();
    if (idsOf(engine.dataset(), engine.passing()) != passing)
        return u"passing set"_s;
    if (engine.passingCount() != passing.size())
        return u"passing count"_s;
    for (std::size_t i = 0; i < query::facetCount; ++i) {
        std::map<QString, std::uint32_t> expected = twin.counts(Facet(i));
        std::erase_if(expected, [](const auto &entry) { return entry.second == 0; });
        if (nonZeroCounts(engine, Facet(i)) != expected)
            return u"counts of "_s + query::facetName(Facet(i));
    }
    using Scope = Crossfilter::Scope;
    for (const Scope scope : {Scope::All, Scope::WithoutTime, Scope::Passing}) {
        if (engine.timeBins(query::evenEdges(questions.range, questions.bins), scope)
            != twin.timeBins(questions.range, questions.bins, scope))
            return u"time bins of scope %1"_s.arg(int(scope));
    }
    if (engine.touching(questions.range)
        != twin.timeBins(questions.range, 1, Scope::Passing).front())
        return u"events that touch a window"_s;
    const QString kind = engine.dataset().kinds()[questions.kind].name;
    if (engine.begunBy(questions.kind, questions.moments) != twin.begunBy(kind, questions.moments))
        return u"begun by"_s;
    if (!sameLedgers(query::ledgerOf(engine.dataset(), engine.passing()), twin.ledger()))
        return u"ledger"_s;
    return {};
}

} // namespace

/// 10,000 random filter changes over random datasets, compared with brute force after each; as many
/// again with other seeds for each further round that DATELINE_RANDOM_ROUNDS asks for.
class RandomFiltersTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForce_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<int>("size");
        // Word boundaries of a bit set, and enough events for the small slides to be swept.
        const std::array sizes{0,   1,   2,   63,  64,  65,  128, 20,  90,  110,
                               150, 150, 150, 200, 200, 200, 200, 200, 200, 300};
        const int rounds = std::max(1, qEnvironmentVariableIntValue("DATELINE_RANDOM_ROUNDS"));
        for (std::size_t i = 0; i < sizes.size() * std::size_t(rounds); ++i) {
            const int size = sizes[i % sizes.size()];
            QTest::addRow("seed %zu, %d events", i + 1, size) << quint64(i + 1) << size;
        }
    }

    void agreesWithBruteForce()
    {
        QFETCH(quint64, seed);
        QFETCH(int, size);
        constexpr int steps = 500;
        Random random(seed);
        const RandomEvents all = randomEvents(random, std::size_t(size),
                                              seed % 3 == 0 ? RandomDates::Days : RandomDates::Any);
        Crossfilter engine(all.dataset);
        FilterWalk walk(random, all);
        for (int step = 0; step < steps; ++step) {
            walk.step();
            const std::set<QString> before = idsOf(*all.dataset, engine.passing());
            const bool changedByFilters = engine.setFilters(walk.filters());
            const std::set<QString> between = idsOf(*all.dataset, engine.passing());
            QCOMPARE(changedByFilters, before != between);
            const bool changedByPlay = engine.setPlayWindow(walk.playWindow());
            QCOMPARE(changedByPlay, between != idsOf(*all.dataset, engine.passing()));
            const BruteForce twin(all, walk.filters(), walk.playWindow());
            const QString found = difference(engine, twin, walk.questions());
            QVERIFY2(found.isEmpty(),
                     qPrintable(u"seed %1, step %2: %3"_s.arg(seed).arg(step).arg(found)));
        }
    }
};

DATELINE_TEST(randomFilters, RandomFiltersTest)

} // namespace dateline::tests

#include "tst_random_filters.moc"
