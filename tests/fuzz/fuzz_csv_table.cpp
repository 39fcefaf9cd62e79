// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/csv_block_reader.h>
#include <readers/csv_rows.h>
#include <readers/limits.h>
#include <readers/table_reader.h>

#include <fuzz/fuzz_target.h>

#include <array>
#include <string>
#include <vector>

using dateline::tests::require;
using namespace dateline::readers;
using namespace Qt::StringLiterals;

namespace {

/// Rows and fault of a file that is taken apart in blocks of `blockBytes`, as one text.
std::string inBlocks(QByteArrayView file, qsizetype blockBytes,
                     CsvBlock::Splitting splitting = CsvBlock::Splitting::Quick)
{
    std::string result;
    CsvBlock block;
    std::vector<QByteArrayView> cells;
    int rowsBefore = 0;
    for (qsizetype begin = 0; begin < file.size() && !block.fault();) {
        const qsizetype end = csvBlockEnd(file, begin, blockBytes);
        require(end > begin && end <= file.size(), "a block goes on");
        block.parse(file.sliced(begin, end - begin), begin, {}, splitting);
        int last = 0;
        for (std::size_t i = 0; i < block.size(); ++i) {
            const CsvRow row = block.row(i, cells);
            require(row.number > last, "rows come in order");
            require(!row.cells.empty(), "a row has cells");
            last = row.number;
            result += std::to_string(rowsBefore + row.number);
            for (const QByteArrayView cell : row.cells) {
                require(std::size_t(cell.size()) <= limits::cellBytes,
                        "a cell is within the limit");
                result += '|' + cell.toByteArray().toStdString();
            }
            result += '\n';
        }
        require(last <= block.rowCount(), "all rows are counted");
        if (block.fault()) {
            require(block.fault()->row > last, "a fault comes after the rows");
            result += "fault in " + std::to_string(rowsBefore + block.fault()->row) + ": "
                + block.fault()->message.toStdString();
        }
        rowsBefore += block.rowCount();
        begin = end;
    }
    return result;
}

void checkBlocks(QByteArrayView file)
{
    const std::string whole = inBlocks(file, file.size());
    require(inBlocks(file, 1) == whole, "rows are the same one by one");
    require(inBlocks(file, 20) == whole, "rows are the same in blocks");
    require(inBlocks(file, file.size(), CsvBlock::Splitting::ByLibcsv) == whole,
            "rows are libcsv's");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::array columns{Column{"id"_L1, true}, Column{"date"_L1}, Column{"lat"_L1},
                                        Column{"url"_L1}};
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkBlocks(withoutByteOrderMark(bytes));

    DiagnosticList diagnostics;
    TableReader reader(u"table.csv"_s, columns, diagnostics);
    MemoryBytes file(bytes);
    const bool fits = reader.read(file, [](TableRow &row) {
        const QString id = row.requiredText("id"_L1);
        const auto date = row.date("date"_L1);
        const auto latitude = row.degrees("lat"_L1, 90);
        const QUrl url = row.url("url"_L1);
        require(!row.isValid() || !id.isEmpty(), "a valid row has what it needs");
        require(!latitude || (*latitude >= -90 && *latitude <= 90), "degrees are in range");
        require(!row.isValid() || url.isEmpty() || url.scheme().startsWith(u"http"_s),
                "an address is of the web");
        require(!date || !date->text().isEmpty(), "a date has text");
    });
    require(fits || bytes.isEmpty() || !diagnostics.take().empty(), "a refusal is explained");
    return 0;
}
