// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/workspace.h>

#include <workspace/moved_to_show.h>
#include <workspace/placing_date.h>

#include <algorithm>
#include <utility>

namespace dateline::workspace {

namespace {

/// Takes the filters by place away, so that nothing sets one again.
void clearSpace(ViewState &state)
{
    state.areaFollowsMap = false;
    state.filters.area.reset();
    state.filters.lasso.clear();
}

} // namespace

Workspace::Workspace(QObject *parent)
    : QObject(parent)
{
    setDataset(events::Dataset::build({}));
}

Workspace::~Workspace() = default;

void Workspace::setDataset(std::shared_ptr<const events::Dataset> dataset)
{
    Q_ASSERT(dataset);
    setDataset(IndexedDataset(std::move(dataset)));
}

void Workspace::setDataset(IndexedDataset dataset)
{
    m_dataset = std::move(dataset.dataset);
    m_crossfilter = std::move(dataset.crossfilter);
    m_clusters = std::move(dataset.clusters);
    m_ledger = query::ledgerOf(*m_dataset, m_crossfilter->passing());
    m_history = History();
    m_selection.clear();
    m_hovered.reset();
    m_couldUndo = m_couldRedo = false;
    Q_EMIT datasetChanged();
}

void Workspace::setTextIndex(const std::shared_ptr<const events::Dataset> &dataset,
                             std::shared_ptr<const fulltext::TextIndex> index)
{
    if (dataset != m_dataset)
        return;
    const bool hasWaited = isSearchWaiting();
    m_crossfilter->setTextIndex(std::move(index));
    if (!hasWaited)
        return;
    query::recount(m_ledger, *m_dataset, m_crossfilter->passing());
    Q_EMIT filtersChanged();
}

query::Filters Workspace::filtersInForce() const
{
    query::Filters filters = state().filters;
    if (isSearchWaiting())
        filters.text.clear();
    return filters;
}

void Workspace::finishSearch()
{
    if (isSearchWaiting())
        setTextIndex(m_dataset, std::make_shared<const fulltext::TextIndex>(*m_dataset));
}

void Workspace::apply(ViewState next, Step step)
{
    const ViewState before = state();
    if (next == before)
        return;
    if (step == Step::New)
        m_history.push(std::move(next));
    else
        m_history.amend(std::move(next));
    follow(before);
}

void Workspace::change(const std::function<void(ViewState &)> &change, Step step)
{
    ViewState next = state();
    change(next);
    apply(std::move(next), step);
}

void Workspace::undo()
{
    if (!canUndo())
        return;
    const ViewState before = state();
    m_history.undo();
    follow(before);
}

void Workspace::redo()
{
    if (!canRedo())
        return;
    const ViewState before = state();
    m_history.redo();
    follow(before);
}

void Workspace::follow(const ViewState &before)
{
    const ViewState now = state();
    const bool filtersDiffer
        = before.filters != now.filters || before.areaFollowsMap != now.areaFollowsMap;
    const bool headDiffers = before.play != now.play;
    if (filtersDiffer || headDiffers) {
        m_crossfilter->setFilters(now.filters);
        m_crossfilter->setPlayWindow(now.play ? std::optional(now.play->window()) : std::nullopt);
        query::recount(m_ledger, *m_dataset, m_crossfilter->passing());
    }
    if (before.selection != now.selection) {
        m_selection.clear();
        for (const QString &id : now.selection) {
            if (const std::optional<events::Row> row = m_dataset->eventRow(id))
                m_selection.push_back(*row);
        }
    }
    // Everything is up to date before the first view hears of anything.
    if (filtersDiffer || headDiffers)
        Q_EMIT filtersChanged();
    if (before.span != now.span)
        Q_EMIT spanChanged();
    if (headDiffers)
        Q_EMIT playHeadChanged();
    if (before.camera != now.camera)
        Q_EMIT cameraChanged();
    if (before.lens != now.lens)
        Q_EMIT lensChanged();
    if (before.clock != now.clock)
        Q_EMIT clockChanged();
    if (before.shading != now.shading)
        Q_EMIT shadingChanged();
    if (before.selection != now.selection)
        Q_EMIT selectionChanged();
    const bool couldUndo = std::exchange(m_couldUndo, canUndo());
    const bool couldRedo = std::exchange(m_couldRedo, canRedo());
    if (couldUndo != m_couldUndo || couldRedo != m_couldRedo)
        Q_EMIT historyChanged();
}

void Workspace::setHovered(std::optional<events::Row> row)
{
    if (m_hovered == row)
        return;
    m_hovered = row;
    Q_EMIT hoveredChanged();
}

std::optional<events::Row> Workspace::selected() const
{
    if (m_selection.empty())
        return std::nullopt;
    return m_selection.front();
}

void Workspace::select(std::optional<events::Row> row)
{
    change([this, row](ViewState &next) {
        next.selection.clear();
        if (!row)
            return;
        next.selection.push_back(m_dataset->columns().id.at(*row));
        const events::FuzzyInterval interval = m_dataset->columns().bounds(*row);
        const std::optional<events::Edtf> placed = placingDate(*m_dataset, *row, next.clock);
        if (next.span && placed)
            next.span = movedToShow(*next.span, placed->bounds());
        next.filters.windows
            = movedToShow(next.filters.windows, next.filters.containment, interval);
        if (next.play)
            next.play = movedToShow(*next.play, interval);
    });
}

void Workspace::toggleSelected(events::Row row)
{
    change([this, row](ViewState &next) {
        const QString id = m_dataset->columns().id.at(row);
        if (std::erase(next.selection, id) == 0)
            next.selection.push_back(id);
    });
}

void Workspace::selectNeighbour(int direction)
{
    const std::vector<events::Row> &order = m_dataset->byTime();
    const auto size = std::ptrdiff_t(order.size());
    std::ptrdiff_t at = direction > 0 ? -1 : size;
    if (const std::optional<events::Row> row = selected())
        at = std::ranges::find(order, *row) - order.begin();
    for (at += direction; at >= 0 && at < size; at += direction) {
        const events::Row candidate = order[std::size_t(at)];
        if (m_crossfilter->passing().contains(candidate)) {
            select(candidate);
            return;
        }
    }
}

bool Workspace::peel()
{
    const ViewState before = state();
    change([](ViewState &next) {
        if (!next.selection.empty())
            next.selection.clear();
        else if (!next.filters.windows.empty())
            next.filters.windows.clear();
        else if (next.filters.area || !next.filters.lasso.empty())
            clearSpace(next);
        else
            next.filters = {};
    });
    return !(before == state());
}

void Workspace::resetFilters()
{
    change([](ViewState &next) {
        clearSpace(next);
        next.filters = {};
        next.play.reset();
    });
}

} // namespace dateline::workspace
