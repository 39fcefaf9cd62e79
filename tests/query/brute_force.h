// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <query/crossfilter.h>
#include <query/ledger.h>

#include <support/random_events.h>

#include <bitset>
#include <map>

namespace dateline::tests {

/// The answers of the crossfilter by looking at every event each time, from the words of the
/// contracts and from plain records: it shares types with the engine, but no code.
class BruteForce
{
public:
    BruteForce(const RandomEvents &all, const query::Filters &filters,
               const std::optional<events::TimeSpan> &playWindow);

    [[nodiscard]] std::set<QString> passing() const;
    [[nodiscard]] std::map<QString, std::uint32_t> counts(query::Facet facet) const;
    [[nodiscard]] std::vector<query::Tally> timeBins(events::TimeSpan range, std::size_t bins,
                                                     query::Crossfilter::Scope scope) const;
    [[nodiscard]] std::vector<query::Tally>
    begunBy(const QString &kind, const std::vector<events::Instant> &moments) const;
    [[nodiscard]] query::Ledger ledger() const;

private:
    const RandomEvents &m_all;
    /// Per event the filters that it fails.
    std::vector<std::bitset<query::dimensionCount>> m_failed;
};

} // namespace dateline::tests
