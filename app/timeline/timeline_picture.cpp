// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_picture.h>

#include <timeline/eras.h>
#include <timeline/laid_text.h>
#include <timeline/timeline_drawing.h>

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::timeline {

using namespace Qt::StringLiterals;

namespace {

constexpr double tickPixels = 64; ///< least distance of labels
constexpr double binPixels = 5; ///< least width of a bar of the overview
constexpr double spanPadding = 0.02;
constexpr double widestPadding = 0.5;
constexpr std::size_t mostRows = 6; ///< of a lane, before growth gets what is left
constexpr double mostLeastLines = 4; ///< of lanes beside growth; fewer when fewer are open
constexpr double leastLabelWidth = 124; ///< "Events per 12 months"
constexpr double mostLabelWidth = 232;

double labelWidth(const std::vector<Lane> &lanes, const TimelineStyle &style, double viewWidth)
{
    const QFontMetricsF metrics(style.small);
    double widest = 0;
    for (const Lane &lane : lanes)
        widest = std::max(widest, advanceOf(style.small, lane.label));
    const double others = metrics.height() + advanceOf(style.small, u"00/000"_s) + 32 * style.scale;
    double least = leastLabelWidth * style.scale;
    for (const auto clock :
         {workspace::Clock::Happened, workspace::Clock::Said, workspace::Clock::Published}) {
        // Beside what the ticks leave unsaid, and the arrow of the menu.
        const double title = advanceOf(style.small, shortClockTitle(clock))
            + advanceOf(style.small, u"Mmm 0000"_s) + 36 * style.scale;
        least = std::max(least, title);
    }
    return std::min(
        {std::clamp(widest + others, least, std::max(least, mostLabelWidth * style.scale)),
         std::max(1.0, viewWidth * 0.26)});
}

std::vector<bool> foldedLanes(const std::vector<Lane> &lanes, const std::set<QString> &values)
{
    std::vector<bool> folded;
    for (const Lane &lane : lanes)
        folded.push_back(values.contains(lane.value));
    return folded;
}

/// Room for the title and for a stack with the largest number.
double undatedWidth(const std::vector<Lane> &lanes, const TimelineStyle &style,
                    const LaneMetrics &metrics)
{
    std::size_t most = 0;
    for (const Lane &lane : lanes)
        most = std::max(most, lane.undated.size());
    if (most == 0)
        return 0;
    const double stack = 2 * metrics.symbol
        + (most > 1 ? advanceOf(style.small, QLocale().toString(qulonglong(most))) : 0);
    return std::max(advanceOf(style.small, undatedTitle()), stack) + 12 * style.scale;
}

/// The height at which each open lane has room for its events in rows, and at most mostRows.
double comfortableHeight(const std::vector<Lane> &lanes, const std::vector<bool> &open,
                         const LaneMetrics &metrics, double row)
{
    double height = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        if (open[i])
            height += row * double(std::clamp<std::size_t>(lanes[i].rows.size(), 1, mostRows))
                + metrics.underHeight;
    }
    return height;
}

/// The lanes that will be counted, as far as that is known before they are laid out.
std::vector<bool> crowdedLanes(std::span<const Lane> lanes, std::span<const std::size_t> laneRows,
                               const events::TimeSpan &span, const ClockDates &dates)
{
    std::vector<bool> crowded(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const Lane::Slice seen = lanes[i].touching(span, dates);
        crowded[i] = laneRows[i] != 0
            && std::max(seen.last - seen.first, lanes[i].undated.size()) > packingLimit;
    }
    return crowded;
}

} // namespace

TimelinePicture::TimelinePicture(const workspace::Workspace &workspace, TimelineStyle style)
    : m_workspace(&workspace)
    , m_style(std::move(style))
{
    m_clocks.setDataset(workspace.sharedDataset());
    m_dates = m_clocks.on(workspace.state().clock);
}

void TimelinePicture::setExtent(std::optional<events::TimeSpan> extent)
{
    if (m_extent == extent)
        return;
    m_extent = extent;
    invalidate(Part::Place);
}

void TimelinePicture::setSize(const QSizeF &size)
{
    if (m_size == size)
        return;
    m_size = size;
    invalidate(Part::Place);
}

void TimelinePicture::setStyle(const TimelineStyle &style)
{
    m_style = style;
    invalidate(Part::Place);
}

void TimelinePicture::setGrowthWanted(bool wanted)
{
    if (m_growthWanted == wanted)
        return;
    m_growthWanted = wanted;
    invalidate(Part::Place);
}

void TimelinePicture::setLanesWanted(bool wanted)
{
    if (m_lanesWanted == wanted)
        return;
    m_lanesWanted = wanted;
    invalidate(Part::Place);
}

void TimelinePicture::setLagWanted(bool wanted)
{
    m_lagWanted = wanted;
}

