// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/tray.h>

#include <panels/event_list_model.h>
#include <panels/event_list_view.h>
#include <panels/out_of_sight.h>
#include <panels/row_delegate.h>
#include <panels/tray_entries.h>

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace dateline::panels {

TrayPanel::TrayPanel(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new EventListModel(workspace, this))
    , m_view(newEventListView(workspace, m_model, this))
    , m_summary(new QLabel(this))
    , m_delegate(static_cast<RowDelegate *>(m_view->itemDelegate()))
{
    m_summary->setWordWrap(true);
    m_summary->setMargin(grid);
    m_view->setAccessibleName(tr("Events that are not at a point of the map"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(workspace, &workspace::Workspace::datasetChanged, this, &TrayPanel::refresh);
    connect(workspace, &workspace::Workspace::filtersChanged, this, &TrayPanel::refresh);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
    refresh();
}

void TrayPanel::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    m_look = Look(palette, theme);
    style();
}

void TrayPanel::style()
{
    setPalette(m_look.widgetPalette());
    m_summary->setFont(typeFont(font(), TypeSize::Body));
    m_delegate->setLook(m_look);
    m_view->doItemsLayout();
}

void TrayPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        style();
    QWidget::changeEvent(event);
}

void TrayPanel::showEvent(QShowEvent *event)
{
    if (m_isDue)
        refresh();
    QWidget::showEvent(event);
}

void TrayPanel::refresh()
{
    m_isDue = isOutOfSight(*this);
    if (m_isDue)
        return;
    const query::LocatedSum &sum = m_workspace->ledger().passingEvents;
    const QLocale locale;
    m_summary->setText(tr("%1 not on the map + %2 by country only = %3 of %4 events")
                           .arg(locale.toString(sum.unlocated), locale.toString(sum.countryOnly),
                                locale.toString(sum.unlocated + sum.countryOnly),
                                locale.toString(sum.total())));
    m_model->setEntries(trayEntries(*m_workspace));
}

} // namespace dateline::panels
