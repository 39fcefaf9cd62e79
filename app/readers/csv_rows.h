// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/plain_row.h>

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace dateline::readers {

/// One row of a CSV file. Views live only during the call that hands the row over.
struct CsvRow
{
    int number = 0; ///< as a spreadsheet numbers it: 1 for the first, blank rows counted
    std::span<const QByteArrayView> cells; ///< bytes as written, quotes resolved
    std::optional<std::size_t> tooLong; ///< the first cell over limits::cellBytes; it is empty
};

/// Why a file was not read to its end.
struct CsvFault
{
    int row = 0;
    QString message;
    QString hint;
};

/// A part of a file of RFC 4180 CSV, from the beginning of one row to the end of another, taken
/// apart: commas, double quotes, LF, CRLF or CR. Blocks can be taken apart side by side, because
/// where rows end can be told from the quotes before them alone (csvBlockEnd). That is only right
/// up to the first fault of a file: what blocks behind it hold means nothing.
///
/// What rows and faults there are is libcsv's word. Rows that can be read in one way only are taken
/// apart without asking it, which is several times as fast; a test compares both.
class CsvBlock
{
public:
    enum class Splitting : std::uint8_t { Quick, ByLibcsv };

    /// Takes apart these bytes, which begin at `position` of their file and must outlive the rows.
    /// Ends early, with nothing to tell it, when stopped. Nothing but time depends on `splitting`.
    void parse(QByteArrayView bytes, qint64 position, const std::stop_token &stop,
               Splitting splitting = Splitting::Quick);

    /// How many rows there are to hand over: those of which every cell is empty are left out.
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    /// Row `i` < size() with its cells in `cells`, which live until the block is parsed anew; its
    /// number counts from the block's beginning.
    [[nodiscard]] CsvRow row(std::size_t i, std::vector<QByteArrayView> &cells) const;
    /// The number of row `i` < size() alone.
    [[nodiscard]] int rowNumber(std::size_t i) const { return m_rows[i].number; }

    /// How many rows there are, with blank ones.
    [[nodiscard]] int rowCount() const { return m_rowCount; }
    /// What ended the block early, behind its rows; its row counts from the block's beginning.
    [[nodiscard]] const std::optional<CsvFault> &fault() const { return m_fault; }

private:
    friend class CsvRun;

    struct Row
    {
        int number = 0;
        std::uint32_t cellBegin = 0; ///< into m_cells
        std::uint32_t cellEnd = 0;
        bool isCopied = false; ///< its cells lie in m_copied
        std::optional<std::uint32_t> tooLong;
    };

    void endRow(std::size_t cellBegin, bool isCopied, std::optional<std::uint32_t> tooLong);

    QByteArrayView m_written;
    std::string m_copied; ///< the cells of rows that libcsv took apart, one after the other
    std::vector<CellPlace> m_cells; ///< of all rows
    std::vector<Row> m_rows;
    int m_rowCount = 0;
    std::optional<CsvFault> m_fault;
};

/// What a file of more than limits::rows rows is told.
[[nodiscard]] CsvFault csvTooManyRows();

} // namespace dateline::readers
