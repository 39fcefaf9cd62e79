// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/csv_rows.h>

#include <readers/limits.h>

#include <QCoreApplication>

#include <csv.h>

#include <algorithm>
#include <vector>

namespace dateline::readers {

namespace {

/// One run of libcsv over one file. Its callbacks only collect: no exception passes through C.
class CsvRun
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::CsvRun)

public:
    explicit CsvRun(const std::function<void(const CsvRow &)> &use)
        : m_use(use)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        // Spaces around a cell belong to it; libcsv would drop them.
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; });
    }
    ~CsvRun() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(CsvRun)

    bool parse(QByteArrayView bytes)
    {
        return csv_parse(&m_parser, bytes.data(), std::size_t(bytes.size()), onCell, onRow, this)
            == std::size_t(bytes.size());
    }
    bool finish() { return csv_fini(&m_parser, onCell, onRow, this) == 0; }

    [[nodiscard]] bool hasTooManyRows() const { return m_number > limits::rows; }

    /// A cell has gone on for so long that nothing sensible can follow.
    [[nodiscard]] bool isLost() const { return m_parser.entry_pos > limits::hopelessCellBytes; }
    [[nodiscard]] CsvFault lost() const
    {
        return {m_number + 1,
                tr("A cell is longer than %1 bytes: nothing from here on was read.")
                    .arg(limits::hopelessCellBytes),
                tr("Look for a quote that is not closed.")};
    }

    [[nodiscard]] CsvFault fault(bool atEnd) const
    {
        if (atEnd) {
            return {m_number + 1, tr("A quote that opens in this row is never closed."),
                    tr("Close it; write a quote inside a quoted cell twice: \"\".")};
        }
        return {m_number + 1, tr("A quote stands where none may: nothing from here on was read."),
                tr("Put the whole cell in quotes and write each quote inside it twice: \"\".")};
    }

private:
    static void onCell(void *bytes, std::size_t size, void *run)
    {
        static_cast<CsvRun *>(run)->addCell(static_cast<const char *>(bytes), size);
    }
    static void onRow(int terminator, void *run) { static_cast<CsvRun *>(run)->endRow(terminator); }

    void addCell(const char *bytes, std::size_t size)
    {
        if (m_ends.size() > std::size_t(limits::columns))
            return;
        if (size > limits::cellBytes) {
            m_tooLong = m_tooLong.value_or(m_ends.size());
            size = 0;
        }
        m_bytes.append(bytes, qsizetype(size));
        m_ends.push_back(m_bytes.size());
    }

    void endRow(int terminator)
    {
        // The LF of a CRLF is reported as a row of its own.
        const bool secondHalf
            = terminator == CSV_LF && m_lastTerminator == CSV_CR && m_ends.empty();
        m_lastTerminator = secondHalf ? 0 : terminator;
        if (secondHalf || (terminator == -1 && m_ends.empty()))
            return;
        ++m_number;
        if (!m_bytes.isEmpty() || m_tooLong)
            handOver();
        m_bytes.clear();
        m_ends.clear();
        m_tooLong.reset();
    }

    void handOver()
    {
        if (hasTooManyRows())
            return;
        m_cells.clear();
        qsizetype begin = 0;
        for (const qsizetype end : m_ends) {
            m_cells.emplace_back(m_bytes.constData() + begin, end - begin);
            begin = end;
        }
        m_use({m_number, m_cells, m_tooLong});
    }

    csv_parser m_parser{};
    const std::function<void(const CsvRow &)> &m_use;
    QByteArray m_bytes; ///< of the row's cells, one after the other
    std::vector<qsizetype> m_ends;
    std::vector<QByteArrayView> m_cells;
    std::optional<std::size_t> m_tooLong;
    int m_number = 0;
    int m_lastTerminator = 0;
};

} // namespace

std::optional<CsvFault> readCsv(const QByteArray &bytes,
                                const std::function<void(const CsvRow &)> &use,
                                const std::stop_token &stop,
                                const std::function<void(qint64)> &progress)
{
    constexpr qsizetype chunk = 64 << 10;
    QByteArrayView rest(bytes);
    if (rest.startsWith("\xef\xbb\xbf"))
        rest = rest.sliced(3);
    CsvRun run(use);
    while (!rest.isEmpty()) {
        if (stop.stop_requested())
            return std::nullopt;
        const QByteArrayView part = rest.first(std::min(chunk, rest.size()));
        if (!run.parse(part))
            return run.fault(false);
        if (run.hasTooManyRows()) {
            return CsvFault{limits::rows + 1,
                            QCoreApplication::translate("dateline::readers::CsvRun",
                                                        "The table has more than %1 rows.")
                                .arg(limits::rows),
                            {}};
        }
        if (run.isLost())
            return run.lost();
        rest = rest.sliced(part.size());
        if (progress)
            progress(bytes.size() - rest.size());
    }
    if (!run.finish())
        return run.fault(true);
    return std::nullopt;
}

} // namespace dateline::readers
