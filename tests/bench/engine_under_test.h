// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

#include <memory>

#include "workload.h"

namespace dateline::tests {

/// The program's query engine as the benchmark asks it. This is the only file of the benchmark
/// that knows the headers of app/query.
class EngineUnderTest
{
public:
    /// Builds every index that a window would.
    explicit EngineUnderTest(const std::shared_ptr<const events::Dataset> &dataset);
    ~EngineUnderTest();

    /// Sets the filters to those of the state.
    void apply(const BenchState &state);

    /// Reads every group: all facets, also those that no peer has, and the bins of time.
    void readGroups();

    /// Asks the clusters of a view; returns how many events they hold.
    [[nodiscard]] std::uint32_t clusters(const BenchView &view);

    /// What readGroups() read last, in the order of BenchCounts.
    [[nodiscard]] BenchCounts counts() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace dateline::tests
