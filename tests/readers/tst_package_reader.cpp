// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound package becomes, and packages that need more than one table to be told.
#include <readers/limits.h>
#include <readers/package_check.h>
#include <readers/package_fixture.h>

#include <support/test_main.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline::tests;
using namespace dateline;

/// Reading whole packages.
class PackageReaderTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void soundPackage();
    void optionalPartsMayBeAbsent();
    void lineEndsAndByteOrderMark_data();
    void lineEndsAndByteOrderMark();
    void rowsCountAsInASpreadsheet();
    void whatRefersToALeftOutRowIsLeftOut();
    void manyFaultsAreSummedUp();
    void stopAndProgress();
    void bundledPackagesAreClean_data();
    void bundledPackagesAreClean();
    void tagsWithSpacesAndGaps();
    void aWrongDateIsSaidEachTime();
};

void PackageReaderTest::soundPackage()
{
    const readers::ReadResult result = PackageFixture().check();
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
    QVERIFY(result.dataset);
    const events::Dataset &dataset = *result.dataset;
    QCOMPARE(dataset.info().name, u"lighthouses"_s);
    QCOMPARE(dataset.info().licence, u"CC0-1.0"_s);
    QCOMPARE(dataset.info().countedKind, std::optional<std::uint16_t>(0));
    QCOMPARE(dataset.info().countedPlural, u"lamps"_s);
    QCOMPARE(dataset.info().inquiryKind, std::optional<std::uint16_t>(1));
    QCOMPARE(dataset.info().caveats.size(), 1U);
    QCOMPARE(dataset.info().turningPoints.at(0).event, u"porto-2016"_s);
    QCOMPARE(dataset.info().eras.at(0).date.text(), u"2014/2018"_s);
    QCOMPARE(dataset.info().eras.at(0).label, u"Oil, as the society tells"_s);
    QCOMPARE(dataset.kinds().size(), 2U);
    QCOMPARE(dataset.kinds()[0].colour, 0x0072B2U);
    QCOMPARE(dataset.kinds()[1].plural, u"Inquiry"_s);
    QCOMPARE(dataset.size(), 3U);
    QCOMPARE(dataset.pointCount(), 1U);

    const events::Row porto = dataset.eventRow(u"porto-2016").value();
    const events::Event event = dataset.event(porto);
    QCOMPARE(event.title, u"Lamp in Porto"_s);
    QCOMPARE(event.date->text(), u"2016-05"_s);
    QCOMPARE(event.tags, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(dataset.actors()[*event.bureau].id, u"port-office"_s);
    QCOMPARE(event.updated, u"2026-01-31"_s);
    QCOMPARE(dataset.claimsOf(porto).size(), 2U);
    const events::Claim &denial = dataset.claimsOf(porto)[1];
    QCOMPARE(denial.stance, events::Stance::Denies);
    QCOMPARE(dataset.claims()[*denial.respondsTo].id.toString(), u"c1"_s);
    QCOMPARE(dataset.sources()[denial.source].origin, std::optional<events::Row>(0));

    const events::Row others = dataset.eventRow(u"others").value();
    QCOMPARE(dataset.event(others).title, u"Lamps, elsewhere"_s);
    QCOMPARE(dataset.columns().count[others], 4U);
    QCOMPARE(dataset.relations().size(), 1U);
    QCOMPARE(dataset.relations()[0].to, porto);
    QCOMPARE(dataset.totals().at(0).stated, 5U);
    const std::vector<events::StoryStep> &steps = dataset.stories().at(0).steps;
    QCOMPARE(steps.size(), 2U);
    QCOMPARE(steps[0].heading, u"First"_s);
    QVERIFY(steps[0].view.contains("dateline-view/1"));
    QVERIFY(steps[1].view.isEmpty());
}

void PackageReaderTest::optionalPartsMayBeAbsent()
{
    PackageFixture package;
    package.file(u"datapackage.json"_s) = R"({"name": "x", "resources": [
        {"name": "actors", "path": "actors.csv"}, {"name": "sources", "path": "sources.csv"},
        {"name": "places", "path": ["deep/places.csv"]}, {"name": "events", "path": "events.csv"},
        {"name": "claims", "path": "claims.csv"}],
        "dateline": {"format": 1, "kinds": [{"name": "opening", "label": "Opening",
        "shape": "bar", "colour": "#000000"}]}})";
    package.file(u"actors.csv"_s) = "kind,id,name,country\nngo,a,A,\n";
    package.file(u"sources.csv"_s) = "id,title,publisher,published,url,kind\ns,S,,,,page\n";
    package.file(u"deep/places.csv"_s) = "id,name,country,lat,lon,precision\np,,PT,,,unknown\n";
    package.file(u"events.csv"_s) = "id,kind,title,summary,date,place,confidence,updated\n"
                                    "e,opening,E,S,,p,high,2026-01-31\n";
    package.file(u"claims.csv"_s) = "id,event,actor,stance,said,text,source,responds_to\n"
                                    "c,e,a,asserts,2017,Text,s,\n";
    const readers::ReadResult result = package.read();
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
    QVERIFY(result.dataset);
    QVERIFY(!result.dataset->info().countedKind);
    QVERIFY(!result.dataset->event(0).date);
}

