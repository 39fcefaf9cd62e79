// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_scene.h>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using events::Row;

namespace {

double heightOfLane(std::size_t rows, const LaneMetrics &metrics)
{
    return rows == 0 ? 0 : double(rows) * metrics.rowHeight + metrics.underHeight;
}

std::uint8_t standingBit(events::Standing standing)
{
    return std::uint8_t(1U << unsigned(standing));
}

void makeBins(LanePile &pile)
{
    const auto count
        = std::size_t(std::max(1.0, std::ceil(pile.extent.width() / LaneMetrics::binWidth)));
    pile.bins.assign(count, 0);
    pile.passingBins.assign(count, 0);
    pile.deniedBins.assign(count, 0);
    pile.firstOfBin.assign(count, events::noRow);
    pile.standingsOfBin.assign(count, 0);
}

LaneMark markAt(Row row, const MarkShape &shape, const TimeScale &scale, const LaneMetrics &metrics)
{
    LaneMark mark;
    mark.row = row;
    mark.shape = shape;
    mark.symbol = symbolCentre(shape, scale, metrics.symbol);
    return mark;
}

/// Composes one lane after the other.
class LaneComposer
{
public:
    explicit LaneComposer(const LaneSceneInput &input)
        : m_in(input)
    {}

    LaneBand compose(std::size_t lane, double top);

private:
    void collect(const Lane &lane);
    void addPile(LaneBand &band, const Pile &pile, bool under) const;
    void addStrip(LaneBand &band) const;
    bool addCounted(LaneBand &band) const;
    [[nodiscard]] LanePile stripOf(const LaneBand &band) const;
    void setKind(LanePile &pile, std::size_t lane) const;
    void addUndated(LaneBand &band, const Lane &lane) const;
    static void countStretch(LaneBand &band, LanePile &pile, std::size_t bin,
                             LaneIndex::Stretch part);
    void countListed(LaneBand &band, LanePile &pile, std::size_t bin, Row row) const;
    void countOutside(LanePile &pile, Row row) const;
    void addBins(LaneBand &band, LanePile &pile, std::span<const MarkShape> shapes) const;
    [[nodiscard]] Lane::Slice visibleSlice(const Lane &lane) const
    {
        // A symbol is wider than its moment: look a symbol beyond both edges.
        const events::TimeSpan seen{m_in.scale.toInstant(m_in.scale.left - m_in.metrics.symbol),
                                    m_in.scale.toInstant(m_in.scale.right() + m_in.metrics.symbol)};
        return lane.touching(seen, m_in.dates);
    }
    [[nodiscard]] double underMiddle(const LaneBand &band) const
    {
        return band.top + band.height - m_in.metrics.underHeight / 2 - 1;
    }

