// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <clustering/clusters.h>
#include <events/dataset.h>
#include <events/side_by_side.h>
#include <query/crossfilter.h>

#include <memory>

namespace dateline::workspace {

/// A dataset and what the workspace asks about it. Made on any thread with the help of others,
/// which takes a tenth of a second for a million events, and then used by one.
struct IndexedDataset
{
    /// `shared` is not null.
    explicit IndexedDataset(std::shared_ptr<const events::Dataset> shared,
                            query::Crossfilter::TextSearch search
                            = query::Crossfilter::TextSearch::WhenAsked)
        : dataset(std::move(shared))
    {
        events::sideBySide(
            dataset->size(), [&] { clusters = std::make_unique<clustering::Clusters>(dataset); },
            [&] { crossfilter = std::make_unique<query::Crossfilter>(dataset, search); });
    }

    std::shared_ptr<const events::Dataset> dataset;
    std::unique_ptr<query::Crossfilter> crossfilter;
    std::unique_ptr<clustering::Clusters> clusters;
};

} // namespace dateline::workspace
