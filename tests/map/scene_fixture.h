// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <clustering/clusters.h>
#include <map/basemap.h>
#include <map/scene_composer.h>

#include <support/sample_dataset.h>

#include <memory>
#include <utility>
#include <vector>

namespace dateline::tests {

/// A dataset with all that composing a scene of it needs.
struct SceneFixture
{
    explicit SceneFixture(std::shared_ptr<const events::Dataset> data = sampleDataset())
        : dataset(std::move(data))
        , clusters(dataset)
        , passing(dataset->size(), true)
        , land(map::BaseMap::fromResources(0).map)
    {}

    [[nodiscard]] map::SceneInput input(double longitude, double latitude, double zoom,
                                        QSizeF size = {1000, 600}) const
    {
        const map::Camera camera
            = map::clamped({events::toMercator(longitude, latitude), zoom}, size);
        return {.dataset = *dataset,
                .passing = {std::make_shared<const bitsets::RowSet>(passing), changes},
                .clusters = clusters,
                .land = *land,
                .camera = camera,
                .size = size,
                .selection = selection,
                .hovered = hovered,
                .names = {},
                .font = {},
                .furniture = {},
                .cities = {}};
    }

    [[nodiscard]] events::Row row(QStringView id) const { return dataset->eventRow(id).value(); }

    std::shared_ptr<const events::Dataset> dataset;
    clustering::Clusters clusters;
    bitsets::RowSet passing;
    mutable bitsets::RowChanges changes;
    std::shared_ptr<const map::BaseMap> land;
    std::vector<events::Row> selection;
    std::optional<events::Row> hovered;
};

} // namespace dateline::tests
