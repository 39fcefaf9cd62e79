// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/clock_dates.h>

#include <workspace/placing_date.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dateline::timeline {

using events::FuzzyInterval;
using events::Row;

namespace {

bool isCoarse(const events::Edtf &date)
{
    using enum events::Edtf::Precision;
    return std::max(date.startPrecision(), date.endPrecision()) > Year;
}

/// To all finite bounds of a date.
void widen(std::optional<events::TimeSpan> &extent, const FuzzyInterval &date)
{
    for (const events::Instant at :
         {date.earliestStart, date.latestStart, date.earliestEnd, date.latestEnd}) {
        if (at == events::distantPast || at == events::distantFuture)
            continue;
        if (!extent)
            extent = events::TimeSpan{at, at + 1};
        extent->from = std::min(extent->from, at);
        extent->to = std::max(extent->to, at);
    }
}

} // namespace

ClockDates::ClockDates(std::shared_ptr<const events::Dataset> dataset, workspace::Clock clock)
    : m_dataset(std::move(dataset))
    , m_clock(clock)
{
    if (clock != workspace::Clock::Happened) {
        m_dates.reserve(m_dataset->size());
        m_bounds.reserve(m_dataset->size());
        for (Row row = 0; row < m_dataset->size(); ++row) {
            m_dates.push_back(workspace::reportingDate(*m_dataset, row, clock));
            m_bounds.push_back(m_dates.back() ? m_dates.back()->bounds() : FuzzyInterval());
        }
        sortByTime();
    }
    measureExtent();
}

void ClockDates::sortByTime()
{
    m_byTime.resize(m_bounds.size());
    std::iota(m_byTime.begin(), m_byTime.end(), Row(0));
    std::ranges::sort(m_byTime, {}, [this](Row row) {
        const FuzzyInterval &bounds = m_bounds[row];
        return std::tuple(bounds.isUnbounded(), bounds.earliestStart, bounds.latestEnd, row);
    });
}

/// One "202X" would add years to come in which nothing is: what is known to a decade or less widens
/// the extent only where it lies wholly outside of it.
void ClockDates::measureExtent()
{
    if (m_bounds.empty()) {
        m_extent = m_dataset->extent();
        return;
    }
    std::vector<Row> coarse;
    for (Row row = 0; row < m_dataset->size(); ++row) {
        if (m_dates[row] && isCoarse(*m_dates[row]))
            coarse.push_back(row);
        else
            widen(m_extent, bounds(row));
    }
    const std::optional<events::TimeSpan> known = m_extent;
    for (const Row row : coarse) {
        if (!known || !events::possiblyTouches(bounds(row), *known))
            widen(m_extent, bounds(row));
    }
}

std::span<const Row> ClockDates::byTime() const
{
    return m_bounds.empty() ? std::span(m_dataset->byTime()) : std::span(m_byTime);
}

std::optional<events::Edtf> ClockDates::date(Row row) const
{
    if (m_bounds.empty())
        return events::Edtf::parse(m_dataset->columns().texts.at(row, events::EventText::Date));
    return m_dates[row] ? std::optional(*m_dates[row]) : std::nullopt;
}

DateFlags ClockDates::flags(Row row) const
{
    constexpr std::uint8_t known = 1;
    constexpr std::uint8_t approximate = 2;
    constexpr std::uint8_t uncertain = 4;
    m_flags.resize(m_dataset->size(), 0);
    std::uint8_t &kept = m_flags[row];
    if (kept == 0) {
        const DateFlags read = readFlags(row);
        kept = std::uint8_t(known | (read.approximate ? approximate : 0)
                            | (read.uncertain ? uncertain : 0));
    }
    return {(kept & approximate) != 0, (kept & uncertain) != 0};
}

DateFlags ClockDates::readFlags(Row row) const
{
    if (m_bounds.empty())
        return dateFlags(m_dataset->columns().texts.utf8(row, events::EventText::Date));
    return m_dates[row] ? DateFlags{m_dates[row]->isApproximate(), m_dates[row]->isUncertain()}
                        : DateFlags{};
}

bool ClockSet::setDataset(std::shared_ptr<const events::Dataset> dataset)
{
    if (m_dataset == dataset)
        return false;
    m_dataset = std::move(dataset);
    m_dates = {};
    return true;
}

std::shared_ptr<const ClockDates> ClockSet::on(workspace::Clock clock) const
{
    std::shared_ptr<const ClockDates> &dates = m_dates.at(std::size_t(clock));
    if (!dates)
        dates = std::make_shared<const ClockDates>(m_dataset, clock);
    return dates;
}

} // namespace dateline::timeline
