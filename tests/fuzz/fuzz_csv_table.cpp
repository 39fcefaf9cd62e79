// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/csv_rows.h>
#include <readers/limits.h>
#include <readers/table_reader.h>

#include <fuzz/fuzz_target.h>

#include <array>

using dateline::tests::require;
using namespace dateline::readers;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::array columns{Column{"id"_L1, true}, Column{"date"_L1}, Column{"lat"_L1},
                                        Column{"url"_L1}};
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    int last = 0;
    const auto fault = readCsv(bytes, [&last](const CsvRow &row) {
        require(row.number > last, "rows come in order");
        require(!row.cells.empty(), "a row has cells");
        for (const QByteArrayView cell : row.cells)
            require(std::size_t(cell.size()) <= limits::cellBytes, "a cell is within the limit");
        last = row.number;
    });
    require(!fault || fault->row > last, "a fault comes after the rows");

    DiagnosticList diagnostics;
    TableReader reader(u"table.csv"_s, columns, diagnostics);
    const bool fits = reader.read(bytes, [](TableRow &row) {
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
