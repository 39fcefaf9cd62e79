// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_ranks.h>

#include <workspace/wording.h>

#include <QCollator>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace dateline::panels {

namespace {

/// The rank of each text among them in the order of the language; empty ones have none.
std::vector<std::uint32_t> ranksOfTexts(const std::vector<QString> &texts)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(texts.size());
    for (const QString &text : texts)
        keys.push_back(collator.sortKey(text));
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(
        order, [&keys](std::uint32_t a, std::uint32_t b) { return keys[a].compare(keys[b]) < 0; });
    std::vector<std::uint32_t> ranks(texts.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i]].compare(keys[order[i - 1]]) != 0)
            ++rank;
        ranks[order[i]] = texts[order[i]].isEmpty() ? events::noRow : rank;
    }
    return ranks;
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

std::vector<std::uint32_t> ranksByTitle(const events::Dataset &dataset)
{
    std::vector<QString> titles(dataset.size());
    for (std::size_t row = 0; row < titles.size(); ++row)
        titles[row] = dataset.columns().title.at(row);
    return ranksOfTexts(titles);
}

std::vector<std::uint32_t> ranksByPlace(const events::Dataset &dataset)
{
    std::vector<QString> names;
    for (const events::Place &place : dataset.places())
        names.push_back(place.name);
    const std::vector<std::uint32_t> ofPlace = ranksOfTexts(names);
    std::vector<std::uint32_t> ranks;
    for (const events::Row place : dataset.columns().place)
        ranks.push_back(place == events::noRow ? events::noRow : ofPlace[place]);
    return ranks;
}

std::vector<std::uint32_t> ranksByCountry(const events::Dataset &dataset)
{
    const std::vector<std::uint16_t> &countries = dataset.columns().country;
    std::vector<QString> names(events::CountryCode::ordinalCount);
    for (const std::uint16_t ordinal : countries) {
        if (ordinal != 0 && names[ordinal].isEmpty())
            names[ordinal] = workspace::countryName(events::CountryCode::fromOrdinal(ordinal));
    }
    const std::vector<std::uint32_t> ofCountry = ranksOfTexts(names);
    std::vector<std::uint32_t> ranks;
    for (const std::uint16_t ordinal : countries)
        ranks.push_back(ofCountry[ordinal]);
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

} // namespace

std::vector<std::uint32_t> eventRanks(const events::Dataset &dataset,
                                      EventTableModel::Column column)
{
    const events::EventColumns &columns = dataset.columns();
    std::vector<std::uint32_t> ranks;
    switch (column) {
    case EventTableModel::Date:
        return ranksByTime(dataset);
    case EventTableModel::Title:
        return ranksByTitle(dataset);
    case EventTableModel::Kind:
        ranks.assign(columns.kind.begin(), columns.kind.end());
        break;
    case EventTableModel::Place:
        return ranksByPlace(dataset);
    case EventTableModel::Country:
        return ranksByCountry(dataset);
    case EventTableModel::Standing:
        for (const events::Standing standing : columns.standing)
            ranks.push_back(std::uint32_t(standing));
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
