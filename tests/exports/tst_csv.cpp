// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/event_export.h>
#include <workspace/workspace.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

#include <algorithm>

#include "exports_sample.h"

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

/// One cell of a parsed CSV, by the id in its first column and the heading.
QString csvValue(const std::vector<std::vector<QString>> &lines, const QString &id,
                 const QString &heading)
{
    const auto column = std::ranges::find(lines.front(), heading) - lines.front().begin();
    for (const std::vector<QString> &line : lines) {
        if (line.front() == id)
            return line.at(std::size_t(column));
    }
    return u"no such line"_s;
}

} // namespace

class CsvTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void linesFollowRfc4180();
    void onlyCitiesHaveCoordinates();
    void datesAndNumbersAreExact();
    void aLineCarriesItsDenial();
    void nothingPassesLeavesTheHeading();
};

void CsvTest::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("empty", QString(), "");
    row("plain", u"Prato"_s, "Prato");
    row("comma", u"a,b"_s, "\"a,b\"");
    row("quote", u"the \"first\""_s, "\"the \"\"first\"\"\"");
    row("line feed", u"a\nb"_s, "\"a\nb\"");
    row("carriage return", u"a\rb"_s, "\"a\rb\"");
    row("umlaut", u"Zürich"_s, "Z\xC3\xBCrich");
    row("equals", u"=1+1"_s, "'=1+1");
    row("plus", u"+1"_s, "'+1");
    row("minus", u"-1"_s, "'-1");
    row("at", u"@SUM(A1)"_s, "'@SUM(A1)");
    row("tab", u"\t=1"_s, "'\t=1");
    row("leading return", u"\r=1"_s, "\"'\r=1\"");
    row("full width", u"＝1"_s,
        "'\xEF\xBC\x9D"
        "1");
    row("formula with comma", u"=A(1,2)"_s, "\"'=A(1,2)\"");
    row("inside is harmless", u"a=1"_s, "a=1");
}

void CsvTest::cells()
{
    QFETCH(const QString, text);
    QTEST(exports::csvCell(text), "expected");
}

void CsvTest::linesFollowRfc4180()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const QByteArray csv = tests::eventsAs(exports::EventFormat::Csv, workspace);
    QVERIFY(csv.startsWith("id,kind,title,date,"));
    QVERIFY(csv.endsWith("\r\n"));
    const auto lines = tests::parsedCsv(csv);
    QCOMPARE(lines.size(), std::size_t(7));
    for (const std::vector<QString> &line : lines)
        QCOMPARE(line.size(), lines.front().size());
    QCOMPARE(csvValue(lines, u"minus"_s, u"title"_s), u"'-2 degrees, \"cold\"\r\nand windy"_s);
    QCOMPARE(csvValue(lines, u"formula"_s, u"title"_s), u"'=1+1"_s);
    QCOMPARE(csvValue(lines, u"formula"_s, u"place"_s), u"'@Genoa"_s);
}

void CsvTest::onlyCitiesHaveCoordinates()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const auto lines = tests::parsedCsv(tests::eventsAs(exports::EventFormat::Csv, workspace));
    QCOMPARE(csvValue(lines, u"formula"_s, u"lat"_s), u"44.4056"_s);
    QCOMPARE(csvValue(lines, u"formula"_s, u"lon"_s), u"8.9463"_s);
    for (const QString &id : {u"country"_s, u"vague"_s, u"undated"_s}) {
        QCOMPARE(csvValue(lines, id, u"lat"_s), QString());
        QCOMPARE(csvValue(lines, id, u"lon"_s), QString());
    }
    QCOMPARE(csvValue(lines, u"country"_s, u"precision"_s), u"country"_s);
    QCOMPARE(csvValue(lines, u"undated"_s, u"precision"_s), u"unknown"_s);
}

void CsvTest::datesAndNumbersAreExact()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const auto lines = tests::parsedCsv(tests::eventsAs(exports::EventFormat::Csv, workspace));
    QCOMPARE(csvValue(lines, u"minus"_s, u"date"_s), u"-0043-03-15"_s);
    QCOMPARE(csvValue(lines, u"minus"_s, u"earliest_start"_s), u"-000043-03-15T00:00:00Z"_s);
    QCOMPARE(csvValue(lines, u"country"_s, u"latest_end"_s), QString());
    workspace.setDataset(tests::sampleDataset());
    const auto sample = tests::parsedCsv(tests::eventsAs(exports::EventFormat::Csv, workspace));
    QCOMPARE(csvValue(sample, u"suva"_s, u"lat"_s), u"-18.1416"_s);
}

void CsvTest::aLineCarriesItsDenial()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    const auto lines = tests::parsedCsv(tests::eventsAs(exports::EventFormat::Csv, workspace));
    QVERIFY(csvValue(lines, u"formula"_s, u"attribution"_s).contains(u"denied by"));
    QVERIFY(csvValue(lines, u"formula"_s, u"replies"_s).contains(u"said \"the\" ministry"));
    QVERIFY(csvValue(lines, u"formula"_s, u"replies"_s).startsWith(u"'=HYPERLINK"));
    QCOMPARE(csvValue(lines, u"formula"_s, u"claimants"_s),
             u"Keeper, \"the\" first; =HYPERLINK(\"https://example.org\")"_s);
    QCOMPARE(csvValue(lines, u"undated"_s, u"replies"_s), QString());
    QCOMPARE(csvValue(lines, u"undated"_s, u"dataset"_s),
             u"Lighthouses, version 1.0.0 (CC-BY-4.0)"_s);
}

void CsvTest::nothingPassesLeavesTheHeading()
{
    workspace::Workspace workspace;
    workspace.setDataset(tests::awkwardDataset());
    workspace.change([](workspace::ViewState &state) { state.filters.text = u"zzz"_s; });
    QCOMPARE(tests::parsedCsv(tests::eventsAs(exports::EventFormat::Csv, workspace)).size(),
             std::size_t(1));
}

DATELINE_TEST(csv, CsvTest)
#include "tst_csv.moc"
