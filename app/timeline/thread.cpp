// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/thread.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace dateline::timeline {

using events::Row;

namespace {

using Rows = std::unordered_set<Row>;

/// All that can be reached from `event`, itself included, by steps from `from` to `to`. A pass over
/// the links for each step: threads are short, and it needs no index.
Rows reached(const std::vector<ThreadLink> &links, Row event, Row ThreadLink::*from,
             Row ThreadLink::*to)
{
    Rows rows{event};
    for (std::size_t before = 0; before != rows.size();) {
        before = rows.size();
        for (const ThreadLink &link : links) {
            if (!link.isPart && rows.contains(link.*from))
                rows.insert(link.*to);
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

} // namespace

std::vector<ThreadLink> threadLinks(const events::Dataset &dataset)
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
    std::ranges::sort(links);
    const auto repeated = std::ranges::unique(links);
    links.erase(repeated.begin(), repeated.end());
    return links;
}

std::vector<ThreadLink> threadOf(const std::vector<ThreadLink> &links, Row event)
{
    const Rows earlier = reached(links, event, &ThreadLink::to, &ThreadLink::from);
    const Rows later = reached(links, event, &ThreadLink::from, &ThreadLink::to);
    std::vector<ThreadLink> thread;
    std::ranges::copy_if(links, std::back_inserter(thread), [&](const ThreadLink &link) {
        if (link.isPart)
            return link.from == event || link.to == event;
        return earlier.contains(link.from) || later.contains(link.from);
    });
    return thread;
}

} // namespace dateline::timeline
