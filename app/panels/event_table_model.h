// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QAbstractTableModel>
#include <QThreadPool>

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace dateline::panels {

/// The passing events of a workspace, one a row, in an order that a person chooses.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventTableModel)

public:
    enum Column { Date, Title, Kind, Place, Country, Standing, Claimants, Replies };
    static constexpr int columnCountOf = Replies + 1;

    explicit EventTableModel(workspace::Workspace *workspace, QObject *parent = nullptr);
    ~EventTableModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Orders by a column; events that tie follow in the order of time. Dates order by what they
    /// mean, never by their text. A large dataset is ordered on another thread, and the rows stay
    /// as they are until it is; the column's heading says so.
    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] bool isSorting() const { return m_isSorting; }

    /// Whenever the filter or the dataset changes and mayWait() holds, the rows are left until
    /// catchUp(): none of another dataset, else those of the filter before.
    void setMayWait(std::function<bool()> mayWait) { m_mayWait = std::move(mayWait); }
    /// Brings the rows up to date when they have waited.
    void catchUp();

    /// The event in a row of the table, and where an event is: nothing when it does not pass.
    [[nodiscard]] events::Row eventAt(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] std::optional<int> rowOf(events::Row event) const;

    /// Events as text: a line of headings, then one line each, separated by tabs. `goesOn` is told
    /// now and then how many are written; what there is then is given when it returns false. Any
    /// thread.
    [[nodiscard]] static QString asText(const events::Dataset &dataset,
                                        std::span<const events::Row> events,
                                        const std::function<bool(std::size_t)> &goesOn = {});

private:
    [[nodiscard]] static QString textOf(const events::Dataset &dataset, events::Row event,
                                        int column);
    [[nodiscard]] static QString heading(int column);
    /// What is not up to date.
    enum class Due : std::uint8_t { Nothing, Rows, Order };
    void reset(Due due);
    [[nodiscard]] bool isSlow() const;
    void orderElsewhere();
    void takeOrder(std::vector<events::Row> order);
    void stopSorting();
    void collectPassing();

    workspace::Workspace *m_workspace;
    std::vector<events::Row> m_order; ///< all events in the order of the column
    std::vector<events::Row> m_rows; ///< those of m_order that pass
    std::vector<std::uint32_t> m_rowOf; ///< place of each event in m_rows, or events::noRow
    int m_column = Date;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::function<bool()> m_mayWait = [] { return false; };
    Due m_due = Due::Nothing;
    QThreadPool m_pool; ///< one thread
    std::stop_source m_stop; ///< of what that is ordering
    bool m_isSorting = false;
};

} // namespace dateline::panels
