// SPDX-License-Identifier: GPL-3.0-or-later
// What checkPackage finds beyond reading; each shown on a planted fault.
#include <readers/package_fixture.h>
#include <readers/text_lint.h>

#include <support/test_main.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dateline::tests;
using namespace dateline;

namespace {

struct Planted
{
    const char *name;
    const char *path;
    const char *what;
    const char *with;
    const char *code = "";
    const char *file = "";
    int row = 0; ///< 0 for none
    const char *column = "";
    readers::Severity severity = readers::Severity::Warning;
};

constexpr auto gravest = readers::Severity::Error;
constexpr const char *jsonPath = "datapackage.json";

constexpr Planted plantedFaults[] = {
    {"no claim", "claims.csv", "c3,others", "c3,porto-2016", "event-without-claim", "events.csv", 3,
     "id", gravest},
    {"only denied", "claims.csv", "c3,others,lamp-society,asserts", "c3,others,port-office,denies",
     "event-only-denied", "events.csv", 3, "id", gravest},
    {"answer to nothing", "claims.csv", "notice,c1", "notice,", "answer-to-nothing", "claims.csv",
     3, "responds_to"},
    {"answer before", "claims.csv", "denies,2018-02", "denies,2015", "answer-before", "claims.csv",
     3, "said"},
    {"answer to oneself", "claims.csv", "port-office,denies", "lamp-society,denies",
     "answer-to-oneself", "claims.csv", 3, "responds_to"},
    {"duplicate", "events.csv",
     "others,opening,\"Lamps, elsewhere\",Reported by number only,2016/..,portugal,4,,,medium,",
     "others,opening,Lamp in porto,Again,2016-05,porto,4,port-office,,medium,", "event-duplicate",
     "events.csv", 3, "id"},
    {"ledger", "events.csv", "portugal,4", "portugal,3", "ledger-mismatch", "totals.csv", 2,
     "stated"},
    {"unused actor", "actors.csv", "ngo,PT\n", "ngo,PT\nnobody,Nobody,,other,\n", "row-unused",
     "actors.csv", 3, "id"},
    {"unused source", "sources.csv", "report,\n", "report,\nlost,Lost,,,,,,page,\n", "row-unused",
     "sources.csv", 3, "id"},
    {"source used by an unused one", "sources.csv", "report,\n",
     "report,\nroot,Root,,,,,,page,\nlost,Lost,,,,,,page,root\n", "row-unused", "sources.csv", 3,
     "id"},
    {"unused place", "places.csv", "city\n", "city\nspain,,,ES,,,country\n", "row-unused",
     "places.csv", 3, "id"},
    {"empty story", "stories.csv", "tour,A", "empty,Empty,\ntour,A", "story-empty", "stories.csv",
     2, "id"},
    {"caveat of no event", jsonPath, "[\"porto-2016\"]", "[\"porto\"]", "key-dangling", jsonPath, 0,
     "dateline.caveats[0].events", gravest},
    {"turning point of no event", jsonPath, "\"event\": \"porto-2016\"", "\"event\": \"x\"",
     "key-dangling", jsonPath, 0, "dateline.turning_points[0].event", gravest},
    {"era of no event", jsonPath, "\"event\":\"porto-2016\"", "\"event\":\"x\"", "key-dangling",
     jsonPath, 0, "dateline.eras[0].event", gravest},
    {"view of no event", "views/first.json", "{", "{\"selection\": [\"porto\"], ", "key-dangling",
     "steps.csv", 3, "view", gravest},
    {"view of no kind", "views/first.json", "{", "{\"filters\": {\"kinds\": [\"lamp\"]}, ",
     "key-dangling", "steps.csv", 3, "view", gravest},
    {"view of no claimant", "views/first.json", "{", "{\"filters\": {\"claimants\": [\"x\"]}, ",
     "key-dangling", "steps.csv", 3, "view", gravest},
    {"view of no bureau", "views/first.json", "{", "{\"filters\": {\"bureaus\": [\"\", \"x\"]}, ",
     "key-dangling", "steps.csv", 3, "view", gravest},
    {"kinds alike", jsonPath, "\"hexagon\", \"colour\": \"#CC79A7\"",
     "\"circle\", \"colour\": \"#0072B2\"", "kinds-alike", jsonPath, 0, "dateline.kinds", gravest},
    {"loaded title", "events.csv", "Lamp in Porto", "Illegal lamp in Porto", "loaded-word",
     "events.csv", 2, "title", gravest},
    {"loaded summary, other direction", "events.csv", "A lamp is reported",
     "A baseless report of a lamp", "loaded-word", "events.csv", 2, "summary", gravest},
    {"loaded step", "steps.csv", "Say hello", "Mention the smear", "loaded-word", "steps.csv", 3,
     "notes", gravest},
    {"loaded story", "stories.csv", "A tour", "A shadowy tour", "loaded-word", "stories.csv", 2,
     "title", gravest},
    {"loaded note", "totals.csv", "opening,5,1,", "opening,5,1,Propaganda", "loaded-word",
     "totals.csv", 2, "note", gravest},
    {"loaded caveat", jsonPath, "They differ.", "One is a lie.", "loaded-word", jsonPath, 0,
     "dateline.caveats: Two counts", gravest},
    {"loaded label", jsonPath, "\"label\": \"Inquiry\"", "\"label\": \"Witch hunt\"", "loaded-word",
     jsonPath, 0, "dateline.kinds: inquiry", gravest},
    {"loaded plural", jsonPath, "\"plural\": \"Openings\"", "\"plural\": \"Covert openings\"",
     "loaded-word", jsonPath, 0, "dateline.kinds: opening", gravest},
    {"loaded turning point", jsonPath, "First lamp", "First rogue lamp", "loaded-word", jsonPath, 0,
     "dateline.turning_points: 2016", gravest},
    {"loaded era", jsonPath, "Oil, as", "Rogue oil, as", "loaded-word", jsonPath, 0,
     "dateline.eras: 2014/2018", gravest},
    {"loaded claim", "claims.csv", "The society reported", "The society spread the hoax of",
     "loaded-word", "claims.csv", 2, "text"},
    {"address", "events.csv", "A lamp is reported", "A lamp at 12 Harbour Street is reported",
     "street-address", "events.csv", 2, "summary", gravest},
    {"address of a place", "places.csv", "porto,Porto", "porto,12 Harbour Street", "street-address",
     "places.csv", 2, "name", gravest},
    {"address in a claim", "claims.csv", "reported a lamp", "reported one in Via Roma 12",
     "street-address", "claims.csv", 2, "text"},
    {"private name", "events.csv", "A lamp is reported", "A man named John Doe lit a lamp",
     "private-name", "events.csv", 2, "summary", gravest},
    {"private name in a claim", "claims.csv", "The society counted", "A man named John Doe counted",
     "private-name", "claims.csv", 4, "text"},
};

/// What speaks for others is theirs: none of these is a fault.
constexpr Planted othersWords[] = {
    {"quoted in a title", "events.csv", "Lamp in Porto", "\"Porto: an \"\"illegal\"\" lamp\""},
    {"quoted in a claim", "claims.csv", "stated there is none", "called it a “smear”"},
    {"title of a source", "sources.csv", "yearbook,Yearbook",
     "yearbook,The Illegal Lamps of Porto"},
    {"name of an actor", "actors.csv", "Lamp Society", "Society against Secret Lamps"},
};

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// checkPackage and TextLint.
class PackageCheckTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void planted_data();
    void planted();
    void othersMayUseTheirWords_data();
    void othersMayUseTheirWords();
    void placesOutsideTheirCountry_data();
    void placesOutsideTheirCountry();
    void placesNeedAMap();
    void lint_data();
    void lint();
    void emptyWordListFindsNothing();
    void theProgramIsNeutralItself();
    void formatNamesEveryCode();
};

