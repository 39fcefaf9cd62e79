// SPDX-License-Identifier: GPL-3.0-or-later
// The order, grouping and keys of Dataset, on random tables and on the sample.
#include <events/civil_day.h>
#include <events/dataset.h>
#include <events/id_order.h>
#include <events/side_by_side.h>
#include <events/web_mercator.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace dateline::events;
using namespace dateline::tests;

namespace {

constexpr quint32 tableSeed = 102;

/// Tables of `size` events in random places with random claims; the text of a claim names its
/// event and, when it answers, the claim that it answers.
DatasetTables randomTables(int size)
{
    QRandomGenerator random(tableSeed);
    DatasetBuilder builder;
    const std::array kinds{builder.kind(u"opening"_s), builder.kind(u"visit"_s),
                           builder.kind(u"inquiry"_s)};
    const Row actor = builder.actor(u"society"_s);
    const Row source = builder.source(u"yearbook"_s, actor);
    std::vector<std::optional<Row>> places{std::nullopt, builder.country(u"PT"_s),
                                           builder.country(u"FR"_s)};
    for (int i = 0; i < 20; ++i) {
        places.push_back(builder.city(u"city-%1"_s.arg(i), u"PT"_s, random.bounded(170) - 85.0,
                                      random.bounded(360) - 180.0));
    }
    for (int i = 0; i < size; ++i) {
        const QString date
            = random.bounded(5) == 0 ? QString() : QString::number(1900 + random.bounded(100));
        const Row row = builder.event(u"event-%1"_s.arg(i), kinds.at(std::size_t(i) % 3), date,
                                      places[std::size_t(random.bounded(int(places.size())))],
                                      1 + std::uint32_t(random.bounded(300)));
        Event &event = builder.at(row);
        event.summary = u"summary %1"_s.arg(random.bounded(size));
        event.tags = {u"tag-%1"_s.arg(random.bounded(9))};
        event.updated = random.bounded(2) == 0 ? QString() : u"2026-01-02"_s;
        event.confidence = random.bounded(2) == 0 ? Confidence::High : Confidence::Medium;
        if (random.bounded(2) == 0)
            event.bureau = actor;
    }
    const std::array stances{Stance::Asserts, Stance::Asserts, Stance::Asserts, Stance::Confirms,
                             Stance::Denies};
    for (int i = 0; i < 3 * size; ++i) {
        const Row event = Row(random.bounded(size));
        const std::optional<Row> answered = i > 0 && random.bounded(3) == 0
            ? std::optional(Row(random.bounded(i)))
            : std::nullopt;
        builder.claim(event, actor, source, stances.at(std::size_t(random.bounded(5))), answered);
        Claim &claim = builder.tables().claims.back();
        claim.id = u"claim-%1"_s.arg(i);
        claim.text = u"event-%1"_s.arg(event)
            + (answered ? u" answers claim-%1"_s.arg(*answered) : QString());
    }
    for (int i = 0; i < size; ++i) {
        builder.tables().relations.push_back(
            {Row(random.bounded(size)), Row(random.bounded(size)), RelationKind::Answers});
    }
    return builder.wholeTables();
}

} // namespace

/// Dataset::build and what it gives.
class DatasetTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreOrderedForTheEngine();
    void claimsAreGroupedByEvent();
    void relationsFollowTheirEvents();
    void idsAreFound();
    void idsAreSortedAsBytes();
    void timeOrder();
    void extentIsOfAllBoundsThatAreKnown();
    void aLargeDatasetIsInTheSameOrder();
    void emptyDataset();
    void aCityWithoutCoordinatesIsNoPoint();
    void sample();
};

