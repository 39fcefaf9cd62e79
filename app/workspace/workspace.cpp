// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/workspace.h>

#include <workspace/placing_date.h>

#include <algorithm>
#include <utility>

namespace dateline::workspace {

namespace {

/// The window moved, keeping its width, by the least that lets `interval` touch it; a bound that
/// is open decides nothing.
events::TimeSpan movedToShow(events::TimeSpan window, const events::FuzzyInterval &interval)
{
    if (events::possiblyTouches(interval, window) || interval.isUnbounded())
        return window;
    const events::Instant width = window.to - window.from;
    if (interval.earliestStart >= window.to)
        return {interval.latestEnd == events::distantFuture ? interval.earliestStart
                                                            : interval.latestEnd - width,
                interval.latestEnd == events::distantFuture ? interval.earliestStart + width
                                                            : interval.latestEnd};
    const events::Instant from = interval.earliestStart == events::distantPast
        ? interval.latestEnd - width
        : interval.earliestStart;
    return {from, from + width};
}

/// What lies between a window and an interval that does not touch it, in milliseconds.
double gapBetween(const events::TimeSpan &window, const events::FuzzyInterval &interval)
{
    return interval.earliestStart >= window.to ? double(interval.earliestStart) - double(window.to)
                                               : double(window.from) - double(interval.latestEnd);
}

/// Moves the nearest of the windows when the interval touches none. They stay in order and apart:
/// between that window and the interval there is no other.
void moveNearestToShow(std::vector<events::TimeSpan> &windows,
                       const events::FuzzyInterval &interval)
{
    const bool isInside = std::ranges::any_of(windows, [&interval](const events::TimeSpan &window) {
        return events::possiblyTouches(interval, window);
    });
    if (windows.empty() || isInside)
        return;
    const auto nearest
        = std::ranges::min_element(windows, {}, [&interval](const events::TimeSpan &window) {
              return gapBetween(window, interval);
          });
    *nearest = movedToShow(*nearest, interval);
}

/// The head moved to where the interval may begin, unless it shows it already. What has no date is
/// shown by no head.
PlayHead movedToShow(PlayHead head, const events::FuzzyInterval &interval)
{
    if (events::possiblyTouches(interval, head.window()) || interval.isUnbounded())
        return head;
    head.at = interval.earliestStart == events::distantPast ? interval.latestEnd - 1
                                                            : interval.earliestStart;
    head.since.reset();
    return head;
}

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
    m_dataset = std::move(dataset);
    m_crossfilter = std::make_unique<query::Crossfilter>(m_dataset);
    m_clusters = std::make_unique<query::Clusters>(m_dataset);
    m_ledger = query::ledgerOf(*m_dataset, m_crossfilter->passing());
    m_history = History();
    m_selection.clear();
    m_hovered.reset();
    m_couldUndo = m_couldRedo = false;
    Q_EMIT datasetChanged();
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
        m_ledger = query::ledgerOf(*m_dataset, m_crossfilter->passing());
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
        moveNearestToShow(next.filters.windows, interval);
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