void PackageCheckTest::planted_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(plantedFaults)); ++i)
        QTest::newRow(plantedFaults[i].name) << i;
}

void PackageCheckTest::planted()
{
    QFETCH(const int, index);
    const Planted &fault = plantedFaults[index];
    PackageFixture package;
    package.replace(QString::fromLatin1(fault.path), fault.what, fault.with);
    const readers::ReadResult read = package.read();
    QVERIFY2(read.diagnostics.empty(), allTexts(read.diagnostics).constData());
    const readers::ReadResult result = package.check();
    const QByteArray texts = allTexts(result.diagnostics);
    const auto found = std::ranges::find(result.diagnostics, QLatin1StringView(fault.code),
                                         &readers::Diagnostic::code);
    QVERIFY2(found != result.diagnostics.end(), texts.constData());
    QCOMPARE(found->severity, fault.severity);
    QCOMPARE(found->file, QString::fromLatin1(fault.file));
    QVERIFY2(found->row.value_or(0) == fault.row, texts.constData());
    QCOMPARE(found->column, QString::fromLatin1(fault.column));
    QVERIFY(!found->hint.isEmpty());
}

void PackageCheckTest::othersMayUseTheirWords_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(othersWords)); ++i)
        QTest::newRow(othersWords[i].name) << i;
}

