// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>
#include <span>
#include <stop_token>

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

/// Hands over each row of RFC 4180 CSV in order: commas, double quotes, LF, CRLF or CR, with or
/// without a byte order mark. Rows of which every cell is empty are left out but counted. Returns
/// nothing when it reached the end or was stopped, else where and why it had to end; the rows
/// before have been handed over then. Ends after limits::rows. Memory: one row. `progress` gets
/// the number of bytes read now and then; it may be empty.
[[nodiscard]] std::optional<CsvFault> readCsv(const QByteArray &bytes,
                                              const std::function<void(const CsvRow &)> &use,
                                              const std::stop_token &stop = {},
                                              const std::function<void(qint64)> &progress = {});

} // namespace dateline::readers
