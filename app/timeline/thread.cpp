// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/thread.h>

#include <algorithm>
#include <iterator>
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

ThreadLink linkOf(const events::Relation &relation)
{
    const bool isPart = relation.kind == events::RelationKind::PartOf;
    if (relation.kind == events::RelationKind::LeadsTo)
        return {relation.from, relation.to, isPart};
    return {relation.to, relation.from, isPart}; // the answer names what it answers
}

std::vector<ThreadLink> sortedOnce(std::vector<ThreadLink> links)
{
    std::ranges::sort(links);
    const auto repeated = std::ranges::unique(links);
    links.erase(repeated.begin(), repeated.end());
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
    std::ranges::transform(dataset.relations(), std::back_inserter(links), linkOf);
    for (const events::Claim &claim : dataset.claims()) {
        if (!claim.respondsTo)
            continue;
        const Row answered = dataset.claims()[*claim.respondsTo].event;
        if (answered != claim.event)
            links.push_back({answered, claim.event});
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

} // namespace dateline::timeline