void PackageCheckTest::othersMayUseTheirWords()
{
    QFETCH(const int, index);
    PackageFixture package;
    package.replace(QString::fromLatin1(othersWords[index].path), othersWords[index].what,
                    othersWords[index].with);
    const readers::ReadResult result = package.check();
    QVERIFY2(result.diagnostics.empty(), allTexts(result.diagnostics).constData());
}

namespace {

/// A map of one country: a meridian is 100 km, a parallel does not matter, Portugal ends at -9.5
/// and -6.
std::optional<double> flatPortugal(events::CountryCode country, double latitude, double longitude)
{
    if (country != *events::CountryCode::fromString(u"PT"))
        return std::nullopt;
    if (latitude < 36 || latitude > 43)
        return 5000;
    return std::max({0.0, (-9.5 - longitude) * 100, (longitude - -6.0) * 100});
}

} // namespace

void PackageCheckTest::placesOutsideTheirCountry_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("hint");
    QTest::newRow("inside") << QByteArray("PT,41.15,-8.61") << QString() << QString();
    QTest::newRow("at sea, tolerated") << QByteArray("PT,41.15,-9.74") << QString() << QString();
    QTest::newRow("at sea") << QByteArray("PT,41.15,-9.9") << u"warning"_s << u"borders"_s;
    QTest::newRow("far") << QByteArray("PT,41.15,-2") << u"error"_s << u"country"_s;
    QTest::newRow("interchanged") << QByteArray("PT,-8.61,41.15") << u"error"_s
                                  << u"interchanged"_s;
    QTest::newRow("sign") << QByteArray("PT,41.15,8.61") << u"error"_s << u"minus"_s;
    QTest::newRow("not on the map") << QByteArray("ES,0,100") << QString() << QString();
}

void PackageCheckTest::placesOutsideTheirCountry()
{
    QFETCH(const QByteArray, place);
    QFETCH(const QString, severity);
    QFETCH(const QString, hint);
    PackageFixture package;
    package.replace(u"places.csv"_s, "PT,41.15,-8.61", place);
    const readers::ReadResult result
        = package.check({.read = {}, .kilometresOutside = flatPortugal});
    QCOMPARE(result.diagnostics.size(), severity.isEmpty() ? 0U : 1U);
    for (const readers::Diagnostic &diagnostic : result.diagnostics) {
        QCOMPARE(diagnostic.code, "place-outside-country"_L1);
        QCOMPARE(readers::severityName(diagnostic.severity), severity);
        QCOMPARE(diagnostic.file, u"places.csv"_s);
        QCOMPARE(diagnostic.row, std::optional(2));
        QCOMPARE(diagnostic.column, u"lat"_s);
        QVERIFY2(diagnostic.hint.contains(hint), qPrintable(diagnostic.hint));
    }
}

void PackageCheckTest::placesNeedAMap()
{
    PackageFixture package;
    package.replace(u"places.csv"_s, "PT,41.15,-8.61", "PT,0,100");
    QVERIFY(package.check().diagnostics.empty());
    const QString format = textOf(QStringLiteral(DATELINE_SOURCE_DIR) + u"/data/FORMAT.md"_s);
    for (const double kilometres : {readers::toleratedKilometres, readers::farKilometres})
        QVERIFY(format.contains(u"%1 km"_s.arg(kilometres)));
}

