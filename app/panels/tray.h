// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <workspace/workspace.h>

#include <QWidget>

class QLabel;
class QListView;

namespace dateline::panels {

class EventListModel;
class RowDelegate;

/// "Not on the map": the passing events without a place, then those known by country only,
/// grouped. Its counts are those of the ledger.
class TrayPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrayPanel(workspace::Workspace *workspace, QWidget *parent = nullptr);

    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    [[nodiscard]] EventListModel *model() const { return m_model; }
    [[nodiscard]] QListView *view() const { return m_view; }

    [[nodiscard]] QSize sizeHint() const override { return {320, 420}; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void style();

    workspace::Workspace *m_workspace;
    EventListModel *m_model;
    QListView *m_view;
    QLabel *m_summary;
    RowDelegate *m_delegate;
    bool m_isDue = false; ///< not up to date
    Look m_look;
};

} // namespace dateline::panels
