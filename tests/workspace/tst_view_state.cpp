// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/view_state.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

using namespace tests;
using events::Instant;

class ViewStateTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void jsonRoundTrip();
    void aPartThatIsAbsentIsUnset();
    void unknownMembersAreIgnored();
    void momentsWithoutZoneAreInUtc_data();
    void momentsWithoutZoneAreInUtc();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void thePlayHeadBelongsToItsWindow();

private:
    static ViewState randomState(QRandomGenerator &random);
};

ViewState ViewStateTest::randomState(QRandomGenerator &random)
{
    const auto chance = [&random] { return random.bounded(2) == 1; };
    const auto instant
        = [&random] { return Instant(random.bounded(4'000'000)) * 1'000'003 - 9'000; };
    ViewState state;
    for (std::size_t i = 0; i < query::facetCount; ++i) {
        if (chance())
            state.filters.choose(query::Facet(i), {u"a%1"_s.arg(random.bounded(9)), u"é 中"_s, {}});
    }
    if (chance()) {
        const Instant from = instant();
        state.filters.windows = {{events::distantPast, from - 5}, {from, from + 77}};
        if (chance())
            state.filters.windows.push_back({from + 100, events::distantFuture});
    }
    state.filters.containment = query::Containment(random.bounded(2));
    if (chance())
        state.filters.area = events::GeoBox{170.25, -20.5, -170.125, 60};
    if (chance())
        state.filters.lasso = {{170.5, -20.25}, {-170.125, 0}, {180, 60}, {-180, -90}};
    if (chance())
        state.filters.text = u"two words"_s;
    state.lens = Lens(random.bounded(4));
    state.clock = Clock(random.bounded(3));
    state.shading = Shading(random.bounded(3));
    state.areaFollowsMap = chance();
    if (chance())
        state.span = events::TimeSpan{-62'135'596'800'000 * 3, instant()};
    if (chance())
        state.play = PlayHead{instant(), PlayMode(random.bounded(3)),
                              Instant(random.bounded(1, 400)) * events::millisecondsPerDay};
    if (chance())
        state.camera = Camera{12.5, -41.25, 3.75};
    if (chance())
        state.selection = {u"first"_s, u"second"_s};
    return state;
}

void ViewStateTest::jsonRoundTrip()
{
    QRandomGenerator random(20221205);
    for (int i = 0; i < 1'000; ++i) {
        const ViewState state = randomState(random);
        const QByteArray json = toJson(state);
        QString error;
        const std::optional<ViewState> read = viewStateFromJson(json, &error);
        QVERIFY2(read.has_value(), qPrintable(error + u'\n' + QString::fromUtf8(json)));
        QVERIFY2(*read == state, json.constData());
    }
}

void ViewStateTest::aPartThatIsAbsentIsUnset()
{
    const std::optional<ViewState> state = viewStateFromJson(R"({"format":"dateline-view/1"})");
    QVERIFY(state && *state == ViewState());
}

void ViewStateTest::unknownMembersAreIgnored()
{
    const auto state = viewStateFromJson(
        R"({"format":"dateline-view/1","sound":true,"filters":{"text":"x","smell":[1]}})");
    QVERIFY(state.has_value());
    QCOMPARE(state->filters.text, u"x"_s);
}

void ViewStateTest::momentsWithoutZoneAreInUtc_data()
{
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<Instant>("instant");
    constexpr Instant hour = 3'600'000;
    constexpr Instant newYear = 1'451'606'400'000; // of 2016
    const auto row = [](const QByteArray &moment, Instant instant) {
        QTest::newRow(moment.constData()) << moment << instant;
    };
    row("2016-01-01", newYear);
    row("2016-01-01T00:00", newYear);
    row("2016-01-01T00:00:00", newYear);
    row("2016-01-01T00:00:00.250", newYear + 250);
    row("2016-01-01T00:00:00Z", newYear);
    row("2016-01-01T00:00:00+02:00", newYear - 2 * hour);
    row("2016-07-01T12:00:00", newYear + (182 * 24 + 12) * hour);
    // An hour that New York skipped.
    row("2016-03-13T02:30:00", newYear + 72 * 24 * hour + 2 * hour + hour / 2);
}

void ViewStateTest::momentsWithoutZoneAreInUtc()
{
    QFETCH(const QByteArray, moment);
    QFETCH(const Instant, instant);
    const QByteArray zone = qgetenv("TZ");
    const auto moveTo = [](const QByteArray &place) {
        qputenv("TZ", place);
        tzset();
    };
    const auto home = qScopeGuard([&] { moveTo(zone); });
    for (const char *place : {"EST5EDT,M3.2.0,M11.1.0", "<+14>-14", "UTC"}) {
        moveTo(place);
        const auto state
            = viewStateFromJson(R"({"format":"dateline-view/1","play":{"at":")" + moment
                                + R"("},"span":{"from":")" + moment + R"("}})");
        QVERIFY(state && state->play && state->span);
        QCOMPARE(state->play->at, instant);
        QCOMPARE(state->span->from, instant);
    }
}

