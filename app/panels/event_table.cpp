// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_table.h>

#include <panels/background_job.h>
#include <panels/elided_label.h>
#include <panels/event_selection.h>
#include <panels/event_table_model.h>
#include <panels/out_of_sight.h>
#include <panels/row_delegate.h>
#include <panels/table_header.h>
#include <panels/thin_scroll_bar.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace dateline::panels {

namespace {

constexpr std::size_t copiedAtOnce = 500; ///< rows, within a frame

} // namespace

EventTable::EventTable(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new EventTableModel(workspace, this))
    , m_view(new QTableView(this))
    , m_kept(new ElidedLabel(this))
    , m_delegate(new RowDelegate(workspace, RowDelegate::Form::Table, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addWidget(m_kept);
    setFocusProxy(m_view);
    m_model->setMayWait([this] { return isOutOfSight(*this); });
    buildView();
    buildActions();
    auto *selection = new EventSelection(
        workspace, m_view, [this](events::Row event) { return m_model->rowOf(event); });
    connect(selection, &EventSelection::keptToView, this, &EventTable::showKept);
    showKept(0);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
}

void EventTable::buildView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_delegate->setSymbolColumn(EventTableModel::Kind);
    m_view->setHorizontalHeader(new TableHeader(m_view));
    m_view->setAccessibleName(tr("Table of events"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBar(new ThinScrollBar(Qt::Horizontal));
    m_view->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setSortIndicator(EventTableModel::Date, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    constexpr std::array widths{184, 344, 120, 128, 128, 184, 216, 72};
    for (int column = 0; column < int(widths.size()); ++column)
        m_view->setColumnWidth(column, widths.at(std::size_t(column)));
}

void EventTable::buildActions()
{
    auto *copy = new QAction(tr("Copy rows"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &EventTable::copyRows);
    m_view->addAction(copy);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void EventTable::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    m_look = Look(palette, theme);
    setPalette(m_look.widgetPalette());
    m_delegate->setLook(m_look);
    static_cast<TableHeader *>(m_view->horizontalHeader())->setLook(m_look);
    setRowHeight();
    m_view->viewport()->update();
}

void EventTable::showKept(int events)
{
    m_kept->setVisible(events > 0);
    m_kept->setText(tr("%Ln rows are selected in this table alone; up to %L1 are marked everywhere",
                       nullptr, events)
                        .arg(EventSelection::mostShared));
}

void EventTable::setRowHeight()
{
    const QFont body = typeFont(font(), TypeSize::Body);
    const int height = QFontMetrics(body).height() + grid;
    m_kept->setFont(body);
    m_kept->setContentsMargins(grid, grid / 2, grid, grid / 2);
    m_view->verticalHeader()->setMinimumSectionSize(height);
    m_view->verticalHeader()->setDefaultSectionSize(height);
}

void EventTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setRowHeight();
    QWidget::changeEvent(event);
}

void EventTable::showEvent(QShowEvent *event)
{
    m_model->catchUp();
    QWidget::showEvent(event);
}

void EventTable::copyRows()
{
    // Whole rows are selected, in ranges that do not overlap.
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    std::vector<events::Row> events;
    for (const auto &[top, bottom] : ranges)
        for (int row = top; row <= bottom; ++row)
            events.push_back(m_model->eventAt(row));
    if (events.empty())
        return;
    const auto copy = [](const QString &text) { QApplication::clipboard()->setText(text); };
    if (events.size() <= copiedAtOnce) {
        copy(EventTableModel::asText(m_workspace->dataset(), events));
        return;
    }
    const QString title = tr("Copying %Ln rows…", nullptr, int(events.size()));
    BackgroundJob::start(
        window(), title,
        [copy, dataset = m_workspace->sharedDataset(),
         events = std::move(events)](const BackgroundJob::Course &course) {
            const auto goesOn = [&](std::size_t done) {
                return course.goesOn(double(done) / double(events.size()));
            };
            return [copy, text = EventTableModel::asText(*dataset, events, goesOn)] { copy(text); };
        });
}

} // namespace dateline::panels