void TimelinePicture::setScroll(double pixels)
{
    if (m_scroll == pixels)
        return;
    m_scroll = pixels;
    invalidate(Part::Place);
}

events::TimeSpan TimelinePicture::wholeSpan() const
{
    constexpr events::TimeSpan epochDay{0, events::millisecondsPerDay};
    events::TimeSpan whole = m_extent.value_or(epochDay);
    // The brush and the play head keep their place when the clock changes.
    if (m_dates && m_dates->clock() != workspace::Clock::Happened && m_dates->extent()) {
        const events::TimeSpan placed = *m_dates->extent();
        whole = m_extent
            ? events::TimeSpan{std::min(whole.from, placed.from), std::max(whole.to, placed.to)}
            : placed;
    }
    return padded(whole, spanPadding, events::millisecondsPerDay / 2);
}

ZoomLimits TimelinePicture::zoomLimits() const
{
    const events::TimeSpan whole = wholeSpan();
    return {padded(whole, widestPadding), std::min(lengthOf(whole), events::Instant(60'000))};
}

events::TimeSpan TimelinePicture::visibleSpan() const
{
    const std::optional<events::TimeSpan> &span = m_workspace->state().span;
    if (!span || span->from >= span->to || span->from == events::distantPast
        || span->to == events::distantFuture)
        return wholeSpan();
    return *span;
}

void TimelinePicture::compose()
{
    Parts stale = std::exchange(m_stale, {});
    if (stale.testFlag(Part::Dataset))
        composeDataset();
    const bool isCounted = stale.testAnyFlags({Part::Dataset, Part::Counts});
    if (isCounted && composeGrowth(stale.testFlag(Part::Dataset)) && takeUpParts())
        stale.setFlag(Part::Place);
    if (stale.testAnyFlags({Part::Dataset, Part::Place})) {
        composePlace();
        composeAxes();
    }
    if (isCounted) {
        m_indexes.dropCounts();
        m_passingBins.clear();
    }
    if (m_passingBins.empty())
        m_passingBins = countedBins(query::Crossfilter::Scope::Passing);
    if (stale)
        composeScene();
    composeThread();
}

/// Growth is over all time, and so are the lanes that are open: what brush and play head do, frame
/// after frame, does not change them. False where nothing else did.
bool TimelinePicture::composeGrowth(bool isOtherDataset)
{
    query::Filters filters = m_workspace->filtersInForce();
    filters.windows.clear();
    filters.containment = {};
    if (m_growthFilters == filters && !isOtherDataset)
        return false;
    m_growthFilters = std::move(filters);
    const std::optional<std::uint16_t> counted = dataset().info().countedKind;
    m_growth
        = counted ? growthSteps(m_workspace->crossfilter(), *counted) : std::vector<GrowthStep>();
    return true;
}

// Which lanes are open and whether there is growth; returns whether either has changed.
bool TimelinePicture::takeUpParts()
{
    std::vector<bool> open = openLanes(m_lanes, m_workspace->crossfilter().passingWithoutTime());
    const bool grows = !m_growth.empty();
    const bool other = open != m_openLanes || grows != m_grows;
    m_openLanes = std::move(open);
    m_grows = grows;
    return other;
}

std::shared_ptr<const ClockDates> TimelinePicture::otherDates() const
{
    using workspace::Clock;
    return m_clocks.on(m_dates->clock() == Clock::Happened ? Clock::Said : Clock::Happened);
}

void TimelinePicture::composeDataset()
{
    const bool isOther = m_clocks.setDataset(m_workspace->sharedDataset());
    const workspace::Lens lens = m_workspace->state().lens;
    if (std::exchange(m_lens, lens) != lens || isOther)
        m_folded.clear();
    m_dates = m_clocks.on(m_workspace->state().clock);
    m_lanes = lanesOf(m_workspace->crossfilter(), m_workspace->state().lens, *m_dates);
    m_indexes.clear();
    m_binEdges.clear();
    const std::optional<std::uint16_t> counted = dataset().info().countedKind;
    m_levels = counted ? statedLevels(dataset(), *counted) : std::vector<StatedLevel>();
    m_links = threadLinks(dataset());
    m_threadOf.reset();
    m_thread.clear();
}

void TimelinePicture::composeThread()
{
    const std::optional<events::Row> selected = m_workspace->selected();
    if (selected == std::exchange(m_threadOf, selected))
        return;
    m_thread = selected ? threadOf(m_links, *selected) : std::vector<ThreadLink>();
}

void TimelinePicture::setFolded(const QString &lane, bool folded)
{
    if (folded)
        m_folded.insert(lane);
    else
        m_folded.erase(lane);
    invalidate(Part::Place);
}

void TimelinePicture::composePlace()
{
    const double line = QFontMetricsF(m_style.small).height();
    const double text = std::ceil(line * 0.8); // what letters take of the line
    m_metrics = {};
    m_metrics.symbol = std::round(10 * m_style.scale);
    m_metrics.underHeight = std::round(3 * m_style.scale);
    m_metrics.pileLabel = advanceOf(m_style.small, u"000"_s) + 4;
    m_metrics.flag = QFontMetricsF(m_style.small).horizontalAdvance(u'~') + 2;
    const double leastRow = text - m_metrics.underHeight + 1;
    const double mostRow = m_metrics.symbol + 4 * m_style.scale;

    LayoutWishes wishes;
    wishes.scale = m_style.scale;
    wishes.lineHeight = line;
    wishes.labelWidth = labelWidth(m_lanes, m_style, m_size.width());
    wishes.growth = m_growthWanted && m_grows;
    wishes.lanes = m_lanesWanted;
    wishes.undatedWidth = undatedWidth(m_lanes, m_style, m_metrics);
    wishes.eraHeight = double(eraLineCount(dataset().info().eras)) * (line + 1);
    const double lanes
        = double(std::max<std::size_t>(std::size_t(std::ranges::count(m_openLanes, true)), 1));
    wishes.lanesAtMost = comfortableHeight(m_lanes, m_openLanes, m_metrics, mostRow);
    wishes.leastLanes = std::min(mostLeastLines, 2 * lanes) * line;
    const auto place = [&] {
        m_layout = layOut(m_size, wishes);
        const double forRows = m_layout.lanes.height() - lanes * m_metrics.underHeight;
        m_metrics.rowHeight = std::clamp(std::floor(forRows / lanes), leastRow, mostRow);
        const auto available = std::size_t(std::max(0.0, forRows / m_metrics.rowHeight));
        m_laneRows = shareRows(m_lanes, m_openLanes, foldedLanes(m_lanes, m_folded), available);
        const double height = heightOfLanes(m_laneRows, m_metrics);
        m_scrollRange = m_lanesWanted ? std::max(0.0, height - m_layout.lanes.height()) : 0;
        return m_scrollRange == 0 && m_layout.hasGrowth() == wishes.growth;
    };
    // Eras give way to lanes and growth, unless these are too many for that to help.
    if (const double eras = wishes.eraHeight; !place() && eras > 0) {
        const bool hadGrowth = m_layout.hasGrowth();
        wishes.eraHeight = 0;
        if (!place() && m_layout.hasGrowth() == hadGrowth) {
            wishes.eraHeight = eras;
            place();
        }
    }
    m_scroll = std::clamp(m_scroll, 0.0, m_scrollRange);
}

void TimelinePicture::composeAxes()
{
    m_scale = {visibleSpan(), m_layout.lanes.left(), m_layout.lanes.width()};
    const TickStep step = chooseStep(m_scale, tickPixels * m_style.scale);
    m_ticks = ticksOf(m_scale, step);
    m_context = contextAt(m_scale.span.from, step);

    const TimeScale before = m_overviewScale;
    m_overviewScale = {wholeSpan(), m_layout.overview.left(), m_layout.overview.width()};
    if (before == m_overviewScale && !m_binEdges.empty())
        return;
    const QLocale locale;
    m_overviewTicks
        = ticksOf(m_overviewScale, chooseStep(m_overviewScale, tickPixels * m_style.scale), locale);
    m_binEdges
        = timeline::binEdges(m_overviewScale, binPixels * m_style.scale, locale.firstDayOfWeek());
    m_allBins = countedBins(query::Crossfilter::Scope::All);
    m_passingBins.clear();
}

/// How many events may have happened in each bin of the overview.
std::vector<std::uint32_t> TimelinePicture::countedBins(query::Crossfilter::Scope scope) const
{
    std::vector<std::uint32_t> counts;
    for (const query::Tally &tally : m_workspace->crossfilter().timeBins(m_binEdges, scope))
        counts.push_back(tally.possible);
    return counts;
}

void TimelinePicture::composeScene()
{
    if (!m_lanesWanted) {
        m_scene = {};
        return;
    }
    const bitsets::RowSet packed = m_workspace->crossfilter().passingWithoutTime();
    const std::vector<bool> folded = foldedLanes(m_lanes, m_folded);
    m_indexes.prepare(m_lanes, crowdedLanes(m_lanes, m_laneRows, m_scale.span, *m_dates), *m_dates);
    const LaneSceneInput input{*m_dates,
                               m_lanes,
                               m_laneRows,
                               folded,
                               m_scale,
                               m_layout.lanes.top() - m_scroll,
                               {m_layout.undated.left(), m_layout.undated.right()},
                               m_metrics,
                               packed,
                               m_workspace->crossfilter().passing(),
                               [&](std::size_t lane) {
                                   return m_indexes.get(lane, m_lanes[lane], *m_dates, packed,
                                                        m_workspace->crossfilter().passing(),
                                                        m_scale, LaneMetrics::binWidth);
                               }};
    m_scene = composeLanes(input);
}

} // namespace dateline::timeline
