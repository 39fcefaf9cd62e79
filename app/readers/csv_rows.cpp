// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/csv_rows.h>

#include <readers/csv_block_reader.h>
#include <readers/limits.h>

#include <QCoreApplication>

#include <csv.h>

#include <algorithm>

namespace dateline::readers {

/// One run of libcsv over rows of one block. Its callbacks only collect: no exception passes
/// through C.
class CsvRun
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::CsvRun)

public:
    explicit CsvRun(CsvBlock &block)
        : m_block(block)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        // Spaces around a cell belong to it; libcsv would drop them.
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; });
    }
    ~CsvRun() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(CsvRun)

    /// Takes apart bytes that begin at a row, at `position` of the file; false at a fault, which is
    /// the block's then.
    bool parse(QByteArrayView bytes, qint64 position, const std::stop_token &stop)
    {
        // Counted from the beginning of the file, so that a hopeless cell is found hopeless at the
        // same byte whatever the blocks are.
        constexpr qint64 chunk = 64 << 10;
        startRow();
        while (!bytes.isEmpty() && !stop.stop_requested()) {
            const qsizetype size = std::min<qsizetype>(bytes.size(), chunk - position % chunk);
            if (!feed(bytes.first(size)))
                m_block.m_fault = fault(false);
            else if (isLost())
                m_block.m_fault = lost();
            if (m_block.m_fault)
                return false;
            bytes = bytes.sliced(size);
            position += size;
        }
        return true;
    }

    /// Ends the last row, which may lack an end; false at a fault.
    bool finish()
    {
        if (csv_fini(&m_parser, onCell, onRow, this) != 0)
            m_block.m_fault = fault(true);
        return !m_block.m_fault;
    }

    [[nodiscard]] static CsvFault tooManyRows()
    {
        return {limits::rows + 1, tr("The table has more than %1 rows.").arg(limits::rows), {}};
    }

private:
    bool feed(QByteArrayView bytes)
    {
        return csv_parse(&m_parser, bytes.data(), std::size_t(bytes.size()), onCell, onRow, this)
            == std::size_t(bytes.size());
    }

    /// A cell has gone on for so long that nothing sensible can follow.
    [[nodiscard]] bool isLost() const { return m_parser.entry_pos > limits::hopelessCellBytes; }
    [[nodiscard]] CsvFault lost() const
    {
        return {m_block.m_rowCount + 1,
                tr("A cell is longer than %1 bytes: nothing from here on was read.")
                    .arg(limits::hopelessCellBytes),
                tr("Look for a quote that is not closed.")};
    }

    [[nodiscard]] CsvFault fault(bool atEnd) const
    {
        if (atEnd) {
            return {m_block.m_rowCount + 1, tr("A quote that opens in this row is never closed."),
                    tr("Close it; write a quote inside a quoted cell twice: \"\".")};
        }
        return {m_block.m_rowCount + 1,
                tr("A quote stands where none may: nothing from here on was read."),
                tr("Put the whole cell in quotes and write each quote inside it twice: \"\".")};
    }

    static void onCell(void *bytes, std::size_t size, void *run)
    {
        static_cast<CsvRun *>(run)->addCell(static_cast<const char *>(bytes), size);
    }
    static void onRow(int terminator, void *run) { static_cast<CsvRun *>(run)->endRow(terminator); }

    void addCell(const char *bytes, std::size_t size)
    {
        const std::size_t cell = m_block.m_cells.size() - m_cellBegin;
        if (cell > std::size_t(limits::columns))
            return;
        if (size > limits::cellBytes) {
            m_tooLong = m_tooLong.value_or(std::uint32_t(cell));
            size = 0;
        }
        m_block.m_cells.push_back({std::uint32_t(m_block.m_copied.size()), std::uint32_t(size)});
        m_block.m_copied.append(bytes, size);
    }

    void endRow(int terminator)
    {
        const bool hasCells = m_block.m_cells.size() > m_cellBegin;
        // The LF of a CRLF is reported as a row of its own.
        const bool secondHalf = terminator == CSV_LF && m_lastTerminator == CSV_CR && !hasCells;
        m_lastTerminator = secondHalf ? 0 : terminator;
        if (secondHalf || (terminator == -1 && !hasCells))
            return;
        m_block.endRow(m_cellBegin, true, m_tooLong);
        startRow();
    }

    void startRow()
    {
        m_cellBegin = m_block.m_cells.size();
        m_tooLong.reset();
    }

    csv_parser m_parser{};
    CsvBlock &m_block;
    std::size_t m_cellBegin = 0; ///< of the row
    std::optional<std::uint32_t> m_tooLong;
    int m_lastTerminator = 0;
};

void CsvBlock::parse(QByteArrayView bytes, qint64 position, const std::stop_token &stop,
                     Splitting splitting)
{
    m_written = bytes;
    m_copied.clear();
    m_cells.clear();
    m_rows.clear();
    m_rowCount = 0;
    m_fault.reset();
    CsvRun run(*this);
    qsizetype at = 0;
    while (at < bytes.size() && !stop.stop_requested()) {
        const std::size_t cellBegin = m_cells.size();
        const std::optional<qsizetype> next
            = splitting == Splitting::Quick ? splitPlainRow(bytes, at, m_cells) : std::nullopt;
        if (next) {
            endRow(cellBegin, false, std::nullopt);
            at = *next;
            continue;
        }
        const qsizetype rowEnd
            = splitting == Splitting::Quick ? csvBlockEnd(bytes, at, 0) : bytes.size();
        if (!run.parse(bytes.sliced(at, rowEnd - at), position + at, stop))
            return;
        at = rowEnd;
        if (at == bytes.size() && !stop.stop_requested() && !run.finish())
            return;
    }
}

/// Ends a row whose cells are those from `cellBegin` on.
void CsvBlock::endRow(std::size_t cellBegin, bool isCopied, std::optional<std::uint32_t> tooLong)
{
    ++m_rowCount;
    const auto cells = std::span(m_cells).subspan(cellBegin);
    const bool isBlank = std::ranges::all_of(
        cells, [](std::uint32_t size) { return size == 0; }, &CellPlace::size);
    if (isBlank && !tooLong) {
        m_cells.resize(cellBegin);
        return;
    }
    m_rows.push_back(
        {m_rowCount, std::uint32_t(cellBegin), std::uint32_t(m_cells.size()), isCopied, tooLong});
}

CsvRow CsvBlock::row(std::size_t i, std::vector<QByteArrayView> &cells) const
{
    const Row &row = m_rows[i];
    const char *const bytes = row.isCopied ? m_copied.data() : m_written.data();
    cells.clear();
    for (std::uint32_t cell = row.cellBegin; cell < row.cellEnd; ++cell)
        cells.emplace_back(bytes + m_cells[cell].begin, qsizetype(m_cells[cell].size));
    return {row.number, cells,
            row.tooLong ? std::optional(std::size_t(*row.tooLong)) : std::nullopt};
}

CsvFault csvTooManyRows()
{
    return CsvRun::tooManyRows();
}

} // namespace dateline::readers