void PackageCheckTest::lint_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("codes");
    QTest::newRow("neutral") << u"The organisation reported a lamp."_s << QString();
    QTest::newRow("loaded") << u"It was an ILLEGAL lamp."_s << u"loaded-word"_s;
    QTest::newRow("other direction") << u"A baseless report."_s << u"loaded-word"_s;
    QTest::newRow("ending") << u"They acted illegally."_s << u"loaded-word"_s;
    QTest::newRow("inside a word") << u"A secretary, a spyglass, a belief."_s << QString();
    QTest::newRow("quoted") << u"The office called it a \"hoax\" and “fake news”."_s << QString();
    QTest::newRow("quoted otherwise") << u"Sie sagten «illegal» und ‘it’s a lie’."_s << QString();
    QTest::newRow("after a quotation") << u"\"Lamp\" is a hoax"_s << u"loaded-word"_s;
    QTest::newRow("quotation not closed") << u"\"Lamp is a hoax"_s << u"loaded-word"_s;
    QTest::newRow("phrase") << u"This is fake news."_s << u"loaded-word"_s;
    QTest::newRow("phrase that begins short") << u"A lamp, of course"_s << u"loaded-word"_s;
    QTest::newRow("place") << u"The harbour lies north, and the town must lie near"_s << QString();
    QTest::newRow("only the start")
        << u"Of coursework, a secretary and illegible lines"_s << QString();
    QTest::newRow("behind a hyphen") << u"A pro-regime lamp"_s << QString();
    QTest::newRow("address") << u"at 12 Harbour Street"_s << u"street-address"_s;
    QTest::newRow("address, Italian") << u"in Via Roma 12"_s << u"street-address"_s;
    QTest::newRow("address, German") << u"Hafenstraße 7"_s << u"street-address"_s;
    QTest::newRow("address, Chinese") << u"解放路12号"_s << u"street-address"_s;
    QTest::newRow("no address") << u"In 2016 the Fleet Street papers wrote"_s << QString();
    QTest::newRow("person") << u"a resident called Mary Major said"_s << u"private-name"_s;
    QTest::newRow("person by name")
        << u"a volunteer by the name of John Doe"_s << u"private-name"_s;
    QTest::newRow("person with a title") << u"Mr. Doe said"_s << u"private-name"_s;
    QTest::newRow("office") << u"The foreign ministry named Rotterdam and Amsterdam"_s << QString();
}

void PackageCheckTest::lint()
{
    QFETCH(const QString, text);
    QFETCH(const QString, codes);
    const readers::TextLint lint;
    QStringList found;
    for (const readers::TextLint::Finding &finding : lint.findings(text)) {
        found += finding.code;
        QVERIFY(!finding.message.isEmpty());
        QVERIFY(!finding.hint.isEmpty());
    }
    QCOMPARE(found.join(u' '), codes);
}

void PackageCheckTest::emptyWordListFindsNothing()
{
    QVERIFY(readers::TextLint(u"# nothing\n\n"_s).findings(u"illegal hoax"_s).empty());
    QCOMPARE(readers::TextLint(u"lamp*"_s).findings(u"lamps"_s).size(), 1U);
}

/// What the program says to people, too, takes no side.
void PackageCheckTest::theProgramIsNeutralItself()
{
    const readers::TextLint lint;
    const QRegularExpression text(uR"(\btr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))"_s);
    int texts = 0;
    QDirIterator sources(QStringLiteral(DATELINE_SOURCE_DIR) + u"/app"_s, {u"*.cpp"_s, u"*.h"_s},
                         QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        const QString path = sources.next();
        const QString source = textOf(path);
        for (auto found = text.globalMatch(source); found.hasNext(); ++texts) {
            // Without the quotation marks of the code, which are none of the text.
            const QString said = found.next().captured(1).remove(u'"').remove(u'\\');
            QVERIFY2(lint.findings(said).empty(), qPrintable(path + u": "_s + said));
        }
    }
    QVERIFY(texts > 500);
}

/// The literals of a text that look like codes: words in lower case joined by hyphens.
QSet<QString> codesIn(const QString &text, const QString &before, const QString &after)
{
    const QRegularExpression code(before + u"([a-z0-9]+(?:-[a-z0-9]+)+)"_s + after);
    QSet<QString> codes;
    for (auto found = code.globalMatch(text); found.hasNext();)
        codes.insert(found.next().captured(1));
    return codes;
}

void PackageCheckTest::formatNamesEveryCode()
{
    const QString root = QStringLiteral(DATELINE_SOURCE_DIR);
    QSet<QString> used;
    QDirIterator sources(root + u"/app/readers"_s, {u"*.cpp"_s});
    while (sources.hasNext())
        used += codesIn(textOf(sources.next()), u"\""_s, u"\"_L1"_s);
    used -= {u"leads-to"_s, u"part-of"_s}; // kinds of relations
    const QString documented = textOf(root + u"/data/FORMAT.md"_s).section(u"\n## Faults\n"_s, 1);
    const QSet<QString> named = codesIn(documented, u"`"_s, u"`"_s);
    QVERIFY(used.size() > 40);
    QCOMPARE((used - named).values(), QStringList());
    QCOMPARE((named - used).values(), QStringList());
}

DATELINE_TEST(package_check, PackageCheckTest)
#include "tst_package_check.moc"