void DatasetTest::eventsAreOrderedForTheEngine()
{
    const auto dataset = Dataset::build(randomTables(300));
    const EventColumns &columns = dataset->columns();
    QCOMPARE(columns.size(), 300U);
    QVERIFY(dataset->pointCount() > 0 && dataset->pointCount() < 300);
    for (Row row = 0; row < columns.size(); ++row) {
        const std::optional<Row> place = dataset->event(row).place;
        const Located located = !place                   ? Located::Nowhere
            : dataset->places()[*place].isPoint()        ? Located::AtPoint
            : dataset->places()[*place].country.isNull() ? Located::Nowhere
                                                         : Located::InCountry;
        QCOMPARE(columns.located[row], located);
        QVERIFY(row == 0 || columns.located[row - 1] <= located);
    }
    QCOMPARE(columns.position.size(), dataset->pointCount());
    std::uint32_t code = 0;
    for (Row row = 0; row < dataset->pointCount(); ++row) {
        const Place &place = dataset->places()[columns.place[row]];
        const MercatorPoint point = toMercator(*place.longitude, *place.latitude);
        const MercatorPoint held = columns.position.at(row);
        QVERIFY(std::sqrt(squaredDistance(held, point)) <= 1.0 / PackedPoint::stepsInWorld);
        QCOMPARE(columns.position[row].kind(), columns.kind[row]);
        QCOMPARE(columns.position[row].isDenied(), columns.isDenied(row));
        QVERIFY(mortonCode(held) >= code);
        code = mortonCode(held);
    }
    // Rows that tie keep the order of the table: event-9 before event-10 of the same place.
    for (Row row = 1; row < columns.size(); ++row) {
        if (columns.place[row] == columns.place[row - 1]) {
            const auto number = [&](Row r) { return columns.id.at(r).section(u'-', 1).toInt(); };
            QVERIFY(number(row - 1) < number(row));
        }
    }
}

void DatasetTest::claimsAreGroupedByEvent()
{
    const DatasetTables tables = randomTables(100);
    const std::size_t claimCount = tables.claims.size();
    const auto dataset = Dataset::build(tables);
    std::size_t seen = 0;
    for (Row row = 0; row < dataset->size(); ++row) {
        const auto claims = dataset->claimsOf(row);
        QCOMPARE(std::size_t(dataset->firstClaimOf(row)), seen);
        int last = -1;
        for (const Claim &claim : claims) {
            QCOMPARE(claim.event, row);
            QCOMPARE(claim.text.toString().section(u' ', 0, 0), dataset->columns().id.at(row));
            const int number = claim.id.toString().section(u'-', 1).toInt();
            QVERIFY(number > last);
            last = number;
            const QString answered = claim.text.toString().section(u' ', 2);
            QCOMPARE(claim.respondsTo ? dataset->claims()[*claim.respondsTo].id.toString()
                                      : QString(),
                     answered);
        }
        seen += claims.size();
    }
    QCOMPARE(seen, claimCount);
}

void DatasetTest::relationsFollowTheirEvents()
{
    const DatasetTables tables = randomTables(50);
    const auto dataset = Dataset::build(tables);
    QCOMPARE(dataset->relations().size(), tables.relations.size());
    std::size_t ends = 0;
    for (std::size_t i = 0; i < tables.relations.size(); ++i) {
        const Relation &before = tables.relations[i];
        const Relation &after = dataset->relations()[i];
        QCOMPARE(dataset->columns().id.at(after.from), tables.events.id(before.from));
        QCOMPARE(dataset->columns().id.at(after.to), tables.events.id(before.to));
        ends += before.from == before.to ? 1 : 2;
    }
    std::size_t found = 0;
    for (Row row = 0; row < dataset->size(); ++row)
        found += dataset->relationsOf(row).size();
    QCOMPARE(found, ends);
}

void DatasetTest::idsAreFound()
{
    const auto dataset = Dataset::build(randomTables(200));
    for (int i = 0; i < 200; ++i) {
        const QString id = u"event-%1"_s.arg(i);
        const std::optional<Row> row = dataset->eventRow(id);
        QVERIFY(row);
        QCOMPARE(dataset->event(*row).id, id);
    }
    QVERIFY(!dataset->eventRow(u"event-200"));
    QVERIFY(!dataset->eventRow(u""));
    QCOMPARE(dataset->actorRow(u"society"), std::optional<Row>(0));
    QVERIFY(!dataset->actorRow(u"nobody"));
    QCOMPARE(dataset->kindIndex(u"opening"), std::optional<std::uint16_t>(0));
    QVERIFY(!dataset->kindIndex(u"closing"));
}

void DatasetTest::idsAreSortedAsBytes()
{
    TextColumn ids;
    const QByteArray longId(40, 'a');
    // One is the beginning of another, some differ beyond sixteen bytes, one is above ASCII.
    for (const char *id : {"b", "", "a", "ab", "aa-2", "aa-10", "a\xc3\xa9", "B"})
        ids.append(std::string_view(id));
    for (const int length : {15, 16, 17, 18, 40})
        ids.append(std::string_view(longId.constData(), std::size_t(length)));
    ids.append(std::string_view("aaaaaaaaaaaaaaaaab"));
    std::vector<Row> rows(ids.size());
    std::iota(rows.begin(), rows.end(), Row(0));
    std::vector<Row> expected = rows;
    std::ranges::sort(expected, {}, [&ids](Row row) { return ids.utf8(row); });
    std::ranges::reverse(rows);
    sortById(rows, ids);
    QCOMPARE(rows, expected);
}

