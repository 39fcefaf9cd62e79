// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_list_model.h>

#include <workspace/wording.h>

namespace dateline::panels {

EventListModel::EventListModel(workspace::Workspace *workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    // The rows of another dataset mean nothing here: the list is empty until it is set again.
    connect(workspace, &workspace::Workspace::datasetChanged, this, [this] { setEntries({}); });
}

void EventListModel::setEntries(std::vector<ListEntry> entries)
{
    if (m_entries == entries)
        return;
    beginResetModel();
    m_entries = std::move(entries);
    m_rowOf.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].event)
            m_rowOf.emplace(*m_entries[i].event, int(i));
    }
    endResetModel();
}

int EventListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListEntry &entry = m_entries[std::size_t(index.row())];
    if (entry.event)
        return eventData(*entry.event, role);
    switch (role) {
    case Qt::DisplayRole:
        return entry.heading;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(entry.heading, entry.note);
    case SubtitleRole:
        return entry.note;
    default:
        return {};
    }
}

QVariant EventListModel::eventData(events::Row event, int role) const
{
    const events::Dataset &dataset = m_workspace->dataset();
    switch (role) {
    case Qt::DisplayRole:
        return dataset.columns().texts.at(event, events::EventText::Title);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return workspace::announcement(dataset, event);
    case EventRowRole:
        return event;
    case SubtitleRole:
        return tr("%1 · %2").arg(workspace::datePhrase(dataset.event(event).date),
                                 workspace::attribution(dataset, event));
    default:
        return {};
    }
}

Qt::ItemFlags EventListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isEvent = m_entries[std::size_t(index.row())].event.has_value();
    return isEvent ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                   : Qt::ItemNeverHasChildren;
}

std::optional<int> EventListModel::rowOf(events::Row event) const
{
    const auto found = m_rowOf.find(event);
    return found == m_rowOf.end() ? std::nullopt : std::optional(found->second);
}

} // namespace dateline::panels
