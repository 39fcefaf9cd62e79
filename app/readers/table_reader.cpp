// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/table_reader.h>

#include <readers/limits.h>
#include <readers/work_threads.h>

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <future>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes).isValidUtf8();
}

/// The index of the first byte at which invalid UTF-8 stops making sense.
qsizetype firstInvalidByte(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (at + length > bytes.size() || !isUtf8(bytes.sliced(at, length)))
            return at;
        at += length;
    }
    return at;
}

} // namespace

/// A block on its way: read by some thread, then taken by the reading one.
struct TableReader::Slot
{
    QByteArray bytes;
    qint64 begin = 0; ///< of those in the file
    CsvBlock block;
    std::unique_ptr<RowBatch> batch;
    std::vector<bool> isSound; ///< per row of the block
    std::vector<QByteArrayView> cells; ///< of one row
    DateCache dates;
    std::future<void> done; ///< of the reading; invalid when there was no block
};

TableReader::TableReader(QString file, std::span<const Column> columns, DiagnosticList &diagnostics)
    : m_file(std::move(file))
    , m_columns(columns)
    , m_diagnostics(diagnostics)
{}

TableReader::~TableReader() = default;

void TableReader::report(Severity severity, QLatin1StringView code, std::optional<int> row,
                         const QString &column, const QString &message, const QString &hint)
{
    m_diagnostics.add({severity, code, m_file, row, column, message, hint});
}

QString TableReader::columnName(std::size_t cell) const
{
    return cell < m_header.size() ? m_header[cell] : tr("column %1").arg(cell + 1);
}

bool TableReader::read(FileBytes &bytes, const Use &use, const TableReading &reading)
{
    m_use = &use;
    m_reading = reading;
    m_size = bytes.size();
    CsvBlockReader blocks(bytes, m_reading.blockBytes);
    readBlocks(blocks);
    if (m_fault)
        report(Severity::Error, "csv-broken"_L1, m_fault->row, {}, m_fault->message, m_fault->hint);
    std::array<char, 4096> rest{};
    while (!m_reading.stop.stop_requested()
           && bytes.read(rest.data(), qsizetype(rest.size())) > 0) {
    }
    if (!m_hasHeader && !m_reading.stop.stop_requested() && !m_fault && bytes.fault().isEmpty()) {
        report(Severity::Error, "header-missing"_L1, 1, {}, tr("The table is empty."),
               tr("Write the names of the columns in the first row."));
    }
    return m_headerFits;
}

void TableReader::readBlocks(CsvBlockReader &blocks)
{
    QByteArray bytes;
    CsvBlock block;
    for (qint64 begin = 0; !m_reading.stop.stop_requested() && blocks.next(bytes);
         begin = blocks.position()) {
        if (begin == 0 && (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))) {
            m_hasHeader = true; // that it lacks one says nothing
            report(Severity::Error, "not-utf8"_L1, std::nullopt, {}, tr("The file is UTF-16."),
                   tr("Save it as \"CSV UTF-8\"."));
            return;
        }
        block.parse(bytes, begin, m_reading.stop);
        if (!takeBlock(block, nullptr, {}))
            return;
        showProgress(blocks.position());
        if (m_headerFits && m_reading.makeBatch) {
            readAhead(blocks);
            return;
        }
    }
}

void TableReader::showProgress(qint64 position) const
{
    if (m_reading.progress && m_size > 0)
        m_reading.progress(std::min(1.0, double(position) / double(m_size)));
}

/// Reads the other blocks with as many threads as there are cores. There is one block more on its
/// way, so that no core waits while this thread takes a block.
void TableReader::readAhead(CsvBlockReader &blocks)
{
    constexpr unsigned mostThreads = 8;
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads);
    std::vector<Slot> slots(threads + 1);
    WorkThreads workers(threads); // behind the slots: they go first, when all tasks are done
    if (blocks.position() < m_size) {
        // As the rows so far are; a hundredth more, so that it is rarely too little.
        const double share = double(m_size) / double(blocks.position());
        slots.front().batch = m_reading.makeBatch();
        slots.front().batch->expect(
            std::size_t(std::min(1.01 * share * m_rowsBefore, double(limits::rows))));
    }
    for (Slot &slot : slots)
        startSlot(slot, blocks, workers);
    for (std::size_t next = 0; slots[next].done.valid(); next = (next + 1) % slots.size()) {
        Slot &slot = slots[next];
        slot.done.get();
        if (m_reading.stop.stop_requested()
            || !takeBlock(slot.block, slot.batch.get(), slot.isSound)) {
            return;
        }
        showProgress(slot.begin + slot.bytes.size());
        startSlot(slot, blocks, workers);
    }
}

void TableReader::startSlot(Slot &slot, CsvBlockReader &blocks, WorkThreads &workers)
{
    slot.begin = blocks.position();
    if (!blocks.next(slot.bytes))
        return;
    if (!slot.batch)
        slot.batch = m_reading.makeBatch();
    slot.done = workers.start([this, &slot] { readBatch(slot); });
}

