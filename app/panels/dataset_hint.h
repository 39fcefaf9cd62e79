// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>
#include <query/crossfilter.h>

#include <QString>

namespace dateline::panels {

/// What the detail card says while no event is selected, as rich text in which everything that
/// comes from the dataset is escaped: what the dataset is, how many events, claims, claimants and
/// sources it has, its version and licence, and how to go on. A dataset without a title gives only
/// how to go on. No filter changes that.
[[nodiscard]] QString datasetHint(const query::Crossfilter &crossfilter, const Look &look);

} // namespace dateline::panels
