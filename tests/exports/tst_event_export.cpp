// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/event_export.h>
#include <workspace/wording.h>
#include <workspace/workspace.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "exports_sample.h"

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList idsOf(const QJsonArray &array)
{
    QStringList ids;
    for (const auto &value : array)
        ids.append(value[u"id"_s].toString());
    return ids;
}

} // namespace

class EventExportTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasTheNamedMembers();
    void claimsCarrySourceAndReply();
    void boundsAreHalfOpenAndOpenSidesNull();
    void onlyCitiesHaveCoordinates();
    void onlyPassingEventsInOrderOfTime();
    void geoJsonNeverInventsAPlace();
    void totalsAreAList();
    void formatFollowsTheSuffix();
    void filesAreReplacedInOneGo();
    void piecesAreOneDocument_data();
    void piecesAreOneDocument();
    void endedExportsTouchNothing();
    void faultsAreTold();
};

void EventExportTest::jsonHasTheNamedMembers()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::sampleDataset());
    const QJsonObject root = tests::parsed(tests::eventsAs(exports::EventFormat::Json, workspace));
    QCOMPARE(root[u"dataset"_s][u"name"_s].toString(), u"lighthouses"_s);
    QCOMPARE(root[u"dataset"_s][u"version"_s].toString(), u"1.0.0"_s);
    QCOMPARE(root[u"filter"_s].toString(), workspace::filterSentence(workspace));
    QCOMPARE(root[u"events"_s].toArray().size(), qsizetype(12));
    const QJsonObject genoa = tests::withId(root[u"events"_s].toArray(), u"genoa"_s);
    QCOMPARE(genoa.keys(),
             QStringList({u"bounds"_s, u"claims"_s, u"count"_s, u"date"_s, u"id"_s, u"kind"_s,
                          u"place"_s, u"standing"_s, u"title"_s}));
    QCOMPARE(genoa[u"kind"_s].toString(), u"opening"_s);
    QCOMPARE(genoa[u"date"_s].toString(), u"2016-05-12"_s);
    QCOMPARE(genoa[u"count"_s].toInt(), 2);
    QCOMPARE(genoa[u"standing"_s].toString(), u"denied"_s);
    const QJsonObject place{{u"name"_s, u"Genoa"_s},
                            {u"country"_s, u"IT"_s},
                            {u"lat"_s, 44.4056},
                            {u"lon"_s, 8.9463},
                            {u"precision"_s, u"city"_s}};
    QCOMPARE(genoa[u"place"_s].toObject(), place);
}

void EventExportTest::claimsCarrySourceAndReply()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::sampleDataset());
    const QJsonObject root = tests::parsed(tests::eventsAs(exports::EventFormat::Json, workspace));
    const QJsonObject genoa = tests::withId(root[u"events"_s].toArray(), u"genoa"_s);
    const QJsonArray claims = genoa[u"claims"_s].toArray();
    QCOMPARE(claims.size(), qsizetype(2));
    const QJsonObject source{{u"title"_s, u"Page report"_s},
                             {u"publisher"_s, u"society"_s},
                             {u"url"_s, u"https://example.org/report"_s}};
    QCOMPARE(claims[0][u"actor"_s].toString(), u"society"_s);
    QCOMPARE(claims[0][u"stance"_s].toString(), u"asserts"_s);
    QCOMPARE(claims[0][u"said"_s].toString(), u"2020-06-01"_s);
    QCOMPARE(claims[0][u"text"_s].toString(), u"The actor spoke."_s);
    QCOMPARE(claims[0][u"source"_s].toObject(), source);
    QVERIFY(claims[0][u"responds_to"_s].isNull());
    QCOMPARE(claims[1][u"stance"_s].toString(), u"denies"_s);
    QCOMPARE(claims[1][u"responds_to"_s], claims[0][u"id"_s]);
}

void EventExportTest::boundsAreHalfOpenAndOpenSidesNull()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const QJsonArray exported
        = tests::parsed(tests::eventsAs(exports::EventFormat::Json, workspace))[u"events"_s]
              .toArray();
    const auto bounds = [&exported](const QString &id) {
        return tests::withId(exported, id)[u"bounds"_s].toObject();
    };
    const QJsonObject day{{u"earliest_start"_s, u"2016-05-12T00:00:00Z"_s},
                          {u"latest_start"_s, u"2016-05-13T00:00:00Z"_s},
                          {u"earliest_end"_s, u"2016-05-12T00:00:00Z"_s},
                          {u"latest_end"_s, u"2016-05-13T00:00:00Z"_s}};
    QCOMPARE(bounds(u"formula"_s), day);
    QCOMPARE(bounds(u"country"_s)[u"earliest_start"_s].toString(), u"2019-01-01T00:00:00Z"_s);
    QVERIFY(bounds(u"country"_s)[u"latest_end"_s].isNull());
    QVERIFY(bounds(u"vague"_s)[u"earliest_start"_s].isNull());
    QCOMPARE(bounds(u"vague"_s)[u"latest_end"_s].toString(), u"2019-01-01T00:00:00Z"_s);
    QCOMPARE(bounds(u"minus"_s)[u"earliest_start"_s].toString(), u"-000043-03-15T00:00:00Z"_s);
    QCOMPARE(bounds(u"far"_s)[u"latest_start"_s].toString(), u"+012001-01-01T00:00:00Z"_s);
    for (const auto &side : bounds(u"undated"_s))
        QVERIFY(side.isNull());
    QVERIFY(tests::withId(exported, u"undated"_s)[u"date"_s].isNull());
}