/// On any thread.
void TableReader::readBatch(Slot &slot) const
{
    slot.block.parse(slot.bytes, slot.begin, m_reading.stop);
    slot.batch->start(slot.block.size());
    slot.isSound.assign(slot.block.size(), false);
    // No cell goes over a comma, a quote or the end of a row, none of which UTF-8 uses for more
    // than themselves: when the block is valid, each cell is.
    if (!isUtf8(slot.bytes) || slot.bytes.contains('\0'))
        return;
    for (std::size_t i = 0; i < slot.block.size(); ++i) {
        const CsvRow row = slot.block.row(i, slot.cells);
        if (row.tooLong || row.cells.size() != m_header.size())
            continue;
        TableRow tableRow(m_file, m_columns, m_cellOf, row, slot.dates, nullptr);
        slot.batch->read(i, tableRow);
        slot.isSound[i] = tableRow.isSound();
    }
}

/// False when nothing may follow.
bool TableReader::takeBlock(const CsvBlock &block, RowBatch *batch,
                            const std::vector<bool> &isSound)
{
    for (std::size_t i = 0; i < block.size(); ++i) {
        const int number = m_rowsBefore + block.rowNumber(i);
        if (number > limits::rows)
            break;
        if (batch != nullptr && isSound[i] && batch->keep(i, number))
            continue;
        CsvRow row = block.row(i, m_cells);
        row.number = number;
        takeRow(row);
    }
    if (m_rowsBefore + block.rowCount() > limits::rows) {
        m_fault = csvTooManyRows();
    } else if (block.fault()) {
        m_fault = block.fault();
        m_fault->row += m_rowsBefore;
    }
    m_rowsBefore += block.rowCount();
    return !m_fault;
}

void TableReader::takeRow(const CsvRow &row)
{
    if (!std::exchange(m_hasHeader, true)) {
        readHeader(row);
    } else if (m_headerFits && isReadable(row)) {
        TableRow tableRow(m_file, m_columns, m_cellOf, row, m_dates, &m_diagnostics);
        (*m_use)(tableRow);
    }
}

void TableReader::readHeader(const CsvRow &row)
{
    m_cellOf.assign(m_columns.size(), std::nullopt);
    m_headerFits = isReadable(row);
    if (!m_headerFits)
        return;
    if (row.cells.size() > std::size_t(limits::columns)) {
        m_headerFits = false;
        report(Severity::Error, "columns-too-many"_L1, 1, {},
               tr("The table has more than %1 columns.").arg(limits::columns));
        return;
    }
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
        const QString name = QString::fromUtf8(row.cells[cell]);
        const bool duplicate
            = !name.isEmpty() && std::ranges::find(m_header, name) != m_header.end();
        m_header.push_back(name);
        const auto known = std::ranges::find(m_columns, name, &Column::name);
        if (duplicate) {
            m_headerFits = false;
            report(Severity::Error, "column-duplicate"_L1, 1, name,
                   tr("The column is there twice."), tr("Remove or rename one of the two."));
        } else if (known == m_columns.end()) {
            report(Severity::Note, "column-unknown"_L1, 1, columnName(cell),
                   tr("The column is not part of the format and is ignored."));
        } else {
            m_cellOf[std::size_t(known - m_columns.begin())] = cell;
        }
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].isMandatory && !m_cellOf[i]) {
            m_headerFits = false;
            report(Severity::Error, "column-missing"_L1, 1, m_columns[i].name,
                   tr("The table has no column \"%1\".").arg(m_columns[i].name),
                   tr("Add the column to the first row; its cells may be empty where the format "
                      "allows that."));
        }
    }
}

bool TableReader::isReadable(const CsvRow &row)
{
    if (row.tooLong) {
        report(Severity::Error, "cell-too-long"_L1, row.number, columnName(*row.tooLong),
               tr("The cell is longer than %1 bytes.").arg(limits::cellBytes),
               tr("Shorten it, and look for a quote that is not closed."));
        return false;
    }
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
        const QByteArrayView bytes = row.cells[cell];
        const qsizetype zero = bytes.indexOf('\0');
        if (zero >= 0) {
            report(Severity::Error, "nul-byte"_L1, row.number, columnName(cell),
                   tr("Byte %1 of the cell is NUL, which no text has.").arg(zero + 1),
                   tr("Save the table anew as \"CSV UTF-8\"."));
            return false;
        }
        if (!isUtf8(bytes)) {
            const qsizetype at = firstInvalidByte(bytes);
            report(Severity::Error, "not-utf8"_L1, row.number, columnName(cell),
                   tr("Byte %1 of the cell, 0x%2, is not UTF-8.")
                       .arg(at + 1)
                       .arg(uchar(bytes[at]), 2, 16, QChar(u'0')),
                   tr("Was the table saved as Latin-1? Save it as \"CSV UTF-8\"."));
            return false;
        }
    }
    if (m_hasHeader && !m_header.empty() && row.cells.size() != m_header.size()) {
        report(
            Severity::Error, "row-ragged"_L1, row.number, {},
            tr("The row has %1 cells, the header %2.").arg(row.cells.size()).arg(m_header.size()),
            tr("Put a cell that contains a comma in quotes, and keep empty cells."));
        return false;
    }
    return true;
}

} // namespace dateline::readers