void PackageReaderTest::lineEndsAndByteOrderMark_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("CRLF") << QByteArray("\r\n") << QByteArray();
    QTest::newRow("CR") << QByteArray("\r") << QByteArray();
    QTest::newRow("CRLF and byte order mark") << QByteArray("\r\n") << QByteArray("\xef\xbb\xbf");
    QTest::newRow("blank lines") << QByteArray("\n\n") << QByteArray();
    QTest::newRow("blank CRLF lines") << QByteArray("\r\n\r\n") << QByteArray();
}

void PackageReaderTest::lineEndsAndByteOrderMark()
{
    QFETCH(const QByteArray, lineEnd);
    QFETCH(const QByteArray, mark);
    const PackageFixture original;
    PackageFixture package;
    for (const auto &[path, bytes] : original.files()) {
        if (path.endsWith(u".csv"_s))
            package.file(path).replace("\n", lineEnd);
        package.file(path).prepend(mark);
    }
    const readers::ReadResult result = package.read();
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
    QCOMPARE(result.dataset->size(), 3U);
    QCOMPARE(result.dataset->claims().size(), 4U);
}

void PackageReaderTest::rowsCountAsInASpreadsheet()
{
    PackageFixture package;
    // Row 2 spans two lines of the file, row 3 is blank, row 4 is all commas; the fault is in
    // row 5.
    package.file(u"actors.csv"_s) = "id,name,native_name,kind,country\r\n"
                                    "lamp-society,\"Lamp\r\nSociety\",,ngo,PT\r\n"
                                    "\r\n"
                                    ",,,,\r\n"
                                    "port-office,Port Office,,office,PT";
    const readers::ReadResult result = package.read();
    QVERIFY(!result.diagnostics.empty());
    QCOMPARE(result.diagnostics[0].file, u"actors.csv"_s);
    QCOMPARE(result.diagnostics[0].row, std::optional(5));
    QCOMPARE(result.diagnostics[0].column, u"kind"_s);
    QVERIFY(result.dataset);
    QCOMPARE(result.dataset->actors()[0].name, u"Lamp\r\nSociety"_s);
}

