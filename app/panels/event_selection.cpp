// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_selection.h>

#include <panels/event_list_model.h>

#include <QEvent>
#include <QItemSelectionModel>

#include <algorithm>

namespace dateline::panels {

namespace {

std::optional<events::Row> eventOf(const QModelIndex &index)
{
    const QVariant row = index.data(EventRowRole);
    return row.isValid() ? std::optional(events::Row(row.toUInt())) : std::nullopt;
}

bool sameEvents(std::vector<events::Row> a, std::vector<events::Row> b)
{
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b;
}

/// Neighbouring lines as one range each: many selected lines stay cheap.
QItemSelection rangesOf(const QAbstractItemModel &model, std::vector<int> lines)
{
    std::ranges::sort(lines);
    QItemSelection selection;
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
        end = begin + 1;
        while (end < lines.size() && lines[end] == lines[end - 1] + 1)
            ++end;
        selection.append({model.index(lines[begin], 0), model.index(lines[end - 1], 0)});
    }
    return selection;
}

} // namespace

EventSelection::EventSelection(workspace::Workspace *workspace, QAbstractItemView *view,
                               RowOf rowOf)
    : QObject(view)
    , m_workspace(workspace)
    , m_view(view)
    , m_rowOf(std::move(rowOf))
{
    view->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
    connect(view, &QAbstractItemView::entered, this, &EventSelection::hover);
    connect(view, &QAbstractItemView::viewportEntered, this, [this] { hover({}); });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventSelection::tellWorkspace);
    connect(view->model(), &QAbstractItemModel::modelReset, this, &EventSelection::followWorkspace);
    connect(workspace, &workspace::Workspace::selectionChanged, this,
            &EventSelection::followWorkspace);
    connect(workspace, &workspace::Workspace::hoveredChanged, view->viewport(),
            qOverload<>(&QWidget::update));
    followWorkspace();
}

bool EventSelection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover({});
    return QObject::eventFilter(watched, event);
}

void EventSelection::hover(const QModelIndex &index)
{
    m_workspace->setHovered(eventOf(index));
}

std::vector<events::Row> EventSelection::shownSelection() const
{
    std::vector<events::Row> rows = m_workspace->selection();
    std::erase_if(rows, [this](events::Row row) { return !m_rowOf(row); });
    return rows;
}

int EventSelection::selectedLines() const
{
    int lines = 0;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
        lines += range.left() == 0 ? range.height() : 0;
    return lines;
}

std::vector<events::Row> EventSelection::selectionOfView() const
{
    const QItemSelectionModel *selection = m_view->selectionModel();
    std::vector<events::Row> rows;
    for (const QItemSelectionRange &range : selection->selection()) {
        for (int line = range.top(); line <= range.bottom() && range.left() == 0; ++line) {
            if (const std::optional<events::Row> row = eventOf(m_view->model()->index(line, 0)))
                rows.push_back(*row);
        }
    }
    // The event that was touched last is the one whose detail is shown.
    const QModelIndex current = selection->currentIndex();
    if (const std::optional<events::Row> row = eventOf(current.siblingAtColumn(0))) {
        const auto at = std::ranges::find(rows, *row);
        if (at != rows.end())
            std::rotate(rows.begin(), at, at + 1);
    }
    return rows;
}

void EventSelection::followWorkspace()
{
    const std::vector<events::Row> shown = shownSelection();
    if (selectedLines() <= mostShared && sameEvents(shown, selectionOfView())) {
        sayWhatIsKept(); // another model has nothing selected, and tells nobody
        return;
    }
    std::vector<int> lines;
    for (const events::Row row : shown)
        lines.push_back(*m_rowOf(row));
    QItemSelectionModel *selection = m_view->selectionModel();
    if (!lines.empty()) {
        const QModelIndex first = m_view->model()->index(lines.front(), 0);
        selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(first);
    }
    selection->select(rangesOf(*m_view->model(), std::move(lines)),
                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void EventSelection::sayWhatIsKept()
{
    const int selected = selectedLines();
    // A state that somebody wrote may name more.
    const bool isKept = selected > mostShared && shownSelection().size() != std::size_t(selected);
    Q_EMIT keptToView(isKept ? selected : 0);
}

void EventSelection::tellWorkspace()
{
    sayWhatIsKept();
    if (selectedLines() > mostShared)
        return;
    const std::vector<events::Row> rows = selectionOfView();
    if (sameEvents(rows, shownSelection()))
        return;
    if (rows.size() < 2) {
        m_workspace->select(rows.empty() ? std::nullopt : std::optional(rows.front()));
        return;
    }
    m_workspace->change([this, &rows](workspace::ViewState &next) {
        next.selection.clear();
        for (const events::Row row : rows)
            next.selection.push_back(m_workspace->dataset().columns().id.at(row));
    });
}

} // namespace dateline::panels
