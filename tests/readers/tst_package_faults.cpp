// SPDX-License-Identifier: GPL-3.0-or-later
// One planted fault a row: its code, severity, file, row, column, and a word of its hint.
#include <readers/package_fixture.h>

#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline::tests;
using namespace dateline;

namespace {

struct Fault
{
    const char *name;
    const char *path; ///< the file that is changed
    const char *what; ///< replaced in it; null: the whole file
    QByteArray with;
    const char *code;
    const char *file; ///< of the diagnostic
    int row; ///< 0 for none
    const char *column;
    const char *hint; ///< occurs in message or hint
    bool opens = true; ///< a dataset comes of it
    readers::Severity severity = readers::Severity::Error;
};

const char *const jsonFile = "datapackage.json";
const char *const actorsFile = "actors.csv";
const char *const sourcesFile = "sources.csv";
const char *const placesFile = "places.csv";
const char *const eventsFile = "events.csv";
const char *const claimsFile = "claims.csv";

const std::vector<Fault> &allFaults()
{
    static const std::vector<Fault> table{
        // datapackage.json
        {"broken JSON", jsonFile, "\"version\":", "\"version\"", "json-invalid", jsonFile, 0,
         "line 2, column 61", "comma", false},
        {"JSON list", jsonFile, nullptr, "[]", "json-invalid", jsonFile, 0, "", "{", false},
        {"empty JSON", jsonFile, nullptr, "", "json-invalid", jsonFile, 0, "line 1, column 1",
         "not JSON", false},
        {"deep JSON", jsonFile, nullptr, QByteArray(100'000, '['), "json-invalid", jsonFile, 0, "",
         "deeper", false},
        {"no resources", jsonFile, "\"resources\": [", "\"other\": [", "json-missing", jsonFile, 0,
         "resources", "path", false},
        {"no dateline", jsonFile, "\"dateline\":", "\"deadline\":", "json-missing", jsonFile, 0,
         "dateline", "sample", false},
        {"later format", jsonFile, "\"format\": 1", "\"format\": 2", "format-unknown", jsonFile, 0,
         "dateline.format", "version 1", false},
        {"no kinds", jsonFile, "\"kinds\":", "\"sorts\":", "json-missing", jsonFile, 0,
         "dateline.kinds", "at least one", false},
        {"kinds not a list", jsonFile,
         "\"caveats\": [{\"heading\": \"Two counts\", \"text\": \"They differ.\", "
         "\"events\": [\"porto-2016\"]}]",
         "\"caveats\": 5", "json-type", jsonFile, 0, "dateline.caveats", "[ and ]"},
        {"number for a name", jsonFile, "\"name\": \"lighthouses\"", "\"name\": 5", "json-type",
         jsonFile, 0, "name", "quotes"},
        {"shape", jsonFile, "\"hexagon\"", "\"heptagon\"", "choice-unknown", jsonFile, 0,
         "dateline.kinds[1].shape", "triangle-up"},
        {"colour", jsonFile, "#CC79A7", "purple", "colour-invalid", jsonFile, 0,
         "dateline.kinds[1].colour", "#RRGGBB"},
        {"kind twice", jsonFile, "\"name\": \"inquiry\"", "\"name\": \"opening\"", "id-duplicate",
         jsonFile, 0, "dateline.kinds[1]", "twice"},
        {"counted kind", jsonFile, "\"kind\": \"opening\"", "\"kind\": \"lamp\"", "key-dangling",
         jsonFile, 0, "dateline.counted.kind", "kinds"},
        {"kind of inquiries", jsonFile, "{\"kind\": \"inquiry\"}", "{\"kind\": \"lamp\"}",
         "key-dangling", jsonFile, 0, "dateline.inquiries.kind", "kinds"},
        {"turning point", jsonFile, "\"date\": \"2016\"", "\"date\": \"16\"", "date-invalid",
         jsonFile, 0, "dateline.turning_points[0].date", "2016"},
        {"era", jsonFile, "\"date\": \"2014/2018\"", "\"date\": \"2018/2014\"", "date-invalid",
         jsonFile, 0, "dateline.eras[0].date", ""},
        {"table missing", jsonFile, "{\"name\": \"claims\", \"path\": \"claims.csv\"},", "",
         "table-missing", jsonFile, 0, "resources", "claims", false},
        {"table twice", jsonFile, "\"name\": \"totals\", \"path\": \"totals.csv\"",
         "\"name\": \"actors\", \"path\": \"x.csv\"", "table-duplicate", jsonFile, 0,
         "resources[6]", "actors"},
        {"path escapes", jsonFile, "\"path\": \"totals.csv\"", "\"path\": \"../totals.csv\"",
         "path-escapes", jsonFile, 0, "resources[6].path", "inside"},
        {"absolute path", jsonFile, "\"path\": \"events.csv\"", "\"path\": \"/etc/passwd\"",
         "path-escapes", jsonFile, 0, "resources[3].path", "inside", false},
        {"two paths", jsonFile, "\"path\": \"totals.csv\"", "\"path\": [\"a.csv\", \"b.csv\"]",
         "json-type", jsonFile, 0, "resources[6].path", "one file"},
        {"semicolons", jsonFile, "\"path\": \"totals.csv\"",
         "\"path\": \"totals.csv\", \"dialect\": {\"delimiter\": \";\"}", "dialect-unsupported",
         jsonFile, 0, "resources[6].dialect", "commas"},
        {"unknown table", jsonFile, "\"name\": \"totals\"", "\"name\": \"extras\"", "table-unknown",
         "totals.csv", 0, "", "ignored", true, readers::Severity::Note},
        {"file missing", jsonFile, "\"path\": \"places.csv\"", "\"path\": \"place.csv\"",
         "table-unreadable", "place.csv", 0, "", "datapackage.json", false},
        {"optional file missing", jsonFile, "\"path\": \"totals.csv\"", "\"path\": \"total.csv\"",
         "table-unreadable", "total.csv", 0, "", "datapackage.json"},
        // The form of tables
        {"empty table", claimsFile, nullptr, "", "header-missing", claimsFile, 1, "", "first row",
         false},
        {"column missing", claimsFile, "stance,", "", "column-missing", claimsFile, 1, "stance",
         "stance", false},
        {"column unknown", "totals.csv", "note", "remark", "column-unknown", "totals.csv", 1,
         "remark", "ignored", true, readers::Severity::Note},
        {"column twice", actorsFile, "native_name", "name", "column-duplicate", actorsFile, 1,
         "name", "Remove", false},
        {"ragged row", actorsFile, "ngo,PT", "ngo,PT,more", "row-ragged", actorsFile, 2, "",
         "quotes"},
        {"short row", claimsFile, "yearbook,,\n", "yearbook\n", "row-ragged", claimsFile, 4, "",
         "quotes"},
        {"open quote", eventsFile, "\"Lamps, elsewhere\"", "\"Lamps, elsewhere", "csv-broken",
         eventsFile, 3, "", "Close it"},
        {"stray quote", eventsFile, "\"Lamps, elsewhere\"", "Lamps \"elsewhere\"", "csv-broken",
         eventsFile, 3, "", "twice"},
        {"text after a quote", eventsFile, "\"Lamps, elsewhere\"", "\"Lamps\" elsewhere",
         "csv-broken", eventsFile, 3, "", "twice"},
        {"long cell", actorsFile, "Capitania", QByteArray(70'000, 'x'), "cell-too-long", actorsFile,
         3, "native_name", "quote"},
        {"NUL", actorsFile, "Capitania", QByteArray("Cap\0itania", 10), "nul-byte", actorsFile, 3,
         "native_name", "Byte 4"},
        {"Latin-1", actorsFile, "Capitania", "Capit\xe3o", "not-utf8", actorsFile, 3, "native_name",
         "Latin-1"},
        {"cut UTF-8", actorsFile, "Capitania", "Capit\xc3", "not-utf8", actorsFile, 3,
         "native_name", "Byte 6"},
        {"UTF-16", actorsFile, nullptr, "\xff\xfei\0d\0", "not-utf8", actorsFile, 0, "", "UTF-8",
         false},
        {"NUL in the header", actorsFile, "native_name", QByteArray("native\0name", 11), "nul-byte",
         actorsFile, 1, "column 3", "UTF-8", false},
        {"too many columns", actorsFile, "country\n",
         QByteArray("country") + QByteArray(300, ',') + "\n", "columns-too-many", actorsFile, 1, "",
         "256", false},
        // Cells
        {"id empty", actorsFile, "port-office,Port", ",Port", "cell-empty", actorsFile, 3, "id",
         "filled"},
        {"id twice", actorsFile, "port-office,Port", "lamp-society,Port", "id-duplicate",
         actorsFile, 3, "id", "first one"},
        {"claim id twice", claimsFile, "c3,", "c1,", "id-duplicate", claimsFile, 4, "id",
         "first one"},
        {"enumeration", actorsFile, "government", "goverment", "choice-unknown", actorsFile, 3,
         "kind", "government"},
        {"stance", claimsFile, "denies", "refutes", "choice-unknown", claimsFile, 3, "stance",
         "denies"},
        {"country", placesFile, "porto,Porto,,PT", "porto,Porto,,Portugal", "country-invalid",
         placesFile, 2, "country", "two letters"},
        {"country small", placesFile, "porto,Porto,,PT", "porto,Porto,,pt", "country-invalid",
         placesFile, 2, "country", "capitals: PT"},
        {"latitude 91", placesFile, "41.15", "91", "degrees-invalid", placesFile, 2, "lat",
         "interchanged"},
        {"longitude", placesFile, "-8.61", "-180.5", "degrees-invalid", placesFile, 2, "lon",
         "interchanged"},
        {"not a number", placesFile, "41.15", "41,15", "row-ragged", placesFile, 2, "", "comma"},
        {"degrees and minutes", placesFile, "41.15", "41°9'", "degrees-invalid", placesFile, 2,
         "lat", "decimal"},
        {"infinite latitude", placesFile, "41.15", "inf", "degrees-invalid", placesFile, 2, "lat",
         "decimal"},
        {"half a coordinate", placesFile, "41.15,-8.61", "41.15,", "coordinates-incomplete",
         placesFile, 2, "lon", "both"},
        {"city nowhere", placesFile, "41.15,-8.61", ",", "city-without-coordinates", placesFile, 2,
         "lat", "latitude and longitude", true, readers::Severity::Warning},
        {"nameless city", placesFile, "porto,Porto", "porto,", "cell-empty", placesFile, 2, "name",
         "filled"},
        {"date", eventsFile, "2016-05", "May 2016", "date-invalid", eventsFile, 2, "date",
         "month as a number"},
        {"no such day", eventsFile, "2016-05", "2016-02-30", "date-invalid", eventsFile, 2, "date",
         "how many days"},
        {"huge date", eventsFile, "2016-05", QByteArray(50'000, '1'), "date-invalid", eventsFile, 2,
         "date", "255"},
        {"count 0", eventsFile, "portugal,4", "portugal,0", "number-invalid", eventsFile, 3,
         "count", "from 1"},
        {"count in words", eventsFile, "portugal,4", "portugal,four", "number-invalid", eventsFile,
         3, "count", "digits"},
        {"count negative", eventsFile, "portugal,4", "portugal,-4", "number-invalid", eventsFile, 3,
         "count", "digits"},
        {"count huge", eventsFile, "portugal,4", "portugal,99999999999", "number-invalid",
         eventsFile, 3, "count", "digits"},
        {"updated", eventsFile, "2026-01-31", "2026-02-31", "day-invalid", eventsFile, 2, "updated",
         "2026-11-23"},
        {"url scheme", sourcesFile, "http://example.org/notice", "file:///etc/passwd",
         "url-invalid", sourcesFile, 3, "url", "https://"},
        {"url script", sourcesFile, "http://example.org/notice", "javascript:alert(1)",
         "url-invalid", sourcesFile, 3, "url", "https://"},
        {"url without a host", sourcesFile, "http://example.org/notice", "example.org",
         "url-invalid", sourcesFile, 3, "url", "https://"},
        {"url with a space", sourcesFile, "example.org/notice", "example.org/a notice",
         "url-invalid", sourcesFile, 3, "url", "%20"},
        {"language in words", sourcesFile, ",pt,", ",Portuguese,", "language-invalid", sourcesFile,
         3, "language", "ISO 639"},
        {"language cut short", sourcesFile, ",pt,", ",pt-,", "language-invalid", sourcesFile, 3,
         "language", "ISO 639"},
        {"country empty", placesFile, "porto,Porto,,PT", "porto,Porto,,", "cell-empty", placesFile,
         2, "country", "filled"},
        {"summary empty", eventsFile, "A lamp is reported", "", "cell-empty", eventsFile, 2,
         "summary", "filled"},
        {"confidence empty", eventsFile, "high", "", "cell-empty", eventsFile, 2, "confidence",
         "filled"},
        {"updated empty", eventsFile, "high,2026-01-31", "high,", "cell-empty", eventsFile, 2,
         "updated", "filled"},
        {"said empty", claimsFile, "asserts,2017,The society rep", "asserts,,The society rep",
         "cell-empty", claimsFile, 2, "said", "filled"},
        {"as of empty", "totals.csv", "yearbook,2017", "yearbook,", "cell-empty", "totals.csv", 2,
         "as_of", "filled"},
        {"no countries", "totals.csv", "opening,5,1", "opening,5,0", "number-invalid", "totals.csv",
         2, "countries", "from 1"},
        {"id in capitals", claimsFile, "c4,", "C4,", "id-form", claimsFile, 5, "id", "lower-case"},
        {"id with two hyphens", claimsFile, "c4,", "c--4,", "id-form", claimsFile, 5, "id",
         "single hyphens"},
        {"id that ends in a hyphen", claimsFile, "c4,", "c4-,", "id-form", claimsFile, 5, "id",
         "single hyphens"},
        {"tag with a space", eventsFile, "a;b", "a;b c", "id-form", eventsFile, 2, "tags",
         "hyphens"},
        // Keys
        {"unknown kind", eventsFile, "porto-2016,opening", "porto-2016,openning", "key-dangling",
         eventsFile, 2, "kind", "\"opening\""},
        {"unknown event", claimsFile, "c3,others", "c3,other", "key-dangling", claimsFile, 4,
         "event", "\"others\""},
        {"unknown actor", claimsFile, "c4,inquiry-2018,port-office", "c4,inquiry-2018,port-ofice",
         "key-dangling", claimsFile, 5, "actor", "\"port-office\""},
        {"unknown source", claimsFile, "yearbook,,2016", "almanac,,2016", "key-dangling",
         claimsFile, 2, "source", "sources"},
        {"unknown place", eventsFile, "2016-05,porto", "2016-05,lisboa", "key-dangling", eventsFile,
         2, "place", "places"},
        {"no claimant", claimsFile, "c3,others,lamp-society", "c3,others,", "cell-empty",
         claimsFile, 4, "actor", "filled"},
        {"no source", claimsFile, "four more.,yearbook", "four more.,", "cell-empty", claimsFile, 4,
         "source", "filled"},
        {"no event", claimsFile, "c3,others", "c3,", "cell-empty", claimsFile, 4, "event",
         "filled"},
        {"unknown answer", claimsFile, "notice,c1", "notice,c9", "key-dangling", claimsFile, 3,
         "responds_to", "\"c1\""},
        {"circle of answers", claimsFile, "yearbook,,2016", "yearbook,c2,2016", "circle",
         claimsFile, 3, "responds_to", "circle"},
        {"answer to itself", claimsFile, "notice,c1", "notice,c2", "circle", claimsFile, 3,
         "responds_to", "circle"},
        {"origin of itself", sourcesFile, "report,\n", "report,notice\n", "circle", sourcesFile, 3,
         "origin", "circle"},
        {"relation", "relations.csv", "porto-2016", "porto", "key-dangling", "relations.csv", 2,
         "to", "events"},
        {"relation to itself", "relations.csv", "porto-2016", "inquiry-2018", "relation-to-itself",
         "relations.csv", 2, "to", "another"},
        {"relation twice", "relations.csv", "answers\n",
         "answers\ninquiry-2018,porto-2016,answers\n", "relation-duplicate", "relations.csv", 3,
         "from", "Remove"},
        {"total", "totals.csv", "opening,5", "opening,", "cell-empty", "totals.csv", 2, "stated",
         "filled"},
        // Stories
        {"step of no story", "steps.csv", "tour,2", "tuor,2", "key-dangling", "steps.csv", 2,
         "story", "\"tour\""},
        {"step 0", "steps.csv", "tour,1", "tour,0", "number-invalid", "steps.csv", 3, "order",
         "from 1"},
        {"step twice", "steps.csv", "tour,1", "tour,2", "order-duplicate", "steps.csv", 3, "order",
         "1, 2, 3"},
        {"view escapes", "steps.csv", "views/first.json", "../first.json", "path-escapes",
         "steps.csv", 3, "view", "inside"},
        {"view with a backslash", "steps.csv", "views/first.json", "views\\first.json",
         "path-escapes", "steps.csv", 3, "view", "inside"},
        {"view missing", "steps.csv", "views/first.json", "views/second.json", "view-unreadable",
         "steps.csv", 3, "view", "second.json"},
        {"view broken", "views/first.json", nullptr, "{\n\"a\" 1}", "view-invalid", "steps.csv", 3,
         "view", "line 2"},
        {"view not an object", "views/first.json", nullptr, "[1]", "view-invalid", "steps.csv", 3,
         "view", "not an object"},
    };
    return table;
}

} // namespace

/// Each fault is found, once, where it is; and the rest of the package opens where it can.
class PackageFaultsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fault_data();
    void fault();
};

void PackageFaultsTest::fault_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(allFaults().size()); ++i)
        QTest::newRow(allFaults().at(std::size_t(i)).name) << i;
}

void PackageFaultsTest::fault()
{
    QFETCH(const int, index);
    const Fault &planted = allFaults().at(std::size_t(index));
    PackageFixture package;
    const QString path = QString::fromLatin1(planted.path);
    if (planted.what)
        package.replace(path, planted.what, planted.with);
    else
        package.file(path) = planted.with;

    const readers::ReadResult result = package.read();
    const QByteArray texts = allTexts(result.diagnostics);
    const auto found = std::ranges::find(result.diagnostics, QLatin1StringView(planted.code),
                                         &readers::Diagnostic::code);
    QVERIFY2(found != result.diagnostics.end(), texts.constData());
    QCOMPARE(found->severity, planted.severity);
    QCOMPARE(found->file, QString::fromLatin1(planted.file));
    QCOMPARE(found->row.value_or(0), planted.row);
    QCOMPARE(found->column, QString::fromLatin1(planted.column));
    QVERIFY(!found->message.isEmpty());
    QVERIFY2((found->message + found->hint).contains(QString::fromUtf8(planted.hint)),
             texts.constData());
    QVERIFY2((result.dataset != nullptr) == planted.opens, texts.constData());
}

DATELINE_TEST(package_faults, PackageFaultsTest)
#include "tst_package_faults.moc"
