// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/facet_list.h>

#include <panels/facet_delegate.h>

#include <QKeyEvent>
#include <QMouseEvent>

namespace dateline::panels {

FacetList::FacetList(FacetModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new FacetDelegate(model, this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &FacetList::rememberCurrent);
    connect(model, &QAbstractItemModel::modelReset, this, &FacetList::restoreCurrent);
}

void FacetList::setLook(const Look &look)
{
    static_cast<FacetDelegate *>(itemDelegate())->setLook(look);
    updateGeometry();
    viewport()->update();
}

void FacetList::rememberCurrent()
{
    const QModelIndex current = currentIndex();
    m_current.reset();
    if (current.isValid())
        m_current = current.data(FacetModel::ValueRole).toString();
}

void FacetList::restoreCurrent()
{
    updateGeometry();
    for (int row = 0; m_current && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->QAbstractListModel::index(row);
        if (index.data(FacetModel::ValueRole).toString() == *m_current) {
            setCurrentIndex(index);
            return;
        }
    }
}

QSize FacetList::sizeHint() const
{
    const int row = m_model->rowCount() == 0 ? 0 : sizeHintForRow(0);
    return {30 * grid, row * m_model->rowCount()};
}

QSize FacetList::minimumSizeHint() const
{
    return {20 * grid, sizeHint().height()};
}

void FacetList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    switch (event->key()) {
    case Qt::Key_Space:
        if (current.isValid())
            m_model->toggle(current.row());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid())
            m_model->chooseOnly(current.row());
        return;
    case Qt::Key_Down:
        if (current.row() + 1 >= m_model->rowCount()) {
            focusNextChild();
            return;
        }
        break;
    case Qt::Key_Up:
        if (current.row() <= 0) {
            focusPreviousChild();
            return;
        }
        break;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

void FacetList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex())
        return;
    const bool onBox = event->position().x() < FacetDelegate::boxWidth;
    if (onBox || event->modifiers().testFlag(Qt::ControlModifier))
        m_model->toggle(index.row());
    else
        m_model->chooseOnly(index.row());
}

void FacetList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_model->QAbstractListModel::index(0));
    QListView::focusInEvent(event);
    if (currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        Q_EMIT movedTo(visualRect(currentIndex()));
}

void FacetList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && hasFocus())
        Q_EMIT movedTo(visualRect(current));
}

void FacetList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        doItemsLayout();
        updateGeometry();
    }
    QListView::changeEvent(event);
}

} // namespace dateline::panels
