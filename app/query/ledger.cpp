// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/ledger.h>

namespace dateline::query {

using bitsets::RowSet;

namespace {

/// sum(begin, end) of the rows that are located in each way, which are runs.
template<typename Sum>
LocatedSum sumLocated(const events::Dataset &dataset, const Sum &sum)
{
    const events::LocatedColumn &located = dataset.columns().located;
    return {.located = sum(events::Row(0), located.points),
            .countryOnly = sum(located.points, located.placed),
            .unlocated = sum(located.placed, events::Row(dataset.size()))};
}

LocatedSum countRows(const events::Dataset &dataset, const RowSet &rows)
{
    return sumLocated(dataset, [&rows](events::Row begin, events::Row end) -> std::uint64_t {
        return rows.count(begin, end);
    });
}

LocatedSum countThings(const events::Dataset &dataset, const RowSet &rows)
{
    const std::optional<std::uint16_t> countedKind = dataset.info().countedKind;
    if (!countedKind)
        return {};
    const events::EventColumns &columns = dataset.columns();
    return sumLocated(dataset, [&](events::Row begin, events::Row end) {
        std::uint64_t things = 0;
        rows.forEach(begin, end, [&](events::Row row) {
            if (columns.kind[row] == *countedKind)
                things += columns.count[row];
        });
        return things;
    });
}

} // namespace

Ledger ledgerOf(const events::Dataset &dataset, const RowSet &passing)
{
    const RowSet all(dataset.size(), true);
    Ledger ledger{.events = countRows(dataset, all), .counted = countThings(dataset, all)};
    recount(ledger, dataset, passing);
    return ledger;
}

void recount(Ledger &ledger, const events::Dataset &dataset, const RowSet &passing)
{
    ledger.passingEvents = countRows(dataset, passing);
    ledger.passingCounted = countThings(dataset, passing);
}

} // namespace dateline::query
