// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/standing.h>

#include <support/test_main.h>

#include <QTest>

using namespace dateline::events;
using namespace dateline::tests;
using Qt::operator""_L1;

namespace {

// Rows of the actors and sources below.
enum : Row { Ngo, Paper, Ministry, Police, Court };
enum : Row { Report, Article, ArticleOnReport, Notice, SecondArticle, CircleA, CircleB };

Actor actorOf(ActorKind kind)
{
    Actor actor;
    actor.kind = kind;
    return actor;
}

Source sourceOf(std::optional<Row> publisher, std::optional<Row> origin = {})
{
    Source source;
    source.publisher = publisher;
    source.origin = origin;
    return source;
}

const std::vector<Actor> &actors()
{
    static const std::vector<Actor> table{actorOf(ActorKind::Ngo), actorOf(ActorKind::Media),
                                          actorOf(ActorKind::Government),
                                          actorOf(ActorKind::Police), actorOf(ActorKind::Court)};
    return table;
}

const std::vector<Source> &sources()
{
    static const std::vector<Source> table{
        sourceOf(Ngo),   sourceOf(Paper),       sourceOf(Paper, Report), sourceOf(Ministry),
        sourceOf(Paper), sourceOf({}, CircleB), sourceOf({}, CircleA),
    };
    return table;
}

struct Said
{
    Stance stance;
    Row actor;
    Row source;
};

std::vector<Claim> claimsOf(std::initializer_list<Said> said)
{
    std::vector<Claim> claims;
    for (const Said &one : said) {
        Claim claim;
        claim.stance = one.stance;
        claim.actor = one.actor;
        claim.source = one.source;
        claims.push_back(claim);
    }
    return claims;
}

constexpr Said reported{Stance::Asserts, Ngo, Report};
constexpr Said denied{Stance::Denies, Ministry, Notice};

} // namespace

/// The one rule by which an event's standing follows from its claims.
class StandingTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
    void originsCountOnce();
    void deniedIsKeptApart();
    void names();
};

void StandingTest::rule_data()
{
    QTest::addColumn<std::vector<Claim>>("claims");
    QTest::addColumn<Standing>("standing");
    const auto row = [](const char *name, std::initializer_list<Said> said, Standing standing) {
        QTest::newRow(name) << claimsOf(said) << standing;
    };
    row("nobody", {}, Standing::SingleClaim);
    row("one", {reported}, Standing::SingleClaim);
    row("two origins", {reported, {Stance::Asserts, Paper, Article}}, Standing::SeveralOrigins);
    row("repetition", {reported, {Stance::Asserts, Paper, ArticleOnReport}}, Standing::SingleClaim);
    row("confirmed by a paper", {reported, {Stance::Confirms, Paper, ArticleOnReport}},
        Standing::SingleClaim);
    row("confirmed by a ministry", {reported, {Stance::Confirms, Ministry, Notice}},
        Standing::OfficiallyConfirmed);
    row("confirmed by police", {{Stance::Confirms, Police, Article}},
        Standing::OfficiallyConfirmed);
    row("confirmed by a court", {{Stance::Confirms, Court, Article}},
        Standing::OfficiallyConfirmed);
    row("asserted by a ministry", {{Stance::Asserts, Ministry, Notice}}, Standing::SingleClaim);
    row("denied", {reported, denied}, Standing::Denied);
    row("denied, several origins", {reported, {Stance::Asserts, Paper, Article}, denied},
        Standing::Denied);
    row("denied, confirmed by a paper", {denied, {Stance::Confirms, Paper, Article}},
        Standing::Denied);
    row("denied and confirmed", {{Stance::Confirms, Police, Article}, denied}, Standing::Disputed);
    row("disputed", {reported, {Stance::Disputes, Ministry, Notice}}, Standing::Disputed);
    row("disputed and denied", {{Stance::Disputes, Police, Article}, denied}, Standing::Disputed);
    row("corrected", {reported, {Stance::Corrects, Ngo, Report}}, Standing::SingleClaim);
    row("cleared", {reported, {Stance::Clears, Police, Article}},
        Standing::ConcludedWithoutFinding);
    row("cleared and denied", {denied, {Stance::Clears, Police, Article}},
        Standing::ConcludedWithoutFinding);
    row("closed", {reported, {Stance::Closes, Ministry, Notice}}, Standing::Closed);
    row("closed, cleared and denied",
        {denied, {Stance::Clears, Police, Article}, {Stance::Closes, Ministry, Notice}},
        Standing::Closed);
}

void StandingTest::rule()
{
    QFETCH(const std::vector<Claim>, claims);
    QFETCH(const Standing, standing);
    QCOMPARE(standingOf(claims, actors(), sources()), standing);
    std::vector<Claim> reversed(claims.rbegin(), claims.rend());
    QCOMPARE(standingOf(reversed, actors(), sources()), standing);
}

void StandingTest::originsCountOnce()
{
    const auto count = [](std::initializer_list<Said> said) {
        return independentOrigins(claimsOf(said), sources());
    };
    QCOMPARE(count({}), 0U);
    QCOMPARE(count({reported, reported}), 1U);
    QCOMPARE(count({reported, {Stance::Asserts, Paper, ArticleOnReport}}), 1U);
    QCOMPARE(count({{Stance::Asserts, Paper, Article}, {Stance::Asserts, Paper, SecondArticle}}),
             1U);
    QCOMPARE(count({reported, {Stance::Confirms, Paper, Article}}), 2U);
    QCOMPARE(count({reported, denied}), 1U);
    // A circle of origins, which readers refuse, ends all the same.
    QVERIFY(count({{Stance::Asserts, Paper, CircleA}, {Stance::Asserts, Paper, CircleB}}) >= 1);
}

void StandingTest::deniedIsKeptApart()
{
    QVERIFY(isDenied(claimsOf({denied, {Stance::Closes, Ministry, Notice}})));
    QVERIFY(!isDenied(claimsOf({{Stance::Disputes, Ministry, Notice}})));
    QVERIFY(!isDenied({}));
}

void StandingTest::names()
{
    for (std::size_t i = 0; i < standingCount; ++i) {
        const auto standing = Standing(i);
        QCOMPARE(standingFromName(standingName(standing)), std::optional(standing));
    }
    QVERIFY(!standingFromName(u"true"));
    QCOMPARE(standingName(Standing::ConcludedWithoutFinding), "concluded-without-finding"_L1);
}

DATELINE_TEST(standing, StandingTest)
#include "tst_standing.moc"