void EventExportTest::onlyCitiesHaveCoordinates()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const QJsonArray exported
        = tests::parsed(tests::eventsAs(exports::EventFormat::Json, workspace))[u"events"_s]
              .toArray();
    const auto place = [&exported](const QString &id) {
        return tests::withId(exported, id)[u"place"_s].toObject();
    };
    QCOMPARE(place(u"country"_s)[u"country"_s].toString(), u"FR"_s);
    QVERIFY(place(u"country"_s)[u"lat"_s].isNull());
    QVERIFY(place(u"country"_s)[u"lon"_s].isNull());
    QVERIFY(place(u"vague"_s)[u"lat"_s].isNull());
    QVERIFY(place(u"undated"_s)[u"name"_s].isNull());
    QVERIFY(place(u"undated"_s)[u"country"_s].isNull());
    QCOMPARE(place(u"undated"_s)[u"precision"_s].toString(), u"unknown"_s);
}

void EventExportTest::onlyPassingEventsInOrderOfTime()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const auto ids = [&workspace] {
        return idsOf(
            tests::parsed(tests::eventsAs(exports::EventFormat::Json, workspace))[u"events"_s]
                .toArray());
    };
    QCOMPARE(
        ids(),
        QStringList({u"vague"_s, u"minus"_s, u"formula"_s, u"country"_s, u"far"_s, u"undated"_s}));
    workspace.change([](workspace::ViewState &state) {
        state.filters.choose(query::Facet::Country, {u"IT"_s});
    });
    QCOMPARE(ids(), QStringList({u"minus"_s, u"formula"_s}));
    const QJsonArray features
        = tests::parsed(tests::eventsAs(exports::EventFormat::GeoJson, workspace))[u"features"_s]
              .toArray();
    QCOMPARE(idsOf(features), ids());
}

void EventExportTest::geoJsonNeverInventsAPlace()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const QJsonObject root
        = tests::parsed(tests::eventsAs(exports::EventFormat::GeoJson, workspace));
    QCOMPARE(root[u"type"_s].toString(), u"FeatureCollection"_s);
    const QJsonArray features = root[u"features"_s].toArray();
    QCOMPARE(features.size(), qsizetype(6));
    for (const auto &feature : features) {
        const QString id = feature[u"id"_s].toString();
        QCOMPARE(feature[u"type"_s].toString(), u"Feature"_s);
        QVERIFY(!feature[u"properties"_s][u"attribution"_s].toString().isEmpty());
        QVERIFY(feature.toObject().contains(u"geometry"_s));
        QCOMPARE(feature[u"geometry"_s].isNull(), id != u"formula" && id != u"minus");
    }
    const QJsonObject point{{u"type"_s, u"Point"_s},
                            {u"coordinates"_s, QJsonArray{8.9463, 44.4056}}};
    QCOMPARE(tests::withId(features, u"formula"_s)[u"geometry"_s].toObject(), point);
    QVERIFY(tests::withId(features, u"formula"_s)[u"properties"_s][u"attribution"_s]
                .toString()
                .contains(u"denied by"));
}

void EventExportTest::totalsAreAList()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::sampleDataset());
    const QJsonArray totals
        = tests::parsed(tests::eventsAs(exports::EventFormat::Json, workspace))[u"totals"_s]
              .toArray();
    QCOMPARE(totals.size(), qsizetype(2));
    QCOMPARE(totals[0][u"stated"_s].toInt(), 5);
    QCOMPARE(totals[1][u"stated"_s].toInt(), 9);
    QCOMPARE(totals[1][u"actor"_s].toString(), u"society"_s);
    QCOMPARE(totals[1][u"as_of"_s].toString(), u"2019-12-31"_s);
    QCOMPARE(totals[1][u"kind"_s].toString(), u"opening"_s);
    QVERIFY(totals[1][u"countries"_s].isNull());
    QCOMPARE(totals[1][u"source"_s][u"title"_s].toString(), u"Page report"_s);
}

