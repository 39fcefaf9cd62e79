// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_order.h>

#include <workspace/wording.h>

#include <QCollator>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace dateline::panels {

namespace {

/// A stable sort that ends soon, with any order, when it is stopped.
template<typename Less>
void sortUnlessStopped(std::vector<std::uint32_t> &order, const std::stop_token &stop,
                       const Less &isLess)
{
    const auto at = [&order](std::size_t i) {
        return order.begin() + std::ptrdiff_t(std::min(i, order.size()));
    };
    constexpr std::size_t sortedAtOnce = 1U << 14U;
    for (std::size_t i = 0; i < order.size() && !stop.stop_requested(); i += sortedAtOnce)
        std::stable_sort(at(i), at(i + sortedAtOnce), isLess);
    for (std::size_t size = sortedAtOnce; size < order.size(); size *= 2) {
        for (std::size_t i = 0; i + size < order.size() && !stop.stop_requested(); i += 2 * size)
            std::inplace_merge(at(i), at(i + size), at(i + 2 * size), isLess);
    }
}

/// The rank of each of so many texts in the order of the language; empty ones have none.
template<typename TextAt>
std::vector<std::uint32_t> ranksOfTexts(std::size_t count, const TextAt &textAt,
                                        const std::stop_token &stop)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(count);
    std::vector<bool> isEmpty(count);
    for (std::size_t i = 0; i < count && !stop.stop_requested(); ++i) {
        const QString text = textAt(i);
        isEmpty[i] = text.isEmpty();
        keys.push_back(collator.sortKey(text));
    }
    std::vector<std::uint32_t> ranks(count);
    if (stop.stop_requested())
        return ranks;
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    sortUnlessStopped(order, stop, [&keys](std::uint32_t a, std::uint32_t b) {
        return keys[a].compare(keys[b]) < 0;
    });
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && keys[order[i]].compare(keys[order[i - 1]]) != 0)
            ++rank;
        ranks[order[i]] = isEmpty[order[i]] ? events::noRow : rank;
    }
    return ranks;
}

std::vector<std::uint32_t> ranksOfTexts(const std::vector<QString> &texts)
{
    return ranksOfTexts(texts.size(), [&texts](std::size_t i) { return texts[i]; }, {});
}

std::vector<std::uint32_t> ranksByTime(const events::Dataset &dataset)
{
    const std::vector<events::Row> &order = dataset.byTime();
    std::vector<std::uint32_t> ranks(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool undated = dataset.columns().bounds(order[i]).isUnbounded();
        ranks[order[i]] = undated ? events::noRow : std::uint32_t(i);
    }
    return ranks;
}

std::vector<std::uint32_t> ranksByPlace(const events::Dataset &dataset)
{
    std::vector<QString> names;
    for (const events::Place &place : dataset.places())
        names.push_back(place.name);
    const std::vector<std::uint32_t> ofPlace = ranksOfTexts(names);
    std::vector<std::uint32_t> ranks;
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const events::Row place = dataset.columns().place[row];
        ranks.push_back(place == events::noRow ? events::noRow : ofPlace[place]);
    }
    return ranks;
}

std::vector<std::uint32_t> ranksByCountry(const events::Dataset &dataset)
{
    const events::EventColumns &columns = dataset.columns();
    std::vector<QString> names(events::CountryCode::ordinalCount);
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const std::uint16_t ordinal = columns.country(row);
        if (ordinal != 0 && names[ordinal].isEmpty())
            names[ordinal] = workspace::countryName(events::CountryCode::fromOrdinal(ordinal));
    }
    const std::vector<std::uint32_t> ofCountry = ranksOfTexts(names);
    std::vector<std::uint32_t> ranks;
    for (events::Row row = 0; row < dataset.size(); ++row)
        ranks.push_back(ofCountry[columns.country(row)]);
    return ranks;
}

/// By the claimant that is named first.
std::vector<std::uint32_t> ranksByClaimant(const events::Dataset &dataset)
{
    std::vector<QString> names;
    for (const events::Actor &actor : dataset.actors())
        names.push_back(actor.name);
    const std::vector<std::uint32_t> ofActor = ranksOfTexts(names);
    std::vector<std::uint32_t> ranks(dataset.size(), events::noRow);
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const auto claims = dataset.claimsOf(row);
        const auto first = std::ranges::find_if(claims, [](const events::Claim &claim) {
            return claim.stance == events::Stance::Asserts
                || claim.stance == events::Stance::Confirms;
        });
        if (first != claims.end())
            ranks[row] = ofActor[first->actor];
    }
    return ranks;
}

/// For each event where it comes: less comes first, equal ones tie, events::noRow is "not stated".
std::vector<std::uint32_t> eventRanks(const events::Dataset &dataset,
                                      EventTableModel::Column column, const std::stop_token &stop)
{
    const events::EventColumns &columns = dataset.columns();
    std::vector<std::uint32_t> ranks;
    switch (column) {
    case EventTableModel::Date:
        return ranksByTime(dataset);
    case EventTableModel::Title:
        return ranksOfTexts(
            dataset.size(),
            [&columns](std::size_t row) { return columns.texts.at(row, events::EventText::Title); },
            stop);
    case EventTableModel::Kind:
        ranks.assign(columns.kind.begin(), columns.kind.end());
        break;
    case EventTableModel::Place:
        return ranksByPlace(dataset);
    case EventTableModel::Country:
        return ranksByCountry(dataset);
    case EventTableModel::Standing:
        for (const events::Assessment &assessment : columns.assessments)
            ranks.push_back(std::uint32_t(assessment.standing));
        break;
    case EventTableModel::Claimants:
        return ranksByClaimant(dataset);
    case EventTableModel::Replies:
        for (events::Row row = 0; row < dataset.size(); ++row)
            ranks.push_back(replyCount(dataset, row));
        break;
    }
    return ranks;
}

} // namespace

std::vector<events::Row> eventOrder(const events::Dataset &dataset, EventTableModel::Column column,
                                    Qt::SortOrder direction, const std::stop_token &stop)
{
    std::vector<events::Row> order = dataset.byTime();
    const bool isAscending = direction == Qt::AscendingOrder;
    if (column == EventTableModel::Date && isAscending)
        return order;
    const std::vector<std::uint32_t> ranks = eventRanks(dataset, column, stop);
    sortUnlessStopped(order, stop, [&ranks, isAscending](events::Row a, events::Row b) {
        if (ranks[a] == events::noRow || ranks[b] == events::noRow)
            return ranks[a] != events::noRow && ranks[b] == events::noRow;
        return isAscending ? ranks[a] < ranks[b] : ranks[a] > ranks[b];
    });
    return order;
}

QStringList claimantNames(const events::Dataset &dataset, events::Row event)
{
    QStringList names;
    for (const events::Claim &claim : dataset.claimsOf(event)) {
        const QString &name = dataset.actors()[claim.actor].name;
        const bool states
            = claim.stance == events::Stance::Asserts || claim.stance == events::Stance::Confirms;
        if (states && !names.contains(name))
            names.append(name);
    }
    return names;
}

std::uint32_t replyCount(const events::Dataset &dataset, events::Row event)
{
    return std::uint32_t(
        std::ranges::count_if(dataset.claimsOf(event), [](const events::Claim &claim) {
            return claim.respondsTo.has_value();
        }));
}

} // namespace dateline::panels
