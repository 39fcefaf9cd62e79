// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <clustering/clusters.h>
#include <events/dataset.h>
#include <query/crossfilter.h>
#include <query/ledger.h>
#include <workspace/history.h>
#include <workspace/indexed_dataset.h>
#include <workspace/view_state.h>

#include <QObject>

#include <functional>
#include <memory>

namespace dateline::workspace {

/// How a change enters the history.
enum class Step : std::uint8_t {
    New, ///< a step of its own that Ctrl+Z takes back
    Continue, ///< the rest of a gesture: merges with the step before
    Passing, ///< no step: camera moves, the play head running
};

/// The only shared mutable state: one dataset, one ViewState, the filter that follows it, hover.
/// Views read it and listen to it, and change it through apply() alone; no view knows another.
/// A change that changes nothing emits nothing, which is all that stops echoes. Lives in the GUI
/// thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject *parent = nullptr);
    ~Workspace() override;

    /// Shows another dataset, with a fresh ViewState and History. None of its parts is null. An
    /// empty dataset stands in before the first one is set.
    void setDataset(IndexedDataset dataset);
    /// The same, indexed here and now. Not null.
    void setDataset(std::shared_ptr<const events::Dataset> dataset);
    [[nodiscard]] const events::Dataset &dataset() const { return *m_dataset; }
    [[nodiscard]] std::shared_ptr<const events::Dataset> sharedDataset() const { return m_dataset; }

    /// Gives the index of a dataset's text that was made elsewhere; nothing happens when that is
    /// not the dataset shown. Not null.
    void setTextIndex(const std::shared_ptr<const events::Dataset> &dataset,
                      std::shared_ptr<const fulltext::TextIndex> index);
    /// Whether a filter by text waits for that and lets everything pass until then.
    [[nodiscard]] bool isSearchWaiting() const { return m_crossfilter->isTextWaiting(); }
    /// The filters that passing events and counts follow: the state's, without a text that waits.
    [[nodiscard]] query::Filters filtersInForce() const;
    /// Ends the waiting by making the index here, which takes a second for a million events: before
    /// anything is written.
    void finishSearch();

    [[nodiscard]] const ViewState &state() const { return m_history.current(); }
    [[nodiscard]] const query::Crossfilter &crossfilter() const { return *m_crossfilter; }
    [[nodiscard]] const clustering::Clusters &clusters() const { return *m_clusters; }

    /// The ledger under the current filter; cached.
    [[nodiscard]] const query::Ledger &ledger() const { return m_ledger; }

    /// Makes `next` the state; updates the filter by the difference and emits one signal for each
    /// part that changed.
    void apply(ViewState next, Step step = Step::New);

    /// apply() of a copy of the state that `change` has edited.
    void change(const std::function<void(ViewState &)> &change, Step step = Step::New);

    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    void undo();
    void redo();

    /// The event under the pointer, in any view; nothing when there is none.
    [[nodiscard]] std::optional<events::Row> hovered() const { return m_hovered; }
    void setHovered(std::optional<events::Row> row);

    /// The selected events that the dataset has; first the one whose detail is shown.
    [[nodiscard]] const std::vector<events::Row> &selection() const { return m_selection; }
    [[nodiscard]] std::optional<events::Row> selected() const;

    /// Selects one event, or none. An event outside the brush moves the nearest window of it there,
    /// one that the clock places outside the visible span moves the span, and one that the play
    /// head hides moves the head to where it may begin, in the same undo step. What has no date
    /// moves nothing.
    void select(std::optional<events::Row> row);
    /// Adds the event to the selection when it is not in it, else takes it away.
    void toggleSelected(events::Row row);
    /// Selects the event before (-1) or after (+1) the selected one among those that pass, in the
    /// order of time; the first or last when nothing is selected. Stops at the ends.
    void selectNeighbour(int direction);

    /// Takes back one layer: selection, then brush, then the filters by area and lasso, then all
    /// filters. False when there was none.
    bool peel();

    /// Clears all filters, the brush and the play head; selection and camera stay.
    void resetFilters();

Q_SIGNALS:
    void datasetChanged();
    void filtersChanged(); ///< filters, brush or play window: what passes, and all counts; also
                           ///< whether the area follows the map, and when a search has waited
    void spanChanged();
    void playHeadChanged();
    void cameraChanged();
    void lensChanged();
    void clockChanged();
    void shadingChanged();
    void selectionChanged();
    void hoveredChanged();
    void historyChanged(); ///< canUndo or canRedo

private:
    void follow(const ViewState &before);

    std::shared_ptr<const events::Dataset> m_dataset;
    std::unique_ptr<query::Crossfilter> m_crossfilter;
    std::unique_ptr<clustering::Clusters> m_clusters;
    query::Ledger m_ledger;
    History m_history;
    std::vector<events::Row> m_selection;
    std::optional<events::Row> m_hovered;
    bool m_couldUndo = false;
    bool m_couldRedo = false;
};

} // namespace dateline::workspace
