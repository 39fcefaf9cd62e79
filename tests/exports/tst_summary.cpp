// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/summary.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include "exports_sample.h"

using namespace Qt::StringLiterals;
using namespace dateline;

class SummaryTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseOfTheDataset();
    void countsAddUp();
    void countedThingsAreNamedByThePackage();
    void nothingIsCountedUnlessThePackageSaysSo();
    void totalsNameTheirActor();
    void textIsForPeople();
};

void SummaryTest::countsAreThoseOfTheDataset()
{
    const QJsonObject root = tests::parsed(exports::summaryJson(*tests::sampleDataset()));
    QCOMPARE(root[u"events"_s].toInt(), 12);
    const QJsonObject byKind{{u"opening"_s, 6}, {u"visit"_s, 3}, {u"inquiry"_s, 3}};
    QCOMPARE(root[u"by_kind"_s].toObject(), byKind);
    const QJsonObject byCountry{{u"IT"_s, 5}, {u"FJ"_s, 3}, {u"WS"_s, 1}, {u"FR"_s, 2}};
    QCOMPARE(root[u"by_country"_s].toObject(), byCountry);
    QCOMPARE(root[u"no_country"_s].toInt(), 1);
    const QJsonObject byStanding{{u"single-claim"_s, 6},
                                 {u"several-origins"_s, 1},
                                 {u"officially-confirmed"_s, 1},
                                 {u"denied"_s, 1},
                                 {u"disputed"_s, 1},
                                 {u"closed"_s, 1},
                                 {u"concluded-without-finding"_s, 1}};
    QCOMPARE(root[u"by_standing"_s].toObject(), byStanding);
}

void SummaryTest::countsAddUp()
{
    for (const auto &dataset : {tests::sampleDataset(), tests::awkwardDataset()}) {
        const QJsonObject root = tests::parsed(exports::summaryJson(*dataset));
        const int all = root[u"events"_s].toInt();
        for (const QString &group : {u"by_kind"_s, u"by_country"_s, u"by_standing"_s}) {
            int sum = group == u"by_country" ? root[u"no_country"_s].toInt() : 0;
            for (const auto &count : root[group].toObject())
                sum += count.toInt();
            QCOMPARE(sum, all);
        }
    }
}

void SummaryTest::countedThingsAreNamedByThePackage()
{
    const QJsonObject root = tests::parsed(exports::summaryJson(*tests::sampleDataset()));
    const QJsonObject lamps{
        {u"located"_s, 5},
        {u"country_only"_s, 3},
        {u"unlocated"_s, 1},
        {u"by_country"_s, QJsonObject{{u"IT"_s, 3}, {u"FJ"_s, 1}, {u"WS"_s, 1}, {u"FR"_s, 3}}}};
    QCOMPARE(root[u"lamps"_s].toObject(), lamps);
}

void SummaryTest::nothingIsCountedUnlessThePackageSaysSo()
{
    tests::DatasetBuilder b;
    b.event(u"one"_s, b.kind(u"opening"_s), u"2016"_s);
    const QJsonObject root = tests::parsed(exports::summaryJson(*b.build()));
    QCOMPARE(root.keys(),
             QStringList({u"by_country"_s, u"by_kind"_s, u"by_standing"_s, u"dataset"_s,
                          u"events"_s, u"no_country"_s, u"totals"_s}));

    // A package cannot replace one of the summary's own members.
    b.tables().info.countedKind = 0;
    b.tables().info.countedPlural = u"events"_s;
    QCOMPARE(tests::parsed(exports::summaryJson(*b.build()))[u"events"_s].toInt(), 1);
}

void SummaryTest::totalsNameTheirActor()
{
    const QJsonArray totals
        = tests::parsed(exports::summaryJson(*tests::sampleDataset()))[u"totals"_s].toArray();
    QCOMPARE(totals.size(), qsizetype(2));
    for (const auto &total : totals) {
        QCOMPARE(total[u"actor"_s].toString(), u"society"_s);
        QVERIFY(total[u"source"_s].isObject());
    }
}

void SummaryTest::textIsForPeople()
{
    const QString text = exports::summaryText(*tests::sampleDataset());
    QVERIFY(text.startsWith(u"Lighthouses, version 1.0.0 (CC-BY-4.0)\nEvents: 12\n"));
    QVERIFY(text.endsWith(u'\n'));
    for (const QString &part : {u"lamps"_s, u"not on the map"_s, u"Italy"_s, u"9 (openings)"_s,
                                u"according to society"_s, u"several independent origins"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

DATELINE_TEST(summary, SummaryTest)
#include "tst_summary.moc"
