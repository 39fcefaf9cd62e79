// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_list_view.h>

#include <panels/event_list_model.h>
#include <panels/event_selection.h>
#include <panels/row_delegate.h>
#include <panels/thin_scroll_bar.h>

#include <QListView>

namespace dateline::panels {

QListView *newEventListView(workspace::Workspace *workspace, EventListModel *model, QWidget *parent)
{
    auto *view = new QListView(parent);
    view->setModel(model);
    view->setItemDelegate(new RowDelegate(workspace, RowDelegate::Form::List, view));
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    view->setFrameShape(QFrame::NoFrame);
    view->setResizeMode(QListView::Adjust);
    new EventSelection(workspace, view, [model](events::Row row) { return model->rowOf(row); });
    return view;
}

} // namespace dateline::panels
