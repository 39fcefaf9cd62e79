// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QWidget>

class QTableView;

namespace dateline::panels {

class ElidedLabel;
class EventTableModel;
class RowDelegate;

/// The passing events as a table, with the same selection and hover as everywhere. Ctrl+C copies
/// the selected rows, with a line of headings, separated by tabs. More rows than a workspace
/// selects may be selected here alone, and a line below says so.
class EventTable : public QWidget
{
    Q_OBJECT

public:
    explicit EventTable(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    [[nodiscard]] EventTableModel *model() const { return m_model; }
    [[nodiscard]] QTableView *view() const { return m_view; }

    [[nodiscard]] QSize sizeHint() const override { return {1000, 240}; }

public Q_SLOTS:
    /// Puts the selected rows on the clipboard; nothing when there are none.
    void copyRows();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildView();
    void buildActions();
    void setRowHeight();
    void showKept(int events);

    workspace::Workspace *m_workspace;
    EventTableModel *m_model;
    QTableView *m_view;
    ElidedLabel *m_kept; ///< that rows are selected here alone
    RowDelegate *m_delegate;
    Look m_look;
};

} // namespace dateline::panels
