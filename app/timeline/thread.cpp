// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/thread.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

namespace dateline::timeline {

using events::Row;

namespace {

using Rows = std::unordered_set<Row>;

/// The links that have `row` at one of their ends; `links` are sorted by that end.
auto linksAt(const std::vector<ThreadLink> &links, Row row, Row ThreadLink::*end)
{
    return std::ranges::equal_range(links, row, {}, end);
}

/// All that can be reached from `event`, itself included, by steps from `from` to `to`. `links` are
/// sorted by `from`.
Rows reached(const std::vector<ThreadLink> &links, Row event, Row ThreadLink::*from,
             Row ThreadLink::*to)
{
    Rows rows{event};
    std::vector<Row> waiting{event};
    while (!waiting.empty()) {
        const Row row = waiting.back();
        waiting.pop_back();
        for (const ThreadLink &link : linksAt(links, row, from)) {
            if (!link.isPart && rows.insert(link.*to).second)
                waiting.push_back(link.*to);
        }
    }
    return rows;
}

/// Whether one source has who first speaks in `answer` deny `answered`. Others may speak in it too:
/// an order to close that its addressee comments on is no denial.
bool isDenial(const events::Dataset &dataset, Row answered, Row answer)
{
    const std::span<const events::Claim> spoken = dataset.claimsOf(answer);
    if (spoken.empty())
        return false;
    const Row speaker = spoken.front().actor;
    return std::ranges::any_of(dataset.claimsOf(answered), [&](const events::Claim &claim) {
        return claim.stance == events::Stance::Denies && claim.actor == speaker
            && std::ranges::any_of(spoken, [&](const events::Claim &other) {
                   return other.actor == speaker && other.source == claim.source;
               });
    });
}

ThreadLink linkOf(const events::Dataset &dataset, const events::Relation &relation)
{
    switch (relation.kind) {
    case events::RelationKind::LeadsTo:
        return {relation.from, relation.to};
    case events::RelationKind::PartOf:
        return {relation.to, relation.from, true};
    case events::RelationKind::Answers:
    case events::RelationKind::Supersedes:
        break;
    }
    // The answer names what it answers.
    return {relation.to, relation.from, false, isDenial(dataset, relation.to, relation.from)};
}

std::vector<ThreadLink> sortedOnce(std::vector<ThreadLink> links)
{
    std::ranges::sort(links, std::greater()); // the one that knows of a denial first
    const auto repeated = std::ranges::unique(links, [](const ThreadLink &a, const ThreadLink &b) {
        return a.from == b.from && a.to == b.to && a.isPart == b.isPart;
    });
    links.erase(repeated.begin(), repeated.end());
    std::ranges::reverse(links);
    return links;
}

std::vector<ThreadLink> sortedByEnd(std::vector<ThreadLink> links)
{
    std::ranges::stable_sort(links, {}, &ThreadLink::to);
    return links;
}

} // namespace

ThreadLinks::ThreadLinks(std::vector<ThreadLink> links)
    : onward(sortedOnce(std::move(links)))
    , back(sortedByEnd(onward))
{}

ThreadLinks threadLinks(const events::Dataset &dataset)
{
    std::vector<ThreadLink> links;
    std::ranges::transform(
        dataset.relations(), std::back_inserter(links),
        [&dataset](const events::Relation &relation) { return linkOf(dataset, relation); });
    for (const events::Claim &claim : dataset.claims()) {
        if (!claim.respondsTo)
            continue;
        const Row answered = dataset.claims()[*claim.respondsTo].event;
        if (answered != claim.event)
            links.push_back({answered, claim.event, false,
                             claim.stance == events::Stance::Denies
                                 || isDenial(dataset, answered, claim.event)});
    }
    return ThreadLinks(std::move(links));
}

std::vector<ThreadLink> threadOf(const ThreadLinks &links, Row event)
{
    Rows begins = reached(links.back, event, &ThreadLink::to, &ThreadLink::from);
    begins.merge(reached(links.onward, event, &ThreadLink::from, &ThreadLink::to));
    std::vector<ThreadLink> thread;
    for (const Row row : begins) {
        std::ranges::copy_if(linksAt(links.onward, row, &ThreadLink::from),
                             std::back_inserter(thread),
                             [&](const ThreadLink &link) { return !link.isPart || row == event; });
    }
    std::ranges::copy_if(linksAt(links.back, event, &ThreadLink::to), std::back_inserter(thread),
                         &ThreadLink::isPart);
    std::ranges::sort(thread);
    return thread;
}

std::vector<ThreadExit> exitsOf(const std::vector<ThreadLink> &thread,
                                const std::function<ThreadPlace(Row)> &placeOf)
{
    std::map<std::pair<Row, bool>, ThreadExit> exits;
    const auto leave = [&exits](Row row, ThreadPlace to, bool isDenial) {
        const bool isLater = to == ThreadPlace::Later;
        const auto [exit, isNew]
            = exits.try_emplace({row, isLater}, ThreadExit{row, isLater, true});
        ++exit->second.count;
        exit->second.isDenial = exit->second.isDenial && isDenial;
    };
    for (const ThreadLink &link : thread) {
        const ThreadPlace from = placeOf(link.from);
        const ThreadPlace to = placeOf(link.to);
        if (from == ThreadPlace::Missing || to == ThreadPlace::Missing || from == to)
            continue;
        if (from == ThreadPlace::Shown)
            leave(link.from, to, link.isDenial);
        else if (to == ThreadPlace::Shown)
            leave(link.to, from, link.isDenial);
    }
    std::vector<ThreadExit> result;
    for (const auto &[key, exit] : exits)
        result.push_back(exit);
    return result;
}

} // namespace dateline::timeline
