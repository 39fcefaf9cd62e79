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
    const char *code;
    const char *file;
    int row;
    const char *column;
    readers::Severity severity = readers::Severity::Warning;
};

constexpr Planted plantedFaults[] = {
    {"no claim", "claims.csv", "c3,others", "c3,porto-2016", "event-without-claim", "events.csv", 3,
     "id", readers::Severity::Error},
    {"answer to nothing", "claims.csv", "notice,c1", "notice,", "answer-to-nothing", "claims.csv",
     3, "responds_to"},
    {"answer before", "claims.csv", "denies,2018-02", "denies,2015", "answer-before", "claims.csv",
     3, "said"},
    {"duplicate", "events.csv",
     "others,opening,\"Lamps, elsewhere\",Reported by number only,2016/..,portugal,4,,,,",
     "others,opening,Lamp in Porto,Again,2016-05,porto,4,port-office,,,", "event-duplicate",
     "events.csv", 3, "id"},
    {"ledger", "events.csv", "portugal,4", "portugal,3", "ledger-mismatch", "totals.csv", 2,
     "stated"},
    {"unused actor", "actors.csv", "ngo,PT\n", "ngo,PT\nnobody,Nobody,,other,\n", "row-unused",
     "actors.csv", 3, "id"},
    {"unused source", "sources.csv", "report,\n", "report,\nlost,Lost,,,,,,page,\n", "row-unused",
     "sources.csv", 3, "id"},
    {"unused place", "places.csv", "city\n", "city\nspain,,,ES,,,country\n", "row-unused",
     "places.csv", 3, "id"},
    {"empty story", "stories.csv", "tour,A", "empty,Empty,\ntour,A", "story-empty", "stories.csv",
     2, "id"},
    {"caveat of no event", "datapackage.json", "[\"porto-2016\"]", "[\"porto\"]", "key-dangling",
     "datapackage.json", 0, "dateline.caveats[0].events", readers::Severity::Error},
    {"turning point of no event", "datapackage.json", "\"event\": \"porto-2016\"",
     "\"event\": \"x\"", "key-dangling", "datapackage.json", 0, "dateline.turning_points[0].event",
     readers::Severity::Error},
    {"kinds alike", "datapackage.json", "\"hexagon\", \"colour\": \"#CC79A7\"",
     "\"circle\", \"colour\": \"#0072B2\"", "kinds-alike", "datapackage.json", 0, "dateline.kinds",
     readers::Severity::Error},
    {"loaded title", "events.csv", "Lamp in Porto", "Illegal lamp in Porto", "loaded-word",
     "events.csv", 2, "title"},
    {"loaded claim", "claims.csv", "The society reported", "The society spread the hoax of",
     "loaded-word", "claims.csv", 2, "text"},
    {"loaded step", "steps.csv", "Say hello", "Mention the smear", "loaded-word", "steps.csv", 3,
     "notes"},
    {"address", "events.csv", "A lamp is reported", "A lamp at 12 Harbour Street is reported",
     "street-address", "events.csv", 2, "summary"},
    {"private name", "claims.csv", "The society counted", "A man named John Doe counted",
     "private-name", "claims.csv", 4, "text"},
};

} // namespace

/// checkPackage and TextLint.
class PackageCheckTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void planted_data();
    void planted();
    void lint_data();
    void lint();
    void emptyWordListFindsNothing();
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
    QTest::newRow("address") << u"at 12 Harbour Street"_s << u"street-address"_s;
    QTest::newRow("address, Italian") << u"in Via Roma 12"_s << u"street-address"_s;
    QTest::newRow("address, German") << u"Hafenstraße 7"_s << u"street-address"_s;
    QTest::newRow("address, Chinese") << u"解放路12号"_s << u"street-address"_s;
    QTest::newRow("no address") << u"In 2016 the Fleet Street papers wrote"_s << QString();
    QTest::newRow("person") << u"a resident called Mary Major said"_s << u"private-name"_s;
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

/// The literals of a text that look like codes: words in lower case joined by hyphens.
QSet<QString> codesIn(const QString &text, const QString &before, const QString &after)
{
    const QRegularExpression code(before + u"([a-z0-9]+(?:-[a-z0-9]+)+)"_s + after);
    QSet<QString> codes;
    for (auto found = code.globalMatch(text); found.hasNext();)
        codes.insert(found.next().captured(1));
    return codes;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
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