void EventExportTest::formatFollowsTheSuffix()
{
    using exports::EventFormat;
    QCOMPARE(exports::eventFormatFor(u"a/b.csv"), EventFormat::Csv);
    QCOMPARE(exports::eventFormatFor(u"b.GeoJSON"), EventFormat::GeoJson);
    QCOMPARE(exports::eventFormatFor(u"b.json"), EventFormat::Json);
    QCOMPARE(exports::eventFormatFor(u"json"), std::nullopt);
    QCOMPARE(exports::eventFormatFor(u"b.xlsx"), std::nullopt);
}

void EventExportTest::filesAreReplacedInOneGo()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::sampleDataset());
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"events.json"_s);
    QFile old(name);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QCOMPARE(exports::exportEvents(exports::exportedEvents(workspace), name), std::nullopt);
    QCOMPARE(contentOf(name), tests::eventsAs(exports::EventFormat::Json, workspace));
    for (const QString &other : {u"events.csv"_s, u"events.geojson"_s})
        QCOMPARE(exports::exportEvents(exports::exportedEvents(workspace), folder.filePath(other)),
                 std::nullopt);
    QCOMPARE(contentOf(folder.filePath(u"events.csv"_s)),
             tests::eventsAs(exports::EventFormat::Csv, workspace));
    QCOMPARE(contentOf(folder.filePath(u"events.geojson"_s)),
             tests::eventsAs(exports::EventFormat::GeoJson, workspace));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), qsizetype(3));
}

namespace {

std::shared_ptr<const events::Dataset> claimedEvents(int count)
{
    tests::DatasetBuilder builder;
    builder.claimedEvents(count);
    // What would be mistaken for the array, if it could be.
    builder.tables().info.title = u"\n    \"events\": [\n    ]"_s;
    return builder.build();
}

} // namespace

void EventExportTest::piecesAreOneDocument_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 256, 257, 700})
        QTest::addRow("%d", count) << count;
}

/// What is written event by event is what Qt writes of the whole.
void EventExportTest::piecesAreOneDocument()
{
    QFETCH(const int, count);
    workspace::Workspace workspace;
    workspace.setDataset(claimedEvents(count));
    for (const auto &[format, member] : {std::pair(exports::EventFormat::Json, u"events"_s),
                                         std::pair(exports::EventFormat::GeoJson, u"features"_s)}) {
        const QByteArray text = tests::eventsAs(format, workspace);
        const QJsonObject root = tests::parsed(text);
        QCOMPARE(root[member].toArray().size(), qsizetype(count));
        QCOMPARE(text, QJsonDocument(root).toJson());
    }
    const auto lines = tests::parsedCsv(tests::eventsAs(exports::EventFormat::Csv, workspace));
    QCOMPARE(lines.size(), std::size_t(count) + 1);
}

void EventExportTest::endedExportsTouchNothing()
{
    workspace::Workspace workspace;
    workspace.setDataset(claimedEvents(700));
    const exports::ExportedEvents events = exports::exportedEvents(workspace);
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"events.csv"_s);
    std::vector<std::size_t> told;
    const auto goOn = [&told](bool answer) {
        return [&told, answer](std::size_t written) {
            told.push_back(written);
            return answer;
        };
    };
    QCOMPARE(exports::exportEvents(events, name, goOn(false)), std::nullopt);
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());

    told.clear();
    QCOMPARE(exports::exportEvents(events, name, goOn(true)), std::nullopt);
    QCOMPARE(told, (std::vector<std::size_t>{256, 512, 700}));
    const QByteArray whole = contentOf(name);
    QCOMPARE(whole, tests::eventsAs(exports::EventFormat::Csv, workspace));
    QCOMPARE(exports::exportEvents(events, name, goOn(false)), std::nullopt);
    QCOMPARE(contentOf(name), whole);

    // Also at the very end, and of few events.
    const auto untilAll = [](std::size_t written) { return written < 700; };
    QCOMPARE(exports::exportEvents(events, name, untilAll), std::nullopt);
    QCOMPARE(contentOf(name), whole);
    const exports::ExportedEvents few{events.dataset, {events.rows.front()}, events.filter};
    QCOMPARE(exports::exportEvents(few, name, goOn(false)), std::nullopt);
    QCOMPARE(contentOf(name), whole);
}

void EventExportTest::faultsAreTold()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::sampleDataset());
    const QTemporaryDir folder;
    const auto wrongSuffix = exports::exportEvents(exports::exportedEvents(workspace),
                                                   folder.filePath(u"events.xlsx"_s));
    QVERIFY(wrongSuffix && wrongSuffix->contains(u".geojson"));
    const auto noFolder = exports::exportEvents(exports::exportedEvents(workspace),
                                                folder.filePath(u"none/events.csv"_s));
    QVERIFY(noFolder && noFolder->contains(u"events.csv"));
    const QString taken = folder.filePath(u"taken.csv"_s);
    QVERIFY(QDir().mkdir(taken));
    QVERIFY(exports::exportEvents(exports::exportedEvents(workspace), taken));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

DATELINE_TEST(event_export, EventExportTest)
#include "tst_event_export.moc"
