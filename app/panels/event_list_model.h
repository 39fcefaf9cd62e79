// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QAbstractListModel>

#include <unordered_map>
#include <vector>

namespace dateline::panels {

/// Roles of all models of this module whose rows are events.
enum EventRole {
    EventRowRole = Qt::UserRole + 1, ///< the events::Row as uint; invalid for a heading
    SubtitleRole, ///< when and where; the note of a heading
};

/// One line of a list: an event, or a heading above events.
struct ListEntry
{
    std::optional<events::Row> event;
    QString heading;
    QString note; ///< at the right of a heading

    friend bool operator==(const ListEntry &, const ListEntry &) = default;
};

/// Events of a workspace as a list with headings.
class EventListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit EventListModel(workspace::Workspace *workspace, QObject *parent = nullptr);

    /// Replaces the list; nothing happens when it is the same. The events are of the workspace's
    /// dataset.
    void setEntries(std::vector<ListEntry> entries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Where an event is in the list, or nothing.
    [[nodiscard]] std::optional<int> rowOf(events::Row event) const;

private:
    [[nodiscard]] QVariant eventData(events::Row event, int role) const;

    workspace::Workspace *m_workspace;
    std::vector<ListEntry> m_entries;
    std::unordered_map<events::Row, int> m_rowOf; ///< of each event its line
};

} // namespace dateline::panels
