// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QAbstractItemView>

#include <functional>

namespace dateline::panels {

/// Keeps selection and hover of a view of events (EventRowRole) and of the workspace the same, in
/// both directions. Echoes end because each side returns early when it agrees already. Belongs to
/// the view; the view's model is set before and never replaced. More than mostShared events stay
/// selected in the view alone: a state that names as many, and each step of undo with it, would
/// cost more than anybody gets from seeing nearly everything marked.
class EventSelection : public QObject
{
    Q_OBJECT

public:
    /// Where an event is in the model, nothing when it is not in it.
    using RowOf = std::function<std::optional<int>(events::Row)>;

    EventSelection(workspace::Workspace *workspace, QAbstractItemView *view, RowOf rowOf);

    static constexpr int mostShared = 20'000;

Q_SIGNALS:
    /// How many are selected in the view alone; 0 when both agree again.
    void keptToView(int events);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followWorkspace();
    void tellWorkspace();
    void hover(const QModelIndex &index);
    void sayWhatIsKept();
    [[nodiscard]] int selectedLines() const;
    [[nodiscard]] std::vector<events::Row> shownSelection() const;
    [[nodiscard]] std::vector<events::Row> selectionOfView() const;

    workspace::Workspace *m_workspace;
    QAbstractItemView *m_view;
    RowOf m_rowOf;
};

} // namespace dateline::panels