void PackageReaderTest::whatRefersToALeftOutRowIsLeftOut()
{
    PackageFixture package;
    package.replace(u"events.csv"_s, "2016-05,porto", "May 2016,porto");
    const readers::ReadResult result = package.read();
    QStringList found;
    for (const readers::Diagnostic &diagnostic : result.diagnostics)
        found
            += u"%1 %2 %3"_s.arg(diagnostic.code, diagnostic.file).arg(diagnostic.row.value_or(0));
    QCOMPARE(found,
             (QStringList{u"date-invalid events.csv 2"_s, u"key-left-out claims.csv 2"_s,
                          u"key-left-out claims.csv 3"_s, u"key-left-out relations.csv 2"_s}));
    QVERIFY(result.dataset);
    QVERIFY(result.hasErrors());
    QCOMPARE(result.dataset->size(), 2U);
    QCOMPARE(result.dataset->claims().size(), 2U);
}

void PackageReaderTest::manyFaultsAreSummedUp()
{
    PackageFixture package;
    constexpr int faults = 150;
    for (int i = 0; i < faults; ++i)
        package.file(u"relations.csv"_s) += "nowhere,porto-2016,answers\n";
    const readers::ReadResult result = package.read();
    QCOMPARE(result.diagnostics.size(), readers::limits::diagnosticsPerCode + 1);
    const readers::Diagnostic &last = result.diagnostics.back();
    QCOMPARE(last.severity, readers::Severity::Error);
    QVERIFY2(last.message.contains(u"50 more"_s), qPrintable(last.message));
}

void PackageReaderTest::stopAndProgress()
{
    std::vector<double> shares;
    readers::ReadOptions options;
    options.progress = [&shares](double share) { shares.push_back(share); };
    QVERIFY(PackageFixture().read(options).dataset);
    QVERIFY(shares.size() >= 9);
    QVERIFY(std::ranges::is_sorted(shares));
    QVERIFY(shares.front() > 0);
    QCOMPARE(shares.back(), 1.0);

    // A table counts by its bytes, and building has its share too.
    PackageFixture large;
    for (int i = 0; i < 1'000; ++i)
        large.file(u"relations.csv"_s) += "inquiry-2018,nowhere,answers\n";
    shares.clear();
    QVERIFY(large.read(options).dataset);
    QVERIFY(std::ranges::is_sorted(shares));
    QCOMPARE(std::ranges::count_if(shares, [](double share) { return share < 0.1; }), 5);
    QVERIFY(shares[shares.size() - 2] > 0.8);
    QVERIFY(shares[shares.size() - 2] <= 0.85);

    std::stop_source stop;
    options.stop = stop.get_token();
    options.progress = [&stop](double) { stop.request_stop(); };
    const readers::ReadResult stopped = PackageFixture().read(options);
    QVERIFY(!stopped.dataset);
}

void PackageReaderTest::bundledPackagesAreClean_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("overseas-stations") << u"/data/overseas-stations"_s;
    QTest::newRow("comets") << u"/data/samples/comets"_s;
}

void PackageReaderTest::bundledPackagesAreClean()
{
    QFETCH(const QString, path);
    const readers::ReadResult result
        = readers::checkPackage(QStringLiteral(DATELINE_SOURCE_DIR) + path);
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
    QVERIFY(result.dataset);
    QVERIFY(result.dataset->size() >= 12);
}

void PackageReaderTest::tagsWithSpacesAndGaps()
{
    PackageFixture package;
    package.replace(u"events.csv"_s, "a;b", " a ;; ;b ;");
    const readers::ReadResult result = package.read();
    const events::Row porto = result.dataset->eventRow(u"porto-2016").value();
    QCOMPARE(result.dataset->event(porto).tags, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(result.dataset->columns().texts.at(porto, events::EventText::Tags), u"a;b"_s);
}

void PackageReaderTest::aWrongDateIsSaidEachTime()
{
    PackageFixture package;
    package.replace(u"claims.csv"_s, "2018-02", "2018-13"); // in two rows
    const readers::ReadResult result = package.read();
    QCOMPARE(std::ranges::count(result.diagnostics, "date-invalid"_L1, &readers::Diagnostic::code),
             2);
}

DATELINE_TEST(package_reader, PackageReaderTest)
#include "tst_package_reader.moc"
