// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <timeline/calendar_ticks.h>
#include <timeline/clock_dates.h>
#include <timeline/growth.h>
#include <timeline/lane_scene.h>
#include <timeline/thread.h>
#include <timeline/timeline_layout.h>
#include <timeline/timeline_style.h>
#include <workspace/workspace.h>

#include <QFlags>

#include <set>
#include <utility>

namespace dateline::timeline {

/// Everything the timeline shows of a workspace at one size, as values that are composed without a
/// window: drawn by the functions of timeline_drawing.h, searched by gestures, checked by tests.
/// Keeps what did not change. The workspace must outlive it. GUI thread.
class TimelinePicture
{
public:
    /// What a change concerns; a part draws in those that follow from it.
    enum class Part : std::uint8_t {
        Dataset = 1, ///< or the lens or the clock: everything
        Place = 2, ///< size, style, visible span, scroll position
        Counts = 4, ///< what passes
    };
    Q_DECLARE_FLAGS(Parts, Part)

    /// `extent` is the whole time of the data; nothing when nothing is dated.
    TimelinePicture(const workspace::Workspace &workspace, TimelineStyle style);

    void setExtent(std::optional<events::TimeSpan> extent);
    void setSize(const QSizeF &size);
    void setStyle(const TimelineStyle &style);
    void setGrowthWanted(bool wanted);
    /// Whether each mark has a line to where another clock has it; not by default.
    void setLagWanted(bool wanted);
    /// Whether there are lanes, as there are by default; for a figure of the growth alone.
    void setLanesWanted(bool wanted);
    /// The stretches that playback hurries through, marked while there is a play head.
    void setBreaks(std::vector<events::TimeSpan> breaks) { m_breaks = std::move(breaks); }
    /// A folded lane is one line, whose events are a strip, until the lens changes.
    void setFolded(const QString &lane, bool folded);
    [[nodiscard]] bool isFolded(const QString &lane) const { return m_folded.contains(lane); }
    /// Pixels by which the lanes are scrolled up; kept within scrollRange() by compose().
    void setScroll(double pixels);
    void invalidate(Parts parts) { m_stale |= parts; }

    /// Brings everything up to date; does nothing when nothing is stale and the selection is that
    /// of last time.
    void compose();

    [[nodiscard]] const workspace::Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] const events::Dataset &dataset() const { return m_workspace->dataset(); }
    [[nodiscard]] const TimelineStyle &style() const { return m_style; }
    [[nodiscard]] const TimelineLayout &layout() const { return m_layout; }
    [[nodiscard]] bool isGrowthWanted() const { return m_growthWanted; }
    [[nodiscard]] bool isLagWanted() const { return m_lagWanted; }
    [[nodiscard]] bool areLanesWanted() const { return m_lanesWanted; }
    [[nodiscard]] const std::vector<events::TimeSpan> &breaks() const { return m_breaks; }

    /// When events are placed, on the clock of the view state as last composed.
    [[nodiscard]] const ClockDates &dates() const { return *m_dates; }
    [[nodiscard]] std::shared_ptr<const ClockDates> sharedDates() const { return m_dates; }
    /// At the other end of a lag: first said while the clock is Happened, else happened.
    [[nodiscard]] std::shared_ptr<const ClockDates> otherDates() const;
    /// The part of time that the lanes show when the view state names none, and zooming's limits.
    [[nodiscard]] events::TimeSpan wholeSpan() const;
    [[nodiscard]] ZoomLimits zoomLimits() const;
    [[nodiscard]] events::TimeSpan visibleSpan() const;

    [[nodiscard]] const TimeScale &scale() const { return m_scale; }
    [[nodiscard]] const TimeScale &overviewScale() const { return m_overviewScale; }
    [[nodiscard]] const std::vector<Tick> &ticks() const { return m_ticks; }
    [[nodiscard]] const QString &context() const { return m_context; } ///< of the ticks' left edge
    [[nodiscard]] const std::vector<Tick> &overviewTicks() const { return m_overviewTicks; }
    [[nodiscard]] const std::vector<events::Instant> &binEdges() const { return m_binEdges; }
    [[nodiscard]] const std::vector<std::uint32_t> &allBins() const { return m_allBins; }
    [[nodiscard]] const std::vector<std::uint32_t> &passingBins() const { return m_passingBins; }

    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] const LaneScene &scene() const { return m_scene; }
    [[nodiscard]] const std::vector<GrowthStep> &growth() const { return m_growth; }
    [[nodiscard]] const std::vector<StatedLevel> &levels() const { return m_levels; }

    /// The thread through the event whose detail is shown; empty when none is.
    [[nodiscard]] const std::vector<ThreadLink> &thread() const { return m_thread; }

    /// How far the lanes can be scrolled; 0 when all fit.
    [[nodiscard]] double scrollRange() const { return m_scrollRange; }
    [[nodiscard]] double scroll() const { return m_scroll; }

private:
    void composeDataset();
    bool composeGrowth(bool isOtherDataset);
    void composePlace();
    void composeAxes();
    [[nodiscard]] std::vector<std::uint32_t> countedBins(query::Crossfilter::Scope scope) const;
    void composeScene();
    void composeThread();
    bool takeUpParts();

    const workspace::Workspace *m_workspace;
    TimelineStyle m_style;
    std::optional<events::TimeSpan> m_extent;
    QSizeF m_size;
    bool m_growthWanted = true;
    bool m_lagWanted = false;
    bool m_lanesWanted = true;
    std::vector<events::TimeSpan> m_breaks;
    double m_scroll = 0;
    double m_scrollRange = 0;
    Parts m_stale{Part::Dataset, Part::Place, Part::Counts};

    ClockSet m_clocks; ///< of the dataset
    std::shared_ptr<const ClockDates> m_dates;
    std::vector<Lane> m_lanes;
    LaneIndexes m_indexes; ///< of m_lanes
    std::set<QString> m_folded; ///< values of lanes, see setFolded
    std::vector<bool> m_openLanes; ///< see openLanes
    bool m_grows = false; ///< something that is counted passes
    std::vector<std::size_t> m_laneRows;
    LaneMetrics m_metrics;
    TimelineLayout m_layout;
    TimeScale m_scale;
    TimeScale m_overviewScale;
    std::vector<Tick> m_ticks;
    QString m_context;
    std::vector<Tick> m_overviewTicks;
    std::vector<events::Instant> m_binEdges; ///< of the overview
    std::vector<std::uint32_t> m_allBins;
    std::vector<std::uint32_t> m_passingBins;
    LaneScene m_scene;
    std::vector<GrowthStep> m_growth;
    std::optional<query::Filters> m_growthFilters; ///< those that m_growth is of
    std::vector<StatedLevel> m_levels;
    ThreadLinks m_links; ///< of the dataset
    workspace::Lens m_lens = workspace::Lens::Kind; ///< of m_lanes
    std::optional<events::Row> m_threadOf; ///< what m_thread runs through
    std::vector<ThreadLink> m_thread;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(TimelinePicture::Parts)

} // namespace dateline::timeline
