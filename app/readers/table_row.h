// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>
#include <readers/csv_rows.h>
#include <readers/date_cache.h>
#include <readers/diagnostic.h>
#include <readers/key_index.h>

#include <QCoreApplication>

#include <span>
#include <string_view>
#include <vector>

namespace dateline::readers {

/// A column that the format knows.
struct Column
{
    QLatin1StringView name;
    bool isMandatory = false; ///< the table must have it; its cells may still be empty
};

/// One row of a table, whose cells are read as values of their type. A cell that does not fit
/// becomes a diagnostic and makes the row invalid; the value is then meaningless. A column that
/// the table does not have reads as empty. Lives only during the call that hands it over.
/// Without a list of diagnostics it only remembers that there would have been one.
class TableRow
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::TableRow)

public:
    TableRow(const QString &file, std::span<const Column> columns,
             std::span<const std::optional<std::size_t>> cellOf, const CsvRow &row,
             DateCache &dates, DiagnosticList *diagnostics);

    [[nodiscard]] int number() const { return m_row.number; }
    [[nodiscard]] const QString &file() const { return m_file; }

    /// False after any fault.
    [[nodiscard]] bool isValid() const { return m_valid; }
    /// False after anything that is or would be a diagnostic.
    [[nodiscard]] bool isSound() const { return m_sound; }

    /// The cell as text; empty when it is.
    [[nodiscard]] QString text(QLatin1StringView column) const
    {
        return QString::fromUtf8(cell(column));
    }

    /// The same as UTF-8 that lives as long as the row.
    [[nodiscard]] std::string_view utf8(QLatin1StringView column) const
    {
        const QByteArrayView bytes = cell(column);
        return {bytes.data(), std::size_t(bytes.size())};
    }

    /// As text() and utf8(), but an empty cell is a fault.
    [[nodiscard]] QString requiredText(QLatin1StringView column);
    [[nodiscard]] std::string_view requiredUtf8(QLatin1StringView column);

    /// Says that the cell is empty when it is, and keeps the row.
    void expectFilled(QLatin1StringView column);

    /// Says that the cell has the form of no id when it has not, and keeps the row. An empty cell
    /// says nothing.
    void expectIdForm(QLatin1StringView column, QByteArrayView id);

    /// Nothing for an empty cell.
    [[nodiscard]] std::optional<events::Edtf> date(QLatin1StringView column);
    /// What date() is bounded by alone; unbounded for an empty cell.
    [[nodiscard]] events::FuzzyInterval dateBounds(QLatin1StringView column);
    [[nodiscard]] std::optional<std::uint32_t> number(QLatin1StringView column,
                                                      std::uint32_t smallest);

    /// Between -limit and limit degrees.
    [[nodiscard]] std::optional<double> degrees(QLatin1StringView column, double limit);

    /// Null for an empty cell.
    [[nodiscard]] events::CountryCode country(QLatin1StringView column);

    /// Empty for an empty cell; http and https only.
    [[nodiscard]] QUrl url(QLatin1StringView column);

    /// A tag of BCP 47, such as "en" or "zh-Hant", of which only the form is checked; what has not
    /// that form keeps the row.
    [[nodiscard]] QString language(QLatin1StringView column);

    /// "2026-11-23", as UTF-8 that lives as long as the row; empty for an empty cell.
    [[nodiscard]] std::string_view day(QLatin1StringView column);

    /// The row that an id names; nothing for an empty cell. `table` is where it should be, `guess`
    /// may tell where the row before found its.
    [[nodiscard]] std::optional<events::Row> key(QLatin1StringView column, const KeyIndex &ids,
                                                 QLatin1StringView table,
                                                 KeyIndex::Guess *guess = nullptr);
    /// As key(), but an empty cell is a fault; 0 then.
    [[nodiscard]] events::Row requiredKey(QLatin1StringView column, const KeyIndex &ids,
                                          QLatin1StringView table,
                                          KeyIndex::Guess *guess = nullptr);

    /// The index of the cell in `names`; an empty cell is `ifEmpty`, or a fault without one.
    [[nodiscard]] std::size_t choice(QLatin1StringView column,
                                     std::span<const QLatin1StringView> names,
                                     std::optional<std::size_t> ifEmpty = {});

    /// Makes the row invalid.
    void fault(QLatin1StringView code, QLatin1StringView column, const QString &message,
               const QString &hint = {});
    /// An error that leaves nothing out: the row can do without the cell, or as it stands.
    void flaw(QLatin1StringView code, QLatin1StringView column, const QString &message,
              const QString &hint = {});
    void warn(QLatin1StringView code, QLatin1StringView column, const QString &message,
              const QString &hint = {});
    [[nodiscard]] bool wouldKeep(QLatin1StringView code) const
    {
        return m_diagnostics != nullptr && m_diagnostics->wouldKeep(code);
    }

private:
    [[nodiscard]] QByteArrayView cell(QLatin1StringView column) const;
    void report(Severity severity, QLatin1StringView code, QLatin1StringView column,
                const QString &message, const QString &hint);

    const QString &m_file;
    std::span<const Column> m_columns;
    std::span<const std::optional<std::size_t>> m_cellOf;
    const CsvRow &m_row;
    DateCache &m_dates;
    DiagnosticList *m_diagnostics;
    bool m_valid = true;
    bool m_sound = true;
    mutable std::size_t m_last = 0; ///< the column that was asked for last
};

} // namespace dateline::readers
