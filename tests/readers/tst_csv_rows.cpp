// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are taken apart without libcsv are those that libcsv makes of the same bytes.
#include <readers/csv_block_reader.h>
#include <readers/csv_rows.h>
#include <readers/limits.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

using namespace dateline::tests;
using namespace dateline::readers;
using namespace Qt::StringLiterals;

namespace {

/// All that a block tells of [begin, end) of `file`, as one text.
QByteArray blockText(QByteArrayView file, qsizetype begin, qsizetype end,
                     CsvBlock::Splitting splitting)
{
    CsvBlock block;
    block.parse(file.sliced(begin, end - begin), begin, {}, splitting);
    QByteArray text;
    std::vector<QByteArrayView> cells;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const CsvRow row = block.row(i, cells);
        text += QByteArray::number(row.number) + (row.tooLong ? " too long in " : "")
            + (row.tooLong ? QByteArray::number(*row.tooLong) : QByteArray());
        for (const QByteArrayView cell : row.cells)
            text.append('|').append(cell);
        text += '\n';
    }
    text += QByteArray::number(block.rowCount()) + " rows\n";
    if (block.fault())
        text += QByteArray::number(block.fault()->row) + ": " + block.fault()->message.toUtf8();
    return text;
}

/// Compares both ways of splitting, in blocks of about so many bytes.
void compareSplittings(QByteArrayView file, qsizetype blockBytes)
{
    for (qsizetype begin = 0; begin < file.size();) {
        const qsizetype end = csvBlockEnd(file, begin, blockBytes);
        const QByteArray quick = blockText(file, begin, end, CsvBlock::Splitting::Quick);
        const QByteArray exact = blockText(file, begin, end, CsvBlock::Splitting::ByLibcsv);
        if (quick != exact) {
            QCOMPARE(quick.left(2'000), exact.left(2'000));
            QFAIL(file.first(std::min<qsizetype>(file.size(), 500)).toByteArray().toHex());
        }
        begin = end;
    }
}

/// Bytes of which most mean something to CSV; with `isTidy` rows of whole cells.
QByteArray randomTable(QRandomGenerator &random, bool isTidy)
{
    static const std::array pieces{"a"_ba,
                                   "bcdefghijklmnop"_ba,
                                   " "_ba,
                                   "\""_ba,
                                   "\"\""_ba,
                                   ","_ba,
                                   "\n"_ba,
                                   "\r"_ba,
                                   "\r\n"_ba,
                                   QByteArray(1, '\0'),
                                   "\xef\xbb\xbf"_ba,
                                   "\xc3\xa9"_ba,
                                   "\xff"_ba,
                                   "\t"_ba};
    static const std::array cells{""_ba,           "a"_ba,        "\"\""_ba,     "\"a,b\""_ba,
                                  "\"a\"\"b\""_ba, "\"a\nb\""_ba, "\"\r\n\""_ba, "twelve bytes"_ba,
                                  " \"b\""_ba};
    static const std::array ends{","_ba, ","_ba, ","_ba, "\n"_ba, "\r\n"_ba, "\r"_ba};
    const auto pick = [&random](const auto &choices) {
        return choices.at(random.bounded(quint32(choices.size())));
    };
    QByteArray table;
    const int count = random.bounded(60);
    for (int i = 0; i < count; ++i)
        table += isTidy ? pick(cells).append(pick(ends)) : pick(pieces);
    return table;
}

} // namespace

class CsvRowsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void randomTables();
    void largeCells();
    void manyColumns();
};

void CsvRowsTest::cells_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("line ends") << "a,b\nc,d\r\ne,f\rg,h"_ba
                               << "1|a|b\n2|c|d\n3|e|f\n4|g|h\n4 rows\n"_ba;
    QTest::newRow("blank rows") << "\n\na\r\n\r\n,,\n\"\"\rb\n"_ba << "3|a\n7|b\n7 rows\n"_ba;
    QTest::newRow("quotes") << "\"a,\nb\",\"c\"\"d\"\n\"\",e\n"_ba
                            << "1|a,\nb|c\"d\n2||e\n2 rows\n"_ba;
    QTest::newRow("ends after a comma") << "a,"_ba << "1|a|\n1 rows\n"_ba;
    QTest::newRow("ends after a quote") << "a,\"b\""_ba << "1|a|b\n1 rows\n"_ba;
    QTest::newRow("quote in a cell")
        << "a\nb\"c\nd"_ba
        << "1|a\n1 rows\n2: A quote stands where none may: nothing from here on was read."_ba;
    QTest::newRow("letter behind a quote")
        << "a\n\"b\"c\nd"_ba
        << "1|a\n1 rows\n2: A quote stands where none may: nothing from here on was read."_ba;
    QTest::newRow("open quote")
        << "a\n\"b\nd"_ba
        << "1|a\n1 rows\n2: A quote that opens in this row is never closed."_ba;
}

void CsvRowsTest::cells()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, told);
    QCOMPARE(blockText(file, 0, file.size(), CsvBlock::Splitting::Quick), told);
    QCOMPARE(blockText(file, 0, file.size(), CsvBlock::Splitting::ByLibcsv), told);
}

void CsvRowsTest::randomTables()
{
    QRandomGenerator random(20261126);
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray table = randomTable(random, i % 2 == 0);
        compareSplittings(table, table.size());
        compareSplittings(table, 1 + random.bounded(30));
        if (QTest::currentTestFailed())
            return;
    }
}

/// Around the limit of a cell, quoted or not, wherever in the file it begins; and one that is
/// hopeless, which libcsv needs long for.
void CsvRowsTest::largeCells()
{
    for (const qsizetype more : {-1, 0, 1}) {
        const QByteArray cell(qsizetype(limits::cellBytes) + more, 'x');
        for (const QByteArray &before : {QByteArray(), "a,b\n"_ba, QByteArray(65'500, 'y')}) {
            compareSplittings(before + ',' + cell + ",c\nd,e\n", 1 << 20);
            compareSplittings(before + ",\"" + cell + "\",c\nd,e\n", 1 << 20);
        }
    }
    compareSplittings("a\nb," + QByteArray(limits::hopelessCellBytes + 70'000, 'x') + "\nc\n",
                      1 << 20);
}

void CsvRowsTest::manyColumns()
{
    for (int count = limits::columns - 2; count < limits::columns + 3; ++count) {
        compareSplittings(QByteArray(count, ',') + "\na,b\n", 100'000);
        compareSplittings(QByteArray("z,").repeated(count) + "\"q\"\na,b\n", 100'000);
        compareSplittings(QByteArray(count, ',') + "z\n", 100'000);
    }
}

DATELINE_TEST(csv_rows, CsvRowsTest)
#include "tst_csv_rows.moc"
