// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_table_model.h>

#include <events/side_by_side.h>
#include <panels/event_list_model.h>
#include <panels/event_order.h>
#include <workspace/wording.h>

#include <algorithm>
#include <utility>

namespace dateline::panels {

EventTableModel::EventTableModel(workspace::Workspace *workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    connect(workspace, &workspace::Workspace::datasetChanged, this, [this] { reset(Due::Order); });
    connect(workspace, &workspace::Workspace::filtersChanged, this, [this] { reset(Due::Rows); });
    reset(Due::Order);
}

EventTableModel::~EventTableModel()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const events::Row event = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(m_workspace->dataset(), event, index.column());
    case Qt::ToolTipRole:
        return workspace::announcement(m_workspace->dataset(), event);
    case Qt::TextAlignmentRole:
        return int(index.column() == Replies ? Qt::AlignRight | Qt::AlignVCenter
                                             : Qt::AlignLeft | Qt::AlignVCenter);
    case EventRowRole:
        return event;
    default:
        return {};
    }
}

QString EventTableModel::textOf(const events::Dataset &dataset, events::Row event, int column)
{
    const events::EventColumns &columns = dataset.columns();
    switch (column) {
    case Date:
        return workspace::datePhrase(
            events::Edtf::parse(columns.texts.at(event, events::EventText::Date)));
    case Title:
        return columns.texts.at(event, events::EventText::Title);
    case Kind:
        return dataset.kinds()[columns.kind[event]].label;
    case Place:
        if (columns.place[event] == events::noRow
            || dataset.places()[columns.place[event]].name.isEmpty())
            return tr("not stated");
        return dataset.places()[columns.place[event]].name;
    case Country:
        return workspace::countryName(events::CountryCode::fromOrdinal(columns.country(event)));
    case Standing:
        // A closed or disputed event may be denied too; the denial is never left out.
        if (columns.isDenied(event) && columns.standing(event) != events::Standing::Denied)
            return tr("%1, denied").arg(workspace::standingLabel(columns.standing(event)));
        return workspace::standingLabel(columns.standing(event));
    case Claimants:
        return claimantNames(dataset, event).join(tr(", ", "between claimants"));
    case Replies:
        return QLocale().toString(replyCount(dataset, event));
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Replies ? Qt::AlignRight | Qt::AlignVCenter
                                      : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (m_isSorting && section == m_column)
        return tr("%1 (sorting…)", "heading of a column").arg(heading(section));
    return heading(section);
}

QString EventTableModel::heading(int column)
{
    switch (column) {
    case Date:
        return tr("Date");
    case Title:
        return tr("Title");
    case Kind:
        return tr("Kind");
    case Place:
        return tr("Place");
    case Country:
        return tr("Country");
    case Standing:
        return tr("Standing");
    case Claimants:
        return tr("According to");
    case Replies:
        return tr("Replies");
    default:
        return {};
    }
}

void EventTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCountOf || (column == m_column && order == m_direction))
        return;
    m_column = column;
    m_direction = order;
    if (m_due != Due::Nothing) {
        m_due = Due::Order;
        return;
    }
    stopSorting();
    if (isSlow())
        orderElsewhere();
    else
        takeOrder(eventOrder(m_workspace->dataset(), Column(m_column), m_direction));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCountOf - 1);
}

/// Whether ordering takes longer than a frame may.
bool EventTableModel::isSlow() const
{
    const bool isByTime = m_column == Date && m_direction == Qt::AscendingOrder;
    return !isByTime && m_workspace->dataset().size() >= events::rowsForTwoThreads;
}

void EventTableModel::orderElsewhere()
{
    m_stop = std::stop_source();
    m_isSorting = true;
    m_pool.start([this, dataset = m_workspace->sharedDataset(), column = Column(m_column),
                  direction = m_direction, stop = m_stop.get_token()] {
        std::vector<events::Row> order = eventOrder(*dataset, column, direction, stop);
        // The destructor waits for this function, so `this` is still there; a call that is queued
        // after that is dropped with the receiver.
        QMetaObject::invokeMethod(this, [this, stop, order = std::move(order)]() mutable {
            if (stop.stop_requested())
                return;
            stopSorting();
            if (m_due == Due::Nothing)
                takeOrder(std::move(order));
            else // Rows follow when somebody looks.
                m_order = std::move(order);
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCountOf - 1);
        });
    });
}

/// No heading says any more that there is an order to come, nor does one come.
void EventTableModel::stopSorting()
{
    m_stop.request_stop();
    m_isSorting = false;
}

void EventTableModel::takeOrder(std::vector<events::Row> order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<events::Row> eventsBefore;
    for (const QModelIndex &index : before)
        eventsBefore.push_back(m_rows[std::size_t(index.row())]);
    m_order = std::move(order);
    collectPassing();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(int(m_rowOf[eventsBefore[std::size_t(i)]]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

std::optional<int> EventTableModel::rowOf(events::Row event) const
{
    if (event >= m_rowOf.size() || m_rowOf[event] == events::noRow)
        return std::nullopt;
    return int(m_rowOf[event]);
}

QString EventTableModel::asText(const events::Dataset &dataset, std::span<const events::Row> events,
                                const std::function<bool(std::size_t)> &goesOn)
{
    constexpr std::size_t atOnce = 256;
    const auto line = [](const QStringList &cells) {
        QStringList clean;
        for (const QString &cell : cells)
            clean.append(cell.simplified());
        return clean.join(u'\t') + u'\n';
    };
    QStringList headings;
    for (int column = 0; column < columnCountOf; ++column)
        headings.append(heading(column));
    QString text = line(headings);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (goesOn && i % atOnce == 0 && !goesOn(i))
            break;
        QStringList cells;
        for (int column = 0; column < columnCountOf; ++column)
            cells.append(textOf(dataset, events[i], column));
        text += line(cells);
    }
    return text;
}

void EventTableModel::reset(Due due)
{
    m_due = std::max(m_due, due);
    if (!m_mayWait()) {
        catchUp();
    } else if (due == Due::Order) {
        beginResetModel();
        stopSorting();
        m_order.clear();
        m_rows.clear();
        m_rowOf.clear();
        endResetModel();
    }
}

void EventTableModel::catchUp()
{
    if (m_due == Due::Nothing)
        return;
    const bool isOrderDue = std::exchange(m_due, Due::Nothing) == Due::Order;
    const events::Dataset &dataset = m_workspace->dataset();
    beginResetModel();
    if (isOrderDue) {
        stopSorting();
        m_order = isSlow() ? dataset.byTime() : eventOrder(dataset, Column(m_column), m_direction);
    }
    collectPassing();
    endResetModel();
    if (isOrderDue && isSlow()) {
        orderElsewhere();
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCountOf - 1);
    }
}

void EventTableModel::collectPassing()
{
    const bitsets::RowSet &passing = m_workspace->crossfilter().passing();
    m_rows.clear();
    m_rowOf.assign(m_order.size(), events::noRow);
    for (const events::Row row : m_order) {
        if (!passing.contains(row))
            continue;
        m_rowOf[row] = std::uint32_t(m_rows.size());
        m_rows.push_back(row);
    }
}

} // namespace dateline::panels