    const LaneSceneInput &m_in;
    std::vector<Row> m_rows; ///< visible rows of the lane
    std::vector<MarkShape> m_shapes;
    std::vector<Extent> m_extents;
};

void LaneComposer::collect(const Lane &lane)
{
    m_rows.clear();
    m_shapes.clear();
    m_extents.clear();
    const Lane::Slice slice = visibleSlice(lane);
    for (std::size_t i = slice.first; i < slice.last; ++i) {
        const Row row = lane.rows[i];
        if (!m_in.packed.contains(row))
            continue;
        const MarkShape shape = markShape(m_in.dates.bounds(row), m_in.scale, m_in.metrics.symbol);
        if (!isVisible(shape, m_in.scale))
            continue;
        m_rows.push_back(row);
        m_shapes.push_back(shape);
        m_extents.push_back({shape.from, shape.to});
        if (shape.compact && m_in.dates.flags(row).any())
            m_extents.back().to += m_in.metrics.flag;
    }
}

LaneBand LaneComposer::compose(std::size_t lane, double top)
{
    LaneBand band;
    band.lane = lane;
    band.top = top;
    band.height = heightOfLane(m_in.rows[lane], m_in.metrics);
    band.isFolded = m_in.folded[lane];
    addUndated(band, m_in.lanes[lane]);
    if (addCounted(band))
        return band;
    collect(m_in.lanes[lane]);
    if (m_rows.size() > packingLimit || (band.isFolded && m_rows.size() > 1)) {
        addStrip(band);
        return band;
    }
    const PackedLane packed
        = packLane(m_extents, {m_in.rows[lane], m_in.metrics.gap, m_in.metrics.pileLabel});
    // Few sub-rows in a high lane stand in its middle.
    const std::size_t used
        = packed.piles.empty() ? std::max<std::size_t>(packed.rowsUsed, 1) : m_in.rows[lane];
    const double spare = double(m_in.rows[lane] - used) * m_in.metrics.rowHeight;
    for (const PackedMark &mark : packed.marks) {
        band.marks.push_back(
            markAt(m_rows[mark.index], m_shapes[mark.index], m_in.scale, m_in.metrics));
        band.marks.back().y
            = top + 1 + spare / 2 + (double(mark.subRow) + 0.5) * m_in.metrics.rowHeight;
    }
    for (const Pile &pile : packed.piles)
        addPile(band, pile, false);
    for (const Pile &pile : packed.under) {
        if (pile.indices.size() > 1) {
            addPile(band, pile, true);
            continue;
        }
        const std::size_t index = pile.indices.front();
        band.marks.push_back(markAt(m_rows[index], m_shapes[index], m_in.scale, m_in.metrics));
        band.marks.back().under = true;
        band.marks.back().y = underMiddle(band);
    }
    return band;
}

void LaneComposer::addPile(LaneBand &band, const Pile &pile, bool under) const
{
    LanePile result;
    result.extent = pile.extent;
    result.under = under;
    std::vector<MarkShape> shapes;
    for (const std::size_t index : pile.indices) {
        result.listed.push_back(m_rows[index]);
        shapes.push_back(m_shapes[index]);
    }
    const double height = m_in.metrics.underHeight;
    result.box = under
        ? QRectF(pile.extent.from, underMiddle(band) - height / 2, pile.extent.width(), height)
        : QRectF(pile.extent.from, band.top + 2, pile.extent.width(), band.height - height - 1);
    setKind(result, band.lane);
    addBins(band, result, shapes);
    band.piles.push_back(std::move(result));
}

void LaneComposer::addStrip(LaneBand &band) const
{
    LanePile strip = stripOf(band);
    strip.listed = m_rows;
    setKind(strip, band.lane);
    addBins(band, strip, m_shapes);
    band.piles.push_back(std::move(strip));
}

LanePile LaneComposer::stripOf(const LaneBand &band) const
{
    LanePile strip;
    strip.extent = {m_in.scale.left, m_in.scale.right()};
    strip.box = QRectF(m_in.scale.left, band.top + 2, m_in.scale.width,
                       band.height - m_in.metrics.underHeight - 1);
    return strip;
}

/// Where more are visible than can be packed, a strip of them without a look at each; false where
/// they are fewer.
bool LaneComposer::addCounted(LaneBand &band) const
{
    const Lane::Slice slice = visibleSlice(m_in.lanes[band.lane]);
    if (slice.last - slice.first <= packingLimit || !m_in.counted)
        return false;
    const auto [index, barEnds] = m_in.counted(band.lane);
    const LaneIndex::Stretch stretch = index->within(m_in.scale.span);
    LanePile strip = stripOf(band);
    LaneIndex::Reaching reaching = index->reaching(m_in.scale.span, m_in.dates);
    strip.size = index->count(stretch) + reaching.before.size() + reaching.after.size();
    if (strip.size <= packingLimit)
        return false;
    strip.index = index;
    strip.stretch = stretch;
    strip.listed = std::move(reaching.before);
    strip.listedBefore = strip.listed.size();
    makeBins(strip);
    for (const Row row : strip.listed)
        countOutside(strip, row);
    LaneIndex::Stretch part{stretch.begin, stretch.begin};
    for (std::size_t i = 0; i < strip.bins.size(); ++i) {
        part.end = i + 1 == strip.bins.size() ? stretch.end : (*barEnds)[i];
        countStretch(band, strip, i, part);
        part.begin = part.end;
    }
    for (const Row row : reaching.after) {
        strip.listed.push_back(row);
        countOutside(strip, row);
    }
    setKind(strip, band.lane);
    band.piles.push_back(std::move(strip));
    return true;
}

void LaneComposer::countStretch(LaneBand &band, LanePile &pile, std::size_t bin,
                                LaneIndex::Stretch part)
{
    const LaneIndex::Summary summary = pile.index->summary(part);
    if (pile.bins[bin] == 0)
        pile.firstOfBin[bin] = summary.first;
    pile.bins[bin] += summary.all;
    pile.passingBins[bin] += summary.passing;
    pile.deniedBins[bin] += summary.denied;
    pile.standingsOfBin[bin] |= summary.standings;
    pile.passing += summary.passing;
    band.fullestBin = std::max(band.fullestBin, pile.bins[bin]);
}

/// The kind of all events of a pile: in a lane of one kind without a look at them.
void LaneComposer::setKind(LanePile &pile, std::size_t lane) const
{
    pile.kind = m_in.lanes[lane].kind;
    if (pile.kind)
        return;
    const std::vector<std::uint8_t> &kinds = m_in.dates.dataset().columns().kind;
    std::optional<std::uint16_t> kind;
    if (pile.index && pile.index->count(pile.stretch) > 0) {
        kind = pile.index->commonKind(pile.stretch, kinds);
        if (!kind)
            return;
    } else {
        kind = kinds[pile.listed.front()];
    }
    if (std::ranges::all_of(pile.listed, [&](Row row) { return kinds[row] == *kind; }))
        pile.kind = kind;
}

void LaneComposer::addUndated(LaneBand &band, const Lane &lane) const
{
    LanePile pile;
    if (lane.undated.size() > packingLimit && m_in.counted) {
        pile.index = m_in.counted(band.lane).index;
        pile.stretch = pile.index->undated();
        pile.size = pile.index->count(pile.stretch);
    } else {
        std::ranges::copy_if(lane.undated, std::back_inserter(pile.listed),
                             [this](Row row) { return m_in.packed.contains(row); });
        pile.size = pile.listed.size();
    }
    if (pile.size == 0)
        return;
    pile.undated = true;
    const double centre = m_in.undated.from + m_in.metrics.symbol;
    pile.extent = {centre - LaneMetrics::binWidth / 2, centre + LaneMetrics::binWidth / 2};
    pile.box = QRectF(m_in.undated.from, band.top + 2, m_in.undated.width(),
                      band.height - m_in.metrics.underHeight - 1);
    setKind(pile, band.lane);
    if (pile.index) {
        makeBins(pile);
        countStretch(band, pile, 0, pile.stretch);
    } else {
        const MarkShape shape{.from = centre, .to = centre, .compact = true};
        addBins(band, pile, std::vector<MarkShape>(pile.listed.size(), shape));
    }
    band.fullestBin = 1; // no bar stands for them
    band.piles.push_back(std::move(pile));
}

void LaneComposer::countListed(LaneBand &band, LanePile &pile, std::size_t bin, Row row) const
{
    const events::EventColumns &columns = m_in.dates.dataset().columns();
    if (pile.bins[bin]++ == 0)
        pile.firstOfBin[bin] = row;
    pile.standingsOfBin[bin] |= standingBit(columns.standing(row));
    pile.deniedBins[bin] += columns.isDenied(row);
    if (m_in.passing.contains(row)) {
        ++pile.passingBins[bin];
        ++pile.passing;
    }
    band.fullestBin = std::max(band.fullestBin, pile.bins[bin]);
}

void LaneComposer::addBins(LaneBand &band, LanePile &pile, std::span<const MarkShape> shapes) const
{
    makeBins(pile);
    pile.size = pile.listed.size();
    const auto last = double(pile.bins.size() - 1);
    pile.possibleOfBin.resize(pile.bins.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const double at
            = std::floor((shapes[i].centre() - pile.extent.from) / LaneMetrics::binWidth);
        if (at < 0 || at > last) { // of a strip, which ends with the view
            countOutside(pile, pile.listed[i]);
            continue;
        }
        const auto bin = std::size_t(at);
        countListed(band, pile, bin, pile.listed[i]);
        if (!shapes[i].compact)
            pile.possibleOfBin[bin]
                = united(pile.possibleOfBin[bin], {shapes[i].from, shapes[i].to});
    }
}

/// In a bar at the edge of the view they would be a peak that is none.
void LaneComposer::countOutside(LanePile &pile, Row row) const
{
    ++pile.outside.all;
    pile.outside.denied += m_in.dates.dataset().columns().isDenied(row);
    if (m_in.passing.contains(row)) {
        ++pile.outside.passing;
        ++pile.passing;
    }
}

} // namespace

