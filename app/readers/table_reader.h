// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/csv_block_reader.h>
#include <readers/csv_rows.h>
#include <readers/diagnostic.h>
#include <readers/row_batch.h>
#include <readers/table_row.h>

#include <QCoreApplication>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace dateline::readers {

class WorkThreads;

/// How a table is read, whatever is in it.
struct TableReading
{
    std::stop_token stop;
    /// Gets the share that is read now and then, on the thread that reads; may be empty.
    std::function<void(double)> progress;
    /// The table is read in blocks of about so many bytes. Nothing else depends on it.
    qsizetype blockBytes = 1 << 20;
    /// With it, blocks behind the first are read side by side, each into a batch; may be empty.
    std::function<std::unique_ptr<RowBatch>()> makeBatch;
};

/// Reads one CSV table: maps its header to the columns that the format knows and hands over row
/// by row. Everything that does not fit becomes a diagnostic. Used once.
class TableReader
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::TableReader)

public:
    using Use = std::function<void(TableRow &)>;

    /// `columns` and `diagnostics` must outlive the reader.
    TableReader(QString file, std::span<const Column> columns, DiagnosticList &diagnostics);
    ~TableReader();
    Q_DISABLE_COPY_MOVE(TableReader)

    /// Calls `use` for each row that has as many cells as the header, valid text and no cell that
    /// is too long, in their order and on this thread; with batches only for those that a batch
    /// does not keep. Ends at a fault of the table and after limits::rows, but reads the bytes to
    /// their end unless stopped: when they have a fault, what was handed over is not good. False
    /// when the header does not do: nothing was handed over then.
    [[nodiscard]] bool read(FileBytes &bytes, const Use &use, const TableReading &reading = {});

private:
    struct Slot;

    void readBlocks(CsvBlockReader &blocks);
    void readAhead(CsvBlockReader &blocks);
    void startSlot(Slot &slot, CsvBlockReader &blocks, WorkThreads &workers);
    void readBatch(Slot &slot) const;
    void showProgress(qint64 position) const;
    [[nodiscard]] bool takeBlock(const CsvBlock &block, RowBatch *batch,
                                 const std::vector<bool> &isSound);
    void takeRow(const CsvRow &row);
    void readHeader(const CsvRow &row);
    [[nodiscard]] bool isReadable(const CsvRow &row);
    [[nodiscard]] QString columnName(std::size_t cell) const;
    void report(Severity severity, QLatin1StringView code, std::optional<int> row,
                const QString &column, const QString &message, const QString &hint = {});

    QString m_file;
    std::span<const Column> m_columns;
    DiagnosticList &m_diagnostics;
    const Use *m_use = nullptr;
    TableReading m_reading;
    std::vector<QString> m_header; ///< as written
    std::vector<std::optional<std::size_t>> m_cellOf; ///< per column
    std::vector<QByteArrayView> m_cells; ///< of one row
    DateCache m_dates;
    qint64 m_size = 0; ///< of the file
    int m_rowsBefore = 0; ///< it
    std::optional<CsvFault> m_fault;
    bool m_hasHeader = false;
    bool m_headerFits = false;
};

} // namespace dateline::readers