void ViewStateTest::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *name, const QByteArray &members, const QString &mentions) {
        QTest::newRow(name) << R"({"format":"dateline-view/1",)" + members + '}' << mentions;
    };
    QTest::newRow("no JSON") << QByteArray("{\n\n oops") << u"line 3"_s;
    QTest::newRow("empty") << QByteArray() << u"line 1"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"format"_s;
    QTest::newRow("later format") << QByteArray(R"({"format":"dateline-view/2"})") << u"format"_s;
    row("lens", R"("lens":"smell")", u"kind, claimant, country, bureau"_s);
    row("filters", R"("filters":[])", u"filters"_s);
    row("kinds", R"("filters":{"kinds":"x"})", u"kinds"_s);
    row("kind", R"("filters":{"kinds":[1]})", u"kinds"_s);
    row("window", R"("filters":{"windows":[{"from":"2016","to":"2015-01-01T00:00:00Z"}]})",
        u"from"_s);
    row("window order",
        R"("filters":{"windows":[{"from":"2016-01-01T00:00:00Z","to":"2015-01-01T00:00:00Z"}]})",
        u"windows"_s);
    row("overlap",
        R"("filters":{"windows":[{"to":"2016-01-01T00:00:00Z"},{"from":"2015-01-01T00:00:00Z"}]})",
        u"overlap"_s);
    row("containment", R"("filters":{"containment":"near"})", u"touches, within"_s);
    row("area", R"("filters":{"area":{"west":0,"south":-91,"east":1,"north":1}})", u"south"_s);
    row("short lasso", R"("filters":{"lasso":[[0,0],[1,1]]})", u"3 to 1,000"_s);
    row("no lasso", R"("filters":{"lasso":{}})", u"lasso"_s);
    row("lasso of numbers", R"("filters":{"lasso":[1,2,3]})", u"longitude"_s);
    row("lasso with heights", R"("filters":{"lasso":[[0,0,0],[1,1,1],[2,1,2]]})", u"longitude"_s);
    row("lasso beyond the world", R"("filters":{"lasso":[[0,0],[181,1],[2,1]]})", u"longitude"_s);
    row("long lasso", R"("filters":{"lasso":[)" + QByteArray("[0,0],").repeated(1'000) + "[0,0]]}",
        u"1,000"_s);
    row("clock", R"("clock":"stopped")", u"happened, said, published"_s);
    row("shading", R"("shading":1)", u"none, stated, investigations"_s);
    row("area follows", R"("area_follows_map":"no")", u"true or false"_s);
    row("camera", R"("camera":{"longitude":0,"latitude":0})", u"zoom"_s);
    row("play", R"("play":{"mode":"point"})", u"at"_s);
    row("play mode", R"("play":{"at":"2016-01-01T00:00:00Z","mode":"never"})", u"mode"_s);
    row("selection", R"("selection":{})", u"selection"_s);
    row("deep", "\"a\":" + QByteArray(5'000, '['), u"line 1"_s);
}

void ViewStateTest::faultsAreNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, mentions);
    QString error;
    QVERIFY(!viewStateFromJson(json, &error));
    QVERIFY2(error.contains(mentions), qPrintable(error));
}

void ViewStateTest::thePlayHeadBelongsToItsWindow()
{
    for (const PlayMode mode : {PlayMode::Cumulative, PlayMode::Moving, PlayMode::Point}) {
        const PlayHead head{1'000'000, mode, 10};
        QVERIFY(head.window().to > head.at);
        QVERIFY(head.window().from <= head.at);
    }
    const PlayHead early{events::distantPast + 5, PlayMode::Moving, 10};
    QCOMPARE(early.window().from, events::distantPast);
}

} // namespace dateline::workspace

DATELINE_TEST(view_state, dateline::workspace::ViewStateTest)

#include "tst_view_state.moc"