LaneMark markIn(const LanePile &pile, Row row, const ClockDates &dates, const TimeScale &scale,
                const LaneMetrics &metrics)
{
    LaneMark mark;
    if (pile.undated) {
        mark.row = row;
        mark.symbol = pile.extent.centre();
        mark.shape.from = mark.shape.coreFrom = mark.symbol - metrics.symbol / 2;
        mark.shape.to = mark.shape.coreTo = mark.symbol + metrics.symbol / 2;
        mark.shape.compact = true;
    } else {
        mark = markAt(row, markShape(dates.bounds(row), scale, metrics.symbol), scale, metrics);
    }
    mark.y = pile.box.center().y();
    return mark;
}

LaneScene composeLanes(const LaneSceneInput &input)
{
    LaneScene scene;
    scene.metrics = input.metrics;
    LaneComposer composer(input);
    double top = input.top;
    for (std::size_t lane = 0; lane < input.lanes.size(); ++lane) {
        if (input.rows[lane] == 0)
            continue;
        scene.bands.push_back(composer.compose(lane, top));
        scene.bands.back().isStriped = scene.bands.size() % 2 == 0;
        top += scene.bands.back().height;
    }
    scene.bottom = top;
    return scene;
}

double heightOfLanes(std::span<const std::size_t> rows, const LaneMetrics &metrics)
{
    double height = 0;
    for (const std::size_t count : rows)
        height += heightOfLane(count, metrics);
    return height;
}

} // namespace dateline::timeline