void DatasetTest::timeOrder()
{
    const auto dataset = Dataset::build(randomTables(200));
    const std::vector<Row> &order = dataset->byTime();
    QCOMPARE(order.size(), dataset->size());
    std::vector<Row> rows = order;
    std::ranges::sort(rows);
    QVERIFY(std::ranges::adjacent_find(rows) == rows.end());
    for (std::size_t i = 1; i < order.size(); ++i) {
        const FuzzyInterval before = dataset->columns().bounds(order[i - 1]);
        const FuzzyInterval after = dataset->columns().bounds(order[i]);
        QVERIFY(!before.isUnbounded() || after.isUnbounded());
        if (before.isUnbounded() == after.isUnbounded())
            QVERIFY(before.earliestStart <= after.earliestStart);
    }
}

void DatasetTest::extentIsOfAllBoundsThatAreKnown()
{
    const auto extentOf = [](const QStringList &dates) {
        DatasetTables tables;
        tables.kinds.resize(1);
        for (const QString &date : dates)
            tables.events.append(Event{.date = Edtf::parse(date)});
        return Dataset::build(std::move(tables))->extent();
    };
    const auto year = [](int number) { return startOfDay(number, 1, 1); };
    QVERIFY(!extentOf({}));
    QVERIFY(!extentOf({u""_s, u""_s}));
    QVERIFY(extentOf({u""_s, u"2016"_s}) == TimeSpan({year(2016), year(2017)}));
    QVERIFY(extentOf({u"2016-05-01"_s, u"2012/2013"_s})
            == TimeSpan({year(2012), startOfDay(2016, 5, 2)}));
    QVERIFY(extentOf({u"../2019"_s}) == TimeSpan({year(2019), year(2020)}));
    QVERIFY(extentOf({u"2019/.."_s}) == TimeSpan({year(2019), year(2020)}));
    QVERIFY(extentOf({u"/2019"_s, u"2015/"_s}) == TimeSpan({year(2015), year(2020)}));
    // May begin in the very moment in which all that is known has ended.
    QVERIFY(extentOf({u"2018"_s, u"[2019..]"_s}) == TimeSpan({year(2018), year(2019) + 1}));
}

