// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/ledger.h>

namespace dateline::query {

namespace {

void addLocated(LocatedSum &sum, events::Located located, std::uint64_t amount)
{
    switch (located) {
    case events::Located::AtPoint:
        sum.located += amount;
        return;
    case events::Located::InCountry:
        sum.countryOnly += amount;
        return;
    case events::Located::Nowhere:
        sum.unlocated += amount;
        return;
    }
}

} // namespace

Ledger ledgerOf(const events::Dataset &dataset, const RowSet &passing)
{
    const events::EventColumns &columns = dataset.columns();
    const std::optional<std::uint16_t> countedKind = dataset.info().countedKind;
    Ledger ledger;
    for (events::Row row = 0; row < dataset.size(); ++row) {
        const events::Located located = columns.located[row];
        const bool passes = passing.contains(row);
        addLocated(ledger.events, located, 1);
        if (passes)
            addLocated(ledger.passingEvents, located, 1);
        if (columns.kind[row] != countedKind)
            continue;
        addLocated(ledger.counted, located, columns.count[row]);
        if (passes)
            addLocated(ledger.passingCounted, located, columns.count[row]);
    }
    return ledger;
}

} // namespace dateline::query
