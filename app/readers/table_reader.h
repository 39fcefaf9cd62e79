// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/csv_rows.h>
#include <readers/diagnostic.h>
#include <readers/table_row.h>

#include <QCoreApplication>

#include <functional>
#include <stop_token>
#include <vector>

namespace dateline::readers {

/// Reads one CSV table: maps its header to the columns that the format knows and hands over row
/// by row. Everything that does not fit becomes a diagnostic.
class TableReader
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::TableReader)

public:
    /// `columns` and `diagnostics` must outlive the reader.
    TableReader(QString file, std::span<const Column> columns, DiagnosticList &diagnostics);

    /// Calls `use` for each row that has as many cells as the header, valid text and no cell that
    /// is too long. False when the header does not do: nothing was handed over then.
    [[nodiscard]] bool read(const QByteArray &bytes, const std::function<void(TableRow &)> &use,
                            const std::stop_token &stop = {},
                            const std::function<void(qint64)> &progress = {});

private:
    void readHeader(const CsvRow &row);
    [[nodiscard]] bool isReadable(const CsvRow &row);
    [[nodiscard]] QString columnName(std::size_t cell) const;
    void report(Severity severity, QLatin1StringView code, std::optional<int> row,
                const QString &column, const QString &message, const QString &hint = {});

    QString m_file;
    std::span<const Column> m_columns;
    DiagnosticList &m_diagnostics;
    std::vector<QString> m_header; ///< as written
    std::vector<std::optional<std::size_t>> m_cellOf; ///< per column
    DateCache m_dates;
    bool m_hasHeader = false;
    bool m_headerFits = false;
};

} // namespace dateline::readers