/// Compares what two threads do with sorts of the whole table.
void DatasetTest::aLargeDatasetIsInTheSameOrder()
{
    const int size = int(rowsForTwoThreads) + 1'000;
    const DatasetTables tables = randomTables(size);
    const auto dataset = Dataset::build(tables);
    const EventColumns &table = tables.events.columns();
    const auto spotOf = [&](Row event) -> std::pair<Located, std::uint32_t> {
        if (table.place[event] == noRow)
            return {Located::Nowhere, 0};
        const Place &place = tables.places[table.place[event]];
        if (!place.isPoint())
            return {Located::InCountry, 0};
        const MercatorPoint exact = toMercator(*place.longitude, *place.latitude);
        return {Located::AtPoint, mortonCode(PackedPosition::of(exact).point())};
    };
    std::vector<Row> order(table.size());
    std::iota(order.begin(), order.end(), Row(0));
    std::ranges::stable_sort(order, {}, spotOf);
    const EventColumns &columns = dataset->columns();
    QCOMPARE(columns.size(), order.size());
    std::vector<std::vector<Row>> claimsOf(order.size());
    for (Row claim = 0; claim < tables.claims.size(); ++claim)
        claimsOf[tables.claims[claim].event].push_back(claim);
    for (Row row = 0; row < columns.size(); ++row) {
        const Row old = order[row];
        QVERIFY(columns.id.utf8(row) == table.id.utf8(old));
        QVERIFY(columns.texts.utf8(row, EventText::Title)
                == table.texts.utf8(old, EventText::Title));
        QVERIFY(columns.texts.utf8(row, EventText::Date) == table.texts.utf8(old, EventText::Date));
        QVERIFY(columns.bounds(row) == table.bounds(old));
        QVERIFY(columns.place[row] == table.place[old]);
        QVERIFY(columns.located[row] == spotOf(old).first);
        QVERIFY(columns.texts.utf8(row, EventText::Summary)
                == table.texts.utf8(old, EventText::Summary));
        QVERIFY(columns.texts.utf8(row, EventText::Tags) == table.texts.utf8(old, EventText::Tags));
        QVERIFY(columns.texts.utf8(row, EventText::Updated)
                == table.texts.utf8(old, EventText::Updated));
        QVERIFY(columns.kind[row] == table.kind[old]);
        QVERIFY(columns.count[row] == table.count[old]);
        QVERIFY(columns.bureau[row] == table.bureau[old]);
        const std::span<const Claim> claims = dataset->claimsOf(row);
        QVERIFY(columns.standing(row) == standingOf(claims, tables.actors, tables.sources));
        QVERIFY(columns.isDenied(row) == isDenied(claims));
        QVERIFY(columns.assessments[row].confidence == table.assessments[old].confidence);
        const Row place = table.place[old];
        QVERIFY(columns.country(row)
                == (place == noRow ? 0 : tables.places[place].country.ordinal()));
        if (row < columns.pointCount) {
            const PackedPoint &point = columns.position[row];
            const PackedPosition at = PackedPosition::of(
                toMercator(*tables.places[place].longitude, *tables.places[place].latitude));
            QVERIFY(point.stepsX() == at.x && point.stepsY() == at.y);
            QVERIFY(point.kind() == table.kind[old]);
            QVERIFY(point.isDenied() == isDenied(claims));
        }
        QVERIFY(dataset->eventRow(table.id.at(old)) == row);
        QVERIFY(std::ranges::equal(dataset->claimsOf(row), claimsOf[old], {}, &Claim::id,
                                   [&](Row claim) { return tables.claims[claim].id; }));
    }
    std::vector<Row> byTime(columns.size());
    std::iota(byTime.begin(), byTime.end(), Row(0));
    std::ranges::sort(byTime, {}, [&](Row row) {
        const FuzzyInterval bounds = columns.bounds(row);
        return std::tuple(bounds.isUnbounded(), bounds.earliestStart, bounds.latestEnd,
                          columns.id.utf8(row));
    });
    QVERIFY(dataset->byTime() == byTime);
}

void DatasetTest::emptyDataset()
{
    const auto dataset = Dataset::build({});
    QCOMPARE(dataset->size(), 0U);
    QCOMPARE(dataset->pointCount(), 0U);
    QVERIFY(dataset->byTime().empty());
    QVERIFY(!dataset->eventRow(u"x"));
}

void DatasetTest::aCityWithoutCoordinatesIsNoPoint()
{
    DatasetBuilder builder;
    const std::uint16_t kind = builder.kind(u"opening"_s);
    const Row city = builder.city(u"porto"_s, u"PT"_s, 41, -8);
    const Row region = builder.city(u"norte"_s, u"PT"_s, 41, -8);
    const Row unknown = builder.city(u"unknown"_s, {}, 41, -8);
    builder.tables().places[city].longitude.reset();
    builder.tables().places[region].precision = PlacePrecision::Region;
    builder.tables().places[unknown].precision = PlacePrecision::Unknown;
    builder.event(u"a"_s, kind, u"2016"_s, unknown);
    builder.event(u"b"_s, kind, u"2016"_s, region);
    builder.event(u"c"_s, kind, u"2016"_s, city);
    const auto dataset = builder.build();
    QCOMPARE(dataset->pointCount(), 0U);
    QCOMPARE(dataset->columns().located[0], Located::InCountry);
    QCOMPARE(dataset->columns().located[1], Located::InCountry);
    QCOMPARE(dataset->columns().located[2], Located::Nowhere);
    QCOMPARE(dataset->columns().id.at(0), u"b"_s);
}

void DatasetTest::sample()
{
    const auto dataset = sampleDataset();
    QCOMPARE(dataset->size(), 12U);
    for (Row row = 0; row < dataset->size(); ++row) {
        const Event event = dataset->event(row);
        QCOMPARE(event.date.has_value(), !dataset->columns().bounds(row).isUnbounded());
        if (event.date)
            QVERIFY(event.date->bounds() == dataset->columns().bounds(row));
        QCOMPARE(dataset->columns().isDenied(row), isDenied(dataset->claimsOf(row)));
        QCOMPARE(dataset->columns().standing(row),
                 standingOf(dataset->claimsOf(row), dataset->actors(), dataset->sources()));
    }
}

DATELINE_TEST(dataset, DatasetTest)
#include "tst_dataset.moc"
