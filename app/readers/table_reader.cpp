// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/table_reader.h>

#include <readers/limits.h>

#include <QUtf8StringView>

#include <algorithm>
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

TableReader::TableReader(QString file, std::span<const Column> columns, DiagnosticList &diagnostics)
    : m_file(std::move(file))
    , m_columns(columns)
    , m_diagnostics(diagnostics)
{}

void TableReader::report(Severity severity, QLatin1StringView code, std::optional<int> row,
                         const QString &column, const QString &message, const QString &hint)
{
    m_diagnostics.add({severity, code, m_file, row, column, message, hint});
}

QString TableReader::columnName(std::size_t cell) const
{
    return cell < m_header.size() ? m_header[cell] : tr("column %1").arg(cell + 1);
}

bool TableReader::read(const QByteArray &bytes, const std::function<void(TableRow &)> &use,
                       const std::stop_token &stop, const std::function<void(qint64)> &progress)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        report(Severity::Error, "not-utf8"_L1, std::nullopt, {}, tr("The file is UTF-16."),
               tr("Save it as \"CSV UTF-8\"."));
        return false;
    }
    const auto fault = readCsv(
        bytes,
        [&](const CsvRow &row) {
            if (!std::exchange(m_hasHeader, true)) {
                readHeader(row);
            } else if (m_headerFits && isReadable(row)) {
                TableRow tableRow(m_file, m_columns, m_cellOf, row, m_dates, m_diagnostics);
                use(tableRow);
            }
        },
        stop, progress);
    if (fault) {
        report(Severity::Error, "csv-broken"_L1, fault->row, {}, fault->message, fault->hint);
    }
    if (!m_hasHeader && !stop.stop_requested() && !fault) {
        report(Severity::Error, "header-missing"_L1, 1, {}, tr("The table is empty."),
               tr("Write the names of the columns in the first row."));
    }
    return m_headerFits;
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
